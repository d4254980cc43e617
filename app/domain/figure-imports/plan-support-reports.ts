import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { normaliseLine } from "../text/rules.ts";
import type { KnownReport } from "./known.ts";
import { fieldHeader } from "./mapping.ts";
import { readMonth } from "./period.rules.ts";
import {
  asideRow,
  compareRecord,
  type FieldPair,
  readCounts,
  recordRow,
  refusedRow,
} from "./record-cells.ts";
import type { PlannedRow } from "./rules.ts";
import type { ReadRow } from "./row-reader.ts";
import type { Settings } from "./schema.ts";

export type ReportWrite = KnownReport & { row: number };

type About = {
  /** In the order in which they were recorded. */
  reports: readonly KnownReport[];
  settings: Settings<"supportReports">;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

const COUNTS = [
  { field: "consultations", unit: "件" },
  { field: "newRegistrations", unit: "人" },
] as const;

/** Says of rows which monthly reports they would record. */
export function openSupportReportPlanner(about: About): (row: ReadRow) => PlannedRow<ReportWrite> {
  const keyOf = ({ programme, month }: Pick<KnownReport, "programme" | "month">) => `${programme}/${month}`;
  const standing = new Map(about.reports.map((report) => [keyOf(report), report]));
  const seen = new Map<string, number>();
  return (row) => {
    if (row.isAside) return asideRow(row);
    const { settings, now } = about;
    const errors = [...row.errors];
    const refuse = (field: string, code: string) => errors.push({ column: row.cell(field).column, code });
    const programme =
      programmeOf(row.cell("programme").text) ??
      (row.cell("programme").text.trim() ? null : settings.programme);
    if (!programme) refuse("programme", "figure-programme");
    const month = readMonth(row.cell("month").text);
    if (month === null) refuse("month", "figure-month");
    else if (month > civilDateOf(now)) refuse("month", "figure-month-future");
    const counts = readCounts(row, COUNTS);
    errors.push(...counts.errors);
    const isLeftOut = about.isLeftOut(row.number);
    if (!programme || month === null || errors.length > 0) return refusedRow(row, { errors, isLeftOut });

    const subject = keyOf({ programme, month });
    const earlier = seen.get(subject);
    if (earlier !== undefined) refuse("month", `figure-row-twice:${earlier}`);
    else seen.set(subject, row.number);
    const before = standing.get(subject) ?? null;
    const pairs: FieldPair[] = COUNTS.map(({ field, unit }) => ({
      field: words.reportField(programme, month, fieldHeader("supportReports", field)),
      column: row.cell(field).column,
      before: before ? words.amount(before[field], unit) : "",
      after: words.amount(counts.values[field], unit),
    }));
    const note = normaliseLine(row.cell("note").text) || settings.note;
    const compared = compareRecord(pairs, { exists: before !== null, note });
    if (!compared.ok) errors.push(compared);
    return recordRow(row, {
      subject,
      pairs: compared.ok ? compared.pairs : [],
      outcome: compared.ok ? compared.outcome : "same",
      errors,
      remarks: counts.remarks,
      write: { programme, month, ...counts.values, row: row.number },
      isLeftOut,
    });
  };
}

function programmeOf(text: string): KnownReport["programme"] | null {
  const plain = normaliseLine(text).replaceAll(" ", "");
  if (plain === "jobCafe" || plain.includes("ジョブカフェ")) return "jobCafe";
  if (plain === "supportStation" || /サポートステーション|サポステ/.test(plain)) return "supportStation";
  return null;
}
