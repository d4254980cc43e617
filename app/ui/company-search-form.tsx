import { search as words } from "#app/locales/ja/search.ts";
import { Button } from "./button.tsx";
import { SEARCH_FORM } from "./search-box.tsx";

type Choice = { value: string; label: string; count: number; chosen: boolean };

type FacetName = keyof typeof words.facets;

/** In the order of the page; the first ones are open. */
const FACETS: readonly { name: FacetName; open?: true; note?: string }[] = [
  { name: "area", open: true },
  { name: "industry", open: true },
  { name: "benefit", open: true, note: words.facetNotes.all },
  { name: "open", open: true },
  { name: "department" },
  { name: "size" },
  { name: "certification", note: words.facetNotes.all },
];

/** The conditions: folded on a phone so that results come first, always open beside them on a wide screen. */
export function SearchConditions({ facets }: { facets: Record<FacetName, readonly Choice[]> }) {
  const chosen = FACETS.flatMap(({ name }) => facets[name]).filter((choice) => choice.chosen).length;
  return (
    <details
      data-screen-only
      className="rounded-8 border border-solid-gray-420 lg:supports-[selector(::details-content)]:border-0 lg:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170 lg:supports-[selector(::details-content)]:hidden">
        {chosen > 0 ? words.narrowed(chosen) : words.narrow}
      </summary>
      <div className="space-y-3 px-4 pt-2 pb-4 lg:px-0 lg:pt-0">
        {FACETS.map(({ name, open, note }) => (
          <Facet key={name} name={name} choices={facets[name]} open={open ?? false} note={note} />
        ))}
        <Button form={SEARCH_FORM} look="secondary" className="w-full">
          {words.apply}
        </Button>
      </div>
    </details>
  );
}

function Facet({
  name,
  choices,
  open,
  note,
}: {
  name: FacetName;
  choices: readonly Choice[];
  open: boolean;
  note: string | undefined;
}) {
  if (choices.length === 0) return null;
  const chosen = choices.filter((choice) => choice.chosen).length;
  return (
    <details open={open || chosen > 0} className="border-t border-solid-gray-420">
      <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">
        {words.facets[name]}
        {chosen > 0 && <span className="ml-2 text-dns-14N-130">{words.facetChosen(chosen)}</span>}
      </summary>
      <fieldset>
        <legend className="sr-only">{words.facets[name]}</legend>
        {note && <p className="pb-1 text-dns-14N-130 text-solid-gray-700">{note}</p>}
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-11 items-center gap-3 py-1">
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              defaultChecked={choice.chosen}
              form={SEARCH_FORM}
              className="size-6 shrink-0 accent-key-900"
            />
            <span className="flex-1 leading-snug">{choice.label}</span>
            <span className="text-solid-gray-700">{choice.count}</span>
          </label>
        ))}
      </fieldset>
    </details>
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
