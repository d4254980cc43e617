import { INDUSTRY_EDITION } from "./rules.ts";
import { type CompanyProfile, companyProfileSchema } from "./schema.ts";

/** A field that people fill in; the edition of the industry code is set by the portal. */
export type ProfileField = Exclude<keyof CompanyProfile, "industryEdition">;
export type ProfileValue = CompanyProfile[ProfileField];

/** A profile as pages show it. */
export type ShownProfile = CompanyProfile;

/** Every field of a profile that people fill in, in the order of the schema. */
export const PROFILE_FIELDS = Object.keys(companyProfileSchema.shape).filter(
  (field): field is ProfileField => field !== "industryEdition",
);

/** Lists that are typed as words with separators; the other lists are boxes to tick. */
export const TYPED_LISTS: readonly string[] = [
  "aliases",
  "formerNames",
  "products",
  "technologies",
  "equipment",
];

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

export type FieldDifference = { field: ProfileField; before: ProfileValue | null; after: ProfileValue };

/** The fields in which a revision differs from the published one; for a first publication all that are filled in. */
export function compareProfiles(before: CompanyProfile | null, after: CompanyProfile): FieldDifference[] {
  return PROFILE_FIELDS.filter((field) =>
    before ? comparable(field, before[field]) !== comparable(field, after[field]) : !isBlank(after[field]),
  ).map((field) => ({ field, before: before ? before[field] : null, after: after[field] }));
}

/** The same text for the same value: ticked boxes and hires have no order, and stored rows do not keep that of their keys. */
function comparable(field: ProfileField, value: ProfileValue): string {
  const isOrdered = field === "photos" || field === "establishments" || TYPED_LISTS.includes(field);
  if (!Array.isArray(value)) return JSON.stringify(value);
  const items = value.map(canonicalText);
  return JSON.stringify(isOrdered ? items : items.toSorted());
}

/** JSON with the keys of every object in their order. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

type Wanted = {
  /** The field that stands for the fact in lists of what is missing. */
  field: ProfileField;
  /** Any of these is enough; the field alone when absent. */
  anyOf?: readonly ProfileField[];
  weight: 1 | 2 | 3;
};

/**
 * What students, parents and teachers look for, most wanted first: pay and days off, then how many stay, then how it
 * looks and what a day is like (surveys of high-school students and of teachers: pay 64.5 %, days off 62.9 %, leavers
 * 48.1 %, photographs and detail of the work 48.3 %).
 */
export const WANTED_FACTS: readonly Wanted[] = [
  {
    field: "startingPayHighSchool",
    anyOf: ["startingPayHighSchool", "startingPayKosen", "startingPayUniversity"],
    weight: 3,
  },
  { field: "annualHolidays", weight: 3 },
  { field: "graduateHires", anyOf: ["graduateHires", "newGraduatesLeft"], weight: 3 },
  { field: "photos", weight: 3 },
  { field: "workingHours", weight: 2 },
  { field: "averageOvertimeHours", weight: 2 },
  { field: "dayAtWork", weight: 2 },
  { field: "visiting", weight: 2 },
  { field: "averagePaidLeaveDays", weight: 2 },
  { field: "holidays", weight: 1 },
  { field: "training", weight: 1 },
  { field: "commute", weight: 1 },
  { field: "drivingLicence", weight: 1 },
  { field: "averageTenureYears", weight: 1 },
  { field: "employeeCount", weight: 1 },
  { field: "benefits", weight: 1 },
  { field: "departments", weight: 1 },
];

export type Completeness = {
  filled: number;
  total: number;
  /** The weighted share that is filled in, 0 to 100. */
  percent: number;
  /** What is missing, the most wanted first. */
  missing: ProfileField[];
};

/** How much of what young people look for is filled in. */
export function completenessOf(profile: CompanyProfile): Completeness {
  const missing = WANTED_FACTS.filter(({ field, anyOf = [field] }) =>
    anyOf.every((each) => isBlank(profile[each])),
  );
  const weightOf = (facts: readonly Wanted[]) => facts.reduce((sum, { weight }) => sum + weight, 0);
  const most = weightOf(WANTED_FACTS);
  return {
    filled: WANTED_FACTS.length - missing.length,
    total: WANTED_FACTS.length,
    percent: Math.floor(((most - weightOf(missing)) / most) * 100),
    missing: missing.map(({ field }) => field),
  };
}
