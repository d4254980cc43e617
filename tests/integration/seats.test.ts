import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptOffer } from "#app/domain/events/offers.store.server.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import {
  createAttendee,
  createEvent,
  createStudents,
  createTestSchool,
  ledgerOf,
} from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
afterAll(() => t.close());

const student = { category: "student", headCount: 1 } as const;
const mailsOf = (kind: string, recipient: string) =>
  t.town.database.mail.count({ where: { kind, recipient } });

describe("the seat ledger under load", () => {
  test("200 parallel registrations for 50 seats give exactly 50", async () => {
    const event = await createEvent(t.town, { seats: { student: 50 } });
    const people = await createStudents(t.town, 200);
    const results = await Promise.all(
      people.map((userId) => registerForEvent(t.town, { eventId: event.id, userId, ...student })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(50);
    expect(results.filter((result) => !result.ok && result.error === "event-full")).toHaveLength(150);
    expect(await ledgerOf(t.town, event.id)).toEqual([
      { category: "student", capacity: 50, reserved: 50, held: 50 },
    ]);
    const made = await t.town.database.domainEvent.findMany({ where: { kind: "registration.made" } });
    expect(made.filter((row) => (row.data as { eventId: string }).eventId === event.id)).toHaveLength(50);
    expect(await t.town.database.mail.count({ where: { kind: "ticket" } })).toBe(50);
  });

  test("the same person submitting twenty times at once gets one seat and one mail", async () => {
    const event = await createEvent(t.town, { seats: { student: 5 } });
    const person = await createAttendee(t.town);
    const request = { eventId: event.id, userId: person.id, ...student };
    const results = await Promise.all(Array.from({ length: 20 }, () => registerForEvent(t.town, request)));
    const ids = new Set(results.map((result) => result.ok && result.registrationId));
    expect(ids.size).toBe(1);
    expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
    expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 1, held: 1 }]);
    expect(await mailsOf("ticket", person.email)).toBe(1);
  });

  test("one person at once in two categories of a session holds one registration", async () => {
    const event = await createEvent(t.town, { seats: { guardian: 9, other: 9 } });
    const { id } = await createAttendee(t.town, { role: "student" });
    await t.town.database.studentProfile.delete({ where: { userId: id } });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        registerForEvent(t.town, {
          eventId: event.id,
          userId: id,
          category: index % 2 === 0 ? "guardian" : "other",
          headCount: 1,
        }),
      ),
    );
    expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
    expect(
      results
        .filter((result) => !result.ok)
        .every((result) => !result.ok && result.error === "already-registered"),
    ).toBe(true);
    const ledger = await ledgerOf(t.town, event.id);
    expect(ledger.reduce((sum, pool) => sum + pool.reserved, 0)).toBe(1);
  });

  test("a storm of registrations, waiting and cancellations keeps the seats equal to the registered head counts", async () => {
    const event = await createEvent(t.town, { seats: { student: 30, teacher: 5 } });
    const people = await createStudents(t.town, 40);
    const school = await createTestSchool(t.town);
    const teachers = await Promise.all(
      Array.from({ length: 6 }, () => createAttendee(t.town, { role: "teacher", schoolId: school.id })),
    );
    const tryAll = (round: number) => [
      ...people.map(async (userId, index) => {
        const request = { eventId: event.id, userId, ...student, waitWhenFull: index % 2 === 0 };
        const result = await registerForEvent(t.town, request);
        if (result.ok && (index + round) % 3 === 0)
          await Promise.all([
            cancelRegistration(t.town, { registrationId: result.registrationId, userId }),
            cancelRegistration(t.town, { registrationId: result.registrationId, userId }),
          ]);
      }),
      ...teachers.map(async ({ id: userId }, index) => {
        const headCount = 3 + index;
        const request = {
          eventId: event.id,
          userId,
          category: "student",
          headCount,
          waitWhenFull: true,
        } as const;
        const result = await registerForEvent(t.town, request);
        if (result.ok && index % 2 === round % 2)
          await cancelRegistration(t.town, { registrationId: result.registrationId, userId });
      }),
    ];
    for (const round of [0, 1, 2]) await Promise.all(tryAll(round));
    const ledger = await ledgerOf(t.town, event.id);
    for (const pool of ledger) {
      expect(pool.reserved).toBe(pool.held);
      expect(pool.reserved).toBeLessThanOrEqual(pool.capacity);
    }
    // Nobody waits for a seat that is free.
    const free = ledger.find((pool) => pool.category === "student")!;
    const waiting = await t.town.database.registration.findMany({
      where: { eventId: event.id, state: "waiting" },
    });
    for (const row of waiting) expect(row.headCount).toBeGreaterThan(free.capacity - free.reserved);
  });
});

