import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { readEntries, syncCheckIns } from "#app/domain/events/check-in-sync.store.server.ts";
import { checkInRegistration, voidCheckIn } from "#app/domain/events/check-ins.store.server.ts";
import { countDesk, findPeople, listDeviceTickets } from "#app/domain/events/desk.store.server.ts";
import type { RegistrationState } from "#app/domain/events/rules.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/** 8 December 2026, 10:00 to 13:00 in Japan. */
const event8th = { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") };
const AT_THE_DOOR = "2026-12-08T00:40:00Z";
const SENT = "2026-12-08T01:30:00Z";
const staffId = "staff-1";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
beforeEach(() => t.setNow(AT_THE_DOOR));
afterAll(() => t.close());

/** An event of the day with registrations in these states, each of so many people. */
async function createDesk(rows: { state?: RegistrationState; headCount?: number }[] = [{}]) {
  const event = await createEvent(t.town, { ...event8th, seats: { student: 100 } });
  const pool = event.sessions[0]!.pools[0]!;
  const tickets = [];
  for (const { state = "registered", headCount = 1 } of rows) {
    const person = await createAttendee(t.town);
    const row = await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId: event.id,
        poolId: pool.id,
        userId: person.id,
        category: "student",
        headCount,
        state,
        arrival: state === "waiting" ? 1 : null,
        ...(state === "offered" ? { offeredAt: event8th.startsAt, offerExpiresAt: event8th.startsAt } : {}),
        ticketCode: newReadableCode(),
        registeredAt: t.town.clock.now(),
      },
    });
    tickets.push({ registrationId: row.id, code: row.ticketCode });
  }
  return { eventId: event.id, tickets, code: tickets[0]?.code ?? "" };
}

const scan = (code: string, at = AT_THE_DOOR, headCount?: number) => ({
  entry: newId(),
  kind: "ticket",
  code,
  at,
  headCount,
});
const send = (eventId: string, entries: unknown[]) => syncCheckIns(t.town, { eventId, staffId, entries });
const answersOf = async (eventId: string, entries: unknown[]) =>
  (await send(eventId, entries)).map(({ answer }) => answer);
const cameTo = async (eventId: string) => {
  const counts = await countDesk(t.town, { eventId });
  return Object.fromEntries(counts.map(({ category, checkedIn }) => [category, checkedIn]));
};

