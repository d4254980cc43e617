import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInRegistration } from "#app/domain/events/check-ins.store.server.ts";
import { acceptOffer, expireOffers } from "#app/domain/events/offers.store.server.ts";
import { resizePool } from "#app/domain/events/pool-ledger.store.server.ts";
import type { Holder } from "#app/domain/events/rules.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee, createStudents, createTestSchool } from "#tests/support/builders/events.ts";
import { MAX_GROUP, type ModelHolder, type PoolName, SeatModel } from "#tests/support/seat-model.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/** Many short runs one after the other where a run is cheap; parallel ones where transactions really meet. */
const isPostgres = Boolean(process.env["TEST_DATABASE_URL"]);
const RUNS = isPostgres ? { sequential: 150, parallel: 300 } : { sequential: 2_000, parallel: 40 };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const HOLDERS: ModelHolder[] = [
  { name: "s1", kind: "student" },
  { name: "s2", kind: "student" },
  { name: "s3", kind: "student" },
  { name: "s4", kind: "student" },
  { name: "t1", kind: "teacher" },
  { name: "t2", kind: "teacher" },
  { name: "guest", kind: "guest" },
];

type Step =
  | {
      kind: "register";
      holder: number;
      pool: PoolName;
      headCount: number;
      guardians: number;
      wait: boolean;
    }
  | { kind: "cancel" | "accept" | "check-in"; holder: number; pool: PoolName }
  | { kind: "resize"; pool: PoolName; capacity: number }
  | { kind: "wait"; minutes: number }
  | { kind: "expire" | "session-day" | "cancel-event" };

