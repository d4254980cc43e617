import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/platform/calendar.ts";
import { measured, placementFact, reportFact } from "#tests/support/builders/facts.ts";
import { ROUTES } from "./placement-measures.ts";

const DAY = "2025-01-31";
const supported = (personKey: string, startedOn: string, source = "supportStation") =>
  placementFact({ personKey, startedOn, source, kind: "supported" });

describe("placements of a programme", () => {
  const placements = [
    supported("a", "2024-04-01"),
    supported("a", "2024-12-01"),
    supported("b", "2025-01-31"),
    supported("c", "2025-02-01"),
    supported("b", "2023-06-01", "jobCafe"),
    supported("d", "2024-03-31"),
    supported("e", "2024-05-01", "jobCafe"),
  ];
  test("are placements; people and people placed for the first time stand beside them", () => {
    const found = measured("support-station-placements", { placements }, DAY);
    expect(found).toMatchObject({ value: 3, inputs: 3 });
    expect(found.cells("people")).toEqual({ uniquePeople: 2, firstTimePeople: 1 });
    expect(measured("job-cafe-placements", { placements }, DAY).value).toBe(1);
  });
  test("without a report in the year are not reported, which is not 0", () => {
    const earlier = [supported("a", "2023-06-01")];
    const missing = (facts: Parameters<typeof measured>[1], key = "support-station-placements") =>
      measured(key, facts, DAY).missing;
    expect(missing({ placements: earlier })).toBe("not-reported");
    expect(missing({ placements: [supported("a", "2025-02-01")] })).toBe("no-records");
    expect(missing({ placements: earlier }, "job-cafe-placements")).toBe("no-records");
    expect(missing({ placements: earlier }, "support-station-people-placed")).toBe("not-reported");
    const supportReports = [reportFact({ lastDay: "2024-03-31" })];
    expect(missing({ supportReports })).toBe("not-reported");
    expect(missing({ supportReports: [reportFact({ lastDay: "2025-02-28" })] })).toBe("no-records");
    expect(missing({ supportReports: [reportFact({ programme: "jobCafe" })] })).toBe("no-records");
  });
  test("are 0 when a month was reported and nobody was placed", () => {
    const facts = { placements: [supported("a", "2023-06-01")], supportReports: [reportFact()] };
    for (const key of ["placements", "people-placed", "first-time-people"])
      expect(measured(`support-station-${key}`, facts, DAY)).toMatchObject({ value: 0, missing: null });
  });
});

