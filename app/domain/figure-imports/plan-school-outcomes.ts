import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { normaliseLine, readDate } from "../text/rules.ts";
import { fieldHeader } from "./mapping.ts";
import { nameKey } from "./indicator-lookup.ts";
import type { KnownOutcome, KnownSchool } from "./known.ts";
import { readGraduationYear } from "./period.rules.ts";
import {
  asideRow,
  compareRecord,
  type FieldPair,
  findNamed,
  readCounts,
  recordRow,
  refusedRow,
} from "./record-cells.ts";
import type { PlannedRow } from "./rules.ts";
import type { ReadRow } from "./row-reader.ts";
import type { Settings } from "./schema.ts";

export type OutcomeWrite = Omit<KnownOutcome, "status"> & {
  status: "provisional" | "final" | "revised";
  source: string;
  row: number;
};

const PARTS = [
  "placedLocal",
  "placedPrefecture",
  "placedOutside",
  "furtherStudy",
  "other",
  "unknown",
] as const;
const COUNTS = ["graduates", ...PARTS] as const;

type About = {
  schools: readonly KnownSchool[];
  /** In the order in which they were recorded. */
  outcomes: readonly KnownOutcome[];
  settings: Settings<"schoolOutcomes">;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

/** Says of rows which counts of a class they would record; the parts must add up to the graduates. */
export function openSchoolOutcomePlanner(about: About): (row: ReadRow) => PlannedRow<OutcomeWrite> {
  const standing = new Map(about.outcomes.map((outcome) => [keyOf(outcome), outcome]));
  const seen = new Map<string, number>();
  const classOf = (outcome: Pick<KnownOutcome, "schoolId" | "graduationYear">) =>
    `${outcome.schoolId}/${outcome.graduationYear}`;
  /** Classes with a count of the whole school, which stands for its departments. */
  const whole = new Set(about.outcomes.filter(({ departmentName }) => departmentName === "").map(classOf));
  return (row) => {
    if (row.isAside) return asideRow(row);
    const { settings, now } = about;
    const errors = [...row.errors];
    const refuse = (field: string, code: string) => errors.push({ column: row.cell(field).column, code });
    const school = findNamed(about.schools, row.cell("school").text, {
      none: "figure-no-school",
      several: "figure-no-school",
    });
    if (!school.ok)
      refuse("school", row.cell("school").text.trim() === "" ? "figure-label-blank" : school.code);
    const departmentName = school.ok ? departmentOf(row, school.thing) : "";
    if (departmentName === null) refuse("department", "figure-no-department");
    const typedYear = row.cell("graduationYear").text;
    const graduationYear = typedYear.trim() === "" ? settings.graduationYear : readGraduationYear(typedYear);
    if (graduationYear === null) refuse("graduationYear", "figure-class");
    const asOf = dayOf(row, settings.asOf);
    if (!asOf.ok) refuse("asOf", asOf.code);
    else if (asOf.date > civilDateOf(now)) refuse("asOf", "date-in-future");
    else if (graduationYear !== null && asOf.date < `${graduationYear - 1}-04-01`)
      refuse("asOf", "figure-as-of-before-class");
    const counts = readCounts(
      row,
      COUNTS.map((field) => ({ field, unit: "人" })),
    );
    errors.push(...counts.errors);
    if (counts.errors.length === 0) {
      const sum = PARTS.reduce((total, field) => total + counts.values[field], 0);
      if (sum !== counts.values.graduates)
        refuse("graduates", `figure-sum:${counts.values.graduates}:${sum}`);
    }
    const isLeftOut = about.isLeftOut(row.number);
    if (!school.ok || departmentName === null || graduationYear === null || !asOf.ok || errors.length > 0)
      return refusedRow(row, { errors, isLeftOut });

    const about_ = { schoolId: school.thing.id, departmentName, graduationYear, asOf: asOf.date };
    const subject = keyOf(about_);
    const earlier = seen.get(subject);
    if (earlier !== undefined) refuse("school", `figure-row-twice:${earlier}`);
    else seen.set(subject, row.number);
    if (departmentName === "") whole.add(classOf(about_));
    else if (whole.has(classOf(about_))) refuse("department", "figure-outcome-mixed");
    const before = standing.get(subject) ?? null;
    const status = !before
      ? settings.status
      : COUNTS.some((field) => before[field] !== counts.values[field])
        ? "revised"
        : settings.status;
    const pairs: FieldPair[] = COUNTS.map((field) => ({
      field: words.outcomeField(
        school.thing.name,
        departmentName,
        graduationYear,
        fieldHeader("schoolOutcomes", field),
      ),
      column: row.cell(field).column,
      before: before ? words.people(before[field]) : "",
      after: words.people(counts.values[field]),
    }));
    const isConfirmed = before?.status === "provisional" && settings.status === "final";
    const note = normaliseLine(row.cell("note").text) || settings.note;
    const compared = compareRecord(pairs, { exists: before !== null, note });
    if (!compared.ok) errors.push(compared);
    const confirms = compared.ok && compared.outcome === "same" && isConfirmed;
    return recordRow(row, {
      subject,
      pairs: confirms
        ? [{ ...pairs[0]!, before: words.states.provisional, after: words.states.final }]
        : compared.ok
          ? compared.pairs
          : [],
      outcome: confirms ? "change" : compared.ok ? compared.outcome : "same",
      errors,
      remarks: counts.remarks,
      write: { ...about_, ...counts.values, status, source: settings.source, row: row.number },
      isLeftOut,
    });
  };
}

function keyOf(
  outcome: Pick<KnownOutcome, "schoolId" | "departmentName" | "graduationYear" | "asOf">,
): string {
  return [outcome.schoolId, outcome.departmentName, outcome.graduationYear, outcome.asOf].join("/");
}

/** The department as the school calls it; "" for the whole school, null for a name that the school does not have. */
function departmentOf(row: ReadRow, school: KnownSchool): string | null {
  const text = normaliseLine(row.cell("department").text);
  if (text === "" || /^(全体|計|合計|全科|全学科)$/.test(text)) return "";
  // Schools whose departments are not listed are taken at their word.
  if (school.departments.length === 0) return text.slice(0, 100);
  return school.departments.find((name) => nameKey(name) === nameKey(text)) ?? null;
}

function dayOf(row: ReadRow, fallback: string): { ok: true; date: string } | { ok: false; code: string } {
  const { text } = row.cell("asOf");
  if (text.trim() === "") return { ok: true, date: fallback };
  const read = readDate(text);
  return read.ok ? read : { ok: false, code: read.error };
}
