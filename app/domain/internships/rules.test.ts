import { expect, test } from "vitest";
import { goesThroughSchool, isForPupilsOnly, listedInternships } from "./rules.ts";

test("the last day to apply counts until midnight in Japan", () => {
  const asked = (iso: string) => listedInternships(new Date(iso)).applyBy.gte.toISOString().slice(0, 10);
  expect(asked("2026-11-30T23:59:59+09:00")).toBe("2026-11-30");
  expect(asked("2026-12-01T00:00:00+09:00")).toBe("2026-12-01");
});

test("whatever pupils may join goes through their school", () => {
  expect(goesThroughSchool({ type: "type1", audience: ["kosen", "highSchool"] })).toBe(true);
  expect(goesThroughSchool({ type: "type3", audience: ["university"] })).toBe(false);
  expect(goesThroughSchool({ type: "schoolWorkExperience", audience: [] })).toBe(true);
});

test("where only pupils may join there is no other way in", () => {
  expect(isForPupilsOnly({ type: "type2", audience: ["highSchool"] })).toBe(true);
  expect(isForPupilsOnly({ type: "type1", audience: ["kosen", "highSchool"] })).toBe(false);
  expect(isForPupilsOnly({ type: "type1", audience: [] })).toBe(false);
});
