import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import type { People } from "../accounts/accounts.ts";
import type { SeedCompany } from "../companies/companies.ts";
import { minutesAfter } from "../days.ts";
import type { TownRows } from "../rows.ts";
import type { SeedSchool } from "../schools.ts";
import { TEXTS } from "./texts.ts";
import { addEvent, addRegistration, type EventSpec, type SeedEvent } from "./write.ts";

/** The town as the events around today find it. */
export type PresentTown = {
  rows: TownRows;
  companies: readonly SeedCompany[];
  people: People;
  now: Date;
  today: CivilDate;
};

/** Announced so many days ago, with the usual words of its kind. */
export function announce(
  { rows, today }: PresentTown,
  spec: Omit<EventSpec, "from" | "to" | "summary" | "publishedOn"> & Partial<EventSpec>,
  daysAgo: number,
): SeedEvent {
  const { from, to, summary, whatToBring } = TEXTS[spec.kind];
  return addEvent(rows, { from, to, summary, whatToBring, ...spec, publishedOn: addDays(today, -daysAgo) });
}

/** Registers people one by one over the last days, the first of them first. */
export function register(
  town: PresentTown,
  event: SeedEvent,
  category: "student" | "guardian" | "other",
  people: readonly string[],
  waiting = 0,
): void {
  const step = Math.floor((10 * 1440) / Math.max(1, people.length));
  people.forEach((userId, at) =>
    addRegistration(town.rows, event, {
      userId,
      category,
      waiting: at >= people.length - waiting,
      at: minutesAfter(town.now, -1440 * 11 + at * step),
    }),
  );
}

export function registerSchool(
  town: PresentTown,
  event: SeedEvent,
  teacher: { userId: string; school: SeedSchool },
  headCounts: { student: number; teacher: number },
): void {
  const at = minutesAfter(town.now, -3 * 1440);
  for (const [category, headCount] of Object.entries(headCounts) as ["student" | "teacher", number][])
    addRegistration(town.rows, event, {
      userId: teacher.userId,
      schoolId: teacher.school.id,
      category,
      headCount,
      at,
    });
}

export function teacherOf(town: PresentTown, key: string) {
  return town.people.teachers.find(({ school }) => school.key === key)!;
}
