import { search as words } from "#app/locales/ja/search.ts";

type Kind = "company" | "internship" | "event";

/** The same words among companies, internships, events or all of them, with what each list holds. */
export function SearchTabs({
  current,
  counts,
  urls,
}: {
  current: Kind | "all";
  counts: Record<Kind, number>;
  urls: Record<Kind | "all", string>;
}) {
  const all = counts.company + counts.internship + counts.event;
  const tabs = (["all", "company", "internship", "event"] as const).map((tab) => ({
    tab,
    count: tab === "all" ? all : counts[tab],
  }));
  return (
    <nav aria-label={words.tabsLabel} data-screen-only className="mt-5 border-b border-solid-gray-420">
      <ul className="flex flex-wrap">
        {tabs.map(({ tab, count }) => (
          <li key={tab}>
            <a
              href={urls[tab]}
              aria-current={tab === current ? "page" : undefined}
              className="-mb-px inline-flex min-h-11 items-center gap-1.5 border-b-4 border-transparent px-2.5 text-oln-16N-100 text-key-900 underline-offset-4 hover:underline aria-[current]:border-key-900 aria-[current]:font-700 aria-[current]:text-solid-gray-900 sm:px-4"
            >
              {words.tabs[tab]}
              <span className="text-dns-14N-130 text-solid-gray-700">{words.things(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
