import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const event8th = { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") };
const AT_THE_DOOR = "2026-12-08T00:40:00Z";

let t: TestTown;
let site: TestSite;
let staffId: string;
let eventId: string;
let ticketCode: string;
beforeAll(async () => {
  t = await openTestTown({ now: AT_THE_DOOR });
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  const event = await createEvent(t.town, { ...event8th, seats: { student: 50 } });
  eventId = event.id;
  const teacher = await createAttendee(t.town, { role: "teacher", name: "架空 五郎" });
  const row = await t.town.database.registration.create({
    data: {
      id: newId(),
      eventId,
      poolId: event.sessions[0]!.pools[0]!.id,
      userId: teacher.id,
      schoolId: teacher.schoolId,
      category: "student",
      headCount: 30,
      state: "registered",
      ticketCode: newReadableCode(),
      registeredAt: t.town.clock.now(),
    },
  });
  ticketCode = row.ticketCode;
});
afterAll(() => t.close());

const page = () => `/staff/events/${eventId}/reception`;
const sync = () => `/staff/events/${eventId}/check-ins`;
const post = (fields: Record<string, string>) =>
  site.request(page(), { method: "POST", body: new URLSearchParams(fields), userId: staffId });
const sendJson = (body: string, userId?: string) =>
  site.request(sync(), { method: "POST", body, headers: { "Content-Type": "application/json" }, userId });

describe("the reception page", () => {
  test("is the one page that may use the camera", async () => {
    const policy = async (path: string, userId?: string) =>
      (await site.request(path, { userId })).headers.get("Permissions-Policy");
    expect(await policy(page(), staffId)).toContain("camera=(self)");
    expect(await policy(page())).toContain("camera=()");
    for (const path of ["/", "/staff/events", `/staff/events/${eventId}`])
      expect(await policy(path, staffId)).toContain("camera=()");
  });

  test("holds no names, so that a device that keeps it keeps none; a search by name answers a form", async () => {
    const html = await (await site.request(page(), { userId: staffId })).text();
    for (const name of ["五郎", "みらい高等学校"]) expect(html.includes(name), name).toBe(false);
    const found = await post({ intent: "find", name: "みらい" });
    expect(found.status).toBe(200);
    expect(await found.text()).toContain("一関みらい高等学校");
    expect(await (await post({ intent: "find", name: "いない" })).text()).toContain("見つかりません");
    expect((await post({ intent: "find", name: " " })).status).toBe(400);
  });

  test("works with forms alone: a group with the people who came, a walk-in, and both put right", async () => {
    const bad = await post({ intent: "ticket", ticket: ticketCode, came: "たくさん" });
    expect([bad.status, (await bad.text()).includes("数字だけで入力")]).toEqual([400, true]);
    const made = await post({ intent: "ticket", ticket: ticketCode.toLowerCase(), came: "２８" });
    expect([made.status, made.headers.get("Location")]).toEqual([303, page()]);
    const again = await post({ intent: "ticket", ticket: ticketCode, came: "" });
    expect([again.status, (await again.text()).includes("すでに受付済みです")]).toEqual([409, true]);
    const entry = newId();
    for (let click = 0; click < 2; click += 1)
      expect((await post({ intent: "walk-in", entry, category: "other", headCount: "2" })).status).toBe(303);
    expect((await post({ intent: "correct", checkInId: entry, came: "3" })).status).toBe(303);
    expect((await post({ intent: "correct", checkInId: entry, came: "0" })).status).toBe(400);
    const html = await (await site.request(page(), { userId: staffId })).text();
    expect(html).toContain("生徒・学生 28人(申込30人)");
    expect((await post({ intent: "void", checkInId: entry })).status).toBe(303);
    expect((await post({ intent: "correct", checkInId: entry, came: "4" })).status).toBe(409);
  });
});

describe("the address for devices", () => {
  test("tells staff counts, and with ?tickets the codes without names", async () => {
    const read = async (query = "") =>
      (await (await site.request(sync() + query, { userId: staffId })).json()) as Record<string, unknown>;
    expect(await read()).toMatchObject({
      isOpen: true,
      counts: [{ category: "student", registered: 30, checkedIn: 28 }],
    });
    expect(await read()).not.toHaveProperty("tickets");
    const kept = await read("?tickets");
    expect(kept["tickets"]).toEqual([
      { code: ticketCode, category: "student", headCount: 30, state: "registered", came: true },
    ]);
    expect(kept["keepUntil"]).toBe("2026-12-09");
  });

  test("tells a device whose session is over to sign in, others that they may not, and never loses what it cannot read", async () => {
    const entries = JSON.stringify({
      entries: [{ entry: newId(), kind: "walk-in", category: "guardian", headCount: 1, at: AT_THE_DOOR }],
    });
    const student = await createAttendee(t.town);
    expect((await sendJson(entries)).status).toBe(401);
    expect((await sendJson(entries, student.id)).status).toBe(403);
    expect((await sendJson("no json", staffId)).status).toBe(400);
    expect((await sendJson("{}", staffId)).status).toBe(400);
    const taken = await sendJson(entries, staffId);
    expect(await taken.json()).toMatchObject({ answers: [{ answer: "made" }] });
    expect((await site.request("/staff/events/none/check-ins", { userId: staffId })).status).toBe(404);
  });

  test("answers every entry about an event that there is not", async () => {
    const body = JSON.stringify({
      entries: [{ entry: newId(), kind: "walk-in", category: "other", headCount: 1, at: AT_THE_DOOR }],
    });
    const response = await site.request("/staff/events/none/check-ins", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
      userId: staffId,
    });
    expect(await response.json()).toMatchObject({ answers: [{ answer: "not-open" }] });
  });
});
