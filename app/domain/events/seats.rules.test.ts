import { describe, expect, test } from "vitest";
import { poolKey, type PoolScope } from "./rules.ts";
import {
  decideSeats,
  MAX_GUARDIANS,
  mayBringGuardians,
  nextOffers,
  offerExpiry,
  poolsFor,
  type SeatPerson,
} from "./seats.rules.ts";

const now = new Date("2026-12-01T00:00:00Z");
const HOUR = 60 * 60 * 1000;
const heldHours = (hoursUntilStart: number) => {
  const sessionStartsAt = new Date(now.getTime() + hoursUntilStart * HOUR);
  return (offerExpiry({ now, sessionStartsAt }).getTime() - now.getTime()) / HOUR;
};

test("an offer is held for 48 hours, near the day for a quarter of what is left, and never beyond the start", () => {
  expect(heldHours(30 * 24)).toBe(48);
  expect(heldHours(192)).toBe(48);
  expect(heldHours(48)).toBe(12);
  expect(heldHours(4)).toBe(1);
  expect(heldHours(2)).toBe(1);
  expect(heldHours(0.5)).toBe(0.5);
});

describe("the pools that a person may choose", () => {
  const pool = (scope: Partial<PoolScope>) => {
    const whole = {
      category: "student" as const,
      schoolId: null,
      department: "",
      graduationYear: null,
      ...scope,
    };
    return { ...whole, id: poolKey(whole) };
  };
  const everybody = pool({});
  const ownSchool = pool({ schoolId: "kosen" });
  const ownDepartment = pool({ schoolId: "kosen", department: "機械系" });
  const ownYear = pool({ graduationYear: 2027 });
  const otherSchool = pool({ schoolId: "other" });
  const otherDepartment = pool({ department: "化学系" });
  const guardians = pool({ category: "guardian" });
  const all = [everybody, ownYear, otherSchool, ownSchool, otherDepartment, ownDepartment, guardians];
  const student: SeatPerson = {
    role: "student",
    state: "active",
    hasSchool: true,
    schoolId: "kosen",
    department: "機械系",
    graduationYear: 2027,
  };

  test("are those of the own school, department and year, the most specific first", () => {
    expect(poolsFor(student, all)).toEqual([ownDepartment, ownSchool, ownYear, everybody]);
    expect(poolsFor({ ...student, state: "closed" }, all)).toEqual([]);
  });

  test("are for a teacher all of the own school and those without a school", () => {
    const teacher: SeatPerson = { ...student, role: "teacher", department: "", graduationYear: null };
    const found = poolsFor(teacher, all);
    expect(found).not.toContain(otherSchool);
    expect(found).toContain(otherDepartment);
    expect(found).toContain(ownDepartment);
    expect(found).toContain(guardians);
    expect(poolsFor(teacher, all, "schools")).toEqual(found);
  });

  test("are for a guest those for everybody, and none where only schools register", () => {
    expect(poolsFor({ guest: true }, all)).toEqual([everybody, guardians]);
    expect(poolsFor({ guest: true }, all, "schools")).toEqual([]);
    expect(poolsFor(student, all, "schools")).toEqual([]);
  });
});

test("free seats go in the order of the list; a group that does not fit lets smaller ones pass", () => {
  const waiting = [5, 2, 4, 1, 1].map((headCount, place) => ({ headCount, place }));
  expect(nextOffers(waiting, 4).map((entry) => entry.place)).toEqual([1, 3, 4]);
  expect(nextOffers(waiting, 0)).toEqual([]);
});

test("guardians come along with a student's own registration only", () => {
  const teacher = { role: "teacher", state: "active", hasSchool: false } as const;
  const acting = { ...teacher, schoolId: "kosen", department: "", graduationYear: null };
  expect(mayBringGuardians({ guest: true }, "student", MAX_GUARDIANS)).toBe(true);
  expect(mayBringGuardians({ guest: true }, "student", MAX_GUARDIANS + 1)).toBe(false);
  expect(mayBringGuardians({ guest: true }, "other", 1)).toBe(false);
  expect(mayBringGuardians(acting, "student", 1)).toBe(false);
  expect(mayBringGuardians(acting, "student", 0)).toBe(true);
});

test("what a person holds stays; a group larger than the pool is refused instead of waiting for ever", () => {
  const pool = { capacity: 3, reserved: 2 };
  const wish = { pool, own: null, headCount: 1, waitWhenFull: true };
  expect(decideSeats(wish)).toBe("registered");
  expect(decideSeats({ ...wish, own: { state: "offered" } })).toBe("kept");
  expect(decideSeats({ ...wish, headCount: 2, own: { state: "waiting" } })).toBe("kept");
  expect(decideSeats({ ...wish, headCount: 2 })).toBe("waiting");
  expect(decideSeats({ ...wish, headCount: 2, waitWhenFull: false })).toBe("full");
  expect(decideSeats({ ...wish, headCount: 4 })).toBe("full");
  expect(decideSeats({ ...wish, own: { state: "expired" } })).toBe("registered");
});
