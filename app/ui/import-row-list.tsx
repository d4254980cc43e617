import type { ReactNode } from "react";
import { tableImports as words } from "#app/locales/ja/table-imports.ts";
import { EmptyState } from "./page.tsx";
import { Pagination } from "./pagination.tsx";
import { TextLink } from "./text-link.tsx";

/** The rows of an import in the order of the file, a page of them, with links to those of each outcome. */
export function ImportRowList<Outcome extends string, Row>({
  path,
  outcomes,
  list,
  children,
}: {
  /** The page of the import. */
  path: string;
  outcomes: Readonly<Record<Outcome, string>>;
  list: { outcome: Outcome | null; total: number; page: number; pages: number; rows: readonly Row[] };
  children: (row: Row) => ReactNode;
}) {
  const href = (outcome: Outcome | null, page = 1) => {
    const query = [outcome ? `outcome=${outcome}` : "", page > 1 ? `page=${page}` : ""].filter(Boolean);
    return `${path}${query.length > 0 ? `?${query.join("&")}` : ""}#rows`;
  };
  const choices: [Outcome | null, string][] = [
    [null, words.all],
    ...(Object.entries(outcomes) as [Outcome, string][]),
  ];
  return (
    <>
      <ul data-screen-only className="flex flex-wrap gap-x-4">
        {choices.map(([outcome, label]) => (
          <li key={label}>
            {outcome === list.outcome ? (
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
        {words.rowsOf(list.outcome ? outcomes[list.outcome] : words.all, list.total)}
      </h3>
      {list.rows.length === 0 ? (
        <EmptyState title={words.noRows} />
      ) : (
        <ol className="border-t-2 border-solid-gray-600">{list.rows.map(children)}</ol>
      )}
      <Pagination page={list.page} pages={list.pages} href={(page) => href(list.outcome, page)} />
    </>
  );
}
