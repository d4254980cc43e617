import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { type ChartDrawing, IndicatorChart } from "./indicator-chart.tsx";
import { Table } from "./table.tsx";

const words = indicatorWords.detail;

export type BreakdownView = {
  by: keyof typeof words.breakdownBy;
  total: string | null;
  /** A hidden cell (few people) has no value here at all. */
  cells: { key: string; label: string; value: string | null }[];
};

/** A breakdown as a table; what is hidden says why. */
export function BreakdownTable({ breakdown }: { breakdown: BreakdownView }) {
  const caption = words.breakdownBy[breakdown.by];
  return (
    <div className="mt-6 max-w-2xl first:mt-0">
      <h3 className="text-std-17B-170">{caption}</h3>
      <Table
        caption={caption}
        head={[
          words.cell,
          <span key="count" className="block text-right">
            {words.count}
          </span>,
        ]}
      >
        {breakdown.cells.map((cell) => (
          <tr key={cell.key}>
            <th scope="row">{cell.label}</th>
            <td className="text-right">{cell.value ?? words.hidden}</td>
          </tr>
        ))}
        {breakdown.total && (
          <tr>
            <th scope="row">{words.total}</th>
            <td className="text-right font-700">{breakdown.total}</td>
          </tr>
        )}
      </Table>
      {breakdown.cells.some((cell) => cell.value === null) && (
        <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.hiddenNote}</p>
      )}
    </div>
  );
}

type YearView = {
  fiscalYear: number;
  label: string;
  actual: string;
  note: string | null;
  target: string;
  earlier: string | null;
  origin: string;
};

/** Year by year: a drawing and, with the same numbers, a table. */
export function IndicatorHistory({
  chart,
  years,
  breakNotes,
}: {
  chart: ChartDrawing | null;
  years: readonly YearView[];
  /** Where the series breaks, in words. */
  breakNotes: readonly string[];
}) {
  return (
    <>
      {breakNotes.map((note) => (
        <p key={note} className="mb-3 max-w-3xl border-l-4 border-error-2 pl-3">
          {note}
        </p>
      ))}
      <div className="grid gap-8 lg:grid-cols-2 lg:items-start">
        {chart && <IndicatorChart id="history" chart={chart} />}
        <div className="min-w-0">
          <Table caption={words.history} head={[words.year, words.actual, words.target, words.origin]}>
            {years.map((year) => (
              <tr key={year.fiscalYear}>
                <th scope="row" className="whitespace-nowrap">
                  {year.label}
                </th>
                <td className="min-w-36">
                  {year.actual}
                  {year.note && (
                    <span className="block text-dns-14N-130 text-solid-gray-700">{year.note}</span>
                  )}
                </td>
                <td className="min-w-24">
                  {year.target}
                  {year.earlier && (
                    <span className="block text-dns-14N-130 text-solid-gray-700">{year.earlier}</span>
                  )}
                </td>
                <td className="min-w-28">{year.origin}</td>
              </tr>
            ))}
          </Table>
        </div>
      </div>
    </>
  );
}
