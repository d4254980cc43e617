import { z } from "zod";
import {
  block,
  choice,
  choices,
  civilDate,
  kana,
  line,
  optionalBlock,
  optionalCivilDate,
  optionalLine,
  optionalWholeNumber,
} from "../text/schema.ts";
import { normaliseLine } from "../text/rules.ts";
import {
  AREAS,
  BENEFITS,
  CERTIFICATIONS,
  DEPARTMENTS,
  INDUSTRIES,
  INDUSTRY_EDITION,
  isCorporateNumber,
} from "./rules.ts";

const industryCodes = INDUSTRIES.map((industry) => industry.code) as [string, ...string[]];

const MAX_WORD = 40;

/** A list typed with commas, Japanese commas or line breaks between its words. */
function wordList(maxWords: number) {
  return z
    .union([z.array(z.string()), z.string()])
    .catch("")
    .transform((value) => (Array.isArray(value) ? value : value.split(/[,、，\n]/)))
    .transform((words) => [...new Set(words.map(normaliseLine).filter(Boolean))])
    .pipe(
      z
        .array(z.string())
        .max(maxWords, `too-many:${maxWords}`)
        .refine((words) => words.every((word) => word.length <= MAX_WORD), `word-too-long:${MAX_WORD}`),
    );
}

/** A web address of the protocols, or nothing; other protocols are refused. */
function optionalUrl(protocol: RegExp) {
  const address = z.url({ protocol, hostname: z.regexes.domain });
  return z
    .string()
    .catch("")
    .transform(normaliseLine)
    .pipe(
      z
        .string()
        .max(300, "too-long:300")
        .refine((text) => text === "" || address.safeParse(text).success, "url"),
    );
}

const postalCode = z
  .string()
  .catch("")
  .transform((text) => normaliseLine(text).replace(/[-ー−〒\s]/g, ""))
  .pipe(z.string().regex(/^\d{7}$/, "postal-code"));

/** One of the answers; a question left out is unknown. */
function answer<const Answers extends readonly [string, ...string[]]>(answers: Answers) {
  return z.preprocess((value) => (value === undefined || value === "" ? "unknown" : value), choice(answers));
}

const yesNo = answer(["yes", "no", "unknown"]);

/** The school kinds of 青少年雇用情報, and the sexes by which the act asks for hires and leavers. */
export const LEAVER_SCHOOL_KINDS = ["highSchool", "kosen", "university"] as const;
export const LEAVER_SEXES = ["female", "male"] as const;

/** One place of business beside the head office. */
const establishmentSchema = z.object({
  name: line(100),
  postalCode,
  address: line(200),
  area: choice(AREAS),
});
export type Establishment = z.output<typeof establishmentSchema>;

/** New graduates hired in one fiscal year, of one school kind and sex, and how many of them have left since. */
const hireSchema = z
  .object({
    fiscalYear: z.coerce
      .number()
      .int()
      .min(2000, "number-range:2000:2100")
      .max(2100, "number-range:2000:2100"),
    schoolKind: choice(LEAVER_SCHOOL_KINDS),
    sex: choice(LEAVER_SEXES),
    hired: optionalWholeNumber(0, 10_000),
    left: optionalWholeNumber(0, 10_000),
  })
  .refine(({ hired, left }) => hired === null || left === null || left <= hired, {
    path: ["left"],
    message: "more-left-than-hired",
  })
  .refine(({ hired, left }) => hired !== null || left === null, {
    path: ["hired"],
    message: "hired-missing",
  });
export type GraduateHire = z.output<typeof hireSchema>;

/** A photograph of the company by its image id; the text says what it shows to those who do not see it. */
const photoSchema = z.object({ imageId: line(40), alt: line(120) });
export type Photo = z.output<typeof photoSchema>;

/** Rows of a repeated group; anything that is no list counts as none. */
function rows<Row extends z.ZodType>(row: Row, most: number) {
  return z.preprocess(
    (value) =>
      Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null) : [],
    z.array(row).max(most, `too-many:${most}`),
  );
}

/**
 * A company's profile: what a revision holds and what the public reads once it is published. To add a field: a line here,
 * its blank in profile.rules.ts, one in the form (app/ui/company-profile-form.tsx), its word in
 * app/locales/ja/companies.ts; the public page, the difference that staff see and the stored revisions follow this schema.
 */
