import { INDUSTRY_EDITION } from "./rules.ts";
import { type CompanyProfile, companyProfileSchema } from "./schema.ts";

/** A field that people fill in; the edition of the industry code is set by the portal. */
export type ProfileField = Exclude<keyof CompanyProfile, "industryEdition">;
export type ProfileValue = CompanyProfile[ProfileField];

/** Every field of a profile that people fill in, in the order of the schema. */
export const PROFILE_FIELDS = Object.keys(companyProfileSchema.shape).filter(
  (field): field is ProfileField => field !== "industryEdition",
);

/** Lists that are typed as words with separators; the other lists are boxes to tick. */
const TYPED_LISTS: readonly string[] = ["aliases", "formerNames", "products", "technologies", "equipment"];

/** What a field holds that nobody filled in; fields that a profile cannot do without are missing here. */
const BLANK_PROFILE_FACTS = {
  aliases: [],
  formerNames: [],
  website: "",
  establishments: [],
  industryEdition: INDUSTRY_EDITION,
  employeeCount: null,
  foundedYear: null,
  catchphrase: "",
  dayAtWork: "",
  photos: [],
  videoUrl: "",
  visiting: "",
  products: [],
  technologies: [],
  equipment: [],
  benefits: [],
  certifications: [],
  departments: [],
  workingHours: "",
  nightShift: "unknown",
  holidays: "",
  annualHolidays: null,
  startingPayHighSchool: null,
  startingPayKosen: null,
  startingPayUniversity: null,
  fixedOvertimePay: null,
  fixedOvertimeHours: null,
  fixedOvertimeExcessPaid: "unknown",
  termsAsOf: null,
  commute: "",
  drivingLicence: "unknown",
  kosenAlumni: "unknown",
  highSchoolAlumni: "unknown",
  graduateHires: [],
  newGraduatesHired: null,
  newGraduatesLeft: null,
  youthFactsYear: null,
  averageAge: null,
  averageTenureYears: null,
  averageOvertimeHours: null,
  averagePaidLeaveDays: null,
  childcareLeaveWomenEntitled: null,
  childcareLeaveWomenTaken: null,
  childcareLeaveMenEntitled: null,
  childcareLeaveMenTaken: null,
  womenDirectorsPercent: null,
  womenManagersPercent: null,
  training: "",
  mentors: "unknown",
  careerConsulting: "unknown",
  certificationSupport: "",
} satisfies Partial<CompanyProfile>;

/** The blanks of every field that a profile can do without. */
export function blankProfileFacts(): Pick<CompanyProfile, keyof typeof BLANK_PROFILE_FACTS> {
  return structuredClone(BLANK_PROFILE_FACTS);
}

/** A stored profile as it is read: fields that came after it was stored are blank. */
export function readProfile(stored: unknown): CompanyProfile {
  return { ...blankProfileFacts(), ...(stored as CompanyProfile) };
}

export function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    value === "unknown" ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What the form shows for a stored profile, or for a draft, which is kept as it was typed. */
export function profileToForm(stored: unknown): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const field of PROFILE_FIELDS) {
    const value = (stored as Partial<Record<ProfileField, unknown>>)[field];
    if (Array.isArray(value))
      values[field] = TYPED_LISTS.includes(field) ? value.join("、") : value.map(String);
    else if (typeof value === "number" || typeof value === "string") values[field] = String(value);
    else values[field] = "";
  }
  return values;
}

export type FieldDifference = { field: ProfileField; before: ProfileValue | null; after: ProfileValue };

/** The fields in which a revision differs from the published one; for a first publication all that are filled in. */
export function compareProfiles(before: CompanyProfile | null, after: CompanyProfile): FieldDifference[] {
  return PROFILE_FIELDS.filter((field) =>
    before ? comparable(field, before[field]) !== comparable(field, after[field]) : !isBlank(after[field]),
  ).map((field) => ({ field, before: before ? before[field] : null, after: after[field] }));
}

/** Ticked boxes have no order. */
function comparable(field: ProfileField, value: ProfileValue): string {
  const isTicked = Array.isArray(value) && !TYPED_LISTS.includes(field) && typeof value[0] === "string";
  return JSON.stringify(isTicked ? value.map(String).toSorted() : value);
}

/** What students, parents and teachers look for first (pay, days off, leavers, people), most wanted first. */
export const WANTED_FACTS = [
  "startingPayHighSchool",
  "startingPayKosen",
  "startingPayUniversity",
  "annualHolidays",
  "holidays",
  "workingHours",
  "newGraduatesHired",
  "newGraduatesLeft",
  "averageTenureYears",
  "averageOvertimeHours",
  "averagePaidLeaveDays",
  "dayAtWork",
  "benefits",
  "departments",
  "employeeCount",
] as const satisfies readonly ProfileField[];

/** How much of what young people look for is filled in. */
export function completenessOf(profile: CompanyProfile): {
  filled: number;
  total: number;
  missing: ProfileField[];
} {
  const missing = WANTED_FACTS.filter((field) => isBlank(profile[field]));
  return { filled: WANTED_FACTS.length - missing.length, total: WANTED_FACTS.length, missing };
}

const FEWEST_FOR_A_SHARE = 5;

/** Of the new graduates hired in three years how many left, in whole percent; null for missing figures and for too few people. */
export function leaverPercent(
  profile: Pick<CompanyProfile, "newGraduatesHired" | "newGraduatesLeft">,
): number | null {
  const { newGraduatesHired: hired, newGraduatesLeft: left } = profile;
  if (hired === null || left === null || hired < FEWEST_FOR_A_SHARE) return null;
  return Math.round((left / hired) * 100);
}
