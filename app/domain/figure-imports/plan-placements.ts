import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { normaliseLine, readDate } from "../text/rules.ts";
import { findCompany } from "./company-lookup.ts";
import type { KnownCompany, KnownPlacement, KnownSchool } from "./known.ts";
import { fieldHeader } from "./mapping.ts";
import { readGraduationYear } from "./period.rules.ts";
import {
  asideRow,
  compareRecord,
  type FieldPair,
  findNamed,
  readVoid,
  recordRow,
  refusedRow,
  voidRow,
} from "./record-cells.ts";
import type { PlannedRow } from "./rules.ts";
import type { ReadRow } from "./row-reader.ts";
import type { Settings } from "./schema.ts";

type PlacementKind = Settings<"placements">["placementKind"];

export type PlacementWrite = Omit<KnownPlacement, "id" | "kind" | "source"> & {
  source: Settings<"placements">["office"];
  kind: PlacementKind;
  correctsId: string | null;
  correctionReason: string;
  isVoid: boolean;
  row: number;
};

type About = {
  schools: readonly KnownSchool[];
  companies: readonly KnownCompany[];
  /** Those of the office that stand: neither corrected nor void. */
  placements: readonly KnownPlacement[];
  settings: Settings<"placements">;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

/** What the store makes of an office's own number of a person, so that the number itself is nowhere. */
export const PERSON_KEY = /^p-[0-9a-f]{24}$/;

/** Says of rows which placements they would record: one for each person and first day at the employer. */
export function openPlacementPlanner(about: About): (row: ReadRow) => PlannedRow<PlacementWrite> {
  const keyOf = (placement: { personKey: string; startedOn: string }) =>
    `${placement.personKey}/${placement.startedOn}`;
  const standing = new Map(about.placements.map((placement) => [keyOf(placement), placement]));
  const seen = new Map<string, number>();
  return (row) => {
    if (row.isAside) return asideRow(row);
    const { settings, now } = about;
    const errors = [...row.errors];
    const refuse = (field: string, code: string) => errors.push({ column: row.cell(field).column, code });
    const personKey = row.cell("personNumber").text.trim();
    if (!PERSON_KEY.test(personKey)) refuse("personNumber", "figure-person-number");
    const started = readDate(row.cell("startedOn").text);
    if (!started.ok)
      refuse("startedOn", row.cell("startedOn").text.trim() === "" ? "required" : started.error);
    else if (started.date > civilDateOf(now)) refuse("startedOn", "date-in-future");
    const company = findCompany(about.companies, row.cell("company").text);
    // Most employers of those placed are not on the portal: an unknown one is no error.
    const companyId = company.ok ? (company.thing?.id ?? null) : null;
    const inJurisdiction = jurisdictionOf(row.cell("inJurisdiction").text);
    if (inJurisdiction === null) refuse("inJurisdiction", "figure-jurisdiction");
    const kind = kindOf(row.cell("kind").text, settings.placementKind);
    if (!kind) refuse("kind", "figure-placement-kind");
    const school = schoolOf(row, about.schools);
    if (!school.ok) refuse("school", "figure-no-school");
    const typedClass = row.cell("graduationYear").text;
    const graduationYear = typedClass.trim() === "" ? null : readGraduationYear(typedClass);
    if (typedClass.trim() !== "" && graduationYear === null) refuse("graduationYear", "figure-class");
    const isVoid = readVoid(row);
    if (isVoid === null) refuse("isVoid", "figure-void");
    const isLeftOut = about.isLeftOut(row.number);
    if (!started.ok || inJurisdiction === null || !kind || !school.ok || errors.length > 0)
      return refusedRow(row, { errors, isLeftOut });

    const wanted = {
      personKey,
      startedOn: started.date,
      source: settings.office,
      kind,
      inJurisdiction,
      companyId,
      schoolId: school.id,
      graduationYear,
      placeOfWork: normaliseLine(row.cell("placeOfWork").text).slice(0, 60),
    };
    const subject = keyOf(wanted);
    const earlier = seen.get(subject);
    if (earlier !== undefined) refuse("personNumber", `figure-row-twice:${earlier}`);
    else seen.set(subject, row.number);
    const before = standing.get(subject) ?? null;
    const note = normaliseLine(row.cell("note").text).slice(0, 400) || settings.note;
    const record = {
      ...wanted,
      correctsId: before?.id ?? null,
      correctionReason: before ? note : "",
      row: row.number,
    };
    if (isVoid)
      return voidRow(row, {
        subject,
        field: words.placementOn(started.date),
        before: before && words.recorded,
        after: words.voided,
        note,
        errors,
        write: { ...record, isVoid: true },
        isLeftOut,
      });
    const pairs = pairsOf(row, before, wanted, about);
    const compared = compareRecord(pairs, { exists: before !== null, note });
    if (!compared.ok) errors.push(compared);
    const hasUnknownCompany = !company.ok && row.cell("company").text.trim() !== "";
    return recordRow(row, {
      subject,
      pairs: compared.ok ? compared.pairs : [],
      outcome: compared.ok ? compared.outcome : "same",
      errors,
      remarks: hasUnknownCompany ? ["figure-company-not-listed"] : [],
      write: { ...record, isVoid: false },
      isLeftOut,
    });
  };
}

type Wanted = Omit<KnownPlacement, "id">;

function pairsOf(row: ReadRow, before: KnownPlacement | null, wanted: Wanted, about: About): FieldPair[] {
  const company = (id: string | null) => about.companies.find((known) => known.id === id)?.name ?? "";
  const school = (id: string | null) => about.schools.find((known) => known.id === id)?.name ?? "";
  const pair = (field: string, read: (placement: Wanted) => string): FieldPair => ({
    field: fieldHeader("placements", field),
    column: row.cell(field).column,
    before: before ? read(before) : "",
    after: read(wanted),
  });
  return [
    pair("startedOn", ({ startedOn }) => startedOn),
    pair("kind", ({ kind }) => words.placementKinds[kind] ?? kind),
    pair("inJurisdiction", (placement) => words.jurisdiction(placement.inJurisdiction)),
    pair("company", ({ companyId }) => company(companyId)),
    pair("placeOfWork", ({ placeOfWork }) => placeOfWork),
    pair("school", ({ schoolId }) => school(schoolId)),
    pair("graduationYear", ({ graduationYear }) => (graduationYear === null ? "" : String(graduationYear))),
  ].filter(({ before: was, after }) => was !== "" || after !== "");
}

/** Inside the jurisdiction or not; a table must say it, because nothing else tells. */
function jurisdictionOf(text: string): boolean | null {
  const plain = normaliseLine(text).replaceAll(" ", "");
  if (/^(管内|市内|内|○|〇|あり|yes|1)$/i.test(plain)) return true;
  return /^(管外|市外|県外|県内管外|外|×|なし|no|0)$/i.test(plain) ? false : null;
}

function kindOf(text: string, fallback: PlacementKind): PlacementKind | null {
  const plain = normaliseLine(text);
  if (plain === "") return fallback;
  if (/新卒|新規/.test(plain)) return "newGraduate";
  if (/中途|既卒|転職|一般/.test(plain)) return "midCareer";
  return /支援|サポート/.test(plain) ? "supported" : null;
}

function schoolOf(
  row: ReadRow,
  schools: readonly KnownSchool[],
): { ok: true; id: string | null } | { ok: false } {
  const { text } = row.cell("school");
  if (text.trim() === "") return { ok: true, id: null };
  const found = findNamed(schools, text, { none: "none", several: "several" });
  return found.ok ? { ok: true, id: found.thing.id } : { ok: false };
}
