import type { ReactNode } from "react";
import { NOT_FILLED } from "#app/locales/ja/companies.ts";
import { compareWords as words } from "#app/locales/ja/saved-companies.ts";

export type ComparisonColumn = { slug: string; name: string; nameKana: string; removeUrl: string };
export type ComparisonGroup = { title: string; rows: { label: string; values: string[] }[] };

/** Companies side by side: a column each, the same facts in the same row. Scrolls inside its own frame on a phone. */
export function ComparisonTable({
  columns,
  groups,
}: {
  columns: readonly ComparisonColumn[];
  groups: readonly ComparisonGroup[];
}) {
  const caption = words.tableOf(columns.map(({ name }) => name).join("、"));
  return (
    <div
      role="group"
      aria-label={caption}
      tabIndex={0}
      className="print-landscape overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-solid-gray-600">
            <th
              scope="col"
              className="sticky left-0 min-w-20 bg-white px-2 py-2 align-bottom text-dns-14B-130 sm:min-w-28 sm:px-3"
            >
              {words.item}
            </th>
            {columns.map((column) => (
              <th
                key={column.slug}
                scope="col"
                className="min-w-32 px-2 py-2 align-bottom sm:min-w-44 sm:px-3"
              >
                <span className="block text-dns-14N-130 font-400 text-solid-gray-700">{column.nameKana}</span>
                <a
                  href={`/companies/${column.slug}`}
                  className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
                >
                  {column.name}
                </a>
                <a
                  href={column.removeUrl}
                  data-screen-only
                  aria-label={words.removeOf(column.name)}
                  className="flex min-h-11 items-center text-dns-16N-130 font-400 text-blue-1000 underline underline-offset-4"
                >
                  {words.remove}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title} className="[&>tr]:border-b [&>tr]:border-solid-gray-420">
            <tr className="bg-solid-gray-50">
              <th scope="rowgroup" colSpan={columns.length + 1} className="px-3 py-2 text-dns-16B-130">
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.label}>
                <th
                  scope="row"
                  className="sticky left-0 bg-white px-2 py-2 align-top text-dns-14B-130 sm:px-3"
                >
                  {row.label}
                </th>
                {row.values.map((value, index) => (
                  <Cell key={columns[index]!.slug}>{value}</Cell>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cell({ children }: { children: ReactNode }) {
  const look = children === NOT_FILLED ? "text-solid-gray-700" : "";
  return <td className={`px-2 py-2 align-top whitespace-pre-line sm:px-3 ${look}`}>{children}</td>;
}
