import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptOffer, expireOffers } from "#app/domain/events/offers.store.server.ts";
import { resizePool } from "#app/domain/events/pool-ledger.store.server.ts";
import type { Holder } from "#app/domain/events/rules.ts";
import {
  cancelForHolder,
  cancelRegistration,
  registerForEvent,
  type RegistrationRequest,
} from "#app/domain/events/seats.store.server.ts";
import { newId } from "#app/platform/random.ts";
import {
  createAttendee,
  createEvent,
  createStudents,
  createTestSchool,
  ledgerOf,
} from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const START = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: START, env: { TRUST_PROXY: "true" } });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

const wish = { category: "student", headCount: 1, waitWhenFull: true } as const;
const mailsOf = (kind: string, recipient: string) =>
  t.town.database.mail.count({ where: { kind, recipient } });
const stateOf = async (id: string) =>
  (await t.town.database.registration.findUniqueOrThrow({ where: { id } })).state;
const register = async (request: RegistrationRequest) => {
  const result = await registerForEvent(t.town, request);
  if (!result.ok) throw new Error(result.error);
  return result;
};

/** An event with one seat that is taken, and so many who wait. */
async function fullEvent(waiting: number, facts: Parameters<typeof createEvent>[1] = {}) {
  t.setNow(START);
  const event = await createEvent(t.town, { seats: { student: 1 }, ...facts });
  const people = await Promise.all(Array.from({ length: waiting + 1 }, () => createAttendee(t.town)));
  const rows: { id: string; userId: string; email: string }[] = [];
  for (const { id: userId, email } of people) {
    const { registrationId } = await register({ eventId: event.id, userId, ...wish });
    rows.push({ id: registrationId, userId, email });
  }
  const free = () => cancelRegistration(t.town, { registrationId: rows[0]!.id, userId: rows[0]!.userId });
  return { event, rows, free };
}

describe("an offer that is not taken", () => {
  test("runs out after 48 hours, is told, and goes to the next; the same answer is right without the job", async () => {
    const { event, rows, free } = await fullEvent(2);
    await free();
    expect(await stateOf(rows[1]!.id)).toBe("offered");
    t.setNow("2026-11-22T03:00:00Z");
    await t.runWaitingJobs();
    await expireOffers(t.town);
    await expireOffers(t.town);
    expect(await stateOf(rows[1]!.id)).toBe("expired");
    expect(await stateOf(rows[2]!.id)).toBe("offered");
    expect(await mailsOf("seat-offer-expired", rows[1]!.email)).toBe(1);
    expect(await mailsOf("seat-offer", rows[2]!.email)).toBe(1);
    expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 1, held: 1 }]);

    // Nobody runs the job now: whoever asks next finds the pool in order all the same.
    t.setNow("2026-11-24T03:00:00Z");
    const late = { registrationId: rows[2]!.id, userId: rows[2]!.userId };
    expect(await acceptOffer(t.town, late)).toEqual({ ok: false, error: "offer-expired" });
    const { userId } = rows[1]!;
    expect(await register({ eventId: event.id, userId, ...wish })).toMatchObject({
      registrationId: rows[1]!.id,
      state: "registered",
      repeated: false,
    });
  });

  test("is declined by cancelling; asking again while it stands shows the offer", async () => {
    const { event, rows, free } = await fullEvent(2);
    await free();
    const { id: registrationId, userId } = rows[1]!;
    const again = await register({ eventId: event.id, userId, ...wish });
    expect(again).toMatchObject({ state: "offered", repeated: true });
    expect(await cancelRegistration(t.town, { registrationId, userId })).toEqual({
      ok: true,
      repeated: false,
    });
    expect(await acceptOffer(t.town, { registrationId, userId })).toEqual({ ok: false, error: "cancelled" });
    expect(await stateOf(rows[2]!.id)).toBe("offered");
  });

  test("is not made for a cancelled event, after the start, or to a closed account; it is made after registration closed", async () => {
    const cancelled = await fullEvent(1);
    await t.town.database.event.update({ where: { id: cancelled.event.id }, data: { state: "postponed" } });
    await cancelled.free();
    expect(await stateOf(cancelled.rows[1]!.id)).toBe("waiting");

    const closed = await fullEvent(2, { registrationClosesAt: new Date("2026-11-25T03:00:00Z") });
    const { userId } = closed.rows[1]!;
    await t.town.database.user.update({ where: { id: userId }, data: { state: "closed" } });
    t.setNow("2026-11-26T03:00:00Z");
    await closed.free();
    expect(await stateOf(closed.rows[1]!.id)).toBe("waiting");
    expect(await stateOf(closed.rows[2]!.id)).toBe("offered");
    const { startsAt } = closed.event;
    t.setNow(startsAt.toISOString());
    await expireOffers(t.town);
    expect(await stateOf(closed.rows[2]!.id)).toBe("expired");
    expect(await mailsOf("seat-offer-expired", closed.rows[2]!.email)).toBe(0);
    expect(await ledgerOf(t.town, closed.event.id)).toMatchObject([{ reserved: 0, held: 0 }]);
  });
});

