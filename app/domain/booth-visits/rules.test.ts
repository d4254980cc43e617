import { describe, expect, test } from "vitest";
import type { Category } from "../events/rules.ts";
import { canShareStill, readBoothCode, sharingObstacle, tellVisitors, visitObstacle } from "./rules.ts";

describe("telling a company who one is", () => {
  const student = (schoolKind: string | null, category: Category = "student") =>
    sharingObstacle({ role: "student", schoolKind, category });

  test("is for students of a KOSEN, a college or a university and for adults", () => {
    for (const kind of ["kosen", "juniorCollege", "vocational", "university"])
      expect(student(kind)).toBeNull();
    expect(student(null, "other")).toBeNull();
    expect(student(null, "guardian")).toBeNull();
    expect(sharingObstacle({ role: null, schoolKind: null, category: "other" })).toBeNull();
  });

  test("is not for pupils: companies reach them through the school", () => {
    expect(student("highSchool")).toBe("through-school");
    expect(student("juniorHigh")).toBe("through-school");
    expect(student("other")).toBe("through-school");
    expect(student("highSchool", "other")).toBe("through-school");
  });

  test("is not for students whose school nobody knows, with or without an account", () => {
    expect(student(null)).toBe("school-unknown");
    expect(sharingObstacle({ role: null, schoolKind: null, category: "student" })).toBe("school-unknown");
  });

  test("is not for teachers, companies and staff", () => {
    expect(sharingObstacle({ role: "teacher", schoolKind: null, category: "teacher" })).toBe("not-a-visitor");
    expect(sharingObstacle({ role: "teacher", schoolKind: null, category: "student" })).toBe("not-a-visitor");
    expect(sharingObstacle({ role: "staff", schoolKind: null, category: "other" })).toBe("not-a-visitor");
  });

  test("is possible for thirty days after the event", () => {
    const event = { endsAt: new Date("2026-12-08T06:00:00Z") };
    expect(canShareStill(event, new Date("2027-01-07T14:59:59Z"))).toBe(true);
    expect(canShareStill(event, new Date("2027-01-07T15:00:00Z"))).toBe(false);
  });
});

describe("a visit", () => {
  const session = { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") };
  const facts = { eventState: "published", registrationState: "registered", session } as const;

  test("is recorded on the day of the session in Japan, of those who have a seat", () => {
    const now = new Date("2026-12-08T02:00:00Z");
    expect(visitObstacle({ ...facts, now })).toBeNull();
    expect(visitObstacle({ ...facts, now, registrationState: "waiting" })).toBe("no-registration");
    expect(visitObstacle({ ...facts, now, eventState: "cancelled" })).toBe("not-event-day");
    expect(visitObstacle({ ...facts, now: new Date("2026-12-07T14:59:59Z") })).toBe("not-event-day");
    expect(visitObstacle({ ...facts, now: new Date("2026-12-08T15:00:00Z") })).toBe("not-event-day");
  });
});

describe("what a company reads about its visitors", () => {
  const of = (counts: Partial<Record<Category, number>>) =>
    tellVisitors(
      Object.entries(counts).flatMap(([category, count]) =>
        Array.from({ length: count }, () => ({ category: category as Category })),
      ),
    );

  test("are the numbers from five upwards, with their sum", () => {
    expect(of({ student: 30, guardian: 5 })).toEqual({
      categories: [
        { category: "student", count: 30 },
        { category: "guardian", count: 5 },
      ],
      total: 35,
    });
    expect(of({})).toEqual({ categories: [], total: 0 });
  });

  test("hides fewer than five, and the sum that would give them away", () => {
    expect(of({ student: 30, guardian: 1 })).toEqual({
      categories: [
        { category: "student", count: 30 },
        { category: "guardian", count: null },
      ],
      total: null,
    });
    expect(of({ student: 3 }).total).toBeNull();
    expect(of({ student: 30, guardian: 1, other: 2 }).total).toBeNull();
    expect(of({ student: 30, guardian: 4, other: 4 })).toMatchObject({ total: 38 });
  });
});

test("a booth's code is read however it was typed", () => {
  expect(readBoothCode(" k7m2－p9qx ")).toBe("K7M2P9QX");
  expect(readBoothCode("../x")).toBeNull();
});
