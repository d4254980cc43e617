import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { renderCalendar } from "#emails/calendar.ts";
import { type CalendarFacts, calendarEntries } from "./calendar-file.ts";

const HOST = "https://jobs.example:8443";
const event: CalendarFacts = {
  id: "e1",
  title: "就職ガイダンス",
  summary: "地元の企業が集まります。",
  venue: "一関文化センター",
  address: "一関市大手町2-16",
  state: "published",
  sequence: 3,
  previousStartsAt: null,
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

/** What an independent reader of iCalendar makes of the file. */
function read(facts: CalendarFacts) {
  const file = renderCalendar(calendarEntries(facts, HOST), { name: "予定", method: "PUBLISH" });
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const entry = new ICAL.Event(component);
    return {
      uid: entry.uid,
      summary: entry.summary,
      description: entry.description,
      location: entry.location,
      sequence: entry.sequence,
      startsAt: entry.startDate.toJSDate().toISOString(),
      endsAt: entry.endDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue("status"),
    };
  });
}

describe("the calendar entries of an event", () => {
  test("are read by an independent parser just as they are", () => {
    expect(read(event)).toEqual([
      {
        uid: "event-e1-s1@jobs.example:8443",
        summary: "就職ガイダンス",
        description: "地元の企業が集まります。",
        location: "一関文化センター 一関市大手町2-16",
        sequence: 3,
        startsAt: "2026-12-01T01:00:00.000Z",
        endsAt: "2026-12-01T03:00:00.000Z",
        status: "CONFIRMED",
      },
    ]);
  });

  test("keep their name when time, place or state change, and when a second day is added", () => {
    const [before] = read(event);
    const second = { ...event.sessions[0]!, id: "s2", title: "2日目" };
    const changes: Partial<CalendarFacts>[] = [
      { venue: "別の会場", sequence: 4 },
      { state: "cancelled", sequence: 5 },
      { sessions: [...event.sessions, second], sequence: 6 },
      { sessions: [{ ...event.sessions[0]!, startsAt: new Date("2026-11-30T23:00:00Z") }], sequence: 7 },
    ];
    for (const change of changes) {
      const [after] = read({ ...event, ...change });
      expect(after!.uid).toBe(before!.uid);
      expect(after!.sequence).toBeGreaterThan(before!.sequence);
    }
  });

  test("are one for each day, with its own time and name", () => {
    const second = {
      id: "s2",
      title: "2日目",
      startsAt: new Date("2026-12-02T00:00:00Z"),
      endsAt: new Date("2026-12-02T07:00:00Z"),
    };
    const entries = read({ ...event, sessions: [...event.sessions, second] });
    expect(entries.map(({ uid }) => uid)).toEqual([
      "event-e1-s1@jobs.example:8443",
      "event-e1-s2@jobs.example:8443",
    ]);
    expect(entries[1]).toMatchObject({
      summary: "就職ガイダンス(2日目)",
      startsAt: "2026-12-02T00:00:00.000Z",
    });
  });

  test.each([
    ["cancelled", "【中止】就職ガイダンス"],
    ["postponed", "【延期】就職ガイダンス"],
  ] as const)("of a %s event stay at their old time and say so", (state, summary) => {
    const [entry] = read({ ...event, state, stateNote: "大雪のため", sequence: 4 });
    expect(entry).toMatchObject({
      status: "CANCELLED",
      summary,
      startsAt: "2026-12-01T01:00:00.000Z",
      description: "大雪のため\n地元の企業が集まります。",
    });
  });

  test("of an event with a new day are confirmed again and tell the day before", () => {
    const sessions = [
      {
        ...event.sessions[0]!,
        startsAt: new Date("2026-12-08T01:00:00Z"),
        endsAt: new Date("2026-12-08T03:00:00Z"),
      },
    ];
    const [entry] = read({ ...event, sessions, previousStartsAt: event.sessions[0]!.startsAt, sequence: 5 });
    expect(entry).toMatchObject({ status: "CONFIRMED", startsAt: "2026-12-08T01:00:00.000Z", sequence: 5 });
    expect(entry!.description).toContain("2026年(令和8年)12月1日(火) 10:00");
  });

  test("keep long Japanese text whole although no line is longer than 75 octets", () => {
    const summary = "金型・半導体の工場を見て、😀若手社員と話します。持ち物;筆記用具,参加票\\\n"
      .repeat(20)
      .trim();
    const entries = calendarEntries(
      { ...event, summary, title: "長い名前の企業見学バスツアー".repeat(8) },
      HOST,
    );
    const file = renderCalendar(entries);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(read({ ...event, summary })[0]!.description).toBe(summary);
  });
});
