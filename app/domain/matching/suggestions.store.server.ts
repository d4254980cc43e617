import { fold } from "#search/analysis.ts";
import type { Criterion } from "#search/definition.ts";
import { romajiToKana } from "#search/romaji.ts";
import { wordFilters } from "#search/word-filters.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import { AREAS, INDUSTRIES } from "../companies/rules.ts";

type SearchTown = Pick<Town, "database" | "clock" | "search">;

/** A text that finds something, offered while the reader types. */
export type Suggestion = { text: string; kind: "area" | "condition" | "industry" | "company" };

const MOST = 8;
const MOST_CONDITIONS = 2;
const MOST_INDUSTRIES = 3;

// Letters that many readers type are answered once; new companies may be missing for as long.
const kept = createMemo<Suggestion[]>(10, 1000);

/**
 * At most eight texts that begin as the typed one does or hold it: areas and conditions, industries in friendly words,
 * companies by name and reading (kana, romaji, half words). None for an empty text.
 */
export function suggestSearches(town: SearchTown, { text }: { text: string }): Promise<Suggestion[]> {
  if (fold(text) === "") return Promise.resolve([]);
  return kept(town, text, async () => {
    const spellings = spellingsOf(text);
    const [present, companies] = await Promise.all([valuesPresent(town), companyNames(town, text)]);
    const words = [
      ...conditionsFor(spellings, present).slice(0, MOST_CONDITIONS),
      ...industriesFor(spellings, present).slice(0, MOST_INDUSTRIES),
    ];
    const all = [...words, ...companies];
    return [...new Map(all.map((suggestion) => [suggestion.text, suggestion])).values()].slice(0, MOST);
  });
}

/** The typed text and, where it is romaji, its kana; folded. */
function spellingsOf(text: string): string[] {
  const kana = romajiToKana(text.replaceAll(" ", ""))?.kana ?? [];
  return [...new Set([text, ...kana].map(fold))];
}

/** Areas before other conditions; each by any of its spellings. */
function conditionsFor(spellings: readonly string[], present: ReadonlySet<string>): Suggestion[] {
  const begun = wordFilters.filter(
    ({ value, words }) =>
      present.has(value) && words.some((word) => spellings.some((typed) => fold(word).startsWith(typed))),
  );
  const isArea = (value: string) => (AREAS as readonly string[]).includes(value);
  return [
    ...begun
      .filter(({ value }) => isArea(value))
      .map(({ value }) => ({ text: value, kind: "area" as const })),
    ...begun
      .filter(({ value }) => !isArea(value))
      .map(({ value }) => ({ text: value, kind: "condition" as const })),
  ];
}

/** Friendly words of industries that some company has; those that begin so come first. */
function industriesFor(spellings: readonly string[], present: ReadonlySet<string>): Suggestion[] {
  const words = [
    ...new Set(INDUSTRIES.filter(({ code }) => present.has(code)).flatMap((industry) => industry.words)),
  ].map((word) => ({ word, folded: fold(word) }));
  const begins = words.filter(({ folded }) => spellings.some((typed) => folded.startsWith(typed)));
  const holds = words.filter(({ folded }) => spellings.some((typed) => folded.indexOf(typed) > 0));
  return [...begins, ...holds].map(({ word }) => ({ text: word, kind: "industry" }));
}

const BY_NAME: readonly Criterion[] = ["exactName", "name", "nameKana", "aliases"];

/** Companies that are found by their name, the strongest first. */
async function companyNames(town: Pick<Town, "search">, text: string): Promise<Suggestion[]> {
  const { hits } = await town.search.search({
    text,
    kinds: ["company"],
    page: 1,
    pageSize: MOST,
    prefix: true,
    facets: false,
  });
  return hits
    .filter(({ matched }) => matched.some((criterion) => BY_NAME.includes(criterion)))
    .map(({ name }) => ({ text: name, kind: "company" }));
}

const values = createMemo<ReadonlySet<string>>(60);

/** Areas, benefits and industry codes that some company has now: nothing is offered that leads nowhere. */
function valuesPresent(town: SearchTown): Promise<ReadonlySet<string>> {
  return values(town, "", async () => {
    const { facets } = await town.search.search({ text: "", kinds: ["company"], page: 1, pageSize: 1 });
    const lists = [facets.area, facets.benefits, facets.industryCode];
    return new Set(lists.flatMap((list) => list?.map(({ value }) => value) ?? []));
  });
}
