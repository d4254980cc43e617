import { company as companyWords } from "#app/locales/ja/company-page.ts";
import { NOT_FILLED, profileLabels, valueWords } from "#app/locales/ja/companies.ts";
import { compareWords as words, savedWords } from "#app/locales/ja/saved-companies.ts";
import type { ComparisonGroup } from "./company-comparison.tsx";

export type ComparedFacts = {
  profile: Record<string, unknown>;
  /** New graduates of three years: hired, and how many of them left. */
  leavers: { hired: number | null; left: number | null };
  industry: string;
  /** The day of the facts, in words. */
  asOf: string;
  openInternships: number;
  comingEvents: number;
};

const GROUPS: readonly { title: string; fields: readonly (keyof typeof profileLabels)[] }[] = [
  { title: words.groups.work, fields: ["catchphrase", "products", "technologies"] },
  {
    title: words.groups.terms,
    fields: [
      "startingPayHighSchool",
      "startingPayKosen",
      "startingPayUniversity",
      "workingHours",
      "nightShift",
      "averageOvertimeHours",
      "holidays",
      "annualHolidays",
      "averagePaidLeaveDays",
    ],
  },
  { title: words.groups.people, fields: ["averageTenureYears", "kosenAlumni", "highSchoolAlumni"] },
  {
    title: words.groups.support,
    fields: ["benefits", "certifications", "training", "certificationSupport", "departments"],
  },
  { title: words.groups.place, fields: ["address", "commute", "drivingLicence", "visiting"] },
];

/** The rows of the comparison; a blank is 未記入 and never 0. */
export function comparisonGroups(companies: readonly ComparedFacts[]): ComparisonGroup[] {
  if (companies.length === 0) return [];
  const row = (label: string, read: (company: ComparedFacts) => string) => ({
    label,
    values: companies.map(read),
  });
  const groups = GROUPS.map(({ title, fields }) => ({
    title,
    rows: fields.map((field) =>
      row(profileLabels[field], ({ profile }) => valueWords(field, profile[field])),
    ),
  }));
  groups[0]!.rows.unshift(
    row(words.industry, ({ industry }) => industry || NOT_FILLED),
    row(words.area, ({ profile }) => valueWords("area", profile["area"])),
  );
  groups[0]!.rows.push(row(words.chances, chancesOf));
  groups[2]!.rows.unshift(
    row(words.employees, ({ profile }) => valueWords("employeeCount", profile["employeeCount"])),
    row(words.leavers, leaversOf),
  );
  groups.at(-1)!.rows.push(row(words.asOf, ({ asOf }) => asOf));
  return groups;
}

function leaversOf({ leavers: { hired, left } }: ComparedFacts): string {
  return hired === null || left === null ? NOT_FILLED : companyWords.leaversOf(hired, left);
}

function chancesOf({ openInternships, comingEvents }: ComparedFacts): string {
  const chances = [
    ...(openInternships > 0 ? [savedWords.openInternships(openInternships)] : []),
    ...(comingEvents > 0 ? [savedWords.comingEvents(comingEvents)] : []),
  ];
  return chances.join("\n") || words.noChances;
}
