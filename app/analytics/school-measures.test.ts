import { describe, expect, test } from "vitest";
import { at, measured, outcomeFact } from "#tests/support/builders/facts.ts";

const KEY = "local-employment-rate";
const DAY = "2024-06-30";
const rate = (schoolOutcomes: ReturnType<typeof outcomeFact>[], asOf = DAY, asked = {}) =>
  measured(KEY, { schoolOutcomes }, asOf, asked);

describe("the local employment rate", () => {
  test("is a ratio of sums over the schools, with the unknown beside it", () => {
    const found = rate([
      outcomeFact({ schoolId: "a" }),
      outcomeFact({ schoolId: "b", placedLocal: 3, placedPrefecture: 0, placedOutside: 3, unknown: 4 }),
    ]);
    expect(found).toMatchObject({
      value: 50,
      rate: { numerator: 15, denominator: 30, unknown: 5 },
      status: "final",
      inputs: 2,
    });
    expect(found.bounds!.low).toBeCloseTo((15 / 35) * 100, 10);
    expect(found.bounds!.high).toBeCloseTo((20 / 35) * 100, 10);
    expect(found.cells("outcome")).toEqual({
      placedLocal: 15,
      placedPrefecture: 8,
      placedOutside: 7,
      furtherStudy: 140,
      other: 10,
      unknown: 5,
    });
    expect(found.breakdowns[0]).toMatchObject({ counts: "people", partition: false });
  });
  test("names each row in every role that it has, with its people", () => {
    const row = outcomeFact({ unknown: 0 });
    expect(rate([row]).members).toEqual([
      { id: row.id, amount: 12, role: "numerator" },
      { id: row.id, amount: 12, role: "denominator" },
      { id: row.id, amount: 75, role: "excluded" },
    ]);
  });
  test("takes the newest count of each school up to the day", () => {
    const march = outcomeFact({ asOf: "2024-03-31", placedLocal: 6, status: "provisional" });
    const april = outcomeFact({ asOf: "2024-04-30" });
    const other = outcomeFact({ schoolId: "b", asOf: "2024-03-31", status: "provisional" });
    expect(rate([april, march]).rate!.numerator).toBe(12);
    expect(rate([march, april], "2024-04-29").rate!.numerator).toBe(6);
    expect(rate([march, april], "2024-04-30").rate!.numerator).toBe(12);
    expect([rate([april, march]).status, rate([april, other]).status]).toEqual(["final", "provisional"]);
    expect(rate([outcomeFact({ status: "estimated" })]).status).toBe("provisional");
  });
  test("of a fiscal year is that of the class that left in the March before", () => {
    const rows = [outcomeFact(), outcomeFact({ graduationYear: 2025, asOf: "2025-03-31", placedLocal: 24 })];
    expect(rate(rows, "2025-03-31").rate!.numerator).toBe(12);
    expect(rate(rows, "2025-04-01").rate!.numerator).toBe(24);
    expect(rate(rows, "2025-04-01", { graduationYear: 2024 }).rate!.numerator).toBe(12);
  });
  test("adds up departments unless the whole school was counted", () => {
    const departments = [
      outcomeFact({ departmentName: "機械", placedLocal: 5 }),
      outcomeFact({ departmentName: "電気", placedLocal: 4 }),
    ];
    expect(rate(departments).rate!.numerator).toBe(9);
    expect(rate([...departments, outcomeFact({ departmentName: "" })]).rate!.numerator).toBe(12);
  });
  test("is that of high schools unless another kind is asked for", () => {
    const rows = [outcomeFact(), outcomeFact({ schoolKind: "kosen", placedLocal: 1 })];
    expect(rate(rows).rate!.numerator).toBe(12);
    expect(rate(rows, DAY, { schoolKind: "kosen" }).rate!.numerator).toBe(1);
  });
  test("says why there is none", () => {
    expect(rate([]).missing).toBe("no-records");
    expect(rate([outcomeFact({ graduationYear: 2023, asOf: "2023-04-30" })]).missing).toBe("not-reported");
    expect(rate([outcomeFact({ schoolKind: "kosen" })]).missing).toBe("no-records");
    expect(rate([outcomeFact({ asOf: "2024-07-01" })]).missing).toBe("no-records");
    const nobody = { placedLocal: 0, placedPrefecture: 0, placedOutside: 0, unknown: 0 };
    expect(rate([outcomeFact(nobody)])).toMatchObject({ value: null, missing: "undefined" });
  });
  test("a correction counts from when it was recorded", () => {
    const recorded = at("2024-05-13T10:00");
    const corrected = at("2024-05-20T10:00");
    const rows = [
      outcomeFact({ knownAt: recorded, supersededAt: corrected }),
      outcomeFact({ knownAt: corrected, placedLocal: 13 }),
    ];
    const as = (knownOn: Date) => rate(rows, DAY, { knownOn });
    expect(as(recorded).rate!.numerator).toBe(12);
    expect(as(corrected).rate!.numerator).toBe(13);
    expect(as(at("2024-05-13T09:59")).missing).toBe("no-records");
  });
});