describe("what a device sends", () => {
  test("is counted once, however often the same entries come, also all at the same moment", async () => {
    const { eventId, code } = await createDesk();
    const walkIn = { entry: newId(), kind: "walk-in", category: "guardian", headCount: 3, at: AT_THE_DOOR };
    const entries = [scan(code), walkIn];
    t.setNow(SENT);
    const all = await Promise.all(Array.from({ length: 6 }, () => answersOf(eventId, entries)));
    expect(all.filter(([ticket]) => ticket === "made")).toHaveLength(1);
    expect(all.filter(([, people]) => people === "made")).toHaveLength(1);
    expect(all.flat().every((answer) => answer === "made" || answer === "repeated")).toBe(true);
    expect(await cameTo(eventId)).toEqual({ student: 1, guardian: 3 });
    const facts = await t.town.database.domainEvent.findMany({ where: { kind: "check-in.made" } });
    expect(facts.filter(({ data }) => (data as { eventId: string }).eventId === eventId)).toHaveLength(2);
  });

  test("keeps the device's time and says when it arrived", async () => {
    const { eventId, tickets, code } = await createDesk();
    t.setNow("2026-12-10T03:00:00Z");
    expect(await answersOf(eventId, [scan(code)])).toEqual(["made"]);
    const row = await t.town.database.checkIn.findUniqueOrThrow({
      where: { registrationId: tickets[0]!.registrationId },
    });
    expect([row.at, row.recordedAt]).toEqual([new Date(AT_THE_DOOR), new Date("2026-12-10T03:00:00Z")]);
  });

  test("of the same ticket from two devices is one check-in, and the second is told when", async () => {
    const { eventId, code } = await createDesk();
    t.setNow(SENT);
    const [first, second] = [scan(code), scan(code, "2026-12-08T00:50:00Z")];
    const [mine, theirs] = await Promise.all([send(eventId, [first]), send(eventId, [second])]);
    expect([mine[0]!.answer, theirs[0]!.answer].toSorted()).toEqual(["already", "made"]);
    const told = [mine[0]!, theirs[0]!].find(({ answer }) => answer === "already")!;
    expect(told.at).toBeInstanceOf(Date);
    expect(await cameTo(eventId)).toEqual({ student: 1 });
    expect(await answersOf(eventId, [first, second])).toEqual(
      mine[0]!.answer === "made" ? ["repeated", "already"] : ["already", "repeated"],
    );
  });

  test("is not made again after it was taken back at the desk; a new scan is", async () => {
    const { eventId, code } = await createDesk();
    const first = scan(code);
    const [made] = await send(eventId, [first]);
    const taken = await voidCheckIn(t.town, { eventId, staffId, checkInId: made!.checkInId! });
    expect(taken.ok).toBe(true);
    expect(await answersOf(eventId, [first])).toEqual(["repeated"]);
    expect(await cameTo(eventId)).toEqual({ student: 0 });
    expect(await answersOf(eventId, [scan(code)])).toEqual(["made"]);
    expect(await cameTo(eventId)).toEqual({ student: 1 });
  });

  test("can be taken back in the same sending or later, and never takes back another desk's check-in", async () => {
    const { eventId, code } = await createDesk();
    const first = scan(code);
    const undo = { entry: newId(), kind: "undo", of: first.entry, at: AT_THE_DOOR };
    expect(await answersOf(eventId, [first, undo])).toEqual(["made", "undone"]);
    expect(await answersOf(eventId, [first, undo])).toEqual(["repeated", "nothing-to-undo"]);
    const again = await checkInRegistration(t.town, { eventId, staffId, ticketCode: code });
    expect(again.ok).toBe(true);
    expect(await answersOf(eventId, [first, undo])).toEqual(["repeated", "nothing-to-undo"]);
    expect(await cameTo(eventId)).toEqual({ student: 1 });
    const walkIn = { entry: newId(), kind: "walk-in", category: "other", headCount: 2, at: AT_THE_DOOR };
    const undoWalkIn = { entry: newId(), kind: "undo", of: walkIn.entry };
    expect(await answersOf(eventId, [walkIn])).toEqual(["made"]);
    expect(await answersOf(eventId, [undoWalkIn, walkIn])).toEqual(["undone", "repeated"]);
    expect(await cameTo(eventId)).toEqual({ student: 1 });
  });

  test("gets an answer for every kind of ticket that is no entrance, without holding up the others", async () => {
    const states = ["waiting", "offered", "expired", "cancelled", "registered"] as const;
    const { eventId, tickets } = await createDesk(states.map((state) => ({ state })));
    const other = await createDesk();
    const answers = await send(eventId, [
      ...tickets.map(({ code }) => scan(code)),
      scan(other.code),
      scan("ZZZZZZZZ"),
      scan("https://jobs.example/x"),
      { entry: "not a uuid", kind: "ticket" },
      null,
    ]);
    expect(answers.map(({ answer }) => answer)).toEqual([
      "waiting",
      "offered",
      "expired",
      "cancelled",
      "made",
      "other-event",
      "unknown",
      "unknown",
      "unreadable",
      "unreadable",
    ]);
    expect(answers[0]!.free).toBe(100);
    expect(answers[5]!.eventTitle).toBe("地元就職ガイダンス");
  });

  test("counts how many of a group really came, and the measures count the same", async () => {
    const { eventId, tickets } = await createDesk([{ headCount: 30 }, { headCount: 12 }]);
    const answers = await send(eventId, [
      scan(tickets[0]!.code, AT_THE_DOOR, 28),
      { entry: newId(), kind: "registration", registrationId: tickets[1]!.registrationId, at: null },
      { entry: newId(), kind: "walk-in", category: "guardian", headCount: 4, at: AT_THE_DOOR },
    ]);
    expect(answers.map(({ headCount, registered }) => [headCount, registered])).toEqual([
      [28, 30],
      [12, 12],
      [4, undefined],
    ]);
    const measure = await runMeasure(t.town, "fair-participants", { asOf: "2026-12-08" });
    const cells = measure.breakdowns.find(({ by }) => by === "event")!.cells;
    expect(cells.find(({ key }) => key.endsWith(eventId))!.value).toBe(44);
  });

  test("puts the number of a group right once, in the same sending or later", async () => {
    const { eventId, code } = await createDesk([{ headCount: 30 }]);
    const first = scan(code);
    const count = { entry: newId(), kind: "count", of: first.entry, headCount: 28 };
    expect(await answersOf(eventId, [first, count])).toEqual(["made", "corrected"]);
    expect(await cameTo(eventId)).toEqual({ student: 28 });
    const later = { entry: newId(), kind: "count", of: first.entry, headCount: 29 };
    expect(await answersOf(eventId, [first, later])).toEqual(["repeated", "corrected"]);
    expect(await answersOf(eventId, [first, count])).toEqual(["repeated", "corrected"]);
    expect(await cameTo(eventId)).toEqual({ student: 29 });
    const nobody = { entry: newId(), kind: "count", of: newId(), headCount: 5 };
    expect(await answersOf(eventId, [nobody])).toEqual(["nothing-to-undo"]);
  });

  test("on the border of the day counts by the clock of Japan", async () => {
    const { eventId, tickets } = await createDesk([{}, {}, {}]);
    const [a, b, c] = tickets.map(({ code }) => code) as [string, string, string];
    t.setNow("2026-12-08T15:00:30Z");
    const answers = await send(eventId, [
      scan(a, "2026-12-08T14:59:59Z"),
      scan(b, "2026-12-08T15:00:00Z"),
      scan(c, "2026-12-09T03:00:00Z"),
    ]);
    expect(answers.map(({ answer }) => answer)).toEqual(["made", "not-the-day", "not-the-day"]);
    t.setNow("2026-12-08T14:59:59Z");
    const [ahead] = await send(eventId, [scan(b, "2026-12-09T03:00:00Z")]);
    expect([ahead!.answer, ahead!.at]).toEqual(["made", new Date("2026-12-08T14:59:59Z")]);
  });

  test("for a cancelled event is refused and stays where it was recorded", async () => {
    const { eventId, code } = await createDesk();
    await t.town.database.event.update({ where: { id: eventId }, data: { state: "cancelled" } });
    const walkIn = { entry: newId(), kind: "walk-in", category: "other", headCount: 1, at: AT_THE_DOOR };
    expect(await answersOf(eventId, [scan(code), walkIn])).toEqual(["not-open", "not-open"]);
  });

  test("is a list of at most 200 entries and nothing else", () => {
    expect(readEntries({ entries: [1, 2] })).toEqual([1, 2]);
    for (const body of [null, [], "x", {}, { entries: {} }, { entries: Array.from({ length: 201 }) }])
      expect(readEntries(body)).toBeNull();
  });
});

describe("what the reception reads", () => {
  test("holds codes and numbers for the device, and no names", async () => {
    const { eventId, tickets } = await createDesk([{ headCount: 3 }, { state: "cancelled" }]);
    await send(eventId, [scan(tickets[0]!.code)]);
    const list = (await listDeviceTickets(t.town, { eventId }))!;
    expect(list.keepUntil).toBe("2026-12-09");
    expect(list.tickets.find(({ code }) => code === tickets[0]!.code)).toEqual({
      code: tickets[0]!.code,
      category: "student",
      headCount: 3,
      state: "registered",
      came: true,
    });
    expect(JSON.stringify(list)).not.toContain("架空");
  });

  test("finds people by part of a name, whatever the spaces, and schools", async () => {
    const { eventId } = await createDesk();
    expect(await findPeople(t.town, { eventId, name: "架空太" })).toHaveLength(1);
    expect(await findPeople(t.town, { eventId, name: " 架空　太郎 " })).toHaveLength(1);
    expect(await findPeople(t.town, { eventId, name: "花子" })).toHaveLength(0);
    expect(await findPeople(t.town, { eventId, name: " " })).toHaveLength(0);
  });
});
