import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { normaliseLine, readDate } from "../text/rules.ts";
import { findCompany } from "./company-lookup.ts";
import type { KnownCompany, KnownGrant, KnownName } from "./known.ts";
import { fieldHeader } from "./mapping.ts";
import {
  asideRow,
  compareRecord,
  type FieldPair,
  findNamed,
  readCounts,
  readVoid,
  recordRow,
  refusedRow,
  voidRow,
} from "./record-cells.ts";
import type { PlannedRow } from "./rules.ts";
import type { ReadRow } from "./row-reader.ts";
import type { Settings } from "./schema.ts";

export type GrantWrite = Omit<KnownGrant, "id"> & {
  correctsId: string | null;
  isVoid: boolean;
  row: number;
};

type About = {
  subsidies: readonly KnownName[];
  companies: readonly KnownCompany[];
  /** Those that stand: neither corrected nor void. */
  grants: readonly KnownGrant[];
  settings: Settings<"subsidyGrants">;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

/** Says of rows which grant decisions they would record: one for each scheme, company, group of people and day. */
export function openSubsidyGrantPlanner(about: About): (row: ReadRow) => PlannedRow<GrantWrite> {
  const standing = new Map(about.grants.map((grant) => [keyOf(grant), grant]));
  const seen = new Map<string, number>();
  return (row) => {
    if (row.isAside) return asideRow(row);
    const { settings, now } = about;
    const errors = [...row.errors];
    const refuse = (field: string, code: string) => errors.push({ column: row.cell(field).column, code });
    const subsidy = findNamed(about.subsidies, row.cell("subsidy").text.trim() || settings.subsidyId, {
      none: "figure-no-subsidy",
      several: "figure-no-subsidy",
    });
    if (!subsidy.ok) refuse("subsidy", subsidy.code);
    const company = findCompany(about.companies, row.cell("company").text);
    if (!company.ok) refuse("company", company.code);
    const countedAs = countedAsOf(row.cell("countedAs").text);
    if (!countedAs) refuse("countedAs", "figure-counted-as");
    const decided = readDate(row.cell("decidedOn").text);
    if (!decided.ok)
      refuse("decidedOn", row.cell("decidedOn").text.trim() === "" ? "required" : decided.error);
    else if (decided.date > civilDateOf(now)) refuse("decidedOn", "date-in-future");
    const counts = readCounts(row, [{ field: "people", unit: "人" }]);
    errors.push(...counts.errors);
    const isVoid = readVoid(row);
    if (isVoid === null) refuse("isVoid", "figure-void");
    const isLeftOut = about.isLeftOut(row.number);
    if (!subsidy.ok || !company.ok || !countedAs || !decided.ok || errors.length > 0)
      return refusedRow(row, { errors, isLeftOut });

    const grant = {
      subsidyId: subsidy.thing.id,
      companyId: company.thing?.id ?? null,
      countedAs,
      decidedOn: decided.date,
    };
    const subject = keyOf(grant);
    const earlier = seen.get(subject);
    if (earlier !== undefined) refuse("people", `figure-row-twice:${earlier}`);
    else seen.set(subject, row.number);
    const before = standing.get(subject) ?? null;
    const note = normaliseLine(row.cell("note").text) || settings.note;
    const fieldNamed = (field: string) =>
      words.grantField(subsidy.thing.name, company.thing?.name ?? "", fieldHeader("subsidyGrants", field));
    const record = {
      ...grant,
      people: counts.values.people,
      correctsId: before?.id ?? null,
      row: row.number,
    };
    if (isVoid)
      return voidRow(row, {
        subject,
        field: fieldNamed("people"),
        before: before && words.people(before.people),
        after: words.voided,
        note,
        errors,
        write: { ...record, isVoid: true },
        isLeftOut,
      });
    const pair: FieldPair = {
      field: fieldNamed("people"),
      column: row.cell("people").column,
      before: before ? words.people(before.people) : "",
      after: words.people(counts.values.people),
    };
    const compared = compareRecord([pair], { exists: before !== null, note });
    if (!compared.ok) errors.push(compared);
    return recordRow(row, {
      subject,
      pairs: compared.ok ? compared.pairs : [],
      outcome: compared.ok ? compared.outcome : "same",
      errors,
      remarks: counts.remarks,
      write: { ...record, isVoid: false },
      isLeftOut,
    });
  };
}

function keyOf(grant: Omit<KnownGrant, "id" | "people">): string {
  return [grant.subsidyId, grant.companyId ?? "", grant.countedAs, grant.decidedOn].join("/");
}

/** Whom the people of a grant are counted as; null for other words. */
function countedAsOf(text: string): string | null {
  const plain = normaliseLine(text).replaceAll(" ", "");
  if (plain === "newHighSchoolGraduate" || /新規高卒|高校新卒|新規高等学校卒/.test(plain))
    return "newHighSchoolGraduate";
  if (plain === "youngPerson" || /若年|若者/.test(plain)) return "youngPerson";
  return plain === "internshipParticipant" || /インターン/.test(plain) ? "internshipParticipant" : null;
}
