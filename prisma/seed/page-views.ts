import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { dateColumn } from "./days.ts";
import { randomFor } from "./random.ts";
import type { TownRows } from "./rows.ts";

const DAYS = 120;
/** Pages without a subject, and how often a day they are opened at least and at most. */
const PAGES: readonly [kind: string, least: number, most: number][] = [
  ["home", 30, 70],
  ["search", 12, 40],
  ["indicators", 2, 11],
];
const COMPANIES = 40;

/** How often public pages were opened in the last four months, by day and without readers. */
export function addPageViews(rows: TownRows, today: CivilDate): void {
  const random = randomFor("page-views");
  const listed = rows.company.filter(({ firstPublishedAt, withdrawnAt }) => firstPublishedAt && !withdrawnAt);
  const popular = random.sample(listed, COMPANIES).map(({ id }) => id);
  for (let back = DAYS; back >= 1; back--) {
    const day = dateColumn(addDays(today, -back));
    const add = (kind: string, views: number, subjectId = "") =>
      rows.pageViewDay.push({ day, kind, subjectId, views });
    for (const [kind, least, most] of PAGES) add(kind, random.int(least, most));
    for (const subjectId of random.sample(popular, 9)) add("company", random.int(1, 8), subjectId);
  }
}
