import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { corporateNumberCheckDigit, isManufacturing } from "#app/domain/companies/rules.ts";
import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { companyUserOf, STAFF_ID } from "../accounts/ids.ts";
import { daysBetween, officeHour, workingDaysBefore } from "../days.ts";
import { noteFact } from "../facts.ts";
import { stableId } from "../ids.ts";
import { companyNames } from "../names/companies.ts";
import { type Random, randomFor } from "../random.ts";
import { romaji } from "../romaji.ts";
import type { TownRows } from "../rows.ts";
import {
  type Course,
  DEMO_COMPANY,
  NEVER_PUBLISHED_COMPANY,
  PENDING_COMPANY,
  planCourses,
  RETURNED_COMPANY,
} from "./cohorts.ts";
import { INDUSTRY_WORDS } from "./industry-words.ts";
import { areaFor } from "./places.ts";
import { withFurtherFacts } from "./profile-facts.ts";
import { profileOf } from "./profile.ts";
import {
  demoFacts,
  demoProfile,
  earlierProfile,
  pendingProfile,
  returnedProfile,
} from "./special-profiles.ts";

/** A company as the rest of the town needs it. */
export type SeedCompany = Course & {
  id: string;
  slug: string;
  core: string;
  industryCode: string;
  profile: CompanyProfile;
};

/** Adds the companies with their revisions and directory entries; gives them back in a fixed order. */
export function addCompanies(rows: TownRows, today: CivilDate): SeedCompany[] {
  const names = companyNames(romaji);
  const courses = planCourses(names, today);
  const perIndustry = new Map<string, number>();
  return names.map((name, index) => {
    const random = randomFor(`company/${name.slug}`);
    const { group } = INDUSTRY_WORDS.get(name.industryCode)!;
    const number = perIndustry.get(group) ?? 0;
    perIndustry.set(group, number + 1);
    const course = courses.get(name.slug)!;
    const published = publications(course, name.slug, today, random);
    const newest = published.at(-1) ?? workingDaysBefore(today, 1);
    const asOf = factsDay(newest, random);
    const isFullest = name.slug === DEMO_COMPANY;
    const written = profileOf(name, { number, asOf, area: areaFor(random) });
    const profile = isFullest
      ? demoFacts(withFurtherFacts(demoProfile(written), name, { asOf, isFullest }))
      : withFurtherFacts(written, name, { asOf });
    const company = {
      ...course,
      id: stableId("company", name.slug),
      slug: name.slug,
      core: name.core,
      industryCode: name.industryCode,
      profile,
    };
    const hasNumber = !name.isSoleTrader && !random.chance(0.065);
    addCompany(rows, company, {
      published,
      corporateNumber: hasNumber ? corporateNumber(index) : null,
      today,
      random,
    });
    if (company.listed) addDirectoryEntry(rows, company, random);
    return company;
  });
}

/** The 9999 at the front is no register office, so the number belongs to nobody; the check digit is right. */
function corporateNumber(index: number): string {
  const body = `999901${String(100_037 + index * 4_019).padStart(6, "0")}`;
  return `${corporateNumberCheckDigit(body)}${body}`;
}

/** The days on which a profile was published: the first, and the changes that most companies made since. */
function publications(course: Course, slug: string, today: CivilDate, random: Random): CivilDate[] {
  if (!course.published) return [];
  const days = [course.published];
  const end = course.withdrawn ?? today;
  const change = (from: number, to: number) => {
    const last = days.at(-1)!;
    const day = workingDaysBefore(addDays(end, -random.int(from, to)), 1);
    if (daysBetween(last, day) > 60) days.push(day);
  };
  const isDemo = slug === DEMO_COMPANY;
  if (isDemo || random.chance(0.25)) change(420, 800);
  if (isDemo || random.chance(0.75)) change(25, 380);
  return days;
}

/** The day of the facts in a profile: a little before it was published. */
function factsDay(published: CivilDate, random: Random): CivilDate {
  return addDays(published, -random.int(9, 30));
}

type Registration = {
  published: CivilDate[];
  corporateNumber: string | null;
  today: CivilDate;
  random: Random;
};

