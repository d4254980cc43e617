import { describe, expect, test } from "vitest";
import { type CalendarFacts, calendarEntries } from "./calendar-file.ts";

const event: CalendarFacts = {
  id: "e1",
  title: "就職ガイダンス",
  summary: "地元の企業が集まります。",
  venue: "一関文化センター",
  address: "一関市大手町2-16",
  state: "published",
  sequence: 3,
  updatedAt: new Date("2026-11-20T00:00:00Z"),
  sessions: [
    {
      id: "s1",
      title: "",
      startsAt: new Date("2026-12-01T01:00:00Z"),
      endsAt: new Date("2026-12-01T03:00:00Z"),
    },
  ],
};

describe("the calendar entries of an event", () => {
  test("have a name that stays the same when time, place or state change", () => {
    const [before] = calendarEntries(event, "https://jobs.example:8443");
    const [after] = calendarEntries(
      { ...event, venue: "別の会場", state: "cancelled", sequence: 4 },
      "https://jobs.example:8443",
    );
    expect(before!.uid).toBe("event-e1@jobs.example:8443");
    expect(after!.uid).toBe(before!.uid);
    expect(after).toMatchObject({ sequence: 4, cancelled: true });
  });

  test("are one for each session", () => {
    const second = { ...event.sessions[0]!, id: "s2", title: "2日目" };
    const entries = calendarEntries(
      { ...event, sessions: [...event.sessions, second] },
      "https://jobs.example",
    );
    expect(entries.map((entry) => entry.uid)).toEqual([
      "event-e1-s1@jobs.example",
      "event-e1-s2@jobs.example",
    ]);
    expect(entries[1]!.title).toBe("就職ガイダンス(2日目)");
  });
});
