import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { copyEvent } from "#app/domain/events/copying.store.server.ts";
import { deletePlannedEvent, findEditedEvent, saveEvent } from "#app/domain/events/editing.store.server.ts";
import {
  cancelEvent,
  postponeEvent,
  publishEvent,
  reopenEvent,
  rescheduleEvent,
} from "#app/domain/events/editing-state.store.server.ts";
import {
  addPool,
  addSession,
  listEditedSessions,
  removePool,
  removeSession,
  saveSession,
} from "#app/domain/events/editing-sessions.store.server.ts";
import { formOf } from "#app/domain/events/editing-form.rules.ts";
import type { EventFacts } from "#app/domain/events/editing.rules.ts";
import { factsOf, singleEventSchema } from "#app/domain/events/editing.schema.ts";
import { registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { findEvent } from "#app/domain/events/store.server.ts";
import { readEntries } from "#app/domain/matching/documents.store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
beforeEach(() => t.setNow(NOW));
afterAll(() => t.close());

const stepOf = async (eventId: string) => ({
  eventId,
  staffId,
  version: (await findEditedEvent(t.town, { eventId }))!.version,
});
const register = async (eventId: string, more: Partial<Parameters<typeof registerForEvent>[1]> = {}) => {
  const person = await createAttendee(t.town);
  const result = await registerForEvent(t.town, {
    eventId,
    userId: person.id,
    category: "student",
    headCount: 1,
    ...more,
  });
  if (!result.ok) throw new Error(result.error);
  return { ...person, registrationId: result.registrationId, state: result.state };
};
const announcementMails = async (to: string) =>
  t.town.database.mail.findMany({
    where: { recipient: to, kind: "event-announcement" },
    orderBy: { createdAt: "asc" },
  });
const rowOf = (id: string) => t.town.database.event.findUniqueOrThrow({ where: { id } });
const recordedKinds = async (subjectId: string) =>
  (await t.town.database.domainEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

describe("saving an event", () => {
  test("tells everybody who holds a seat or waits, once, when the place changes, and raises the calendar number", async () => {
    const event = await createEvent(t.town, { seats: { student: 1 } });
    const seated = await register(event.id);
    const waiting = await register(event.id, { waitWhenFull: true });
    expect(waiting.state).toBe("waiting");
    const edited = (await findEditedEvent(t.town, { eventId: event.id }))!;
    const change = { eventId: event.id, staffId, version: edited.version, notify: true };
    const saved = await saveEvent(t.town, { ...change, facts: { ...pick(edited), venue: "一関市役所" } });
    expect(saved).toEqual({ ok: true, told: 2, mustKnow: true });
    await t.runWaitingJobs();
    const [mail] = await announcementMails(seated.email);
    expect(mail!.props).toMatchObject({
      reason: "changed",
      changes: [{ term: "会場", before: "一関文化センター", after: "一関市役所" }],
      holds: "registered",
      calendar: { sequence: 1, cancelled: false },
    });
    expect(mail!.state).toBe("sent");
    expect(mail!.subject).toBe(`【変更】${event.title}`);
    expect((await announcementMails(waiting.email))[0]!.props).toMatchObject({
      holds: "waiting",
      calendar: null,
    });
    expect(await rowOf(event.id)).toMatchObject({ sequence: 1, venue: "一関市役所" });
  });

  test("is refused when somebody else saved meanwhile, and changes nothing", async () => {
    const event = await createEvent(t.town);
    const edited = (await findEditedEvent(t.town, { eventId: event.id }))!;
    const own = { eventId: event.id, staffId, version: edited.version, notify: false };
    const first = await saveEvent(t.town, { ...own, facts: { ...pick(edited), title: "先の変更" } });
    expect(first).toMatchObject({ ok: true });
    const second = await saveEvent(t.town, { ...own, facts: { ...pick(edited), title: "後の変更" } });
    expect(second).toEqual({ ok: false, error: "changed-meanwhile" });
    expect((await rowOf(event.id)).title).toBe("先の変更");
  });

  test("tells nobody when staff do not ask for it or only words changed", async () => {
    const event = await createEvent(t.town);
    const person = await register(event.id);
    const edited = (await findEditedEvent(t.town, { eventId: event.id }))!;
    const base = { eventId: event.id, staffId };
    const words = { ...base, version: edited.version, notify: true };
    expect(await saveEvent(t.town, { ...words, facts: { ...pick(edited), summary: "新しい文" } })).toEqual({
      ok: true,
      told: 0,
      mustKnow: false,
    });
    const { version } = (await findEditedEvent(t.town, { eventId: event.id }))!;
    const quiet = { ...base, version, notify: false };
    const facts = { ...pick(edited), summary: "新しい文", access: "駅から徒歩3分" };
    expect(await saveEvent(t.town, { ...quiet, facts })).toEqual({ ok: true, told: 0, mustKnow: true });
    await t.runWaitingJobs();
    expect(await announcementMails(person.email)).toEqual([]);
    expect((await rowOf(event.id)).sequence).toBe(1);
  });
});

describe("a state", () => {
  test("of a planned event changes to published only when it is whole", async () => {
    const event = await createEvent(t.town, { state: "planned", publishedAt: null, summary: "" });
    expect(await publishEvent(t.town, await stepOf(event.id))).toEqual({ ok: false, error: "not-ready" });
    await t.town.database.event.update({ where: { id: event.id }, data: { summary: "案内" } });
    const step = await stepOf(event.id);
    expect(await publishEvent(t.town, step)).toEqual({ ok: true, told: 0 });
    expect(await publishEvent(t.town, step)).toEqual({ ok: false, error: "changed-meanwhile" });
    expect(await rowOf(event.id)).toMatchObject({ state: "published", publishedAt: new Date(NOW) });
    const found = await readEntries(t.town, [`event:${event.id}`]);
    expect(found.documents.map(({ slug }) => slug)).toEqual([event.id]);
  });

  test("cancelled stays public, takes the calendar entry off, and can be taken back", async () => {
    const event = await createEvent(t.town);
    const person = await register(event.id);
    const cancelled = await cancelEvent(t.town, { ...(await stepOf(event.id)), note: "講師の都合のため" });
    expect(cancelled).toEqual({ ok: true, told: 1 });
    await t.runWaitingJobs();
    expect((await announcementMails(person.email))[0]!.props).toMatchObject({
      reason: "cancelled",
      body: "講師の都合のため",
      calendar: { cancelled: true, sequence: 1 },
    });
    expect(await findEvent(t.town, event)).toMatchObject({
      status: "cancelled",
      stateNote: "講師の都合のため",
    });
    const reopened = await reopenEvent(t.town, {
      ...(await stepOf(event.id)),
      note: "代わりの講師が決まりました",
    });
    expect(reopened).toEqual({ ok: true, told: 1 });
    expect(await rowOf(event.id)).toMatchObject({ state: "published", stateNote: "", sequence: 2 });
    expect(await recordedKinds(event.id)).toEqual([
      "event.cancelled",
      "event.announced",
      "event.reopened",
      "event.announced",
    ]);
  });

  test("postponed keeps the first date until and after the new one; windows and sessions move along", async () => {
    const event = await createEvent(t.town, {
      startsAt: jst("2026-12-05", "13:00"),
      endsAt: jst("2026-12-05", "16:00"),
      registrationClosesAt: jst("2026-12-04", "17:00"),
    });
    const person = await register(event.id);
    expect(await postponeEvent(t.town, { ...(await stepOf(event.id)), note: "大雪の予報のため" })).toEqual({
      ok: true,
      told: 1,
    });
    await t.runWaitingJobs();
    expect(await rowOf(event.id)).toMatchObject({ state: "postponed", previousStartsAt: event.startsAt });
    const past = { note: "", startsOn: jst("2026-11-19"), hours: null };
    expect(await rescheduleEvent(t.town, { ...(await stepOf(event.id)), ...past })).toEqual({
      ok: false,
      error: "date-in-past",
    });
    t.setNow("2026-12-07T00:00:00Z");
    const hours = { from: "10:00", to: "12:00" };
    const moved = { note: "", startsOn: jst("2026-12-19"), hours };
    expect(await rescheduleEvent(t.town, { ...(await stepOf(event.id)), ...moved })).toEqual({
      ok: true,
      told: 1,
    });
    await t.runWaitingJobs();
    expect(await rowOf(event.id)).toMatchObject({
      state: "published",
      sequence: 2,
      startsAt: jst("2026-12-19", "10:00"),
      endsAt: jst("2026-12-19", "12:00"),
      registrationClosesAt: jst("2026-12-18", "17:00"),
      previousStartsAt: event.startsAt,
    });
    const mails = await announcementMails(person.email);
    expect(mails.map(({ props }) => (props as { reason: string }).reason)).toEqual([
      "postponed",
      "rescheduled",
    ]);
    expect(mails[1]!.props).toMatchObject({
      when: "2026年(令和8年)12月19日(土) 10:00〜12:00",
      calendar: { startsAt: "2026-12-19T01:00:00.000Z", sequence: 2, cancelled: false },
    });
  });

  test("deleted is only what was never public and holds nothing", async () => {
    const planned = await createEvent(t.town, { state: "planned", publishedAt: null });
    const published = await createEvent(t.town);
    const deletion = async (eventId: string) => deletePlannedEvent(t.town, await stepOf(eventId));
    expect(await deletion(published.id)).toEqual({ ok: false, error: "not-planned" });
    expect(await deletion(planned.id)).toEqual({ ok: true });
    expect(await findEditedEvent(t.town, { eventId: planned.id })).toBeNull();
  });
});

describe("sessions and seats", () => {
  test("are added, moved and removed while nothing rests on them; the event's time follows", async () => {
    const event = await createEvent(t.town, {
      startsAt: jst("2026-12-05", "13:00"),
      endsAt: jst("2026-12-05", "16:00"),
    });
    const person = await register(event.id);
    const next = { startsAt: jst("2026-12-06", "09:00"), endsAt: jst("2026-12-06", "12:00") };
    const step = await stepOf(event.id);
    expect(await addSession(t.town, { ...step, title: "2日目", span: next })).toEqual({ ok: true, told: 0 });
    expect((await rowOf(event.id)).endsAt).toEqual(next.endsAt);
    const [first, second] = await listEditedSessions(t.town, { eventId: event.id });
    expect([first!.removable, second!.removable]).toEqual([false, true]);
    const remove = async (sessionId: string) =>
      removeSession(t.town, { ...(await stepOf(event.id)), sessionId });
    expect(await remove(first!.id)).toEqual({ ok: false, error: "session-in-use" });
    const span = { startsAt: jst("2026-12-05", "10:00"), endsAt: jst("2026-12-05", "12:00") };
    const move = { ...(await stepOf(event.id)), sessionId: first!.id, title: "1日目", span, notify: true };
    expect(await saveSession(t.town, move)).toEqual({ ok: true, told: 1 });
    expect(await remove(second!.id)).toEqual({ ok: true, told: 0 });
    expect(await remove(first!.id)).toEqual({ ok: false, error: "last-session" });
    expect(await rowOf(event.id)).toMatchObject(span);
    await t.runWaitingJobs();
    expect((await announcementMails(person.email))[0]!.props).toMatchObject({
      changes: [{ term: "日時", after: "2026年(令和8年)12月5日(土) 10:00〜12:00" }],
    });
  });

  test("do not end before registration closes", async () => {
    const event = await createEvent(t.town, {
      startsAt: jst("2026-12-05", "13:00"),
      endsAt: jst("2026-12-05", "16:00"),
      registrationClosesAt: jst("2026-12-05", "15:00"),
    });
    const span = { startsAt: jst("2026-12-05", "10:00"), endsAt: jst("2026-12-05", "12:00") };
    const sessionId = event.sessions[0]!.id;
    const move = { ...(await stepOf(event.id)), sessionId, title: "", span, notify: true };
    expect(await saveSession(t.town, move)).toEqual({ ok: false, error: "window-after-end" });
    expect((await rowOf(event.id)).endsAt).toEqual(event.endsAt);
  });

  test("have one pool for the same people, and a pool with registrations stays", async () => {
    const event = await createEvent(t.town);
    const school = await createTestSchool(t.town);
    await register(event.id);
    const sessionId = event.sessions[0]!.id;
    const scope = {
      category: "student" as const,
      schoolId: school.id,
      department: "機械科",
      graduationYear: 2028,
    };
    const add = async (more: object) =>
      addPool(t.town, { ...(await stepOf(event.id)), sessionId, scope: { ...scope, ...more }, capacity: 5 });
    expect(await add({})).toEqual({ ok: true, told: 0 });
    expect(await add({})).toEqual({ ok: false, error: "pool-exists" });
    expect(await add({ schoolId: "unknown" })).toEqual({ ok: false, error: "unknown-school" });
    const [session] = await listEditedSessions(t.town, { eventId: event.id });
    const pools = session!.pools;
    const remove = async (poolId: string) => removePool(t.town, { ...(await stepOf(event.id)), poolId });
    expect(await remove(pools.find((pool) => pool.reserved > 0)!.id)).toEqual({
      ok: false,
      error: "pool-in-use",
    });
    expect(await remove(pools.find((pool) => pool.reserved === 0)!.id)).toEqual({ ok: true, told: 0 });
  });
});

test("a copy is planned, says where it comes from, and has nobody in it", async () => {
  const event = await createEvent(t.town, { boothLimit: 44, registrationClosesAt: new Date(NOW) });
  await register((await createEvent(t.town)).id);
  const startsAt = jst("2027-11-20");
  const id = (await copyEvent(t.town, { eventId: event.id, staffId, title: "翌年の回", startsAt }))!;
  const copy = (await findEditedEvent(t.town, { eventId: id }))!;
  expect(copy).toMatchObject({ state: "planned", copiedFromId: event.id, boothLimit: 44, registrations: 0 });
  expect(copy.pools).toBe(1);
  expect(await copyEvent(t.town, { eventId: "none", staffId, title: "", startsAt })).toBeNull();
});

/** What the editor's form says when nothing is changed in it. */
function pick(event: NonNullable<Awaited<ReturnType<typeof findEditedEvent>>>): EventFacts {
  return factsOf(singleEventSchema.parse({ ...formOf(event, event.sessions[0]!), version: event.version }));
}
