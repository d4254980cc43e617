import { describe, expect, test } from "vitest";
import { renderCalendar } from "./calendar.ts";
import type { CalendarEntry } from "./messages.ts";

const entry: CalendarEntry = {
  uid: "event-1@jobs.example",
  sequence: 2,
  title: "就職ガイダンス",
  description: "",
  location: "一関文化センター",
  url: "https://jobs.example/events/1",
  startsAt: "2026-12-01T10:00:00+09:00",
  endsAt: "2026-12-01T12:30:00+09:00",
  updatedAt: "2026-11-21T00:00:00Z",
  cancelled: false,
};

const linesOf = (file: string) => file.split("\r\n");

describe("a calendar file", () => {
  test("gives every entry its stable name, its revision and UTC times", () => {
    const lines = linesOf(renderCalendar([entry]));
    expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
    expect(lines).toContain("UID:event-1@jobs.example");
    expect(lines).toContain("SEQUENCE:2");
    expect(lines).toContain("DTSTART:20261201T010000Z");
    expect(lines).toContain("DTEND:20261201T033000Z");
    expect(lines).toContain("DTSTAMP:20261121T000000Z");
    expect(lines).toContain("STATUS:CONFIRMED");
    expect(lines.at(-2)).toBe("END:VCALENDAR");
  });

  test("ends every line with CRLF and has no bare line break", () => {
    const file = renderCalendar([{ ...entry, description: "一行目\r\n二行目\n三行目" }]);
    expect(file.endsWith("\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(file).toContain("DESCRIPTION:一行目\\n二行目\\n三行目");
  });

  test("folds at 75 octets without splitting a character, and unfolds to the same text", () => {
    const title = "就職ガイダンス😀と企業説明会".repeat(12);
    const file = renderCalendar([{ ...entry, title }]);
    for (const line of linesOf(file)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
    expect(file).not.toContain("\uFFFD");
  });

  test("escapes what has a meaning in the format, so that no text can add a line of its own", () => {
    const file = renderCalendar([{ ...entry, title: "A,B;C\\D\nBEGIN:VALARM\u0007" }]);
    expect(file).toContain("SUMMARY:A\\,B\\;C\\\\D\\nBEGIN:VALARM\r\n");
  });

  test("keeps a cancelled event and says so", () => {
    expect(renderCalendar([{ ...entry, cancelled: true }])).toContain("STATUS:CANCELLED\r\n");
  });

  test("is a valid, empty calendar when there is nothing to tell", () => {
    expect(renderCalendar([], { name: "ジモトのイベント" })).toContain("X-WR-CALNAME:ジモトのイベント\r\n");
  });
});
