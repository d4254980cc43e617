import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { type Area, BENEFITS, CERTIFICATIONS, DEPARTMENTS } from "#app/domain/companies/rules.ts";
import { blankProfileFacts } from "#app/domain/companies/profile.rules.ts";
import type { CivilDate } from "#app/platform/calendar.ts";
import type { CompanyName } from "../names/companies.ts";
import { type Random, randomFor } from "../random.ts";
import { INDUSTRY_WORDS, WORDS_IN_NAMES } from "./industry-words.ts";
import { placeOf } from "./places.ts";
import { CLOSINGS, SENTENCE_GROUPS } from "./sentences.ts";
import { sizeOf } from "./size.ts";

type Department = (typeof DEPARTMENTS)[number];

const TECHNICAL = ["metal", "machine", "precision", "electronics", "plastic", "vehicle", "it", "survey"];

/** The profile of a company as it stood on the day. The number is its place among those of its kind, so texts differ. */
export function profileOf(
  company: CompanyName,
  place: { number: number; asOf: CivilDate; area: Area },
): CompanyProfile {
  const random = randomFor(`profile/${company.slug}`);
  const words = INDUSTRY_WORDS.get(company.industryCode)!;
  const [, named, skilled] = WORDS_IN_NAMES.find(([part]) => company.core.includes(part)) ?? ["", [], []];
  const products = unique([...named, ...random.sample(words.products, random.int(2, 4))]).slice(0, 5);
  const technologies = unique([...skilled, ...random.sample(words.technologies, random.int(2, 4))]).slice(
    0,
    5,
  );
  const facts = sizeOf(company, random);
  const youth = youthFacts(facts.employeeCount, random);
  return {
    ...blankProfileFacts(),
    name: company.name,
    nameKana: company.kana,
    aliases: random.chance(0.3) ? [shortName(company)] : [],
    ...placeOf(place.area, random),
    website: random.chance(0.7) ? `https://${company.slug}.example/` : "",
    contactDepartment:
      facts.employeeCount > 40
        ? random.pick(["総務部", "総務課 採用担当", "人事課", "管理部"])
        : random.pick(["採用担当", "総務", "事務所"]),
    industryCode: company.industryCode,
    employeeCount: facts.employeeCount,
    asOf: place.asOf,
    foundedYear: facts.foundedYear,
    catchphrase: random.chance(0.6) ? random.pick(SENTENCE_GROUPS[words.group].catchphrases) : "",
    description: describe(company, { ...place, products, technologies }),
    dayAtWork: random.chance(0.45) ? random.pick(SENTENCE_GROUPS[words.group].day) : "",
    products,
    technologies,
    benefits: inOrder(BENEFITS, benefitsFor(facts.employeeCount, random)),
    certifications: inOrder(
      CERTIFICATIONS,
      random.chance(0.35) ? random.sample(CERTIFICATIONS, random.int(1, 2)) : [],
    ),
    departments: inOrder(DEPARTMENTS, departmentsFor(words.group, random)),
    workingHours: random.chance(0.92)
      ? random.pick(["8:00〜17:00", "8:15〜17:15", "8:30〜17:30", "8:30〜17:15", "9:00〜18:00"])
      : "",
    holidays: facts.holidays,
    annualHolidays: random.chance(0.85) ? facts.annualHolidays : null,
    ...payFor(words.group, facts.employeeCount, random),
    kosenAlumni: TECHNICAL.includes(words.group)
      ? random.pick(["yes", "yes", "no", "unknown"] as const)
      : random.pick(["no", "unknown"] as const),
    highSchoolAlumni: random.pick(["yes", "yes", "yes", "unknown"] as const),
    ...youth,
  };
}

/** Three or four sentences: what the company does, how it works, what it is like to be there. */
function describe(
  company: CompanyName,
  facts: { number: number; area: Area; products: string[]; technologies: string[] },
): string {
  const random = randomFor(`description/${company.slug}`);
  const group = SENTENCE_GROUPS[INDUSTRY_WORDS.get(company.industryCode)!.group];
  const what = group.what[facts.number % group.what.length]!;
  const how = group.how[Math.floor(facts.number / group.what.length + facts.number) % group.how.length]!;
  const [p = "", q = p] = facts.products;
  const area = facts.area === "市外" ? "県南" : facts.area;
  const closings = random.sample(CLOSINGS, 2);
  const short = [what, how, closings[0]!].join("");
  return (short.length < 95 ? short + closings[1]! : short)
    .replaceAll("{p}", p)
    .replaceAll("{q}", q)
    .replaceAll("{t}", random.pick(facts.technologies))
    .replaceAll("{a}", area);
}

