import { describe, expect, test } from "vitest";
import {
  at,
  boothFact,
  boothVisitFact,
  checkInFact,
  eventFact,
  measured,
} from "#tests/support/builders/facts.ts";
import { chooseVersion, findMeasure } from "./registry.ts";

const DAY = "2025-01-31";

describe("events of all kinds", () => {
  const events = [
    eventFact("seminar", "seminar", "2024-09-10"),
    eventFact("fair", "guidanceFair", "2024-06-07"),
    eventFact("night", "seminar", "2025-01-31", { endsAt: at("2025-02-01T00:00") }),
    eventFact("last", "seminar", "2025-01-31", { endsAt: at("2025-01-31T23:59:59.999") }),
    eventFact("before", "seminar", "2024-03-31"),
  ];
  const checkIns = events.map(({ id, startsAt }) =>
    checkInFact(id, "2024-06-07T13:00", { at: startsAt, knownAt: startsAt }),
  );
  const facts = { events, checkIns };

  test("are held when they are over at the end of the day, and stand by kind", () => {
    const found = measured("events-held", facts, DAY);
    expect(found).toMatchObject({ value: 3, inputs: 4 });
    expect(found.members).toEqual(["seminar", "fair", "last"].map((id) => ({ id, amount: 1 })));
    expect(found.cells("eventKind")).toEqual({ seminar: 2, guidanceFair: 1 });
    expect(found.breakdowns[0]).toMatchObject({ counts: "events", partition: true });
    expect(measured("events-held", facts, "2025-02-01").value).toBe(4);
    expect(measured("seminars-held", facts, DAY)).toMatchObject({ value: 2, inputs: 3, breakdowns: [] });
    expect(measured("events-held", {}, DAY).missing).toBe("no-records");
  });
  test("have participants by category and by kind, and one kind by event and day", () => {
    const all = measured("event-participants", facts, DAY);
    expect(all.value).toBe(4);
    expect(all.cells("eventKind")).toEqual({ seminar: 3, guidanceFair: 1 });
    expect(all.breakdowns.map(({ by, partition }) => [by, partition])).toEqual([
      ["participantCategory", true],
      ["eventKind", true],
    ]);
    const own = measured("seminar-participants", facts, DAY);
    expect(own.value).toBe(3);
    expect(own.breakdowns[1]).toMatchObject({
      by: "event",
      partition: true,
      cells: [
        { key: "2024-09-10|seminar", label: "2024-09-10|seminar", value: 1 },
        { key: "2025-01-31|last", label: "2025-01-31|last", value: 1 },
        { key: "2025-01-31|night", label: "2025-01-31|night", value: 1 },
      ],
    });
  });
  test("of a kind are on record from the moment of the first of them", () => {
    const midnight = [eventFact("x", "seminar", DAY, { startsAt: at("2025-02-01T00:00") })];
    expect(measured("seminars-held", { events: midnight }, DAY).missing).toBe("no-records");
    expect(measured("seminars-held", { events: midnight }, "2025-02-01").value).toBe(0);
    expect(measured("guidance-fairs-held", { events: midnight }, "2025-02-01").missing).toBe("no-records");
  });
});

describe("the fair of a month", () => {
  const events = [
    eventFact("april", "guidanceFair", "2024-04-20"),
    eventFact("march", "guidanceFair", "2025-03-08"),
  ];
  test("is due from the first day of that month", () => {
    const missing = (asOf: string) => measured("march-fair-booths", { events }, asOf).missing;
    expect([missing("2025-02-28"), missing("2025-03-01")]).toEqual(["not-due", null]);
    expect(measured("june-fair-participants", { events }, "2024-05-31").missing).toBe("not-due");
    expect(measured("june-fair-participants", { events }, "2024-06-01").value).toBe(0);
  });
});

