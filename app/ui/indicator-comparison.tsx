import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { ShareBar } from "./indicator-bar.tsx";
import { Table } from "./table.tsx";

const words = publicWords.detail;

export type ComparisonView = {
  lead: string;
  caption: string;
  /** `share` is the bar's length against the largest value; null where bars would mislead (negative values). */
  bars: readonly { name: string; isOwn: boolean; value: string; share: number | null }[];
  missing: readonly string[];
  years: readonly string[];
  rows: readonly { name: string; isOwn: boolean; values: readonly string[] }[];
};

/** The same figure of other areas: bars that stand in the table of their numbers, and every year behind them. */
export function AreaComparison({ comparison }: { comparison: ComparisonView }) {
  return (
    <>
      <p className="mb-3 max-w-3xl">{comparison.lead}</p>
      <div className="max-w-2xl">
        <Table caption={comparison.caption} head={[words.compareColumns.area, words.compareColumns.value]}>
          {comparison.bars.map(({ name, isOwn, value, share }) => (
            <tr key={name} className={isOwn ? "bg-blue-50" : undefined}>
              <th scope="row" className="w-2/5">
                <AreaName name={name} isOwn={isOwn} />
              </th>
              <td>
                <span className={isOwn ? "font-700" : undefined}>{value}</span>
                <ShareBar share={share} isReached={isOwn} isWide />
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {comparison.missing.length > 0 && (
        <p className="mt-2 text-std-16N-170 text-solid-gray-700">
          {words.compareMissing}:{comparison.missing.join("、")}
        </p>
      )}
      {comparison.years.length > 1 && (
        <details className="mt-3 print:[&::details-content]:[content-visibility:visible]">
          <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">{words.compareYears}</summary>
          <Table caption={words.compareYears} head={[words.compareColumns.area, ...comparison.years]}>
            {comparison.rows.map(({ name, isOwn, values }) => (
              <tr key={name}>
                <th scope="row" className="min-w-28">
                  <AreaName name={name} isOwn={isOwn} />
                </th>
                {values.map((value, index) => (
                  <td key={comparison.years[index]} className="whitespace-nowrap">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </Table>
        </details>
      )}
    </>
  );
}

function AreaName({ name, isOwn }: { name: string; isOwn: boolean }) {
  return (
    <>
      {name}
      {isOwn && <span className="block text-dns-14N-130 font-400">{words.own}</span>}
    </>
  );
}
