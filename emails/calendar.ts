import type { CalendarEntry } from "./messages.ts";

/**
 * A calendar file after RFC 5545 (iCalendar): lines end in CRLF and are folded at 75 octets, times are UTC, a cancelled
 * event stays in the file with STATUS:CANCELLED so that calendars take it off. Every entry needs its stable UID.
 */
export function renderCalendar(
  entries: readonly CalendarEntry[],
  options: { name?: string; method?: "PUBLISH" } = {},
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Jimoto//Events//JA",
    "CALSCALE:GREGORIAN",
    ...(options.method ? [`METHOD:${options.method}`] : []),
    ...(options.name ? [`X-WR-CALNAME:${escapeText(options.name)}`] : []),
    ...entries.flatMap(renderEntry),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** The type of the file as an answer or as an attachment. */
export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

function renderEntry(entry: CalendarEntry): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${utcTime(entry.updatedAt)}`,
    `LAST-MODIFIED:${utcTime(entry.updatedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART:${utcTime(entry.startsAt)}`,
    `DTEND:${utcTime(entry.endsAt)}`,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.description ? [`DESCRIPTION:${escapeText(entry.description)}`] : []),
    ...(entry.location ? [`LOCATION:${escapeText(entry.location)}`] : []),
    `URL:${entry.url}`,
    `STATUS:${entry.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** 20261121T010000Z */
function utcTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** TEXT values: backslash, semicolon, comma and line breaks are escaped; other control characters are not allowed. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");
}

const MAX_OCTETS = 75;
const octets = new TextEncoder();

/** Folds a line so that none is longer than 75 octets and no character is split; a folded line begins with a space. */
function foldLine(line: string): string {
  let folded = "";
  let length = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > MAX_OCTETS) {
      folded += "\r\n ";
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}
