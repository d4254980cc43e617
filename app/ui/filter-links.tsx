import type { ReactNode } from "react";

/** Conditions as links: folded on a phone so that results come first, always open on a wide screen. */
export function FoldedFilters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details
      data-screen-only
      className="mt-4 rounded-8 border border-solid-gray-420 lg:supports-[selector(::details-content)]:border-0 lg:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170 lg:supports-[selector(::details-content)]:hidden">
        {label}
      </summary>
      <div className="px-4 pb-4 lg:px-0 lg:pb-0">{children}</div>
    </details>
  );
}

/** One condition of a list as links, one of them chosen: works with a thumb and without scripts. */
export function FilterLinks({
  label,
  choices,
}: {
  label: string;
  choices: readonly { label: string; url: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} data-screen-only className="mt-4">
      <p aria-hidden="true" className="mb-1 text-dns-14N-130 text-solid-gray-700">
        {label}
      </p>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.label}>
            <a
              href={choice.url}
              aria-current={choice.current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-key-900 bg-white px-4 text-oln-16N-100 leading-snug text-key-900 underline-offset-4 hover:underline aria-[current]:bg-key-900 aria-[current]:text-white"
            >
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