describe("people placed", () => {
  const placements = [
    supported("a", "2024-04-10", "jobCafe"),
    supported("a", "2024-10-01"),
    placementFact({ personKey: "b", startedOn: "2024-04-01" }),
    supported("c", "2022-06-01"),
    supported("c", "2024-06-01"),
    supported("d", "2024-03-31"),
    supported("e", "2025-02-01"),
  ];
  test("are counted once over all reports, and anew in each of them", () => {
    const found = measured("people-placed", { placements }, DAY);
    expect(found).toMatchObject({ value: 3, inputs: 4 });
    expect(found.cells("programme")).toEqual({ jobCafe: 1, supportStation: 2, company: 1 });
    expect(found.breakdowns[0]).toMatchObject({ counts: "people", partition: false });
    expect(measured("support-station-people-placed", { placements }, DAY)).toMatchObject({
      value: 2,
      inputs: 2,
      breakdowns: [],
    });
    expect(measured("job-cafe-people-placed", { placements }, DAY).value).toBe(1);
  });
  test("are placed for the first time when no earlier placement is on record, whoever reported it", () => {
    const found = measured("first-time-people-placed", { placements }, DAY);
    expect(found.value).toBe(2);
    expect(found.cells("programme")).toEqual({ jobCafe: 1, supportStation: 0, company: 1 });
    expect(measured("job-cafe-first-time-people", { placements }, DAY).value).toBe(1);
    expect(measured("support-station-first-time-people", { placements }, DAY).value).toBe(0);
  });
  test("stand for themselves by their first placement of the time", () => {
    const found = measured("people-placed", { placements: placements.toReversed() }, DAY);
    expect(found.members.map(({ id }) => id).toSorted()).toEqual(
      [placements[0]!, placements[2]!, placements[4]!].map(({ id }) => id).toSorted(),
    );
  });
  test("two placements on one day are both the first", () => {
    const both = [supported("a", "2024-05-01"), supported("a", "2024-05-01", "jobCafe")];
    expect(measured("first-time-people-placed", { placements: both }, DAY).cells("programme")).toEqual({
      supportStation: 1,
      jobCafe: 1,
    });
  });
  test("without a placement on record are no records", () => {
    expect(measured("people-placed", { placements: [supported("e", "2025-02-01")] }, DAY).missing).toBe(
      "no-records",
    );
    expect(measured("people-placed", { placements: [supported("e", "2022-02-01")] }, DAY).value).toBe(0);
  });

  const anyPlacement = fc.record({
    personKey: fc.constantFrom("a", "b", "c", "d", "e"),
    source: fc.constantFrom("company", "school", "jobCafe", "supportStation"),
    days: fc.integer({ min: -500, max: 400 }),
  });
  test("equal a count by brute force, for everybody and for each source", () => {
    fc.assert(
      fc.property(fc.array(anyPlacement, { minLength: 1, maxLength: 25 }), (drawn) => {
        const all = drawn.map(({ days, ...row }) =>
          placementFact({ ...row, startedOn: addDays("2024-04-01", days) }),
        );
        const known = all.filter(({ startedOn }) => startedOn <= DAY);
        const isInYear = (day: string) => day >= "2024-04-01" && day <= DAY;
        for (const source of [null, "jobCafe", "supportStation"] as const) {
          const isMeant = (row: (typeof all)[number]) => source === null || row.source === source;
          let people = 0;
          let firstTime = 0;
          for (const person of ["a", "b", "c", "d", "e"]) {
            const own = known.filter(({ personKey }) => personKey === person);
            const inYear = own.filter((row) => isInYear(row.startedOn) && isMeant(row));
            if (inYear.length === 0) continue;
            people += 1;
            const first = inYear.map(({ startedOn }) => startedOn).toSorted()[0]!;
            if (own.every(({ startedOn }) => startedOn >= first)) firstTime += 1;
          }
          const prefix = source === "jobCafe" ? "job-cafe-" : source === null ? "" : "support-station-";
          const [placed, first] =
            source === null
              ? ["people-placed", "first-time-people-placed"]
              : [`${prefix}people-placed`, `${prefix}first-time-people`];
          const [found, foundFirst] = [placed, first].map((key) => measured(key, { placements: all }, DAY));
          expect(found!.value ?? 0).toBe(people);
          expect(foundFirst!.value ?? 0).toBe(firstTime);
        }
      }),
    );
  });
});

describe("hires that companies reported", () => {
  const placements = [
    placementFact({ route: "portal", startedOn: "2024-04-01" }),
    placementFact({ route: "portal", startedOn: "2025-01-31", kind: "midCareer" }),
    placementFact({ route: "helloWork", startedOn: "2024-09-01", kind: "midCareer" }),
    placementFact({ route: null, startedOn: "2024-09-01" }),
    placementFact({ route: "portal", startedOn: "2024-03-31" }),
    placementFact({ route: "portal", startedOn: "2025-02-01" }),
    placementFact({ route: "portal", startedOn: "2024-09-01", source: "school" }),
  ];
  test("are placements by route and by kind", () => {
    const found = measured("company-hires", { placements }, DAY);
    expect(found).toMatchObject({ value: 4, inputs: 4 });
    expect(Object.keys(found.cells("route"))).toEqual([...ROUTES, "notTold"]);
    expect(found.cells("route")).toMatchObject({ portal: 2, helloWork: 1, notTold: 1, other: 0 });
    expect(found.cells("placementKind")).toEqual({ newGraduate: 2, midCareer: 2, supported: 0 });
    for (const breakdown of found.breakdowns)
      expect(breakdown).toMatchObject({ counts: "placements", partition: true });
  });
  test("by one route are those of the portal unless another one is asked for", () => {
    const hires = (asked = {}) => measured("hires-by-route", { placements }, DAY, asked);
    expect(hires()).toMatchObject({ value: 2, inputs: 4 });
    expect(hires({ route: "helloWork" }).value).toBe(1);
    expect(hires({ route: "jobCafe" })).toMatchObject({ value: 0, missing: null });
    expect(hires({ route: "" }).value).toBe(2);
    expect(hires({ route: 7 }).value).toBe(2);
  });
  test("without a report of a company on record are no records, and 0 where only earlier ones are", () => {
    const bySchool = [placementFact({ source: "school" })];
    for (const key of ["company-hires", "hires-by-route"]) {
      expect(measured(key, { placements: bySchool }, DAY).missing).toBe("no-records");
      expect(measured(key, { placements: [placements[4]!] }, DAY)).toMatchObject({ value: 0, missing: null });
    }
  });
});
