import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  findCalendarEvent,
  findEvent,
  listComingEvents,
  listPastEvents,
} from "#app/domain/events/store.server.ts";
import { listFeedEvents } from "#app/domain/events/feeds.store.server.ts";
import {
  listOwnRegistrations,
  listSchoolRegistrations,
} from "#app/domain/events/registrations.store.server.ts";
import { findTicket } from "#app/domain/events/tickets.store.server.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { listNewest } from "#app/domain/publications/store.server.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
beforeEach(() => t.setNow(NOW));
afterAll(() => t.close());

const hours = (count: number) => new Date(new Date(NOW).getTime() + count * 3_600_000);
const register = (
  eventId: string,
  userId: string,
  more: Partial<Parameters<typeof registerForEvent>[1]> = {},
) => registerForEvent(t.town, { eventId, userId, category: "student", headCount: 1, ...more });

describe("a registration is refused", () => {
  test("before it opens, after it closes, and when the event is cancelled, postponed or not public", async () => {
    const { id } = await createAttendee(t.town);
    const refusalAt = async (facts: Parameters<typeof createEvent>[1]) =>
      register((await createEvent(t.town, facts)).id, id);
    expect(await refusalAt({ registrationOpensAt: hours(1) })).toEqual({ ok: false, error: "not-open-yet" });
    expect(await refusalAt({ registrationClosesAt: hours(-1) })).toEqual({ ok: false, error: "closed" });
    expect(await refusalAt({ startsAt: hours(-9), endsAt: hours(-8) })).toEqual({
      ok: false,
      error: "closed",
    });
    expect(await refusalAt({ state: "cancelled" })).toEqual({ ok: false, error: "cancelled" });
    expect(await refusalAt({ state: "postponed" })).toEqual({ ok: false, error: "cancelled" });
    expect(await refusalAt({ state: "planned" })).toEqual({ ok: false, error: "no-such-pool" });
    expect(await register("no such event", id)).toEqual({ ok: false, error: "no-such-pool" });
  });

  test("in a category that the event or the account does not have", async () => {
    const event = await createEvent(t.town, { seats: { student: 5, teacher: 5 } });
    const student = await createAttendee(t.town);
    expect(await register(event.id, student.id, { category: "teacher" })).toEqual({
      ok: false,
      error: "not-for-you",
    });
    expect(await register(event.id, student.id, { headCount: 2 })).toEqual({
      ok: false,
      error: "not-for-you",
    });
    const teacher = await createAttendee(t.town, { role: "teacher" });
    expect(await register(event.id, teacher.id, { category: "guardian" })).toEqual({
      ok: false,
      error: "no-such-pool",
    });
    const waiting = await createAttendee(t.town, { role: "company", state: "waiting" });
    expect(await register(event.id, waiting.id, { category: "company" })).toEqual({
      ok: false,
      error: "not-for-you",
    });
  });

  test("at a schools-only event, for everybody but teachers", async () => {
    const event = await createEvent(t.town, { audience: "schools", seats: { student: 50 } });
    const student = await createAttendee(t.town, { schoolKind: "highSchool" });
    const teacher = await createAttendee(t.town, { role: "teacher" });
    expect(await register(event.id, student.id)).toEqual({ ok: false, error: "not-for-you" });
    expect(await register(event.id, teacher.id, { headCount: 32 })).toMatchObject({
      ok: true,
      state: "registered",
    });
  });

  test("when the person holds a seat of the session already; another session is open to them", async () => {
    const startsAt = [hours(240), hours(264)];
    const sessions = startsAt.map((at) => ({
      startsAt: at,
      endsAt: new Date(at.getTime() + 3_600_000),
      seats: { student: 3 },
    }));
    const event = await createEvent(t.town, { startsAt: hours(240), endsAt: hours(265), sessions });
    const { id } = await createAttendee(t.town);
    const [first, second] = event.sessions.map((session) => session.id);
    expect(await register(event.id, id)).toEqual({ ok: false, error: "no-such-pool" });
    expect(await register(event.id, id, { sessionId: first })).toMatchObject({ ok: true, repeated: false });
    expect(await register(event.id, id, { sessionId: first })).toMatchObject({ ok: true, repeated: true });
    expect(await register(event.id, id, { sessionId: second })).toMatchObject({ ok: true, repeated: false });
  });
});

