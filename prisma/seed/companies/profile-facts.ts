import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import { closedFiscalYears } from "#app/domain/companies/hires.rules.ts";
import { AREAS, isManufacturing } from "#app/domain/companies/rules.ts";
import type { CompanyProfile, Establishment, GraduateHire } from "#app/domain/companies/schema.ts";
import type { CompanyName } from "../names/companies.ts";
import { type Random, randomFor } from "../random.ts";
import {
  CERTIFICATION_SUPPORTS,
  PLACES_OF_BUSINESS,
  TRAININGS,
  VISITS,
  WAYS,
  WINTERS,
} from "./fact-sentences.ts";
import { INDUSTRY_WORDS } from "./industry-words.ts";
import { placeOf } from "./places.ts";

/** How much a company tells: some fill in nearly everything, many about half, the rest little. */
type Openness = { facts: number; hires: number };
const OPEN: Openness = { facts: 0.95, hires: 0.95 };
const HALF_OPEN: Openness = { facts: 0.55, hires: 0.5 };
const SILENT: Openness = { facts: 0.12, hires: 0.1 };

/** The profile with what companies tell beside the basic facts; the demo's company tells everything. */
export function withFurtherFacts(
  profile: CompanyProfile,
  company: CompanyName,
  { asOf, isFullest = false }: { asOf: CivilDate; isFullest?: boolean },
): CompanyProfile {
  const random = randomFor(`facts/${company.slug}`);
  const openness = isFullest ? { facts: 1, hires: 1 } : random.pick([OPEN, HALF_OPEN, HALF_OPEN, SILENT]);
  const tells = (share = 1) => random.chance(openness.facts * share) || isFullest;
  const { equipment } = INDUSTRY_WORDS.get(company.industryCode)!;
  const isMaker = isManufacturing(company.industryCode);
  return {
    ...profile,
    formerNames: isFullest || random.chance(0.07) ? formerNames(company) : [],
    establishments: establishmentsOf(profile, isMaker, random),
    videoUrl: isFullest || (tells() && random.chance(0.2)) ? `https://video.example/${company.slug}` : "",
    visiting: tells() ? random.pick(VISITS).replace("{m}", String(random.pick([40, 60, 90]))) : "",
    equipment: isMaker && tells() ? random.sample(equipment, random.int(2, 4)) : [],
    nightShift: tells() ? nightShiftOf(company, random) : "unknown",
    termsAsOf: tells(0.3) ? `${fiscalYearOf(asOf)}-04-01` : null,
    ...fixedOvertimeOf(profile, random),
    commute: tells() ? commuteOf(profile, random) : "",
    drivingLicence: tells(0.8) ? random.pick(["needed", "not-needed", "not-needed"] as const) : "unknown",
    graduateHires: random.chance(openness.hires) ? hiresOf(profile, company, asOf, random) : [],
    ...yearlyFacts(profile, { asOf, random, tells }),
    training: tells() ? random.pick(TRAININGS) : "",
    mentors: tells(0.8) ? random.pick(["yes", "yes", "no"] as const) : "unknown",
    careerConsulting: tells(0.7) ? random.pick(["yes", "no", "no"] as const) : "unknown",
    certificationSupport:
      tells(0.7) && profile.benefits.includes("資格取得支援") ? random.pick(CERTIFICATION_SUPPORTS) : "",
  };
}

/** A firm that was a 有限会社 before, or that shortened its name. */
function formerNames({ name, core }: CompanyName): string[] {
  return [name.includes("株式会社") ? `有限会社${core}` : `${core}商店`].filter((former) => former !== name);
}

function establishmentsOf(profile: CompanyProfile, isMaker: boolean, random: Random): Establishment[] {
  const people = profile.employeeCount ?? 0;
  if (!random.chance(people > 80 ? 0.8 : people > 30 ? 0.35 : 0.06)) return [];
  const areas = random.sample(
    AREAS.filter((area) => area !== "市外"),
    people > 120 ? random.int(1, 3) : 1,
  );
  return areas.map((area) => {
    const { phone: _phone, ...place } = placeOf(area, random);
    const kind = random.pick(isMaker ? PLACES_OF_BUSINESS.maker : PLACES_OF_BUSINESS.other);
    return { name: `${area}${kind}`, ...place };
  });
}