const holder = fc.nat({ max: HOLDERS.length - 1 });
const pool = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PoolName>("student") },
  { weight: 1, arbitrary: fc.constant<PoolName>("guardian") },
);
const registerStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("register" as const),
  holder,
  pool,
  headCount: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: MAX_GROUP + 1 })),
  guardians: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 2 })),
  wait: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: registerStep },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("cancel" as const), holder, pool }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("accept" as const), holder, pool }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("resize" as const),
      pool,
      capacity: fc.integer({ min: 0, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      minutes: fc.constantFrom(30, 7 * 60, 30 * 60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("expire" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("check-in" as const), holder, pool }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("session-day" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel-event" as const) }) },
);
const opening = fc.record({
  student: fc.integer({ min: 1, max: 4 }),
  guardian: fc.integer({ min: 1, max: 3 }),
  /** Who came before the first step. */
  before: fc.array(registerStep, { maxLength: 6 }),
});

let t: TestTown;
let accounts: Record<string, string>;
/** Each run has a day of its own, so that nobody's attempts of the run before count. */
let day = 0;

beforeAll(async () => {
  t = await openTestTown();
  const { id: schoolId } = await createTestSchool(t.town);
  const teachers = [1, 2].map(() => createAttendee(t.town, { role: "teacher", schoolId }));
  const [t1, t2] = await Promise.all(teachers);
  const [s1, s2, s3, s4] = await createStudents(t.town, 4);
  accounts = { s1: s1!, s2: s2!, s3: s3!, s4: s4!, t1: t1!.id, t2: t2!.id };
});
afterAll(() => t.close());

type Run = { model: SeatModel; eventId: string; pools: Record<PoolName, string>; guestId: string };

/** A new event with those who came before the first step, the model and the rows alike. */
async function open(facts: { student: number; guardian: number; before: Step[] }): Promise<Run> {
  day += 1;
  const now = new Date(Date.UTC(2027, 0, day, 3));
  t.setNow(now.toISOString());
  // 10 o'clock in the morning three days later (JST).
  const startsAt = new Date(now.getTime() + 70 * HOUR);
  const model = new SeatModel({ capacity: facts, now, startsAt });
  for (const early of facts.before) play(model, early);
  const run = { model, eventId: newId(), guestId: newId(), pools: { student: newId(), guardian: newId() } };
  const { database } = t.town;
  const sessionId = newId();
  const { eventId } = run;
  const endsAt = new Date(startsAt.getTime() + 3 * HOUR);
  await database.event.createMany({
    data: {
      id: eventId,
      kind: "guidanceFair",
      title: "地元就職ガイダンス",
      summary: "",
      venue: "一関文化センター",
      address: "",
      state: "published",
      guestRegistration: true,
      maxGroupSize: MAX_GROUP,
      startsAt,
      endsAt,
      updatedAt: now,
    },
  });
  await database.eventSession.createMany({ data: { id: sessionId, eventId, startsAt, endsAt } });
  await database.capacityPool.createMany({
    data: (["student", "guardian"] as const).map((category) => ({
      id: run.pools[category],
      sessionId,
      category,
      key: category,
      capacity: facts[category],
      reserved: model.reserved(category),
      arrivals: 1_000,
    })),
  });
  const email = `${run.guestId}@people.example`;
  await database.eventGuest.createMany({
    data: { id: run.guestId, eventId, email, requestedAt: now, confirmedAt: now },
  });
  const idOf = (name: string, of: PoolName) => `${eventId}/${name}/${of}`;
  await database.registration.createMany({
    data: model.rows
      .toSorted((one, other) => Number(one.isCompanion) - Number(other.isCompanion))
      .map((row) => ({
        id: idOf(row.holder, row.pool),
        eventId,
        poolId: run.pools[row.pool],
        ...holderOf(run, row.holder),
        category: row.pool,
        headCount: row.headCount,
        companionOfId: row.isCompanion ? idOf(row.holder, "student") : null,
        state: row.state,
        arrival: row.state === "waiting" ? row.arrival : null,
        ticketCode: newId(),
        registeredAt: now,
      })),
  });
  return run;
}

function holderOf(run: Run, name: string): Holder {
  return name === "guest" ? { guestId: run.guestId } : { userId: accounts[name]! };
}

/** What a step does to the model, and what should be answered; null when there is nothing that it could be done to. */
function play(model: SeatModel, step: Step): string | null {
  const who = "holder" in step ? HOLDERS[step.holder]! : null;
  if (step.kind === "register") return model.register(who!, step);
  if (step.kind === "resize") return model.resize(step.pool, step.capacity);
  if (step.kind === "wait") model.now = new Date(model.now.getTime() + step.minutes * MINUTE);
  if (step.kind === "session-day")
    model.now = new Date(Math.max(model.now.getTime(), model.startsAt.getTime() - 4 * HOUR));
  if (step.kind === "cancel-event") model.isCancelled = true;
  if (step.kind === "expire") for (const name of ["student", "guardian"] as const) model.settle(name);
  if (!("holder" in step)) return "done";
  const row = model.row(who!.name, step.pool);
  if (!row) return null;
  if (step.kind === "cancel") return model.cancel(who!.name, step.pool);
  if (step.kind === "accept") return model.accept(who!.name, step.pool);
  const isOpen = model.startsAt.getTime() - model.now.getTime() <= 4 * HOUR;
  if (!isOpen || row.state === "offered" || row.state === "expired") return null;
  return String(model.checkIn(who!.name, step.pool));
}

/** Does the step in the town and says the answer in the words of the model. */
async function perform(run: Run, step: Step): Promise<string> {
  const { town } = t;
  const { eventId } = run;
  if (step.kind === "wait" || step.kind === "session-day") t.setNow(run.model.now.toISOString());
  if (step.kind === "expire") await expireOffers(town);
  if (step.kind === "cancel-event")
    await town.database.event.update({ where: { id: eventId }, data: { state: "cancelled" } });
  if (step.kind === "resize") {
    const { capacity } = step;
    const request = { poolId: run.pools[step.pool], eventId, capacity, staffId: "staff" };
    const resized = await resizePool(town, request);
    if (resized.ok) return `resized, ${resized.offered} offered`;
    return "reserved" in resized ? `${resized.error} ${resized.reserved}` : resized.error;
  }
  if (!("holder" in step)) return "done";
  const own = holderOf(run, HOLDERS[step.holder]!.name);
  if (step.kind === "register") {
    const { pool: category, headCount, guardians, wait: waitWhenFull } = step;
    const wish = { eventId, ...own, category, headCount, guardians, waitWhenFull };
    const result = await registerForEvent(town, wish);
    if (!result.ok) return result.error;
    const words = result.repeated ? `${result.state} repeated` : result.state;
    return result.guardians ? `${words} with ${result.guardians.state}` : words;
  }
  const row = await town.database.registration.findFirst({
    where: { ...own, poolId: run.pools[step.pool] },
    select: { id: true },
  });
  const registrationId = row?.id ?? newId();
  if (step.kind === "check-in")
    return String((await checkInRegistration(town, { eventId, staffId: "staff", registrationId })).ok);
  if (step.kind === "accept") {
    const accepted = await acceptOffer(town, { registrationId, ...own });
    return accepted.ok ? (accepted.repeated ? "repeated" : "accepted") : accepted.error;
  }
  const cancelled = await cancelRegistration(town, { registrationId, ...own });
  return cancelled.ok ? (cancelled.repeated ? "repeated" : "cancelled") : cancelled.error;
}

/** The rows of the run in the order of the waiting list. */
async function rowsOf(run: Run) {
  const rows = await t.town.database.registration.findMany({
    where: { eventId: run.eventId },
    orderBy: [{ arrival: "asc" }, { id: "asc" }],
  });
  const nameOf = new Map(Object.entries(accounts).map(([name, id]) => [id, name]));
  return rows.map((row) => ({
    ...row,
    holder: nameOf.get(row.userId ?? "") ?? "guest",
    pool: row.poolId === run.pools.student ? ("student" as const) : ("guardian" as const),
  }));
}

const poolsOf = (run: Run) =>
  t.town.database.capacityPool.findMany({ where: { id: { in: Object.values(run.pools) } } });

test(`${RUNS.sequential} random sequences do to the seats what they do to a simple model`, async () => {
  await fc.assert(
    fc.asyncProperty(opening, fc.array(step, { minLength: 1, maxLength: 5 }), async (facts, steps) => {
      const run = await open(facts);
      for (const each of steps) {
        const wanted = play(run.model, each);
        if (wanted !== null)
          expect(`${each.kind}: ${await perform(run, each)}`).toBe(`${each.kind}: ${wanted}`);
      }
      const rows = await rowsOf(run);
      const shown = (row: { holder: string; pool: string; headCount: number; state: string }) =>
        `${row.holder} ${row.pool} ${row.headCount} ${row.state}`;
      expect(rows.map(shown).toSorted()).toEqual(run.model.rows.map(shown).toSorted());
      const waiting = (list: readonly { holder: string; pool: string; state: string }[], of: PoolName) =>
        list.filter((row) => row.pool === of && row.state === "waiting").map((row) => row.holder);
      const inOrder = run.model.rows.toSorted((one, other) => one.arrival - other.arrival);
      for (const found of await poolsOf(run)) {
        const name = found.category as PoolName;
        expect(waiting(rows, name)).toEqual(waiting(inOrder, name));
        expect(found.reserved).toBe(run.model.reserved(name));
        expect(found.reserved).toBeLessThanOrEqual(found.capacity);
      }
    }),
    { numRuns: RUNS.sequential },
  );
}, 300_000);

test(`${RUNS.parallel} times, steps that meet each other never oversell, lose or double a seat`, async () => {
  const batches = fc.array(fc.array(step, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(opening, batches, async (facts, parallel) => {
      const run = await open(facts);
      for (const batch of parallel) {
        // The clock stands still while steps meet; it moves between the batches.
        for (const each of batch) if (each.kind === "wait") play(run.model, each);
        t.setNow(run.model.now.toISOString());
        await Promise.all(batch.filter((each) => each.kind !== "wait").map((each) => perform(run, each)));
      }
      await expireOffers(t.town);
      await expectSound(run);
    }),
    { numRuns: RUNS.parallel },
  );
}, 300_000);

/** What holds however the steps met each other. */
async function expectSound(run: Run): Promise<void> {
  const { model } = run;
  const rows = await rowsOf(run);
  const event = await t.town.database.event.findUniqueOrThrow({ where: { id: run.eventId } });
  const holds = (state: string) => state === "registered" || state === "offered";
  for (const found of await poolsOf(run)) {
    const own = rows.filter((row) => row.poolId === found.id);
    const waiting = own.filter((row) => row.state === "waiting");
    const sum = own.filter((row) => holds(row.state)).reduce((total, row) => total + row.headCount, 0);
    expect(found.reserved).toBe(sum);
    expect(found.reserved).toBeLessThanOrEqual(found.capacity);
    expect(new Set(waiting.map((row) => row.arrival)).size).toBe(waiting.length);
    for (const offer of own.filter((row) => row.state === "offered")) {
      // The terms of a cancelled event stand still until its session would have begun.
      if (event.state === "published" || model.now >= model.startsAt)
        expect(offer.offerExpiresAt!.getTime()).toBeGreaterThan(model.now.getTime());
      // Whoever came earlier and still waits would not have fitted.
      for (const earlier of waiting.filter((row) => row.arrival! < offer.arrival!))
        expect(earlier.headCount).toBeGreaterThan(offer.headCount);
    }
    if (event.state === "published" && model.now < model.startsAt)
      for (const row of waiting) expect(row.headCount).toBeGreaterThan(found.capacity - found.reserved);
  }
  for (const { name, kind } of HOLDERS) {
    const held = rows.filter((row) => row.holder === name && !row.companionOfId);
    const active = held.filter((row) => holds(row.state) || row.state === "waiting");
    if (kind !== "teacher") expect(active.length).toBeLessThanOrEqual(1);
  }
  await expectFactsAddUp(run, rows);
}

/** Each seat was taken and given back as often as the recorded facts say. */
async function expectFactsAddUp(run: Run, rows: Awaited<ReturnType<typeof rowsOf>>): Promise<void> {
  const facts = await t.town.database.domainEvent.findMany({
    where: { subjectId: { in: rows.map((row) => row.id) } },
    select: { kind: true, subjectId: true },
  });
  const early = new Set(rows.filter((row) => row.id.startsWith(run.eventId)).map((row) => row.id));
  for (const row of rows.filter((each) => !early.has(each.id))) {
    const count = (...kinds: string[]) =>
      facts.filter((fact) => fact.subjectId === row.id && kinds.includes(fact.kind)).length;
    const taken = count("registration.made", "seat.offer-accepted") - count("registration.cancelled");
    expect(taken).toBe(row.state === "registered" ? 1 : 0);
    const offers = count("seat.offered") - count("seat.offer-accepted", "seat.offer-expired");
    expect(offers).toBeGreaterThanOrEqual(row.state === "offered" ? 1 : 0);
  }
}
