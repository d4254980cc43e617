/** Whom an event can be meant for, in the order of filters and badges. */
export const EVENT_TARGETS = [
  "juniorHigh",
  "highSchool",
  "kosen",
  "university",
  "jobSeeker",
  "guardian",
  "teacher",
] as const;
export type EventTarget = (typeof EVENT_TARGETS)[number];

/** The audiences that have a calendar feed and a filter of their own. */
export const FEED_TARGETS = ["highSchool", "kosen", "university", "jobSeeker", "guardian"] as const;
export type FeedTarget = (typeof FEED_TARGETS)[number];

/** True when an event is meant for these people; an event without targets is meant for everybody. */
export function isMeantFor(event: { targets: readonly string[] }, target: EventTarget): boolean {
  return event.targets.length === 0 || event.targets.includes(target);
}

/** Whom a school's people are, for the feed of that school; null for schools of another kind. */
export function targetOfSchool(kind: string): EventTarget | null {
  if (kind === "juniorHigh" || kind === "highSchool" || kind === "kosen") return kind;
  return kind === "university" || kind === "juniorCollege" || kind === "vocational" ? "university" : null;
}

/** Fewer people than this are not told as a number. */
export const SMALLEST_PUBLIC_COUNT = 5;

/**
 * How many people came, as the public may read it: person-times of all categories together, "few" below five, null when
 * nobody was checked in (an event without a reception desk is not an event without visitors).
 */
export function publicAttendance(personTimes: number): number | "few" | null {
  if (personTimes === 0) return null;
  return personTimes < SMALLEST_PUBLIC_COUNT ? "few" : personTimes;
}

const YEARS_OF_SCHOOL: Record<string, number> = { juniorHigh: 3, highSchool: 3, kosen: 5 };

/**
 * The grade (学年) in which a class is in a fiscal year, by the kind of school; null where the kind has no fixed length or
 * the class is not at school in that year. Grades change on 1 April.
 */
export function gradeOf(
  schoolKind: string | null,
  graduationYear: number,
  fiscalYear: number,
): number | null {
  const years = schoolKind === null ? undefined : YEARS_OF_SCHOOL[schoolKind];
  if (years === undefined) return null;
  const grade = years - (graduationYear - (fiscalYear + 1));
  return grade >= 1 && grade <= years ? grade : null;
}