describe("booths, stops and booth visits", () => {
  const events = [
    eventFact("fair", "guidanceFair", "2024-06-07"),
    eventFact("visit", "companyVisit", "2024-06-07"),
  ];
  test("belong to events of their kind and to the year", () => {
    const booths = [
      boothFact("1", "fair", "2024-06-07T13:00"),
      boothFact("2", "visit", "2024-06-07T13:00"),
      boothFact("3", "fair", "2024-03-31T13:00"),
    ];
    const found = measured("fair-booths", { events, booths }, DAY);
    expect(found).toMatchObject({ value: 1, members: [{ id: "1" }] });
    expect(found.breakdowns[0]).toMatchObject({ by: "event", counts: "booths", partition: true });
    const visitStops = booths.map(({ attendedAt: startsAt, ...stop }) => ({ ...stop, startsAt }));
    const stops = measured("company-visit-stops", { events, visitStops }, DAY);
    expect(stops).toMatchObject({ value: 1, members: [{ id: "2" }] });
    expect(stops.breakdowns[0]).toMatchObject({ counts: "companies", partition: true });
  });
  test("booth visits are counted from the first one on, with the titles of the events", () => {
    const boothVisits = [
      boothVisitFact("1", "fair", "2024-06-07T14:00"),
      boothVisitFact("2", "gone", "2024-06-08T14:00"),
    ];
    const found = measured("booth-visits", { events, boothVisits }, DAY);
    expect(found.breakdowns[0]).toMatchObject({ counts: "person-times" });
    expect(found.breakdowns[0]!.cells.map(({ label }) => label)).toEqual(["2024-06-07|fair", "2024-06-08|"]);
    expect(measured("booth-visits", { events, boothVisits }, "2024-06-06").missing).toBe("no-records");
    expect(measured("booth-visits", { events, boothVisits }, "2025-04-01").value).toBe(0);
    const midnight = [boothVisitFact("1", "fair", "2024-06-07T00:00")];
    expect(measured("booth-visits", { events, boothVisits: midnight }, "2024-06-06").missing).toBe(
      "no-records",
    );
  });
});

describe("companies on the edge of a day", () => {
  const company = (since: string, until: string | null, pause?: [string, string]) => ({
    id: since,
    firstPublishedAt: at(since),
    withdrawnAt: until === null ? null : at(until),
    ...(pause && { pauses: [{ from: at(pause[0]), until: at(pause[1]) }] }),
  });
  const found = (asOf: string, ...companies: ReturnType<typeof company>[]) =>
    measured("registered-companies", { companies }, asOf);
  test("count from their publication to the moment before their withdrawal", () => {
    const one = company("2024-04-01T00:00", "2024-06-01T00:00");
    expect(found("2024-03-31", one).missing).toBe("no-records");
    expect(found("2024-04-01", one).cells("movement")).toEqual({ atStart: 0, added: 1, left: 0 });
    expect([found("2024-05-31", one).value, found("2024-06-01", one).value]).toEqual([1, 0]);
    expect(found("2024-05-31", one).breakdowns[0]).toMatchObject({ counts: "companies", partition: false });
  });
  test("are off from the moment at which a pause begins to the moment before it ends", () => {
    const one = company("2023-05-01T09:00", null, ["2024-06-01T00:00", "2024-07-01T00:00"]);
    expect(
      ["2024-05-31", "2024-06-01", "2024-06-30", "2024-07-01"].map((day) => found(day, one).value),
    ).toEqual([1, 0, 0, 1]);
    expect(found("2024-07-01", one).cells("movement")).toEqual({ atStart: 1, added: 0, left: 0 });
  });
});

describe("the versions of a measure", () => {
  const versions = [{ version: 2 }, { version: 3 }, { version: 1 }];
  test("are found by number; without one the newest holds", () => {
    expect([chooseVersion(versions), chooseVersion(versions, null), chooseVersion(versions, 2)]).toEqual([
      { version: 3 },
      { version: 3 },
      { version: 2 },
    ]);
    expect([chooseVersion(versions, 4), chooseVersion([]), findMeasure("registered-companies", 9)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(findMeasure("registered-companies", 1)).toBe(findMeasure("registered-companies"));
  });
});
