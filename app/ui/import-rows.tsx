import { errorWords } from "#app/locales/ja/errors.ts";
import { importRun as words } from "#app/locales/ja/imports.ts";
import { Badge } from "./badge.tsx";
import { EmptyState } from "./page.tsx";
import { Pagination } from "./pagination.tsx";
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
  const href = (outcome: Outcome | null, page = 1) => {
    const query = [outcome ? `outcome=${outcome}` : "", page > 1 ? `page=${page}` : ""].filter(Boolean);
    return `/staff/imports/${run.id}${query.length > 0 ? `?${query.join("&")}` : ""}#rows`;
  };
  const choices: [Outcome | null, string][] = [
    [null, words.all],
    ...(Object.entries(words.outcomes) as [Outcome, string][]),
  ];
  return (
    <>
      <ul data-screen-only className="flex flex-wrap gap-x-4">
        {choices.map(([outcome, label]) => (
          <li key={label}>
            {outcome === run.outcome ? (
              <span aria-current="true" className="inline-flex min-h-11 items-center text-std-16B-170">
                {label}
              </span>
            ) : (
              <TextLink to={href(outcome)} className="inline-flex min-h-11 items-center">
                {label}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
      <h3 className="mt-2 mb-3 text-std-18B-160">
        {words.rowsOf(run.outcome ? words.outcomes[run.outcome] : words.all, run.total)}
      </h3>
      {run.rows.length === 0 ? (
        <EmptyState title={words.noRows} />
      ) : (
        <ol className="border-t-2 border-solid-gray-600">
          {run.rows.map((row) => (
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
          ))}
        </ol>
      )}
      <Pagination page={run.page} pages={run.pages} href={(page) => href(run.outcome, page)} />
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
