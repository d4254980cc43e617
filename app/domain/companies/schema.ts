import { z } from "zod";
import {
  block,
  choice,
  choices,
  civilDate,
  kana,
  line,
  optionalBlock,
  optionalLine,
  optionalWholeNumber,
} from "../text/schema.ts";
import { normaliseLine } from "../text/rules.ts";
import { AREAS, BENEFITS, CERTIFICATIONS, DEPARTMENTS, INDUSTRIES, isCorporateNumber } from "./rules.ts";

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

const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

/** A web address or nothing; other protocols are refused. */
const optionalUrl = z
  .string()
  .catch("")
  .transform(normaliseLine)
  .pipe(
    z
      .string()
      .max(300, "too-long:300")
      .refine((text) => text === "" || webAddress.safeParse(text).success, "url"),
  );

/**
 * A company's profile: what a revision holds and what the public reads once it is published. To add a field: a line here,
 * one in the form (app/ui/company-profile-form.tsx), its word in app/locales/ja/companies.ts; the public page, the
 * difference that staff see and the stored revisions follow this schema.
 */
export const companyProfileSchema = z.object({
  name: line(100),
  nameKana: kana(100),
  /** Old names and short forms that people type. */
  aliases: wordList(10),
  postalCode: z
    .string()
    .catch("")
    .transform((text) => normaliseLine(text).replace(/[-ー−〒\s]/g, ""))
    .pipe(z.string().regex(/^\d{7}$/, "postal-code")),
  address: line(200),
  area: choice(AREAS),
  phone: z
    .string()
    .catch("")
    .transform((text) => normaliseLine(text).replace(/[ー−–]/g, "-"))
    .pipe(z.string().regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/, "phone")),
  website: optionalUrl,
  contactDepartment: line(100),
  industryCode: choice(industryCodes),
  employeeCount: optionalWholeNumber(0, 100_000),
  /** The day on which the number of employees and the other facts were true. */
  asOf: civilDate,
  foundedYear: optionalWholeNumber(1000, 2100),
  catchphrase: optionalLine(60),
  description: block(400, 40),
  dayAtWork: optionalBlock(1000),
  products: wordList(20),
  technologies: wordList(20),
  benefits: choices(BENEFITS),
  certifications: choices(CERTIFICATIONS),
  departments: choices(DEPARTMENTS),
  workingHours: optionalLine(100),
  holidays: optionalLine(100),
  /** Days off in a year; blank is unknown, never 0. */
  annualHolidays: optionalWholeNumber(0, 366),
  /** Starting pay in yen a month for high-school, KOSEN and university leavers. */
  startingPayHighSchool: optionalWholeNumber(0, 1_000_000),
  startingPayKosen: optionalWholeNumber(0, 1_000_000),
  startingPayUniversity: optionalWholeNumber(0, 1_000_000),
  kosenAlumni: choice(["yes", "no", "unknown"]),
  highSchoolAlumni: choice(["yes", "no", "unknown"]),
  /** 青少年雇用情報 of the last closed fiscal year: people hired as new graduates in three years and how many left. */
  newGraduatesHired: optionalWholeNumber(0, 10_000),
  newGraduatesLeft: optionalWholeNumber(0, 10_000),
  averageTenureYears: optionalWholeNumber(0, 60),
  averageOvertimeHours: optionalWholeNumber(0, 200),
  averagePaidLeaveDays: optionalWholeNumber(0, 40),
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
