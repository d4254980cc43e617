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
    ...(options.name
      ? [`NAME:${escapeText(options.name)}`, `X-WR-CALNAME:${escapeText(options.name)}`, ...FEED]
      : []),
    ...entries.flatMap(renderEntry),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** A named calendar is subscribed to: how often to look again (RFC 7986, and what older programs know), and the zone. */
const FEED = [
  "X-WR-TIMEZONE:Asia/Tokyo",
  "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
  "X-PUBLISHED-TTL:PT6H",
] as const;

/** The type of the file as an answer or as an attachment. */
export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

function renderEntry(entry: CalendarEntry): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${utcTime(entry.updatedAt)}`,
    `LAST-MODIFIED:${utcTime(entry.updatedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    ...(entry.wholeDays
      ? [`DTSTART;VALUE=DATE:${japaneseDay(entry.startsAt)}`, `DTEND;VALUE=DATE:${japaneseDay(entry.endsAt)}`]
      : [`DTSTART:${utcTime(entry.startsAt)}`, `DTEND:${utcTime(entry.endsAt)}`]),
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.description ? [`DESCRIPTION:${escapeText(entry.description)}`] : []),
    ...(entry.location ? [`LOCATION:${escapeText(entry.location)}`] : []),
    `URL:${entry.url}`,
    `STATUS:${entry.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${entry.cancelled || entry.wholeDays ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}

/** 20261121T010000Z */
function utcTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** 20261121: the day in JST. */
function japaneseDay(instant: string): string {
  return utcTime(new Date(Date.parse(instant) + JST_OFFSET_MS).toISOString()).slice(0, 8);
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