test("staff change how many seats there are: never below those that are held, and more are offered at once", async () => {
  const { event, rows } = await fullEvent(2);
  const poolId = event.sessions[0]!.pools[0]!.id;
  const resize = (capacity: number) =>
    resizePool(t.town, { poolId, eventId: event.id, capacity, staffId: "staff" });
  expect(await resize(0)).toEqual({ ok: false, error: "below-reserved", reserved: 1 });
  expect(await resize(3)).toEqual({ ok: true, offered: 2 });
  expect(await resize(2)).toEqual({ ok: false, error: "below-reserved", reserved: 3 });
  const other = await createEvent(t.town);
  const request = { poolId, eventId: other.id, capacity: 9, staffId: "staff" };
  expect(await resizePool(t.town, request)).toEqual({ ok: false, error: "no-such-pool" });
  const call = { registrationId: rows[0]!.id, eventId: event.id, staffId: "staff" };
  expect(await cancelForHolder(t.town, call)).toEqual({ ok: true, repeated: false });
  expect(await mailsOf("registration-cancelled", rows[0]!.email)).toBe(1);
  const elsewhere = { ...call, eventId: other.id };
  expect(await cancelForHolder(t.town, elsewhere)).toEqual({ ok: false, error: "no-such-registration" });
  expect(await resize(2)).toEqual({ ok: true, offered: 0 });
});

describe("guardians with a student", () => {
  test("have seats of their own, may wait while the student sits, and go when the student cancels", async () => {
    t.setNow(START);
    const event = await createEvent(t.town, { seats: { student: 2, guardian: 1 } });
    const [one, two] = await createStudents(t.town, 2);
    const first = await register({ eventId: event.id, userId: one!, ...wish, guardians: 1 });
    expect(first).toMatchObject({ state: "registered", guardians: { state: "registered" } });
    expect(await register({ eventId: event.id, userId: one!, ...wish, guardians: 1 })).toMatchObject({
      registrationId: first.registrationId,
      repeated: true,
      guardians: first.guardians,
    });
    const request = { eventId: event.id, userId: two!, ...wish, guardians: 1 };
    const full = await registerForEvent(t.town, { ...request, waitWhenFull: false });
    expect(full).toEqual({ ok: false, error: "event-full" });
    const second = await register(request);
    expect(second).toMatchObject({ state: "registered", guardians: { state: "waiting" } });
    await cancelRegistration(t.town, { registrationId: first.registrationId, userId: one! });
    expect(await stateOf(first.guardians!.registrationId)).toBe("cancelled");
    expect(await stateOf(second.guardians!.registrationId)).toBe("offered");
    for (const pool of await ledgerOf(t.town, event.id)) expect(pool.reserved).toBe(pool.held);
  });

  test("lose their seats when the student's offer runs out, and those who wait for them are next", async () => {
    t.setNow(START);
    const event = await createEvent(t.town, { seats: { student: 1, guardian: 2 } });
    const [first, second, third] = await createStudents(t.town, 3);
    const seated = await register({ eventId: event.id, userId: first!, ...wish });
    const late = await register({ eventId: event.id, userId: second!, ...wish, guardians: 2 });
    const next = await register({ eventId: event.id, userId: third!, ...wish, guardians: 1 });
    expect([late.guardians!.state, next.guardians!.state]).toEqual(["registered", "waiting"]);
    await cancelRegistration(t.town, { registrationId: seated.registrationId, userId: first! });
    expect(await stateOf(late.registrationId)).toBe("offered");
    t.setNow("2026-11-22T03:00:00Z");
    await expireOffers(t.town);
    expect(await stateOf(late.registrationId)).toBe("expired");
    expect(await stateOf(late.guardians!.registrationId)).toBe("cancelled");
    expect(await stateOf(next.registrationId)).toBe("offered");
    expect(await stateOf(next.guardians!.registrationId)).toBe("offered");
    for (const pool of await ledgerOf(t.town, event.id)) expect(pool.reserved).toBe(pool.held);
  });
});

