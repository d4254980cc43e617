import { describe, expect, test } from "vitest";
import { at, eventFact, measured } from "#tests/support/builders/facts.ts";

const KEY = "event-registrations";
const DAY = "2025-01-31";

const change = (registrationId: string, eventId: string, people: number, knownAt = "2024-05-01T09:00") => ({
  registrationId,
  eventId,
  people,
  knownAt: at(knownAt),
});
const events = [
  eventFact("fair", "guidanceFair", "2024-06-07"),
  eventFact("ahead", "seminar", "2025-03-20"),
  eventFact("called off", "seminar", "2024-09-01", { state: "cancelled" }),
  eventFact("last year", "guidanceFair", "2024-03-31"),
  eventFact("next year", "guidanceFair", "2025-04-01"),
];

describe("registrations for events", () => {
  test("are the people of this year's public events for whom seats are held, by kind of event", () => {
    const found = measured(
      KEY,
      {
        events,
        registrationChanges: [
          change("1", "fair", 2),
          change("2", "ahead", 3),
          change("3", "called off", 5),
          change("4", "last year", 7),
          change("5", "next year", 11),
          change("6", "of no event", 13),
        ],
      },
      DAY,
    );
    expect(found).toMatchObject({ value: 5, inputs: 2 });
    expect(found.members).toEqual([
      { id: "1", amount: 2 },
      { id: "2", amount: 3 },
    ]);
    expect(found.breakdowns).toMatchObject([{ by: "eventKind", counts: "person-times", partition: true }]);
    expect(found.cells("eventKind")).toEqual({ guidanceFair: 2, seminar: 3 });
  });

  test("follow the last change that was known: more people, fewer, none after a cancellation", () => {
    const registrationChanges = [
      change("1", "fair", 2),
      change("1", "fair", 4, "2024-05-10T09:00"),
      change("1", "fair", 0, "2024-05-20T09:00"),
    ];
    const found = (knownOn: string) =>
      measured(KEY, { events, registrationChanges }, DAY, { knownOn: at(knownOn) });
    expect(found("2024-05-09T09:00").value).toBe(2);
    expect(found("2024-05-10T09:00").value).toBe(4);
    expect(found("2024-05-20T09:00")).toMatchObject({ value: 0, members: [], inputs: 1 });
  });

  test("of which none was ever recorded by the end of the day are missing, not 0", () => {
    const late = change("1", "fair", 2, "2025-02-01T00:00");
    expect(measured(KEY, { events }, DAY)).toMatchObject({ value: null, missing: "no-records" });
    expect(measured(KEY, { events, registrationChanges: [late] }, DAY).missing).toBe("no-records");
    const inTime = change("1", "fair", 2, "2025-01-31T23:59");
    expect(measured(KEY, { events, registrationChanges: [inTime] }, DAY).value).toBe(2);
    const elsewhere = change("1", "last year", 2);
    expect(measured(KEY, { events, registrationChanges: [elsewhere] }, DAY).value).toBe(0);
  });
});
