import { checkWording } from "../wording/rules.ts";
import { blankProfileFacts, compareProfiles, type ProfileField } from "../companies/profile.rules.ts";
import type { CompanyProfile } from "../companies/schema.ts";
import { cellOf, columnHeader, type ColumnField } from "../companies/table-columns.ts";
import type { KnownCompany } from "./known-companies.store.server.ts";
import { headerOf, type RowValues } from "./row-values.ts";
import type { CellDifference, CellError, Mapping, RowOutcome } from "./rules.ts";

/** What a row would do. `write` is there when it creates or changes a company. */
export type PlannedRow = {
  number: number;
  outcome: RowOutcome;
  companyId: string | null;
  difference: CellDifference[];
  errors: CellError[];
  write?: {
    profile: CompanyProfile;
    /** null keeps the number that the company has. */
    corporateNumber: string | null;
    /** The published revision that the difference was made against; null for a new company. */
    baseRevisionId: string | null;
  };
};

type Circumstances = { mapping: Mapping; /** JST day. */ today: string };

const REQUIRED = [
  "name",
  "nameKana",
  "postalCode",
  "address",
  "phone",
  "contactDepartment",
  "industryCode",
  "description",
] as const;

/** A row that no company is like: it must hold everything that a published profile cannot do without. */
export function planCreation(row: RowValues, { mapping, today }: Circumstances): PlannedRow {
  const errors: CellError[] = REQUIRED.filter((field) => row.values[field] === undefined)
    .filter((field) => !row.errors.some(({ column }) => mapping[column] === field))
    .map((field) => {
      const header = headerOf(field, mapping);
      return header === null
        ? { column: columnHeader(field), code: "import-column-missing" }
        : { column: header, code: "required" };
    });
  const profile = {
    ...blankProfileFacts(),
    asOf: today,
    area: row.area,
    ...row.values,
  } as CompanyProfile;
  errors.push(...factErrors(profile, Object.keys(row.values) as ProfileField[], { mapping, today }));
  if (errors.length > 0) return refused(row, null, errors);
  return {
    number: row.number,
    outcome: "create",
    companyId: null,
    difference: [],
    errors: [],
    write: { profile, corporateNumber: row.corporateNumber || null, baseRevisionId: null },
  };
}

/** A row of a company that is there already: the fields in which it differs from the published profile. */
export function planChange(row: RowValues, company: KnownCompany, about: Circumstances): PlannedRow {
  const whole = (code: string) => refused(row, company.id, [{ column: "", code }]);
  if (company.isWithdrawn) return whole("import-withdrawn");
  if (!company.published) return whole("import-not-published");
  const { profile, revisionId } = company.published;
  const wanted: CompanyProfile = { ...profile, ...row.values };
  if (row.areaIsDerived && differs("address", profile.address, wanted.address))
    wanted.area = row.area as CompanyProfile["area"];
  const changes = compareProfiles(profile, wanted).filter(({ field, before, after }) =>
    differs(field, before, after),
  );
  const changed = changes.map(({ field }) => field);
  const setsNumber = row.corporateNumber !== "" && company.corporateNumber === null;
  if (changed.length === 0 && !setsNumber)
    return { number: row.number, outcome: "same", companyId: company.id, difference: [], errors: [] };
  if (company.hasWaiting) return whole("import-waiting");
  const merged = { ...profile, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
  const errors = factErrors(merged, changed, about);
  if (errors.length > 0) return refused(row, company.id, errors);
  return {
    number: row.number,
    outcome: "change",
    companyId: company.id,
    difference: [
      ...(setsNumber ? [{ field: "corporateNumber", before: "", after: row.corporateNumber }] : []),
      ...changes.map(({ field, before, after }) => ({
        field,
        before: cellOf(field, before),
        after: cellOf(field, after),
      })),
    ],
    errors: [],
    write: {
      profile: merged,
      corporateNumber: setsNumber ? row.corporateNumber : null,
      baseRevisionId: revisionId,
    },
  };
}

/** A row with errors changes nothing. */
export function refused(row: RowValues, companyId: string | null, errors: CellError[]): PlannedRow {
  return {
    number: row.number,
    outcome: "error",
    companyId,
    difference: [],
    errors: [...row.errors, ...errors],
  };
}

/** Characters that encodings write in two ways make no difference. */
function differs(field: ProfileField, before: unknown, after: unknown): boolean {
  const oneForm = (value: unknown) =>
    cellOf(field, value)
      .replace(/[~～〜]/g, "〜")
      .replace(/[－−]/g, "-")
      .replace(/[‖∥]/g, "∥")
      .replace(/[—―]/g, "―")
      .replace(/\r\n?/g, "\n")
      .normalize("NFKC");
  return oneForm(before) !== oneForm(after);
}

/** What the profile as a whole must keep, and wording that no profile is published with. */
function factErrors(
  profile: CompanyProfile,
  changed: readonly ProfileField[],
  { mapping, today }: Circumstances,
): CellError[] {
  const place = (field: string) =>
    headerOf(field as ColumnField, mapping) ?? columnHeader(field as ColumnField);
  const errors: CellError[] = [];
  const { newGraduatesHired: hired, newGraduatesLeft: left } = profile;
  if (hired !== null && left !== null && left > hired)
    errors.push({ column: place("newGraduatesLeft"), code: "more-left-than-hired" });
  const texts: Record<string, string> = {};
  for (const field of changed) {
    const value = profile[field];
    if (typeof value === "string" && field !== "name") texts[field] = value;
  }
  for (const finding of checkWording(texts, { on: today }))
    if (finding.level === "block")
      errors.push({
        column: place(finding.field),
        code: `import-wording:${finding.phrase.replaceAll(":", " ")}`,
      });
  return errors;
}
