import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { longDate } from "#app/platform/calendar.ts";
import { ShareBar } from "./indicator-bar.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

const words = publicWords.detail;

/** The figure itself, large, with what must be read with it: how sure it is, the target, how far it is. */
export function FigureNow({
  asOf,
  value,
  mark,
  year,
  note,
  target,
  distance,
  ratio,
  share,
  isReached,
  status,
  pace,
}: {
  asOf: string;
  value: string;
  mark: string | null;
  /** Of which year the newest statistic is; null for a figure of the page's own year. */
  year: string | null;
  note: string | null;
  target: string;
  distance: string | null;
  ratio: string;
  share: number | null;
  isReached: boolean;
  status: string | null;
  pace: string | null;
}) {
  return (
    <div className="max-w-3xl rounded-8 border border-solid-gray-420 p-4">
      <p>{asOf}</p>
      <p className="mt-1 text-std-32B-150">
        {value}
        {mark && <span className="ml-2 text-std-16N-170 text-solid-gray-700">({mark})</span>}
      </p>
      {year && <p>{year}</p>}
      {note && <p className="text-std-16N-170">{note}</p>}
      {status && <p className="mt-1 border-l-4 border-warning-orange-2 pl-3">{status}</p>}
      <dl className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <div>
          <dt className="text-dns-14N-130 text-solid-gray-700">{indicatorWords.detail.target}</dt>
          <dd>
            {target}
            {distance && <span className="block">{distance}</span>}
          </dd>
        </div>
        <div>
          <dt className="text-dns-14N-130 text-solid-gray-700">{indicatorWords.detail.achievement}</dt>
          <dd>
            {ratio}
            {isReached && `(${indicatorWords.reached})`}
            <ShareBar share={share} isReached={isReached} />
          </dd>
        </div>
        {pace && (
          <div className="sm:col-span-2">
            <dt className="text-dns-14N-130 text-solid-gray-700">{words.pace}</dt>
            <dd>{pace}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** The decisions about targets, old ones marked. */
export function TargetTable({
  targets,
}: {
  targets: readonly {
    key: string;
    year: string;
    value: string;
    isReplaced: boolean;
    adoptedOn: string;
    reason: string;
    decidedBy: string;
  }[];
}) {
  const { year, target, adoptedOn, reason } = indicatorWords.detail;
  return (
    <Table caption={indicatorWords.detail.targets} head={[year, target, adoptedOn, reason]}>
      {targets.map((row) => (
        <tr key={row.key}>
          <th scope="row" className="whitespace-nowrap">
            {row.year}
          </th>
          <td className="min-w-24">
            {row.value}
            {row.isReplaced && (
              <span className="block text-dns-14N-130 text-solid-gray-700">{words.targetReplaced}</span>
            )}
          </td>
          <td className="min-w-32">{longDate(row.adoptedOn)}</td>
          <td className="min-w-40">
            {row.reason}
            {row.decidedBy && (
              <span className="block text-dns-14N-130 text-solid-gray-700">{row.decidedBy}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** How the definition changed, with what that means for comparing the years. */
export function VersionTable({
  versions,
}: {
  versions: readonly { from: string; definition: string; reason: string; comparison: string }[];
}) {
  return (
    <div className="mt-6">
      <h3 className="mb-2 text-std-17B-170">{words.versions}</h3>
      <Table caption={words.versions} head={[...words.versionColumns]}>
        {versions.map(({ from, definition, reason, comparison }) => (
          <tr key={from}>
            <th scope="row" className="whitespace-nowrap">
              {from}
            </th>
            <td className="min-w-44">{definition}</td>
            <td className="min-w-40">{reason}</td>
            <td className="min-w-32">{comparison}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** Every figure that was entered, with source, cell of the file, role and day; nothing is ever removed. */
export function EnteredTable({
  rows,
}: {
  rows: readonly {
    id: string;
    year: string;
    kind: string;
    value: string;
    asOf: string;
    status: string;
    origin: string;
    recorded: string;
    importId: string | null;
  }[];
}) {
  return (
    <>
      <p className="mb-3 max-w-3xl">{words.enteredLead}</p>
      <Table caption={words.entered} head={[...words.enteredColumns]}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="whitespace-nowrap">
              {row.year}
            </th>
            <td className="whitespace-nowrap">{row.kind}</td>
            <td className="min-w-24">{row.value}</td>
            <td className="min-w-28">{row.asOf}</td>
            <td className="min-w-20">{row.status}</td>
            <td className="min-w-64 whitespace-pre-line">
              {row.origin}
              {row.importId && (
                <span className="block">
                  <TextLink to={`/staff/figure-imports/${row.importId}`}>{words.toImport}</TextLink>
                </span>
              )}
            </td>
            <td className="min-w-36 whitespace-pre-line">{row.recorded}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
