import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { readTable } from "#app/platform/table-file/read-table.server.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
let staffId: string;
let eventId: string;
beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  eventId = await addEvent();
});
beforeEach(() => t.setNow(NOW));
afterAll(() => t.close());

/** An event with a student, a class of 32, somebody who cancelled, an answer, a walk-in and a booth. */
async function addEvent(): Promise<string> {
  const event = await createEvent(t.town, {
    title: "=就職/ガイダンス",
    seats: { student: 100, guardian: 20 },
  });
  const school = await createTestSchool(t.town, { name: "一関あおば高等学校" });
  const student = await createAttendee(t.town, { name: "髙﨑 〜①" });
  const teacher = await createAttendee(t.town, { role: "teacher", schoolId: school.id, name: "架空 先生" });
  const own = { eventId: event.id, category: "student" as const };
  const seat = await registerForEvent(t.town, { ...own, userId: student.id, headCount: 1 });
  t.setNow("2026-11-20T03:01:00Z");
  await registerForEvent(t.town, { ...own, userId: teacher.id, headCount: 32 });
  const { database } = t.town;
  const registrationId = seat.ok ? seat.registrationId : "";
  const questions = [
    { id: newId(), eventId: event.id, position: 1, label: "バスに乗りますか", kind: "choice" as const },
    { id: newId(), eventId: event.id, position: 2, label: "同伴者の数", kind: "number" as const },
  ];
  await database.eventQuestion.createMany({ data: questions });
  await database.registrationAnswer.createMany({
    data: [
      { registrationId, questionId: questions[0]!.id, value: "=乗る" },
      { registrationId, questionId: questions[1]!.id, value: "0" },
    ],
  });
  const came = { eventId: event.id, category: "student" as const, at: new Date("2026-11-20T02:00:00Z") };
  await database.checkIn.create({ data: { ...came, id: newId(), registrationId } });
  await database.checkIn.create({ data: { ...came, id: newId(), category: "other", headCount: 2 } });
  await database.checkIn.create({
    data: { ...came, id: newId(), headCount: 9, voidedAt: t.town.clock.now() },
  });
  const company = await createCompany(t.town, { profile: { name: "株式会社見本" } });
  await database.boothApplication.create({
    data: {
      id: newId(),
      eventId: event.id,
      companyId: company.id,
      state: "selected",
      boothNumber: 7,
      appliedAt: new Date("2026-10-01T00:00:00Z"),
    },
  });
  return event.id;
}

async function ask(table: string, format: string, userId = staffId) {
  return site.request(`/staff/events/${eventId}/exports/file`, {
    method: "POST",
    body: new URLSearchParams({ table, format }),
    userId,
  });
}
async function bytesOf(table: string, format: string) {
  const response = await ask(table, format);
  expect(response.status, table).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}
async function csvOf(table: string, format: "csv" | "csv-cp932") {
  const read = await readTable(await bytesOf(table, format));
  if (!read.ok) throw new Error(read.error);
  return read.table;
}

