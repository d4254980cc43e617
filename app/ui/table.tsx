import type { ReactNode } from "react";

/** A table that scrolls sideways inside its own frame on a phone and can be reached with the keyboard there. */
export function Table({
  caption,
  head,
  children,
}: {
  caption: string;
  head: ReactNode[];
  children: ReactNode;
}) {
  return (
    <div
      className="relative overflow-x-auto print:overflow-visible"
      role="group"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-solid-gray-600 bg-solid-gray-50">
            {head.map((cell, index) => (
              <th key={index} scope="col" className="px-3 py-2 text-dns-16B-130 whitespace-nowrap">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr]:border-b [&>tr]:border-solid-gray-420 [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:px-3 [&_th]:py-2 [&_th]:align-top [&_th]:font-700">
          {children}
        </tbody>
      </table>
    </div>
  );
}

/** Pairs of a word and its content (a company's facts, an event's place). */
export function DescriptionList({ items }: { items: { term: string; children: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {items.map((item) => (
        <div
          key={item.term}
          className="grid gap-1 py-3 sm:grid-cols-[12rem_1fr] sm:gap-4 print:grid-cols-[9rem_1fr] print:py-1"
        >
          <dt className="text-std-16B-170">{item.term}</dt>
          <dd className="whitespace-pre-line">{item.children}</dd>
        </div>
      ))}
    </dl>
  );
}
