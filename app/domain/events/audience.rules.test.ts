import { describe, expect, test } from "vitest";
import { poolName } from "#app/locales/ja/events.ts";
import { gradeOf, isMeantFor, publicAttendance, targetOfSchool } from "./audience.rules.ts";

test("an event without targets is meant for everybody", () => {
  expect(isMeantFor({ targets: [] }, "guardian")).toBe(true);
  expect(isMeantFor({ targets: ["kosen"] }, "guardian")).toBe(false);
  expect(isMeantFor({ targets: ["kosen", "guardian"] }, "guardian")).toBe(true);
});

test("a school's feed is that of its kind", () => {
  expect(targetOfSchool("kosen")).toBe("kosen");
  expect(targetOfSchool("juniorCollege")).toBe("university");
  expect(targetOfSchool("other")).toBeNull();
});

test("fewer than five visitors are not told as a number, and nobody counted is not nobody there", () => {
  expect([0, 1, 4, 5, 236].map(publicAttendance)).toEqual([null, "few", "few", 5, 236]);
});

describe("a grade", () => {
  test("counts from the year of graduation and the kind of school", () => {
    expect(gradeOf("kosen", 2030, 2026)).toBe(2);
    expect(gradeOf("kosen", 2027, 2026)).toBe(5);
    expect(gradeOf("highSchool", 2027, 2026)).toBe(3);
  });

  test("is unknown outside school and where schools have no fixed length", () => {
    expect(gradeOf("highSchool", 2026, 2026)).toBeNull();
    expect(gradeOf("highSchool", 2031, 2026)).toBeNull();
    expect(gradeOf("university", 2028, 2026)).toBeNull();
    expect(gradeOf(null, 2028, 2026)).toBeNull();
  });
});

test("a pool says in words whom it is for, and only what it is narrowed to", () => {
  const pool = { category: "student" as const, department: "", graduationYear: null };
  expect(poolName(pool)).toBe("生徒・学生");
  expect(poolName({ ...pool, department: "機械・知能系", graduationYear: 2030 }, { grade: 2 })).toBe(
    "生徒・学生(機械・知能系 2年)",
  );
  expect(poolName({ ...pool, graduationYear: 2030 })).toBe("生徒・学生(2030年3月卒業)");
  expect(poolName({ ...pool, category: "guardian" }, { schoolName: "一関高専" })).toBe("保護者(一関高専)");
});
