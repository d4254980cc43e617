import { deskWords } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel, longDate } from "#app/platform/calendar.ts";
import type { YearPreview } from "./preview.ts";

const words = deskWords.preview;

/** Fiscal years in a row to which a change does the same, in words. */
export type PreviewGroup = {
  key: string;
  title: string;
  asOf: string;
  differences: { key: string; row: string; column: string; before: string | null; after: string | null }[];
  summary: string;
};

/** The years of a preview, those in a row together that a change alters in the same way: nobody reads the same cells five times. */
export function groupYears(years: readonly YearPreview[]): PreviewGroup[] {
  const runs: YearPreview[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.fiscalYear + 1 === year.fiscalYear && isSame(last, year)) run.push(year);
    else runs.push([year]);
  }
  return runs.map(groupOf);
}

function isSame(one: YearPreview, other: YearPreview): boolean {
  return (
    one.differences.length === other.differences.length &&
    one.differences.every((cell, index) => {
      const { row, column, before, after } = other.differences[index]!;
      return cell.row === row && cell.column === column && cell.before === before && cell.after === after;
    })
  );
}

function groupOf(run: YearPreview[]): PreviewGroup {
  const [first] = run;
  const { fiscalYear, asOf, differences } = first!;
  const last = run.at(-1)!.fiscalYear;
  const isOne = run.length === 1;
  const unchanged = run.reduce((sum, year) => sum + year.unchanged, 0);
  return {
    key: String(fiscalYear),
    title: isOne
      ? words.year(fiscalYearLabel(fiscalYear))
      : words.yearRange(fiscalYearLabel(fiscalYear), fiscalYearLabel(last)),
    asOf: isOne ? words.asOf(longDate(asOf)) : words.asOfEach,
    differences: differences.map(({ row, rowLabel, column, before, after }) => ({
      key: `${row} ${column}`,
      row: rowLabel,
      column,
      before,
      after,
    })),
    summary:
      differences.length === 0
        ? words.nothing(unchanged)
        : isOne
          ? words.counts(differences.length, unchanged)
          : words.countsEach(differences.length, unchanged),
  };
}