test("seats are taken in the pool that fits the person best, and nobody takes those of another school", async () => {
  t.setNow(START);
  const event = await createEvent(t.town, { seats: { student: 5 } });
  const school = await createTestSchool(t.town);
  const own = await createAttendee(t.town, { schoolId: school.id });
  const foreign = await createAttendee(t.town);
  const narrow = await t.town.database.capacityPool.create({
    data: {
      id: newId(),
      sessionId: event.sessions[0]!.id,
      category: "student",
      schoolId: school.id,
      key: `student/${school.id}//`,
      capacity: 1,
    },
  });
  const { registrationId } = await register({ eventId: event.id, userId: own.id, ...wish });
  const row = await t.town.database.registration.findUniqueOrThrow({ where: { id: registrationId } });
  expect(row.poolId).toBe(narrow.id);
  const request = { eventId: event.id, userId: foreign.id, poolId: narrow.id, headCount: 1 };
  expect(await registerForEvent(t.town, request)).toEqual({ ok: false, error: "not-for-you" });
  const group = { eventId: event.id, userId: foreign.id, category: "student", headCount: 2 } as const;
  expect(await registerForEvent(t.town, group)).toEqual({ ok: false, error: "not-for-you" });
  await t.town.database.event.update({ where: { id: event.id }, data: { maxGroupSize: 2 } });
  expect(await registerForEvent(t.town, group)).toMatchObject({ ok: true, state: "registered" });
});

test("a guest holds seats with a confirmed address, and manages them by the link in the mail", async () => {
  t.setNow(START);
  const event = await createEvent(t.town, { guestRegistration: true, seats: { other: 1 } });
  const question = { eventId: event.id, kind: "text", position: 1, label: "質問" } as const;
  const asked = await t.town.database.eventQuestion.create({ data: { id: newId(), ...question } });
  const foreign = await createEvent(t.town);
  const elsewhere = await t.town.database.eventQuestion.create({
    data: { id: newId(), ...question, eventId: foreign.id },
  });
  const email = "guest@people.example";
  const guest = await t.town.database.eventGuest.create({
    data: { id: newId(), eventId: event.id, email, requestedAt: t.town.clock.now() },
  });
  const holder: Holder = { guestId: guest.id };
  const answers = [asked, elsewhere].map(({ id }) => ({ questionId: id, value: "答え" }));
  const request = { eventId: event.id, ...holder, category: "other", headCount: 1, answers } as const;
  expect(await registerForEvent(t.town, request)).toEqual({ ok: false, error: "no-such-pool" });
  const confirmedAt = t.town.clock.now();
  await t.town.database.eventGuest.update({ where: { id: guest.id }, data: { confirmedAt } });
  const { registrationId } = await register(request);
  const mail = await t.town.database.mail.findFirstOrThrow({ where: { kind: "ticket", recipient: email } });
  expect((mail.props as { registrationUrl: string }).registrationUrl).toContain(
    `/tickets/${registrationId}.`,
  );
  const kept = await t.town.database.registrationAnswer.findMany({ where: { registrationId } });
  expect(kept.map((answer) => answer.questionId)).toEqual([asked.id]);
  const wrong = await registerForEvent(t.town, { ...request, eventId: foreign.id });
  expect(wrong).toEqual({ ok: false, error: "not-for-you" });
  expect(await cancelRegistration(t.town, { registrationId, ...holder })).toEqual({
    ok: true,
    repeated: false,
  });
});

describe("too many requests", () => {
  const post = (userId: string, eventId: string, address: string) =>
    site.request(`/events/${eventId}/registration`, {
      method: "POST",
      userId,
      body: new URLSearchParams({ category: "student", headCount: "1", intent: "register" }),
      headers: { "X-Forwarded-For": address },
    });

  test("a hundred students behind one address all register in the same minute", async () => {
    t.setNow(START);
    const event = await createEvent(t.town, { seats: { student: 100 } });
    const people = await createStudents(t.town, 100);
    const answers = await Promise.all(people.map((userId) => post(userId, event.id, "198.51.100.7")));
    expect(answers.map((answer) => answer.status).filter((status) => status !== 303)).toEqual([]);
    expect(await ledgerOf(t.town, event.id)).toMatchObject([{ reserved: 100, held: 100 }]);
  });

  test("one person from a hundred addresses is slowed down, and can go on ten minutes later", async () => {
    t.setNow(START);
    const event = await createEvent(t.town, { seats: { student: 1 } });
    const [holder, person] = await createStudents(t.town, 2);
    await post(holder!, event.id, "198.51.100.8");
    const statuses: number[] = [];
    for (let number = 0; number < 100; number++)
      statuses.push((await post(person!, event.id, `203.0.113.${number}`)).status);
    const attempt = { eventId: event.id, userId: person!, category: "student", headCount: 1 } as const;
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
    expect(await registerForEvent(t.town, attempt)).toEqual({ ok: false, error: "too-many-requests" });
    t.setNow("2026-11-20T03:10:00Z");
    expect(await registerForEvent(t.town, attempt)).toEqual({ ok: false, error: "event-full" });
  });
});