const NIGHT_WORK = ["18", "28", "31", "09", "44", "75", "83", "85"];

function nightShiftOf(company: CompanyName, random: Random) {
  return NIGHT_WORK.includes(company.industryCode) && random.chance(0.45) ? "yes" : "no";
}

/** Few include overtime in the starting pay; who does tells the amount, the hours and what comes on top. */
function fixedOvertimeOf({ startingPayHighSchool }: CompanyProfile, random: Random) {
  if (startingPayHighSchool === null || !random.chance(0.05)) return {};
  const hours = random.pick([10, 15, 20]);
  const hourly = Math.round(startingPayHighSchool / 165);
  return {
    fixedOvertimeHours: hours,
    fixedOvertimePay: Math.round((hourly * 1.25 * hours) / 100) * 100,
    fixedOvertimeExcessPaid: "yes" as const,
  };
}

function commuteOf({ area }: CompanyProfile, random: Random): string {
  const way = random
    .pick(WAYS[area])
    .replace("{n}", String(area === "川崎" ? random.int(25, 35) : random.int(5, 18)))
    .replace("{b}", String(random.int(3, 12)));
  return way + random.pick(WINTERS);
}

const SCHOOL_KINDS = ["highSchool", "kosen", "university"] as const;

/** The hires of the three fiscal years before the day, person by person, so that they add up to the totals. */
function hiresOf(
  { newGraduatesHired: hired, newGraduatesLeft: left, kosenAlumni }: CompanyProfile,
  company: CompanyName,
  asOf: CivilDate,
  random: Random,
): GraduateHire[] {
  if (hired === null || left === null) return [];
  const likely = kosenAlumni === "yes" ? [7, 2, 2] : [8, 0, 2];
  const people = Array.from({ length: hired }, () => ({
    fiscalYear: random.pick(closedFiscalYears(asOf)),
    schoolKind: SCHOOL_KINDS[weighted(likely, random)]!,
    sex: random.chance(isManufacturing(company.industryCode) ? 0.35 : 0.55) ? "female" : "male",
  }));
  const leavers = new Set(random.sample(people, left));
  const kinds = SCHOOL_KINDS.filter(
    (kind) => kind === "highSchool" || people.some(({ schoolKind }) => schoolKind === kind),
  );
  return closedFiscalYears(asOf).flatMap((fiscalYear) =>
    kinds.flatMap((schoolKind) =>
      (["female", "male"] as const).map((sex) => {
        const there = people.filter(
          (person) =>
            person.fiscalYear === fiscalYear && person.schoolKind === schoolKind && person.sex === sex,
        );
        return {
          fiscalYear,
          schoolKind,
          sex,
          hired: there.length,
          left: there.filter((person) => leavers.has(person)).length,
        };
      }),
    ),
  );
}

function weighted(weights: readonly number[], random: Random): number {
  let at = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (at -= weight) < 0);
}

/** Averages and shares of the fiscal year before the day; who tells no average tells no year. */
function yearlyFacts(
  profile: CompanyProfile,
  { asOf, random, tells }: { asOf: CivilDate; random: Random; tells: (share?: number) => boolean },
) {
  const people = profile.employeeCount ?? 10;
  const womenEntitled = random.int(0, Math.ceil(people / 50));
  const menEntitled = random.int(0, Math.ceil(people / 40));
  const tellsLeave = tells(0.5);
  const tellsWomen = tells(0.6);
  const facts = {
    averageAge: tells(0.8) ? random.int(36, 49) : null,
    childcareLeaveWomenEntitled: tellsLeave ? womenEntitled : null,
    childcareLeaveWomenTaken: tellsLeave ? womenEntitled : null,
    childcareLeaveMenEntitled: tellsLeave ? menEntitled : null,
    childcareLeaveMenTaken: tellsLeave ? random.int(0, menEntitled) : null,
    womenDirectorsPercent: tellsWomen ? random.pick([0, 0, 20, 25, 33, 50]) : null,
    womenManagersPercent: tellsWomen ? random.pick([0, 8, 12, 15, 20, 30, 40]) : null,
  };
  const told = [...Object.values(facts), profile.averageTenureYears, profile.averageOvertimeHours];
  const isTold = told.some((value) => value !== null);
  return { ...facts, youthFactsYear: isTold ? fiscalYearOf(asOf) - 1 : null };
}