function benefitsFor(employeeCount: number, random: Random) {
  const likely = BENEFITS.filter((benefit) => {
    if (benefit === "車通勤可") return random.chance(0.9);
    if (benefit === "資格取得支援") return random.chance(0.55);
    if (benefit === "社員寮") return employeeCount > 50 && random.chance(0.3);
    if (benefit === "奨学金返還支援") return employeeCount > 20 && random.chance(0.2);
    if (benefit === "送迎あり" || benefit === "フレックスタイム") return random.chance(0.08);
    if (benefit === "外国語の対応") return random.chance(0.12);
    return random.chance(0.35);
  });
  return likely;
}

function departmentsFor(group: string, random: Random): readonly Department[] {
  const fit: Record<string, readonly Department[]> = {
    metal: ["機械・知能系", "工業科", "普通科"],
    machine: ["機械・知能系", "電気・電子系", "工業科"],
    precision: ["機械・知能系", "化学・バイオ系", "工業科"],
    electronics: ["電気・電子系", "情報・ソフトウェア系", "工業科"],
    plastic: ["機械・知能系", "化学・バイオ系", "工業科"],
    vehicle: ["機械・知能系", "電気・電子系", "工業科"],
    food: ["化学・バイオ系", "農業科", "普通科"],
    it: ["情報・ソフトウェア系", "商業科", "理系"],
    survey: ["機械・知能系", "工業科", "理系"],
    care: ["看護・福祉", "普通科", "総合学科"],
    medical: ["看護・福祉", "普通科"],
    farm: ["農業科", "普通科"],
    build: ["工業科", "普通科", "電気・電子系"],
    office: ["商業科", "文系"],
    trade: ["商業科", "普通科", "総合学科"],
  };
  if (random.chance(0.1)) return [];
  if (random.chance(0.25)) return ["学科不問"];
  return random.sample(fit[group] ?? ["普通科", "総合学科"], random.int(1, 3));
}

function payFor(group: string, employeeCount: number, random: Random) {
  const tells = random.chance(0.86);
  const base = 178_000 + random.int(0, 12) * 1_500 + (employeeCount > 100 ? 6_000 : 0);
  const kosen = base + 17_000 + random.int(0, 6) * 1_000;
  return {
    startingPayHighSchool: tells ? base : null,
    startingPayKosen: tells && TECHNICAL.includes(group) ? kosen : null,
    startingPayUniversity: tells && random.chance(0.75) ? kosen + 8_000 + random.int(0, 8) * 1_000 : null,
  };
}

/** 青少年雇用情報; a company that does not tell leaves every field blank. */
function youthFacts(employeeCount: number, random: Random) {
  const tells = random.chance(0.72);
  const hired = random.int(0, Math.max(1, Math.round(employeeCount / 14)));
  return {
    newGraduatesHired: tells ? hired : null,
    newGraduatesLeft: tells ? random.int(0, Math.ceil(hired * 0.45)) : null,
    averageTenureYears: tells && random.chance(0.9) ? random.int(6, 19) : null,
    averageOvertimeHours: tells && random.chance(0.9) ? random.int(2, 24) : null,
    averagePaidLeaveDays: tells && random.chance(0.9) ? random.int(7, 16) : null,
  };
}

/** The name that people say: without the trade. */
function shortName(company: CompanyName): string {
  const first = /^[\p{Script=Katakana}ー]+$/u.test(company.core)
    ? company.core.slice(0, 4)
    : company.core.slice(0, 3);
  return first.replace(/[ヶノ]$/u, "");
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function inOrder<Word extends string>(all: readonly Word[], chosen: readonly Word[]): Word[] {
  return all.filter((word) => chosen.includes(word));
}