export const companyProfileSchema = z.object({
  name: line(100),
  nameKana: kana(100),
  /** Short forms and other names that people type. */
  aliases: wordList(10),
  /** Names that the company had before. */
  formerNames: wordList(5),
  postalCode,
  address: line(200),
  area: choice(AREAS),
  phone: z
    .string()
    .catch("")
    .transform((text) => normaliseLine(text).replace(/[ー−–]/g, "-"))
    .pipe(z.string().regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/, "phone")),
  website: optionalUrl(/^https?$/),
  contactDepartment: line(100),
  /** Factories, shops and offices beside the head office. */
  establishments: rows(establishmentSchema, 10),
  industryCode: choice(industryCodes),
  /** The edition of 日本標準産業分類 that the code is of. */
  industryEdition: z.literal(INDUSTRY_EDITION).catch(INDUSTRY_EDITION),
  employeeCount: optionalWholeNumber(0, 100_000),
  /** The day on which the number of employees and the other facts were true. */
  asOf: civilDate,
  foundedYear: optionalWholeNumber(1000, 2100),
  catchphrase: optionalLine(60),
  description: block(400, 40),
  dayAtWork: optionalBlock(1000),
  photos: rows(photoSchema, 8),
  /** Shown as a link, never embedded. */
  videoUrl: optionalUrl(/^https$/),
  /** How pupils and students can come and see the company. */
  visiting: optionalBlock(400),
  products: wordList(20),
  technologies: wordList(20),
  /** Machines and facilities, for business partners. */
  equipment: wordList(20),
  benefits: choices(BENEFITS),
  certifications: choices(CERTIFICATIONS),
  departments: choices(DEPARTMENTS),
  workingHours: optionalLine(100),
  nightShift: yesNo,
  holidays: optionalLine(100),
  /** Days off in a year; blank is unknown, never 0. */
  annualHolidays: optionalWholeNumber(0, 366),
  /** Starting pay in yen a month for high-school, KOSEN and university leavers. */
  startingPayHighSchool: optionalWholeNumber(0, 1_000_000),
  startingPayKosen: optionalWholeNumber(0, 1_000_000),
  startingPayUniversity: optionalWholeNumber(0, 1_000_000),
  /** 固定残業代: yen and hours a month that the starting pay contains, and whether more hours are paid on top. */
  fixedOvertimePay: optionalWholeNumber(0, 1_000_000),
  fixedOvertimeHours: optionalWholeNumber(0, 100),
  fixedOvertimeExcessPaid: yesNo,
  /** The day on which hours, days off and pay were true; blank: the day of the other facts. */
  termsAsOf: optionalCivilDate,
  /** How people get to work, in winter too. */
  commute: optionalBlock(300),
  drivingLicence: answer(["needed", "not-needed", "unknown"]),
  kosenAlumni: yesNo,
  highSchoolAlumni: yesNo,
  /** 青少年雇用情報: hires and leavers of the last three fiscal years by school kind and sex. */
  graduateHires: rows(hireSchema, 18),
  /** The same as one total, of companies that do not tell it by year. */
  newGraduatesHired: optionalWholeNumber(0, 10_000),
  newGraduatesLeft: optionalWholeNumber(0, 10_000),
  /** The fiscal year (2025: April 2025 to March 2026) of the averages and shares below. */
  youthFactsYear: optionalWholeNumber(2000, 2100),
  averageAge: optionalWholeNumber(15, 80),
  averageTenureYears: optionalWholeNumber(0, 60),
  averageOvertimeHours: optionalWholeNumber(0, 200),
  averagePaidLeaveDays: optionalWholeNumber(0, 40),
  /** 育児休業: people who could take it and people who took it, by sex. */
  childcareLeaveWomenEntitled: optionalWholeNumber(0, 10_000),
  childcareLeaveWomenTaken: optionalWholeNumber(0, 10_000),
  childcareLeaveMenEntitled: optionalWholeNumber(0, 10_000),
  childcareLeaveMenTaken: optionalWholeNumber(0, 10_000),
  /** Women among directors and among managers, in percent. */
  womenDirectorsPercent: optionalWholeNumber(0, 100),
  womenManagersPercent: optionalWholeNumber(0, 100),
  training: optionalLine(200),
  mentors: yesNo,
  careerConsulting: yesNo,
  certificationSupport: optionalLine(200),
});

/** As it is stored and read: blanks are null or "", lists are lists. */
export type CompanyProfile = z.output<typeof companyProfileSchema>;

/** 法人番号 in a form: 13 digits with the right check digit, or nothing (sole traders have none). */
export const corporateNumberField = z
  .string()
  .catch("")
  .transform((text) => normaliseLine(text).replace(/[-ー−\s]/g, ""))
  .pipe(
    z
      .string()
      .regex(/^(\d{13})?$/, { error: "corporate-number-digits", abort: true })
      .refine((text) => text === "" || isCorporateNumber(text), "corporate-number-check"),
  );
