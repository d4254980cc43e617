import type { ReactNode } from "react";

// One table for every width: on a phone each body is a card and each cell a line with its column's name (`data-label`)
// before it. The styles stand on the table, so that a row costs little to render.
const stacked =
  "w-full border-collapse text-left md:table-fixed max-md:block [&_td]:align-top [&_th]:align-top md:[&_td]:px-2 md:[&_td]:py-2 md:[&_th]:px-2 md:[&_th]:py-2 md:[&_tbody]:border-b md:[&_tbody]:border-solid-gray-420 max-md:[&_thead]:sr-only max-md:[&_tbody]:mt-4 max-md:[&_tbody]:block max-md:[&_tbody]:rounded-8 max-md:[&_tbody]:border max-md:[&_tbody]:border-solid-gray-420 max-md:[&_tbody]:p-3 max-md:[&_tr]:block max-md:[&_tr+tr]:mt-2 max-md:[&_tr+tr]:border-t max-md:[&_tr+tr]:border-solid-gray-420 max-md:[&_tr+tr]:pt-2 max-md:[&_th]:block max-md:[&_td]:flex max-md:[&_td]:items-baseline max-md:[&_td]:justify-between max-md:[&_td]:gap-4 max-md:[&_td]:py-1 max-md:[&_td]:before:shrink-0 max-md:[&_td]:before:text-solid-gray-700 max-md:[&_td]:before:content-[attr(data-label)] max-md:[&_td>*]:text-right [&_small]:ml-1 [&_small]:inline-block [&_small]:text-dns-14N-130 [&_small]:text-solid-gray-700 [&_a]:text-blue-1000 [&_a]:underline [&_a]:underline-offset-4 max-md:[&_a]:inline-block max-md:[&_a]:py-2";

// The same with the cells of a row side by side on a phone, each under its column's name: three figures need one line.
const dense =
  "w-full border-collapse text-left md:table-fixed max-md:block [&_td]:align-top [&_th]:align-top md:[&_td]:px-2 md:[&_td]:py-2 md:[&_th]:px-2 md:[&_th]:py-2 md:[&_tbody]:border-b md:[&_tbody]:border-solid-gray-420 max-md:[&_thead]:sr-only max-md:[&_tbody]:mt-3 max-md:[&_tbody]:block max-md:[&_tbody]:rounded-8 max-md:[&_tbody]:border max-md:[&_tbody]:border-solid-gray-420 max-md:[&_tbody]:p-3 max-md:[&_tr]:grid max-md:[&_tr]:gap-x-3 max-md:[&_tr]:gap-y-1 max-md:[&_tr+tr]:mt-3 max-md:[&_tr+tr]:border-t max-md:[&_tr+tr]:border-solid-gray-420 max-md:[&_tr+tr]:pt-2 max-md:[&_th]:col-span-full max-md:[&_td[data-wide]]:col-span-full max-md:[&_td]:before:block max-md:[&_td]:before:text-dns-14N-130 max-md:[&_td]:before:text-solid-gray-700 max-md:[&_td]:before:content-[attr(data-label)] max-md:[&_td[data-wide]]:before:content-none [&_small]:ml-1 [&_small]:inline-block [&_small]:text-dns-14N-130 [&_small]:text-solid-gray-700 [&_a]:text-blue-1000 [&_a]:underline [&_a]:underline-offset-4 max-md:[&_a]:inline-block max-md:[&_a]:py-2";

const sideBySide = { 2: "max-md:[&_tr]:grid-cols-2", 3: "max-md:[&_tr]:grid-cols-3" };

/** A column's head and its width from the middle width of a screen on, for example `md:w-[20%]`. */
export type StackedColumn = readonly [text: string, width: string];

/**
 * A table whose bodies become cards on a phone. Each `tbody` is one thing; its `td` carry the column's name as
 * `data-label`.
 */
export function StackedTable({
  caption,
  columns,
  besides,
  children,
}: {
  caption: string;
  columns: readonly StackedColumn[];
  /** So many cells side by side on a phone; one with `data-wide` takes a line of its own, without its column's name. */
  besides?: 2 | 3;
  children: ReactNode;
}) {
  return (
    <table className={besides ? `${dense} ${sideBySide[besides]}` : stacked}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-solid-gray-600 bg-solid-gray-50 text-dns-16B-130">
          {columns.map(([text, width]) => (
            <th key={text} scope="col" className={width}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