describe("a registration", () => {
  test("is mailed as a ticket that holds the calendar entry and is worthless after the event", async () => {
    const event = await createEvent(t.town);
    const person = await createAttendee(t.town);
    const result = await register(event.id, person.id);
    const mail = await t.town.database.mail.findFirstOrThrow({ where: { recipient: person.email } });
    expect(mail).toMatchObject({ kind: "ticket", expiresAt: event.endsAt });
    expect(mail.props).toMatchObject({
      eventTitle: event.title,
      categoryLabel: "生徒・学生",
      registrationUrl: `http://town.test/me/registrations/${result.ok && result.registrationId}`,
      calendar: { uid: `event-${event.id}-${event.sessions[0]!.id}@town.test`, cancelled: false },
    });
  });

  test("of a teacher belongs to the school and holds a head count without names", async () => {
    const school = await createTestSchool(t.town, { name: "一関あおば高等学校" });
    const [teacher, colleague] = await Promise.all(
      [1, 2].map(() => createAttendee(t.town, { role: "teacher", schoolId: school.id })),
    );
    const event = await createEvent(t.town, { seats: { student: 40, teacher: 4 } });
    await register(event.id, teacher!.id, { headCount: 32 });
    await register(event.id, teacher!.id, { category: "teacher", headCount: 2 });
    const seen = await listSchoolRegistrations(t.town, { teacherId: colleague!.id });
    expect(seen?.schoolName).toBe("一関あおば高等学校");
    expect(seen?.coming.map((row) => [row.category, row.headCount, row.isOwn])).toEqual([
      ["student", 32, false],
      ["teacher", 2, false],
    ]);
    const stranger = await createAttendee(t.town, { role: "teacher" });
    expect((await listSchoolRegistrations(t.town, { teacherId: stranger.id }))?.coming).toEqual([]);
  });

  test("of somebody else looks missing and cannot be cancelled", async () => {
    const event = await createEvent(t.town);
    const [owner, other] = [await createAttendee(t.town), await createAttendee(t.town)];
    const result = await register(event.id, owner.id);
    const registrationId = result.ok ? result.registrationId : "";
    expect(await findTicket(t.town, { registrationId, userId: other.id })).toBeNull();
    expect(await cancelRegistration(t.town, { registrationId, userId: other.id })).toEqual({
      ok: false,
      error: "no-such-registration",
    });
    expect(await findTicket(t.town, { registrationId, userId: owner.id })).toMatchObject({ canCancel: true });
  });

  test("can be cancelled until the event begins and moves to the past list", async () => {
    const event = await createEvent(t.town, { startsAt: hours(2), registrationClosesAt: hours(1) });
    const [early, late] = [await createAttendee(t.town), await createAttendee(t.town)];
    const [first, second] = [await register(event.id, early.id), await register(event.id, late.id)];
    const idOf = (result: typeof first) => (result.ok ? result.registrationId : "");
    expect((await listOwnRegistrations(t.town, { userId: early.id })).coming).toHaveLength(1);
    expect(await cancelRegistration(t.town, { registrationId: idOf(first), userId: early.id })).toMatchObject(
      { ok: true },
    );
    expect(await listOwnRegistrations(t.town, { userId: early.id })).toMatchObject({
      coming: [],
      past: [{ state: "cancelled" }],
    });
    t.setNow(hours(2).toISOString());
    expect(await cancelRegistration(t.town, { registrationId: idOf(second), userId: late.id })).toEqual({
      ok: false,
      error: "too-late",
    });
  });

  test("tells the place on the waiting list", async () => {
    const event = await createEvent(t.town, { seats: { student: 1 } });
    const people = await Promise.all([1, 2, 3].map(() => createAttendee(t.town)));
    for (const [index, person] of people.entries()) {
      t.setNow(new Date(hours(0).getTime() + index * 1000).toISOString());
      await register(event.id, person.id, { waitWhenFull: true });
    }
    const positions = await Promise.all(
      people.map(async ({ id }) => (await listOwnRegistrations(t.town, { userId: id })).coming[0]?.position),
    );
    expect(positions).toEqual([null, 1, 2]);
  });
});

describe("what the public reads", () => {
  test("planned events are nowhere; cancelled ones stay in lists and calendars", async () => {
    const planned = await createEvent(t.town, { state: "planned", kind: "seminar" });
    const cancelled = await createEvent(t.town, { state: "cancelled", kind: "seminar" });
    const ids = (await listComingEvents(t.town, { kind: "seminar" })).map((event) => event.id);
    expect(ids).toContain(cancelled.id);
    expect(ids).not.toContain(planned.id);
    expect(await findEvent(t.town, { id: planned.id })).toBeNull();
    expect(await findCalendarEvent(t.town, { id: planned.id })).toBeNull();
    const calendar = await listFeedEvents(t.town);
    expect(calendar!.find((event) => event.id === cancelled.id)?.state).toBe("cancelled");
    const newest = await listNewest(t.town, { limit: 500 });
    expect(newest.some((entry) => entry.id === planned.id)).toBe(false);
  });

  test("an event is ahead until its end and then among the past twelve months", async () => {
    const event = await createEvent(t.town, { kind: "visitTour", startsAt: hours(1), endsAt: hours(3) });
    const isIn = async (list: typeof listPastEvents) =>
      (await list(t.town, { kind: "visitTour" })).some((card) => card.id === event.id);
    t.setNow(hours(2.9).toISOString());
    expect([await isIn(listComingEvents), await isIn(listPastEvents)]).toEqual([true, false]);
    t.setNow(hours(3).toISOString());
    expect([await isIn(listComingEvents), await isIn(listPastEvents)]).toEqual([false, true]);
    t.setNow(hours(24 * 370).toISOString());
    expect(await isIn(listPastEvents)).toBe(false);
  });
});
