import { figureOfYear } from "#app/domain/indicators/figures.ts";
import { targetFor, yearEnd } from "#app/domain/indicators/rules.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import { figureCell, targetCell, textCell } from "./cells.ts";
import type { DocumentCell, DocumentColumn } from "./document.rules.ts";
import type { DocumentSource, DrawnIndicator } from "./source.ts";

/** How many years beyond the sheet's own a policy sheet plans for at most. */
const YEARS_AHEAD = 3;

type YearColumn = { key: string; year: number; holds: "actual" | "plan" };

/** Last year's actual, this year's plan and actual, the plans of the years to come up to the plan's last one. */
function yearColumns({ sheet, records }: DocumentSource): YearColumn[] {
  const year = sheet.fiscalYear;
  const last = Math.min(records.plan.lastFiscalYear, year + YEARS_AHEAD);
  const ahead = Array.from({ length: Math.max(0, last - year) }, (_, index) => year + 1 + index);
  return [
    { key: `actual-${year - 1}`, year: year - 1, holds: "actual" },
    { key: `plan-${year}`, year, holds: "plan" },
    { key: `actual-${year}`, year, holds: "actual" },
    ...ahead.map((later): YearColumn => ({ key: `plan-${later}`, year: later, holds: "plan" })),
  ];
}

/** The columns of the years, sharing `share` of the paper's width. */
export function yearColumnHeads(source: DocumentSource, share: number): DocumentColumn[] {
  const columns = yearColumns(source);
  const { lastFiscalYear } = source.records.plan;
  return columns.map(({ key, year, holds }) => ({
    key,
    label:
      holds === "actual"
        ? words.columns.yearActual(year)
        : words.columns.yearPlan(year, year === lastFiscalYear),
    share: share / columns.length,
    align: "end",
  }));
}

/** The actuals and targets of an indicator for these columns. */
export function yearCells(source: DocumentSource, indicator: DrawnIndicator): Record<string, DocumentCell> {
  return Object.fromEntries(
    yearColumns(source).map(({ key, year, holds }) => [
      key,
      holds === "actual" ? actualOfYear(source, indicator, year) : planOfYear(source, indicator, year),
    ]),
  );
}

/**
 * The actual of a fiscal year: of a past one as of its end, of the sheet's own as of its day or, before there is any, what
 * is expected.
 */
export function actualOfYear(source: DocumentSource, indicator: DrawnIndicator, year: number): DocumentCell {
  const { cut, sheet } = source;
  const asOf = year < sheet.fiscalYear ? yearEnd(year) : cut.asOf;
  const figure = figureOfYear(
    indicator.definition,
    { fiscalYear: year, asOf, knownBy: cut.asOf, knownOn: cut.knownOn },
    source.compute,
  );
  if (figure.value === null && year === sheet.fiscalYear) {
    const expected = indicator.line.expected;
    if (expected) return figureCell(source, indicator, expected, { kind: "expected" });
  }
  return figureCell(source, indicator, figure);
}

/** The target that was set for this very year. */
export function planOfYear(source: DocumentSource, indicator: DrawnIndicator, year: number): DocumentCell {
  const target = targetFor(indicator.definition.targets, { fiscalYear: year, ...source.cut });
  return target?.fiscalYear === year ? targetCell(indicator, target, year) : textCell(words.noTarget);
}
