import type { ReactNode } from "react";
import { search as words } from "#app/locales/ja/search.ts";
import { EmptyState } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

/** Says that nothing was found and what to change: each a link with what it leads to. */
export function NothingFound({
  title,
  help,
  relaxed,
  elsewhere = [],
  all,
}: {
  title: string;
  help: ReactNode;
  /** In words, with the number that the change gives. */
  relaxed: readonly { label: string; url: string }[];
  /** Where the same words were found. */
  elsewhere?: readonly { label: string; url: string }[];
  all: { label: string; url: string };
}) {
  return (
    <EmptyState title={title}>
      <p>{help}</p>
      <Links title={words.relaxTitle} links={relaxed} />
      <Links title={words.otherKinds} links={elsewhere} />
      <p className="mt-4">
        <TextLink to={all.url} className="inline-flex min-h-11 items-center">
          {all.label}
        </TextLink>
      </p>
    </EmptyState>
  );
}

function Links({ title, links }: { title: string; links: readonly { label: string; url: string }[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <p className="mt-4 text-std-16B-170">{title}</p>
      <ul>
        {links.map(({ label, url }) => (
          <li key={url} className="py-2">
            <TextLink to={url}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Words to leave out, as links. */
export function relaxedLinks(relaxed: readonly { dropped: string; total: number; url: string }[]) {
  return relaxed.map(({ dropped, total, url }) => ({ label: words.relaxThings(dropped, total), url }));
}

const KINDS = ["company", "internship", "event"] as const;
type Kind = (typeof KINDS)[number];

/** The other lists in which the same words find something, as links. */
export function elsewhereLinks(here: Kind, counts: Record<Kind, number>, urls: Record<Kind, string>) {
  return KINDS.filter((kind) => kind !== here && counts[kind] > 0).map((kind) => ({
    label: `${words.tabs[kind]} ${words.things(counts[kind])}`,
    url: urls[kind],
  }));
}
