import { search as words } from "#app/locales/ja/search.ts";
import { Button } from "./button.tsx";

/** The form that conditions elsewhere on a page belong to. */
export const SEARCH_FORM = "search-form";

/**
 * The one search box of every list. Conditions that shall stay when other words are searched stand in `keep`. With scripts,
 * public/search-suggestions.js offers words while typing.
 */
export function SearchBox({
  action,
  text,
  keep = [],
}: {
  action: string;
  text: string;
  keep?: readonly { name: string; value: string }[];
}) {
  return (
    <form id={SEARCH_FORM} role="search" method="get" action={action} data-screen-only>
      <label htmlFor="q" className="block text-std-17B-170">
        {words.box}
      </label>
      <p id="q-support" className="text-std-16N-170 text-solid-gray-700">
        {words.boxSupport}
      </p>
      <div className="mt-2 flex max-w-2xl gap-2">
        <SearchInput text={text} />
        <Button className="shrink-0">{words.submit}</Button>
      </div>
      {keep.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}

/** The field itself; the page gives it a label for `q` and a support text `q-support`. */
export function SearchInput({ text }: { text: string }) {
  return (
    <div className="relative min-w-0 flex-1">
      <input
        id="q"
        name="q"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        defaultValue={text}
        aria-describedby="q-support"
        data-suggestions="/search/suggestions"
        className="min-h-12 w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-oln-17N-100 leading-normal"
      />
      <ul
        id="q-suggestions"
        hidden
        aria-label={words.suggestionsLabel}
        className="absolute top-full right-0 left-0 z-20 mt-1 max-h-96 overflow-y-auto rounded-8 border border-solid-gray-600 bg-white py-1 shadow-2"
      />
      <template id="q-suggestion">
        <li className="flex min-h-11 cursor-pointer items-center justify-between gap-3 px-4 py-1 leading-snug hover:bg-key-50 aria-selected:bg-key-900 aria-selected:text-white">
          <span />
          <span className="shrink-0 text-dns-14N-130" />
        </li>
      </template>
      <p id="q-suggestions-status" role="status" className="sr-only" />
    </div>
  );
}
