import { addDays } from "#app/platform/calendar.ts";
import { recruitmentWords as words } from "#app/locales/ja/recruitment.ts";
import type { CalendarEntry } from "#emails/messages.ts";
import type { RegisteredDate } from "./store.server.ts";

/**
 * The dates as whole days of a calendar. The UID is made of what a date is about, not of the day, so that a corrected date
 * moves in the readers' calendars; SEQUENCE grows with each correction (seconds of the change since 2020).
 */
export function recruitmentEntries(dates: readonly RegisteredDate[], publicUrl: string): CalendarEntry[] {
  const { host } = new URL(publicUrl);
  return dates.map((row) => ({
    uid: `recruitment-${row.graduationYear}-${row.audience}-${row.stage}-${prefectureKey(row.prefecture)}@${host}`,
    sequence: Math.max(0, Math.floor((row.updatedAt.getTime() - FIRST) / 1000)),
    title: words.calendar.entry(row),
    description: [row.note, row.source && words.sourceOf(row.source)].filter(Boolean).join("\n"),
    location: "",
    url: `${publicUrl}/recruitment-calendar?for=${row.audience}`,
    startsAt: `${row.date}T00:00:00+09:00`,
    endsAt: `${addDays(row.date, 1)}T00:00:00+09:00`,
    updatedAt: row.updatedAt.toISOString(),
    cancelled: false,
    wholeDays: true,
  }));
}

const FIRST = Date.parse("2020-01-01T00:00:00Z");

function prefectureKey(prefecture: string): string {
  return prefecture === "" ? "all" : Buffer.from(prefecture).toString("hex");
}
