import { PGlite } from "@electric-sql/pglite";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { meantFor } from "#app/domain/events/feeds.store.server.ts";
import { fromPglite } from "#app/platform/database.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { newId } from "#app/platform/random.ts";
import { renderCalendar } from "#emails/calendar.ts";
import type { CalendarEntry } from "#emails/messages.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { createRecruitmentDates } from "#tests/support/builders/recruitment.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
});
beforeEach(() => t.setNow(NOW));
afterAll(() => t.close());

/** What an independent reader of iCalendar makes of an answer, entry by entry. */
async function readCalendar(path: string) {
  const response = await site.request(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  const file = await response.text();
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return readFile(file);
}

function readFile(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const entries = calendar.getAllSubcomponents("vevent").map((component) => {
    const entry = new ICAL.Event(component);
    return {
      uid: entry.uid,
      title: entry.summary,
      sequence: entry.sequence,
      start: entry.startDate,
      startsAt: entry.startDate.toJSDate().toISOString(),
      endsAt: entry.endDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue("status"),
      url: String(component.getFirstPropertyValue("url")),
    };
  });
  return { name: String(calendar.getFirstPropertyValue("x-wr-calname")), entries };
}

const idsIn = (calendar: { entries: { url: string }[] }) =>
  calendar.entries.map(({ url }) => url.split("/").at(-1)!);

const change = (id: string, data: object) =>
  t.town.database.event.update({ where: { id }, data: { sequence: { increment: 1 }, ...data } });

describe("an event's calendar file", () => {
  test("keeps its name and grows its revision through a move, a postponement, a new day and a cancellation", async () => {
    const title = "春の就職ガイダンス;新しい会場,くわしくは次回\\".repeat(3);
    const event = await createEvent(t.town, { title });
    const path = `/events/${event.id}/calendar.ics`;
    const seen = [(await readCalendar(path)).entries[0]!];
    const later = { startsAt: new Date("2026-12-20T01:00:00Z"), endsAt: new Date("2026-12-20T04:00:00Z") };
    await change(event.id, { venue: "別の会場" });
    seen.push((await readCalendar(path)).entries[0]!);
    await change(event.id, { state: "postponed", stateNote: "大雪のため" });
    seen.push((await readCalendar(path)).entries[0]!);
    await change(event.id, { ...later, state: "published", previousStartsAt: event.startsAt });
    await t.town.database.eventSession.updateMany({ where: { eventId: event.id }, data: later });
    seen.push((await readCalendar(path)).entries[0]!);
    await change(event.id, { state: "cancelled" });
    seen.push((await readCalendar(path)).entries[0]!);
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    expect(seen.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
    expect(seen.map(({ status }) => status)).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "CANCELLED",
      "CONFIRMED",
      "CANCELLED",
    ]);
    expect(seen.map(({ startsAt }) => startsAt)).toEqual([
      ...Array<string>(3).fill(event.startsAt.toISOString()),
      ...Array<string>(2).fill(later.startsAt.toISOString()),
    ]);
    expect(seen[0]!.title).toBe(title);
    expect(seen[2]!.title).toBe(`【延期】${title}`);
  });

  test("has an entry for each day, and none for a planned event", async () => {
    const day = (date: string) => ({
      startsAt: new Date(`${date}T00:00:00Z`),
      endsAt: new Date(`${date}T07:00:00Z`),
      seats: { student: 40 },
    });
    const event = await createEvent(t.town, {
      startsAt: new Date("2026-12-03T00:00:00Z"),
      endsAt: new Date("2026-12-04T07:00:00Z"),
      sessions: [day("2026-12-03"), day("2026-12-04")],
    });
    const { entries } = await readCalendar(`/events/${event.id}/calendar.ics`);
    expect(entries.map(({ startsAt }) => startsAt)).toEqual([
      "2026-12-03T00:00:00.000Z",
      "2026-12-04T00:00:00.000Z",
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(2);
    const planned = await createEvent(t.town, { state: "planned" });
    expect((await site.request(`/events/${planned.id}/calendar.ics`)).status).toBe(404);
  });

  test("of the ticket is the entry of the chosen day under the same name", async () => {
    const student = await createAttendee(t.town);
    const event = await createEvent(t.town);
    await registerForEvent(t.town, {
      eventId: event.id,
      userId: student.id,
      category: "student",
      headCount: 1,
    });
    const mail = await t.town.database.mail.findFirstOrThrow({ where: { recipient: student.email } });
    const { calendar } = mail.props as unknown as { calendar: CalendarEntry };
    const [attached] = readFile(renderCalendar([calendar])).entries;
    const [offered] = (await readCalendar(`/events/${event.id}/calendar.ics`)).entries;
    expect(attached).toMatchObject({ uid: offered!.uid, startsAt: event.startsAt.toISOString() });
  });
});

describe("the calendars to subscribe to", () => {
  test("hold what is meant for their audience or for everybody, and nothing planned or unlisted", async () => {
    const everybody = await createEvent(t.town);
    const pupils = await createEvent(t.town, { targets: ["highSchool"] });
    const parents = await createEvent(t.town, { targets: ["guardian", "kosen"] });
    const unlisted = await createEvent(t.town, { visibility: "unlisted" });
    const planned = await createEvent(t.town, { state: "planned" });
    const cancelled = await createEvent(t.town, { state: "cancelled", targets: ["highSchool"] });
    const made = [everybody, pupils, parents, unlisted, planned, cancelled].map(({ id }) => id);
    const inFeed = async (query: string) => {
      const ids = new Set(idsIn(await readCalendar(`/events.ics${query}`)));
      return made.filter((id) => ids.has(id));
    };
    expect(await inFeed("")).toEqual([everybody.id, pupils.id, parents.id, cancelled.id]);
    expect(await inFeed("?for=highSchool")).toEqual([everybody.id, pupils.id, cancelled.id]);
    expect(await inFeed("?for=guardian")).toEqual([everybody.id, parents.id]);
    expect(await inFeed("?for=university")).toEqual([everybody.id]);
    expect(await inFeed("?for=nobody")).toEqual(await inFeed(""));
    expect((await readCalendar("/events.ics?for=kosen")).name).toBe("ジモトのイベント(高専生向け)");
    // Who knows the address of an unlisted event may put it into the calendar.
    expect((await readCalendar(`/events/${unlisted.id}/calendar.ics`)).entries).toHaveLength(1);
    const listed = await (await site.request("/events")).text();
    expect(listed).toContain(pupils.id);
    for (const id of [unlisted.id, planned.id]) {
      expect(listed).not.toContain(id);
      for (const path of [
        "/events.atom",
        "/feed.atom",
        "/sitemap.xml",
        "/events.csv",
        "/api/v1/events?limit=100",
      ])
        expect(await (await site.request(path)).text(), path).not.toContain(id);
    }
  });

  test("of a school leave out what is for other schools only", async () => {
    const own = await createTestSchool(t.town, { kind: "kosen", name: "一関みらい高専" });
    const other = await createTestSchool(t.town, { kind: "kosen" });
    const forOther = await createEvent(t.town, { targets: ["kosen"] });
    await t.town.database.capacityPool.updateMany({
      where: { session: { eventId: forOther.id } },
      data: { schoolId: other.id },
    });
    const open = await createEvent(t.town, { targets: ["kosen"] });
    const pupils = await createEvent(t.town, { targets: ["highSchool"] });
    const calendar = await readCalendar(`/events.ics?school=${own.id}`);
    expect(calendar.name).toContain("一関みらい高専");
    expect(idsIn(calendar)).toContain(open.id);
    expect(idsIn(calendar)).not.toContain(forOther.id);
    expect(idsIn(calendar)).not.toContain(pupils.id);
    expect(idsIn(await readCalendar(`/events.ics?school=${other.id}`))).toContain(forOther.id);
    expect((await site.request("/events.ics?school=no-such-school")).status).toBe(404);
  });

  test("are not sent again to a reader who has them", async () => {
    const first = await site.request("/events.ics?for=kosen");
    const again = { headers: { "If-None-Match": first.headers.get("ETag")! } };
    expect((await site.request("/events.ics?for=kosen", again)).status).toBe(304);
  });

  test("stand on the list of events as webcal links, a student's own school first", async () => {
    const page = await (await site.request("/events")).text();
    expect(page).toContain('href="webcal://town.test/events.ics?for=highSchool"');
    const student = await createAttendee(t.town);
    const own = await (await site.request("/events", { userId: student.id })).text();
    expect(own).toContain(`webcal://town.test/events.ics?school=${student.schoolId}`);
  });
});

test("the Atom feed brings a changed event up again under its old id", async () => {
  const event = await createEvent(t.town, { title: "先に出た説明会" });
  await createEvent(t.town, { title: "あとの説明会" });
  const entriesOf = async () => (await (await site.request("/events.atom")).text()).split("<entry>").slice(1);
  const before = (await entriesOf()).find((entry) => entry.includes(event.id))!;
  await change(event.id, { state: "cancelled" });
  const [first] = await entriesOf();
  const idOf = (entry: string) => /<id>([^<]+)<\/id>/.exec(entry)![1];
  const updatedOf = (entry: string) => Date.parse(/<updated>([^<]+)</.exec(entry)![1]!);
  expect(first).toContain("<title>【中止】先に出た説明会</title>");
  expect(idOf(first!)).toBe(idOf(before));
  expect(updatedOf(first!)).toBeGreaterThan(updatedOf(before));
});

test("the dates of the recruitment calendar are whole days under names that do not move", async () => {
  await createRecruitmentDates(t.town, { graduationYear: 2027 });
  const opening = async () =>
    (await readCalendar("/recruitment-calendar.ics?for=highSchool")).entries.find(({ uid }) =>
      uid.includes("jobsPublic"),
    )!;
  const before = await opening();
  expect(before.start.isDate).toBe(true);
  expect(before.start.toString()).toBe("2026-07-01");
  await t.town.database.recruitmentDate.updateMany({
    where: { stage: "jobsPublic" },
    data: { date: new Date("2026-07-03T00:00:00Z"), updatedAt: new Date(Date.now() + 60_000) },
  });
  const after = await opening();
  expect(after.start.toString()).toBe("2026-07-03");
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBeGreaterThan(before.sequence);
});

test("the embedded database understands arrays of enums in the process that made it", async () => {
  const pglite = await PGlite.create();
  await applyMigrations({ pglite, url: null });
  const open = fromPglite(pglite);
  const moment = new Date(NOW);
  const facts = {
    kind: "seminar",
    title: "試し",
    summary: "",
    venue: "",
    address: "",
    state: "published",
  } as const;
  await open.database.event.create({
    data: { ...facts, id: newId(), targets: ["kosen", "guardian"], startsAt: moment, endsAt: moment },
  });
  await open.database.event.create({ data: { ...facts, id: newId(), startsAt: moment, endsAt: moment } });
  expect(await open.database.event.count({ where: meantFor("kosen") })).toBe(2);
  expect(await open.database.event.count({ where: meantFor("highSchool") })).toBe(1);
  await open.close();
});