describe("the waiting list", () => {
  test("a freed seat is offered to the one who waits longest, by mail, in the same step; the answer brings the ticket", async () => {
    t.setNow("2026-11-20T03:00:00Z");
    const event = await createEvent(t.town, { seats: { student: 1 } });
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => createAttendee(t.town)));
    const register = (userId: string) =>
      registerForEvent(t.town, { eventId: event.id, userId, ...student, waitWhenFull: true });
    const seat = await register(first!.id);
    t.setNow("2026-11-20T03:01:00Z");
    expect(await register(second!.id)).toMatchObject({ ok: true, state: "waiting", repeated: false });
    t.setNow("2026-11-20T03:02:00Z");
    expect(await register(third!.id)).toMatchObject({ ok: true, state: "waiting" });
    expect(await register(third!.id)).toMatchObject({ ok: true, state: "waiting", repeated: true });
    expect(await mailsOf("ticket", second!.email)).toBe(0);

    const own = { registrationId: seat.ok ? seat.registrationId : "", userId: first!.id };
    expect(await cancelRegistration(t.town, own)).toEqual({ ok: true, repeated: false });
    expect(await cancelRegistration(t.town, own)).toEqual({ ok: true, repeated: true });
    const states = await t.town.database.registration.findMany({
      where: { eventId: event.id },
      orderBy: { registeredAt: "asc" },
      select: { userId: true, state: true },
    });
    expect(Object.fromEntries(states.map((row) => [row.userId, row.state]))).toEqual({
      [first!.id]: "cancelled",
      [second!.id]: "offered",
      [third!.id]: "waiting",
    });
    expect(await mailsOf("seat-offer", second!.email)).toBe(1);
    expect(await mailsOf("ticket", second!.email)).toBe(0);
    const offered = await t.town.database.registration.findFirstOrThrow({ where: { userId: second!.id } });
    const answer = { registrationId: offered.id, userId: second!.id };
    expect(await acceptOffer(t.town, answer)).toEqual({ ok: true, repeated: false });
    expect(await acceptOffer(t.town, answer)).toEqual({ ok: true, repeated: true });
    expect(await mailsOf("ticket", second!.email)).toBe(1);
    expect(await mailsOf("registration-cancelled", first!.email)).toBe(1);
    expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 1, held: 1 }]);
  });

  test("a group that does not fit lets smaller ones pass and keeps its place", async () => {
    const event = await createEvent(t.town, { seats: { student: 10 } });
    const [big, group, single] = [
      await createAttendee(t.town, { role: "teacher" }),
      await createAttendee(t.town, { role: "teacher" }),
      await createAttendee(t.town),
    ];
    const ask = (userId: string, headCount: number) =>
      registerForEvent(t.town, {
        eventId: event.id,
        userId,
        category: "student",
        headCount,
        waitWhenFull: true,
      });
    const nine = await ask(big.id, 9);
    const one = await createAttendee(t.town);
    const last = await ask(one.id, 1);
    expect(await ask(group.id, 5)).toMatchObject({ state: "waiting" });
    expect(await ask(single.id, 1)).toMatchObject({ state: "waiting" });
    await cancelRegistration(t.town, { registrationId: last.ok ? last.registrationId : "", userId: one.id });
    expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 10, held: 10 }]);
    await cancelRegistration(t.town, { registrationId: nine.ok ? nine.registrationId : "", userId: big.id });
    expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 6, held: 6 }]);
  });

  test("a group larger than the pool is refused instead of waiting for ever", async () => {
    const event = await createEvent(t.town, { seats: { student: 10 } });
    const teacher = await createAttendee(t.town, { role: "teacher" });
    const request = {
      eventId: event.id,
      userId: teacher.id,
      category: "student",
      headCount: 11,
      waitWhenFull: true,
    } as const;
    expect(await registerForEvent(t.town, request)).toEqual({ ok: false, error: "event-full" });
  });
});

test("registering again after a cancellation brings the same row back and mails a ticket again", async () => {
  const event = await createEvent(t.town);
  const person = await createAttendee(t.town);
  const request = { eventId: event.id, userId: person.id, ...student };
  const first = await registerForEvent(t.town, request);
  const registrationId = first.ok ? first.registrationId : "";
  t.setNow("2026-11-20T04:00:00Z");
  await cancelRegistration(t.town, { registrationId, userId: person.id });
  t.setNow("2026-11-20T05:00:00Z");
  expect(await registerForEvent(t.town, request)).toMatchObject({
    ok: true,
    registrationId,
    repeated: false,
  });
  expect(await mailsOf("ticket", person.email)).toBe(2);
  expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 1, held: 1 }]);
});
