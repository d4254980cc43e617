import { describe, expect, test } from "vitest";
import { jst } from "../../platform/calendar.ts";
import { dueReminder, reminderTimes, showsOnlineLink } from "./reminders.rules.ts";

const session = { startsAt: jst("2026-12-01", "13:00"), endsAt: jst("2026-12-01", "15:00") };
const kindAt = (date: string, time: string, at = session) => dueReminder(at, jst(date, time))?.kind ?? null;

describe("a reminder is due", () => {
  test("from 17:00 of the day before and from 07:00 of the day, Japanese time", () => {
    expect(kindAt("2026-11-30", "16:59:59")).toBeNull();
    expect(kindAt("2026-11-30", "17:00")).toBe("eve");
    expect(kindAt("2026-12-01", "06:59:59")).toBe("eve");
    expect(kindAt("2026-12-01", "07:00")).toBe("morning");
    expect(kindAt("2026-12-01", "12:59:59")).toBe("morning");
  });

  test("never once the session has begun", () => {
    expect(kindAt("2026-12-01", "13:00")).toBeNull();
    expect(kindAt("2026-12-02", "07:00")).toBeNull();
  });

  test("by the Japanese day, also where the day of UTC is another", () => {
    const early = { startsAt: jst("2026-12-01", "08:30") };
    expect(early.startsAt.toISOString()).toBe("2026-11-30T23:30:00.000Z");
    expect(reminderTimes(early).eve.toISOString()).toBe("2026-11-30T08:00:00.000Z");
    expect(reminderTimes(early).morning.toISOString()).toBe("2026-11-30T22:00:00.000Z");
    const justAfterMidnight = { startsAt: jst("2026-12-01", "00:00") };
    const justBefore = { startsAt: jst("2026-11-30", "23:59:59") };
    expect(reminderTimes(justAfterMidnight).eve).toEqual(jst("2026-11-30", "17:00"));
    expect(reminderTimes(justBefore).eve).toEqual(jst("2026-11-29", "17:00"));
  });

  test("only once where a session begins by 07:00, and over a new year as on any day", () => {
    const dawn = { startsAt: jst("2027-01-01", "06:30") };
    expect(kindAt("2026-12-31", "17:00", { ...session, ...dawn })).toBe("eve");
    expect(kindAt("2027-01-01", "06:29", { ...session, ...dawn })).toBe("eve");
    expect(kindAt("2027-01-01", "07:00", { ...session, ...dawn })).toBeNull();
  });
});

test("the link to an online event is shown from the eve until the end", () => {
  const shownAt = (date: string, time: string) => showsOnlineLink(session, jst(date, time));
  expect(shownAt("2026-11-30", "16:59")).toBe(false);
  expect(shownAt("2026-11-30", "17:00")).toBe(true);
  expect(shownAt("2026-12-01", "14:59")).toBe(true);
  expect(shownAt("2026-12-01", "15:00")).toBe(false);
});
