import { indicatorWords as words } from "#app/locales/ja/indicators.ts";

type Summary = {
  indicators: number;
  reached: number;
  notReached: number;
  undecided: number;
  grades: Record<string, number>;
  ungraded: number;
};

/** How the plan stands at a glance: how many indicators reached their target, and how many projects have which grade. */
export function IndicatorSummary({ summary }: { summary: Summary }) {
  const counts = [
    [words.summaryReached, summary.reached],
    [words.summaryNotReached, summary.notReached],
    [words.summaryUndecided, summary.undecided],
  ] as const;
  const grades = [...Object.entries(summary.grades), [words.ungraded, summary.ungraded] as const];
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className="rounded-8 border border-solid-gray-420 p-4">
        <h3 className="text-std-17B-170">{words.summaryOf(summary.indicators)}</h3>
        <Counts items={counts} />
      </div>
      <div className="rounded-8 border border-solid-gray-420 p-4">
        <h3 className="text-std-17B-170">{words.summaryGrades}</h3>
        <Counts items={grades} />
      </div>
    </div>
  );
}

function Counts({ items }: { items: readonly (readonly [string, number])[] }) {
  return (
    <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
      {items.map(([label, count]) => (
        <div key={label}>
          <dt className="text-dns-14N-130 text-solid-gray-700">{label}</dt>
          <dd className="text-std-24B-150">{count}</dd>
        </div>
      ))}
    </dl>
  );
}
