import { errorWords } from "#app/locales/ja/errors.ts";
import { importRun as words } from "#app/locales/ja/imports.ts";
import { Badge } from "./badge.tsx";
import { ImportRowList } from "./import-row-list.tsx";
import { TextLink } from "./text-link.tsx";

type Outcome = keyof typeof words.outcomes;

type Row = {
  number: number;
  outcome: Outcome;
  name: string;
  slug: string | null;
  difference: { field: string; before: string; after: string }[];
  errors: { column: string; code: string }[];
};

const tones = { create: "blue", change: "orange", same: "neutral", error: "red" } as const;

/** The rows of a run with what each would do, or did. */
export function ImportRows({
  run,
}: {
  run: { id: string; outcome: Outcome | null; total: number; page: number; pages: number; rows: Row[] };
}) {
  return (
    <>
      <ImportRowList path={`/staff/imports/${run.id}`} outcomes={words.outcomes} list={run}>
        {(row) => (
          <li key={row.number}>
            <article className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-solid-gray-420 py-3 lg:grid-cols-[5rem_7rem_16rem_minmax(0,1fr)]">
              <p className="tabular-nums">{words.rowNumber(row.number)}</p>
              <p>
                <Badge tone={tones[row.outcome]}>{words.outcomes[row.outcome]}</Badge>
              </p>
              <div className="col-span-2 lg:col-span-1">
                <h4 className="text-std-16B-170">{row.name || words.unnamed}</h4>
                {row.slug && (
                  <TextLink
                    to={`/companies/${row.slug}`}
                    className="inline-flex min-h-11 items-center print:hidden"
                  >
                    {words.page}
                  </TextLink>
                )}
              </div>
              <div className="col-span-2 lg:col-span-1">
                <Detail row={row} />
              </div>
            </article>
          </li>
        )}
      </ImportRowList>
      <p data-screen-only className="mt-4 text-solid-gray-700">
        {words.print}
      </p>
    </>
  );
}

function Detail({ row }: { row: Row }) {
  if (row.errors.length > 0)
    return (
      <ul className="space-y-1">
        {row.errors.map(({ column, code }) => (
          <li key={`${column} ${code}`}>
            <span className="text-std-16B-170">{column || words.wholeRow}</span>:{errorWords(code)}
          </li>
        ))}
      </ul>
    );
  if (row.difference.length > 0)
    return (
      <dl className="space-y-2">
        {row.difference.map(({ field, before, after }) => (
          <div key={field}>
            <dt className="text-std-16B-170">{field}</dt>
            <dd className="whitespace-pre-line">
              <span className="text-solid-gray-700">{words.before}:</span>
              {before || words.blank}
            </dd>
            <dd className="whitespace-pre-line">
              <span className="text-solid-gray-700">{words.after}:</span>
              {after || words.blank}
            </dd>
          </div>
        ))}
      </dl>
    );
  return <p>{words.outcomeHelp[row.outcome]}</p>;
}
