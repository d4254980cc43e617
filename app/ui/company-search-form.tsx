import { search as words } from "#app/locales/ja/search.ts";
import { Button } from "./button.tsx";

const FORM = "company-search";

/** The one search box. The conditions stand elsewhere on the page and belong to this form. */
export function SearchBox({ text, sort }: { text: string; sort: string | null }) {
  return (
    <form id={FORM} role="search" method="get" action="/companies" data-screen-only>
      <label htmlFor="q" className="block text-std-17B-170">
        {words.box}
      </label>
      <p id="q-support" className="text-std-16N-170 text-solid-gray-700">
        {words.boxSupport}
      </p>
      <div className="mt-2 flex max-w-2xl gap-2">
        <input
          id="q"
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          defaultValue={text}
          aria-describedby="q-support"
          className="min-h-12 w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-oln-17N-100 leading-normal"
        />
        <Button className="shrink-0">{words.submit}</Button>
      </div>
      {sort && <input type="hidden" name="sort" value={sort} />}
    </form>
  );
}

type Choice = { value: string; label: string; count: number; chosen: boolean };

/** The conditions: folded on a phone so that results come first, always open beside them on a wide screen. */
export function SearchConditions({
  area,
  industry,
  benefit,
}: {
  area: readonly Choice[];
  industry: readonly Choice[];
  benefit: readonly Choice[];
}) {
  const chosen = [...area, ...industry, ...benefit].filter((choice) => choice.chosen).length;
  return (
    <details
      data-screen-only
      className="rounded-8 border border-solid-gray-420 lg:supports-[selector(::details-content)]:border-0 lg:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170 lg:supports-[selector(::details-content)]:hidden">
        {chosen > 0 ? words.narrowed(chosen) : words.narrow}
      </summary>
      <div className="space-y-6 px-4 pt-2 pb-4 lg:px-0 lg:pt-0">
        <Facet name="area" label={words.facets.area} choices={area} />
        <Facet name="industry" label={words.facets.industry} choices={industry} />
        <Facet name="benefit" label={words.facets.benefit} choices={benefit} />
        <Button form={FORM} look="secondary" className="w-full">
          {words.apply}
        </Button>
      </div>
    </details>
  );
}

function Facet({ name, label, choices }: { name: string; label: string; choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-std-16B-170">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="flex min-h-11 items-center gap-3 py-1">
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            defaultChecked={choice.chosen}
            form={FORM}
            className="size-6 shrink-0 accent-key-900"
          />
          <span className="flex-1 leading-snug">{choice.label}</span>
          <span className="text-solid-gray-700">{choice.count}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What is searched for, each as a link that takes it away. */
export function AppliedConditions({
  chips,
  clearUrl,
}: {
  chips: { label: string; url: string }[];
  clearUrl: string;
}) {
  if (chips.length === 0) return null;
  return (
    <div className="mt-4">
      <h2 className="sr-only">{words.applied}</h2>
      <ul className="flex flex-wrap items-center gap-2">
        {chips.map((chip) => (
          <li key={chip.label}>
            <a
              href={chip.url}
              aria-label={words.removeCondition(chip.label)}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-key-900 bg-key-50 px-4 text-key-900 underline-offset-4 hover:underline"
            >
              {chip.label}
              <span aria-hidden="true" data-screen-only>
                ×
              </span>
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li data-screen-only>
            <a
              href={clearUrl}
              className="inline-flex min-h-11 items-center px-2 text-blue-1000 underline underline-offset-4"
            >
              {words.clear}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The orders as links; the current one is marked. */
export function SortLinks({ orders }: { orders: { label: string; url: string; current: boolean }[] }) {
  return (
    <nav aria-label={words.sortLabel}>
      <ul className="flex flex-wrap gap-x-1">
        {orders.map((order) => (
          <li key={order.label}>
            <a
              href={order.url}
              aria-current={order.current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-8 px-2 text-blue-1000 underline underline-offset-4 aria-[current]:font-700 aria-[current]:text-solid-gray-900 aria-[current]:no-underline"
            >
              {order.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How results are ordered, in plain words. */
export function RankingNote() {
  return (
    <details data-screen-only className="mt-10 rounded-8 border border-solid-gray-420">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170">{words.rankingTitle}</summary>
      <ul className="list-disc space-y-2 px-4 pb-4 pl-9">
        {words.ranking.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