describe("a table of an event", () => {
  test("comes as Excel with numbers as numbers, dates as Japanese text and guarded texts", async () => {
    const response = await ask("registrations", "xlsx");
    expect(response.headers.get("Content-Type")).toContain("spreadsheetml");
    expect(decodeURIComponent(response.headers.get("Content-Disposition")!)).toContain(
      "=就職 ガイダンス_申込者_2026-11-20.xlsx",
    );
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    const column = (row: number, header: string) => rows[row]![rows[0]!.indexOf(header)];
    expect(rows).toHaveLength(3);
    expect([column(1, "名前"), column(1, "人数"), column(1, "状態")]).toEqual(["髙﨑 〜①", 1, "申込済み"]);
    expect(column(1, "申込日時")).toBe("2026年11月20日 12:00");
    expect(column(1, "卒業年")).toBeNull();
    expect([column(2, "学校"), column(2, "人数")]).toEqual(["一関あおば高等学校", 32]);
    const answers = await readSheet(Buffer.from(await bytesOf("answers", "xlsx")));
    expect(answers[0]!.slice(4)).toEqual(["バスに乗りますか", "同伴者の数"]);
    expect(answers[1]!.slice(4)).toEqual(["'=乗る", 0]);
  });

  test("comes as CSV in both encodings and reads back the same", async () => {
    for (const format of ["csv", "csv-cp932"] as const) {
      const { rows, encoding } = await csvOf("registrations", format);
      expect(encoding).toBe(format === "csv" ? "utf-8" : "cp932");
      expect(rows[1]).toContain("髙﨑 〜①");
      expect((await csvOf("answers", format)).rows[1]!.slice(4)).toEqual(["=乗る", "0"]);
    }
    expect((await bytesOf("registrations", "csv")).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  test("counts people by category from the records; blank is not 0 and taken-back check-ins are out", async () => {
    const { rows } = await csvOf("counts", "csv");
    expect(rows).toEqual([
      ["区分", "定員", "申込", "案内中", "キャンセル待ち", "取消", "来場(のべ)", "うち当日参加"],
      ["生徒・学生", "100", "33", "0", "0", "0", "1", "0"],
      ["保護者", "20", "0", "0", "0", "0", "0", "0"],
      ["一般", "", "0", "0", "0", "0", "2", "2"],
      ["合計", "120", "33", "0", "0", "0", "3", "2"],
    ]);
    expect((await csvOf("check-ins", "csv")).rows).toHaveLength(3);
    expect((await csvOf("booths", "csv")).rows[1]).toEqual(
      expect.arrayContaining(["株式会社見本", "決定", "7", "2026年10月1日 9:00"]),
    );
  });

  test("that CP932 cannot hold is refused with the cell, and nothing is recorded", async () => {
    const other = await createEvent(t.town);
    const person = await createAttendee(t.town, { name: "𠮷田 架空" });
    await registerForEvent(t.town, {
      eventId: other.id,
      userId: person.id,
      category: "student",
      headCount: 1,
    });
    const response = await site.request(`/staff/events/${other.id}/exports/file`, {
      method: "POST",
      body: new URLSearchParams({ table: "registrations", format: "csv-cp932" }),
      userId: staffId,
    });
    expect(response.status).toBe(303);
    const page = await site.request(response.headers.get("Location")!, { userId: staffId });
    expect(await page.text()).toContain("2行目「名前」の「𠮷」");
    expect(
      await t.town.database.domainEvent.count({ where: { subjectId: other.id, kind: "event.exported" } }),
    ).toBe(0);
  });
});

test("each file is recorded with who took it, what and how many rows, and the page shows it", async () => {
  await t.town.database.domainEvent.deleteMany({ where: { kind: "event.exported" } });
  await bytesOf("registrations", "csv");
  const facts = await t.town.database.domainEvent.findMany({ where: { kind: "event.exported" } });
  expect(facts).toMatchObject([
    { subjectId: eventId, actorId: staffId, data: { table: "registrations", format: "csv", rows: 2 } },
  ]);
  const page = await site.request(`/staff/events/${eventId}/exports`, { userId: staffId });
  expect(await page.text()).toContain("書き出しの記録");
});

test("an address alone gives no file, an unknown table is refused, and others get nothing", async () => {
  const address = `/staff/events/${eventId}/exports/file`;
  const led = await site.request(address, { userId: staffId });
  expect([led.status, led.headers.get("Location")]).toEqual([302, `/staff/events/${eventId}/exports`]);
  expect((await ask("passwords", "csv")).status).toBe(400);
  expect((await ask("registrations", "pdf")).status).toBe(400);
  for (const role of ["student", "teacher", "company"] as const)
    expect((await ask("registrations", "csv", (await createAttendee(t.town, { role })).id)).status).toBe(403);
  expect((await site.request(address, { method: "POST" })).status).toBe(401);
});
