import { describe, expect, test } from "vitest";
import { checkInTime } from "./check-ins.rules.ts";

/** 8 and 9 December 2026 in Japan, from 10:00 to 13:00. */
const sessions = [
  { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") },
  { startsAt: new Date("2026-12-09T01:00:00Z"), endsAt: new Date("2026-12-09T04:00:00Z") },
];
const timeOf = (deviceAt: string | null, now: string) =>
  checkInTime({ deviceAt: deviceAt === null ? null : new Date(deviceAt), now: new Date(now), sessions });

describe("a check-in counts at", () => {
  test("the device's time when it lies on a day of the event, however late it is sent", () => {
    const at = "2026-12-08T01:05:00Z";
    expect(timeOf(at, "2026-12-08T01:20:00Z")).toEqual(new Date(at));
    expect(timeOf(at, "2026-12-20T00:00:00Z")).toEqual(new Date(at));
  });

  test("the server's time when the device's clock is ahead or on another day", () => {
    const now = "2026-12-08T02:00:00Z";
    expect(timeOf("2026-12-08T02:00:01Z", now)).toEqual(new Date(now));
    expect(timeOf("2020-01-01T00:00:00Z", now)).toEqual(new Date(now));
    expect(timeOf(null, now)).toEqual(new Date(now));
  });

  test("the days of the sessions from midnight to midnight in Japan", () => {
    const after = "2026-12-12T00:00:00Z";
    expect(timeOf("2026-12-07T15:00:00Z", after)).not.toBeNull();
    expect(timeOf("2026-12-07T14:59:59.999Z", after)).toBeNull();
    expect(timeOf("2026-12-09T14:59:59.999Z", after)).not.toBeNull();
    expect(timeOf("2026-12-09T15:00:00Z", after)).toBeNull();
  });

  test("no time at all when neither clock is on a day of the event", () => {
    expect(timeOf("2026-12-10T00:00:00Z", "2026-12-11T00:00:00Z")).toBeNull();
    expect(timeOf(null, "2026-12-01T00:00:00Z")).toBeNull();
  });
});
