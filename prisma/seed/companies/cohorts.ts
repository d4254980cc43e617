import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { isManufacturing } from "#app/domain/companies/rules.ts";
import { workingDayBetween, workingDaysBefore } from "../days.ts";
import type { CompanyName } from "../names/companies.ts";
import { randomFor } from "../random.ts";

/** When a company came, went, and stood in the manufacturing directory. All days are working days in JST. */
export type Course = {
  published: CivilDate | null;
  withdrawn: CivilDate | null;
  listed: CivilDate | null;
  delisted: CivilDate | null;
};

/** Companies that the rest of the town refers to by name; they never leave. */
export const DEMO_COMPANY = "iwaigawa-seimitsu";
export const PENDING_COMPANY = "kodachino-sofuto";
export const RETURNED_COMPANY = "hohoemizaka-kaigo";
export const NEVER_PUBLISHED_COMPANY = "engawanomori-tekunorojizu";
/** The last to come, newest first: so many days before today, or the working day before that. */
const NEWCOMERS: readonly [slug: string, daysAgo: number][] = [
  ["kinokonomori-famu", 3],
  ["hotaruzawa-robotekku", 9],
  ["temarino-deisabisu", 16],
];

const STEADY = [
  DEMO_COMPANY,
  PENDING_COMPANY,
  RETURNED_COMPANY,
  "kirigase-seisakusho",
  "tsukimachizaka-kanagatakougyou",
];

/**
 * The town's figures: 167 companies at the end of January and of March 2024, 174 at the end of January 2025, some twenty
 * more since; 112 entries in the manufacturing directory at the end of March 2024 and of January 2025.
 */
export function planCourses(names: readonly CompanyName[], today: CivilDate): Map<string, Course> {
  const random = randomFor("courses");
  const day = (first: CivilDate, last: CivilDate) => workingDayBetween(random, first, last);
  const courses = new Map<string, Course>();
  const come = (slug: string, published: CivilDate, listed: CivilDate | null = null) =>
    courses.set(slug, { published, withdrawn: null, listed, delisted: null });
  const leave = (slug: string, withdrawn: CivilDate) => {
    const course = courses.get(slug)!;
    courses.set(slug, { ...course, withdrawn, delisted: course.listed && withdrawn });
  };
  courses.set(NEVER_PUBLISHED_COMPANY, { published: null, withdrawn: null, listed: null, delisted: null });

  const reserved = new Set([NEVER_PUBLISHED_COMPANY, ...NEWCOMERS.map(([slug]) => slug)]);
  const free = names.filter((company) => !reserved.has(company.slug));
  const steadyFirst = (companies: CompanyName[]) => {
    const mixed = random.sample(companies, companies.length);
    return [...mixed.filter(isSteady), ...mixed.filter((company) => !isSteady(company))].map(
      (company) => company.slug,
    );
  };
  const makers = steadyFirst(free.filter((company) => isManufacturing(company.industryCode)));
  const others = steadyFirst(free.filter((company) => !isManufacturing(company.industryCode)));

  // 170 until January 2024, of which three left before: 112 manufacturers and 55 others are there.
  const early = [...makers.slice(0, 113), ...others.slice(0, 57)];
  for (const slug of early) {
    const published = random.chance(0.7) ? day("2022-04-11", "2022-12-23") : day("2023-01-10", "2023-12-22");
    come(slug, published, makers.includes(slug) ? day(published, addDays(published, 20)) : null);
  }
  leave(makers[112]!, "2024-01-19");
  leave(others[55]!, "2024-01-12");
  leave(others[56]!, "2024-01-26");

  // Nine came in fiscal 2024 until January, two left; one manufacturer left the directory, one joined it.
  for (const slug of [...makers.slice(113, 116), ...others.slice(57, 63)])
    come(slug, day("2024-04-15", "2025-01-24"));
  courses.get(makers[113]!)!.listed = "2025-01-27";
  leave(makers[111]!, "2024-09-20");
  leave(others[54]!, "2024-11-15");

  // Since then: twenty until a month ago, the newcomers of the last weeks, three that left.
  const recently = addDays(today, -35);
  const since = [...makers.slice(116), ...others.slice(63)];
  for (const slug of since) come(slug, day("2025-02-10", recently));
  for (const slug of makers.slice(114, 122)) {
    const { published } = courses.get(slug)!;
    courses.get(slug)!.listed = day(later(published!, "2025-02-10"), today);
  }
  leave(others[53]!, day("2025-02-10", recently));
  leave(others[52]!, day("2025-02-10", recently));
  leave(makers[110]!, day("2025-02-10", recently));
  for (const [slug, daysAgo] of NEWCOMERS) come(slug, workingDaysBefore(addDays(today, -daysAgo + 1), 1));
  return courses;
}

function isSteady(company: CompanyName): boolean {
  return STEADY.includes(company.slug);
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}
