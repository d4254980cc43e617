import { describe, expect, test } from "vitest";
import { readCode, showCode } from "./codes.rules.ts";
import { addCounts, localShare } from "./outcome.rules.ts";
import { outcomeSchema } from "./outcome.schema.ts";
import { month } from "./programme.schema.ts";
import { missingMonths, monthsOver } from "./support-reports.rules.ts";

const counts = {
  graduates: 120,
  placedLocal: 27,
  placedPrefecture: 15,
  placedOutside: 14,
  furtherStudy: 58,
  other: 2,
  unknown: 4,
};
const form = Object.fromEntries(Object.entries(counts).map(([field, value]) => [field, String(value)]));
const whole = { ...form, departmentName: "", graduationYear: "2026", asOf: "2026-05-01", status: "final" };

describe("the local share", () => {
  test("is local over all who took a job, with bounds for those of whom nobody knows", () => {
    expect(localShare(counts)).toEqual({ placed: 56, percent: 48.2, lowest: 45, highest: 51.7 });
  });
  test("is undefined when nobody took a job", () => {
    const none = { ...counts, placedLocal: 0, placedPrefecture: 0, placedOutside: 0, unknown: 0 };
    expect(localShare(none)).toEqual({ placed: 0, percent: null, lowest: null, highest: null });
  });
  test("of several departments adds up people, not percents", () => {
    expect(addCounts([counts, counts])).toMatchObject({ graduates: 240, placedLocal: 54 });
    expect(addCounts([])).toBeNull();
  });
});

describe("the form of a class", () => {
  const errorOf = (changes: Record<string, string>) =>
    outcomeSchema
      .safeParse({ ...whole, ...changes })
      .error?.issues.map(({ path, message }) => [path[0], message]);
  test("takes counts that add up", () => {
    expect(errorOf({})).toBeUndefined();
  });
  test("says by how many people the parts miss the whole", () => {
    expect(errorOf({ unknown: "2" })).toEqual([["graduates", "outcome-sum:120:118:2"]]);
    expect(errorOf({ unknown: "7" })).toEqual([["graduates", "outcome-sum:120:123:-3"]]);
  });
  test("takes no blank for 0", () => {
    expect(errorOf({ other: "" })?.[0]).toEqual(["other", "required"]);
    expect(errorOf({ other: "" })?.map(([field]) => field)).not.toContain("graduates");
  });
});

describe("months", () => {
  test.each([
    ["2026年10月", "2026-10"],
    ["２０２６／４", "2026-04"],
    ["2026-13", null],
    ["October", null],
  ])("%s is %s", (typed, read) => {
    const result = month.safeParse(typed);
    expect(result.success ? result.data : null).toBe(read);
  });
  test("are missing when they are over and nobody reported them", () => {
    expect(monthsOver(2026, "2026-06-30")).toEqual(["2026-04", "2026-05"]);
    expect(missingMonths(2026, "2026-07-01", [{ programme: "jobCafe", month: "2026-05" }])).toEqual({
      jobCafe: ["2026-04", "2026-06"],
      supportStation: ["2026-04", "2026-05", "2026-06"],
    });
    expect(monthsOver(2026, "2026-04-01")).toEqual([]);
  });
});

test("a code is understood as people type it and read it out", () => {
  expect(readCode(" k7m2-p9qx ")).toBe("K7M2P9QX");
  expect(readCode("Ｋ７Ｍ２ー Ｐ９ＱＸ")).toBe("K7M2P9QX");
  expect(readCode("K7M2P9Q0")).toBeNull();
  expect(showCode("K7M2P9QX")).toBe("K7M2-P9QX");
});
