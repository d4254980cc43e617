import { civilDateOf, endOfDay } from "#app/platform/calendar.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBoard } from "#app/domain/events/board.store.server.ts";
import {
  checkInRegistration,
  checkInWalkIns,
  correctHeadCount,
  voidCheckIn,
} from "#app/domain/events/check-ins.store.server.ts";
import { listOwnRegistrations } from "#app/domain/events/registrations.store.server.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { listEventsForStaff } from "#app/domain/events/staff-list.store.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const BEFORE = "2026-11-20T03:00:00Z";
/** 8 December 2026, 10:00 to 13:00 in Japan. */
const event8th = { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") };
const AT_THE_DOOR = "2026-12-08T00:40:00Z";
const staffId = "staff-1";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
beforeEach(() => t.setNow(BEFORE));
afterAll(() => t.close());

async function createTicket(facts: Parameters<typeof createEvent>[1] = {}) {
  const event = await createEvent(t.town, { ...event8th, ...facts });
  const person = await createAttendee(t.town);
  const result = await registerForEvent(t.town, {
    eventId: event.id,
    userId: person.id,
    category: "student",
    headCount: 1,
  });
  if (!result.ok) throw new Error(result.error);
  const row = await t.town.database.registration.findUniqueOrThrow({ where: { id: result.registrationId } });
  return { event, person, registrationId: row.id, ticketCode: row.ticketCode };
}

/** The events with a desk that is or will be open, as staff's list shows them. */
const listed = async () => {
  const filter = { kind: null, fiscalYear: null, state: null };
  const { today, coming } = await listEventsForStaff(t.town, filter);
  return [...today, ...coming];
};
const cameTo = async (eventId: string) =>
  (await findBoard(t.town, { eventId }))!.counts.map((row) => [row.category, row.registered, row.checkedIn]);

describe("check-in by ticket", () => {
  test("counts the person once, even when the ticket is scanned many times at once", async () => {
    const { event, ticketCode } = await createTicket();
    t.setNow(AT_THE_DOOR);
    const scan = () => checkInRegistration(t.town, { eventId: event.id, staffId, ticketCode });
    const results = await Promise.all(Array.from({ length: 10 }, scan));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await scan()).toMatchObject({
      ok: false,
      error: "already-checked-in",
      at: new Date(AT_THE_DOOR),
    });
    expect(await cameTo(event.id)).toEqual([["student", 1, 1]]);
    const facts = await t.town.database.domainEvent.findMany({ where: { kind: "check-in.made" } });
    expect(facts.filter((row) => (row.data as { eventId: string }).eventId === event.id)).toHaveLength(1);
  });

  test("is open only on the day of the event in Japan", async () => {
    const { event, ticketCode } = await createTicket();
    const scan = () => checkInRegistration(t.town, { eventId: event.id, staffId, ticketCode });
    t.setNow("2026-12-07T14:59:59Z");
    expect(await scan()).toEqual({ ok: false, error: "not-event-day", startsAt: event8th.startsAt });
    t.setNow("2026-12-08T15:00:00Z");
    expect(await scan()).toMatchObject({ ok: false, error: "not-event-day" });
    t.setNow("2026-12-07T15:00:00Z");
    expect(await scan()).toMatchObject({ ok: true });
  });

  test("refuses a ticket of another event, a cancelled one, a waiting one and an unknown one, and says which", async () => {
    const { event, ticketCode, person, registrationId } = await createTicket({
      title: "企業見学会",
      seats: { student: 1 },
    });
    const other = await createEvent(t.town, event8th);
    const waiter = await createAttendee(t.town);
    const waiting = await registerForEvent(t.town, {
      eventId: event.id,
      userId: waiter.id,
      category: "student",
      headCount: 1,
      waitWhenFull: true,
    });
    const waitingId = waiting.ok ? waiting.registrationId : "";
    t.setNow(AT_THE_DOOR);
    const scanAt = (eventId: string, code: string) =>
      checkInRegistration(t.town, { eventId, staffId, ticketCode: code });
    expect(await scanAt(other.id, ticketCode)).toMatchObject({
      ok: false,
      error: "other-event",
      eventTitle: "企業見学会",
    });
    expect(await scanAt(event.id, "ZZZZZZZZ")).toEqual({ ok: false, error: "unknown-ticket" });
    const byId = { eventId: event.id, staffId, registrationId: waitingId };
    expect(await checkInRegistration(t.town, byId)).toEqual({
      ok: false,
      error: "ticket-waiting",
      free: 0,
    });
    expect(await cancelRegistration(t.town, { registrationId, userId: person.id })).toMatchObject({
      ok: true,
    });
    expect(await scanAt(event.id, ticketCode)).toEqual({ ok: false, error: "ticket-cancelled" });
    // The freed seat is offered to whoever waits; nobody is registered until the offer is taken.
    expect(await cameTo(event.id)).toEqual([["student", 0, 0]]);
    const offerExpiresAt = new Date(AT_THE_DOOR);
    for (const state of ["offered", "expired"] as const) {
      await t.town.database.registration.update({
        where: { id: waitingId },
        data: { state, offerExpiresAt },
      });
      expect(await checkInRegistration(t.town, byId)).toMatchObject({
        ok: false,
        error: `ticket-${state}`,
      });
    }
  });

  test("and cancellation exclude each other, whichever comes first", async () => {
    const tickets = await Promise.all(Array.from({ length: 8 }, () => createTicket()));
    t.setNow(AT_THE_DOOR);
    for (const { event, person, registrationId, ticketCode } of tickets) {
      const [scanned, cancelled] = await Promise.all([
        checkInRegistration(t.town, { eventId: event.id, staffId, ticketCode }),
        cancelRegistration(t.town, { registrationId, userId: person.id }),
      ]);
      expect([scanned.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  test("taken back once, keeps its row and can be made again", async () => {
    const { event, person, ticketCode } = await createTicket();
    t.setNow(AT_THE_DOOR);
    const scan = () => checkInRegistration(t.town, { eventId: event.id, staffId, ticketCode });
    const made = await scan();
    const checkInId = made.ok ? made.checkInId : "";
    const undo = () => voidCheckIn(t.town, { eventId: event.id, staffId, checkInId });
    const undone = await Promise.all([undo(), undo(), undo()]);
    expect(undone.filter((result) => result.ok)).toHaveLength(1);
    expect(await cameTo(event.id)).toEqual([["student", 1, 0]]);
    const own = async () => (await listOwnRegistrations(t.town, { userId: person.id })).coming;
    expect(await own()).toMatchObject([{ checkedInAt: null }]);
    expect(await t.town.database.checkIn.findUnique({ where: { id: checkInId } })).not.toBeNull();
    expect(await voidCheckIn(t.town, { eventId: "another", staffId, checkInId })).toMatchObject({
      ok: false,
    });
    expect(await scan()).toMatchObject({ ok: true, checkInId });
    expect(await own()).toMatchObject([{ checkedInAt: new Date(AT_THE_DOOR) }]);
    expect(await cameTo(event.id)).toEqual([["student", 1, 1]]);
    const facts = await t.town.database.domainEvent.findMany({
      where: { subjectId: checkInId },
      orderBy: { id: "asc" },
    });
    expect(facts.map((row) => row.kind)).toEqual(["check-in.made", "check-in.voided", "check-in.made"]);
  });
});

describe("a group", () => {
  const createGroup = async () => {
    const event = await createEvent(t.town, { ...event8th, seats: { student: 40 } });
    const teacher = await createAttendee(t.town, { role: "teacher" });
    const result = await registerForEvent(t.town, {
      eventId: event.id,
      userId: teacher.id,
      category: "student",
      headCount: 30,
    });
    if (!result.ok) throw new Error(result.error);
    t.setNow(AT_THE_DOOR);
    return { eventId: event.id, staffId, registrationId: result.registrationId };
  };

  test("is checked in with the people who really came, and the number can be put right", async () => {
    const group = await createGroup();
    const made = await checkInRegistration(t.town, { ...group, headCount: 28 });
    expect(made).toMatchObject({ ok: true, headCount: 28, registered: 30, name: "一関みらい高等学校" });
    expect(await cameTo(group.eventId)).toEqual([["student", 30, 28]]);
    const checkInId = made.ok ? made.checkInId : "";
    const correct = (headCount: number) => correctHeadCount(t.town, { ...group, checkInId, headCount });
    expect(await Promise.all([correct(31), correct(31)])).toContainEqual({ ok: true, repeated: true });
    expect(await cameTo(group.eventId)).toEqual([["student", 30, 31]]);
    const facts = await t.town.database.domainEvent.findMany({
      where: { subjectId: checkInId, kind: "check-in.corrected" },
    });
    expect(facts.map(({ data }) => data)).toEqual([
      { eventId: group.eventId, category: "student", from: 28, headCount: 31 },
    ]);
  });

  test("whose check-in was taken back has no number to put right, nor has another event's", async () => {
    const group = await createGroup();
    const made = await checkInRegistration(t.town, group);
    const checkInId = made.ok ? made.checkInId : "";
    const foreign = { ...group, eventId: "another", checkInId, headCount: 3 };
    expect(await correctHeadCount(t.town, foreign)).toEqual({ ok: false, error: "no-such-check-in" });
    await voidCheckIn(t.town, { ...group, checkInId });
    const late = { ...group, checkInId, headCount: 3 };
    expect(await correctHeadCount(t.town, late)).toEqual({ ok: false, error: "already-voided" });
  });

  test("and the guardians who come along are told together", async () => {
    const { event, registrationId, ticketCode, person } = await createTicket();
    const session = event.sessions[0]!;
    const pool = await t.town.database.capacityPool.create({
      data: { id: newId(), sessionId: session.id, category: "guardian", key: "guardian", capacity: 5 },
    });
    const companion = await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId: event.id,
        poolId: pool.id,
        userId: person.id,
        category: "guardian",
        headCount: 2,
        state: "registered",
        companionOfId: registrationId,
        ticketCode: newReadableCode(),
        registeredAt: t.town.clock.now(),
      },
    });
    t.setNow(AT_THE_DOOR);
    const desk = { eventId: event.id, staffId };
    expect(await checkInRegistration(t.town, { ...desk, ticketCode })).toMatchObject({
      companions: [{ registrationId: companion.id, category: "guardian", headCount: 2 }],
    });
    await checkInRegistration(t.town, { ...desk, registrationId: companion.id });
    expect(await checkInRegistration(t.town, { ...desk, ticketCode })).toMatchObject({ companions: [] });
  });
});

describe("people without a registration", () => {
  test("are counted by category; a second click on the same form adds nobody", async () => {
    const event = await createEvent(t.town, event8th);
    t.setNow(AT_THE_DOOR);
    const walkIn = {
      eventId: event.id,
      staffId,
      checkInId: newId(),
      category: "guardian",
      headCount: 3,
    } as const;
    const results = await Promise.all([1, 2, 3].map(() => checkInWalkIns(t.town, walkIn)));
    expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
    expect(await cameTo(event.id)).toEqual([
      ["student", 0, 0],
      ["guardian", 0, 3],
    ]);
    expect((await listed()).find((row) => row.id === event.id)).toMatchObject({
      registered: 0,
      checkedIn: 3,
      seats: 10,
    });
  });

  test("find their event among those of today until midnight in Japan, also after its end", async () => {
    const event = await createEvent(t.town, event8th);
    const isComing = async () => (await listed()).some(({ id }) => id === event.id);
    const day = civilDateOf(event.endsAt);
    t.setNow(new Date(endOfDay(day).getTime() - 60_000).toISOString());
    expect(await isComing()).toBe(true);
    t.setNow(endOfDay(day).toISOString());
    expect(await isComing()).toBe(false);
  });

  test("are not counted on another day or at a cancelled event", async () => {
    const walkIn = { staffId, category: "student", headCount: 1 } as const;
    const event = await createEvent(t.town, event8th);
    const cancelled = await createEvent(t.town, { ...event8th, state: "cancelled" });
    expect(await checkInWalkIns(t.town, { ...walkIn, eventId: event.id, checkInId: newId() })).toMatchObject({
      error: "not-event-day",
    });
    t.setNow(AT_THE_DOOR);
    expect(await checkInWalkIns(t.town, { ...walkIn, eventId: cancelled.id, checkInId: newId() })).toEqual({
      ok: false,
      error: "no-such-event",
    });
  });
});