function addCompany(rows: TownRows, company: SeedCompany, facts: Registration): void {
  const { published, random, today } = facts;
  const actorId = companyUserOf(company.slug);
  const registeredAt = officeHour(
    random,
    workingDaysBefore(published[0] ?? today, published[0] ? random.int(6, 12) : 2),
  );
  let firstPublishedAt: Date | null = null;
  noteFact(rows, { kind: "company.registered", subjectId: company.id, actorId, at: registeredAt, data: {} });
  published.forEach((day, at) => {
    const isLatest = at === published.length - 1;
    const submittedAt = officeHour(random, workingDaysBefore(day, random.int(1, 4)));
    const decidedAt = officeHour(random, day);
    firstPublishedAt ??= decidedAt;
    const step = published.length - 1 - at;
    const number = at + 1;
    rows.companyRevision.push({
      id: revisionId(company, number),
      companyId: company.id,
      number,
      state: isLatest && !company.withdrawn ? "published" : "superseded",
      profile: isLatest ? company.profile : earlierProfile(company.profile, factsDay(day, random), step),
      submitterNote:
        at > 0
          ? random.pick([
              "従業員数と初任給を最新のものに改めました。",
              "休日と福利厚生を見直しました。",
              null,
            ])
          : null,
      submittedAt,
      submittedById: actorId,
      decidedAt,
      decidedById: STAFF_ID,
      createdAt: submittedAt,
      updatedAt: decidedAt,
    });
    noteFact(rows, {
      kind: "company.revision-submitted",
      subjectId: company.id,
      actorId,
      at: submittedAt,
      data: { number },
    });
    noteFact(rows, {
      kind: "company.published",
      subjectId: company.id,
      actorId: STAFF_ID,
      at: decidedAt,
      data: { number, first: at === 0 },
    });
  });
  addOpenRevision(rows, company, published.length + 1, facts);
  rows.company.push({
    id: company.id,
    slug: company.slug,
    corporateNumber: facts.corporateNumber,
    firstPublishedAt,
    withdrawnAt: company.withdrawn ? officeHour(random, company.withdrawn) : null,
    createdAt: registeredAt,
    version: published.length,
  });
}

/** The changes that are on staff's desk or back with the company. */
function addOpenRevision(
  rows: TownRows,
  company: SeedCompany,
  number: number,
  { today, random }: Registration,
): void {
  const { slug, profile } = company;
  const open = {
    id: revisionId(company, number),
    companyId: company.id,
    number,
    submittedById: companyUserOf(slug),
  };
  const submittedAt = (workingDays: number) => officeHour(random, workingDaysBefore(today, workingDays));
  const add = (
    at: Date,
    rest: { state: "submitted" | "returned"; profile: CompanyProfile; submitterNote: string | null },
  ) => {
    rows.companyRevision.push({ ...open, ...rest, submittedAt: at, createdAt: at, updatedAt: at });
    noteFact(rows, {
      kind: "company.revision-submitted",
      subjectId: company.id,
      actorId: open.submittedById,
      at,
      data: { number },
    });
  };
  if (slug === PENDING_COMPANY)
    add(submittedAt(2), {
      state: "submitted",
      profile: pendingProfile(profile, addDays(today, -5)),
      submitterNote: "新しい開発室の開設に合わせ、働き方と初任給を改めました。",
    });
  if (slug === NEVER_PUBLISHED_COMPANY)
    add(submittedAt(1), {
      state: "submitted",
      profile,
      submitterNote: "はじめて掲載を申請します。よろしくお願いします。",
    });
  if (slug !== RETURNED_COMPANY) return;
  add(submittedAt(9), {
    state: "returned",
    profile: returnedProfile(profile, addDays(today, -20)),
    submitterNote: null,
  });
  const decidedAt = submittedAt(7);
  Object.assign(rows.companyRevision.at(-1)!, {
    decidedAt,
    decidedById: STAFF_ID,
    decisionNote:
      "高卒の初任給が19,800円となっています。桁をご確認ください。あわせて、年間休日152日に間違いがないかお知らせください。",
    updatedAt: decidedAt,
  });
  noteFact(rows, {
    kind: "company.returned",
    subjectId: company.id,
    actorId: STAFF_ID,
    at: decidedAt,
    data: { number },
  });
}

function revisionId(company: SeedCompany, number: number): string {
  return stableId("revision", `${company.slug}/${number}`);
}

function addDirectoryEntry(rows: TownRows, company: SeedCompany, random: Random): void {
  if (!isManufacturing(company.industryCode)) throw new Error(`${company.slug} is no manufacturer`);
  const { equipment } = INDUSTRY_WORDS.get(company.industryCode)!;
  const { technologies, products } = company.profile;
  rows.manufacturingEntry.push({
    companyId: company.id,
    technology: `${technologies.slice(0, 3).join("、")}により、${products.slice(0, 2).join("や")}を製造。${random.pick(["試作一個から対応", "小ロットから量産まで対応", "図面のない段階から相談可", "短納期に対応"])}`,
    equipment: random
      .sample(equipment, Math.min(equipment.length, random.int(2, 3)))
      .map((machine) => `${machine} ${random.int(1, 12)}台`)
      .join("、"),
    listedAt: officeHour(random, company.listed!),
    delistedAt: company.delisted ? officeHour(random, company.delisted) : null,
  });
}

/** Companies whose profile the public could read on the day. */
export function publishedOn(companies: readonly SeedCompany[], date: CivilDate): SeedCompany[] {
  return companies.filter(
    ({ published, withdrawn }) =>
      published !== null && published < date && (withdrawn === null || withdrawn > date),
  );
}
