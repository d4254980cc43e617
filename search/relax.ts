/** What to try without where nothing was found: each single word and each value of a filter. */
import { chosenOf, type Chosen } from "./embedded-facets.ts";
import type { Relaxation, SearchFilters, SearchQuery } from "./engine.ts";
import type { ParsedText, QueryWord } from "./query-words.ts";
import type { WordMatch } from "./word-match.ts";

/** Values of one filter that are tried without, so that an address with a thousand of them costs no more. */
const mostRelaxed = 12;

/** One thing left out: what is then looked for, under which filters. */
export type Attempt<Found> = {
  drop: Relaxation["drop"];
  matches: readonly WordMatch<Found>[];
  chosen: Chosen;
};

type FilterName = keyof SearchFilters | "kinds";

/** The word as the reader typed it: the parts of one are left out together. */
function asTyped({ text, whole }: QueryWord): string {
  return whole ?? text;
}

/** Everything that can be left out of a search, each with what is then looked for. */
export function attemptsOf<Found>(
  query: SearchQuery,
  parsed: ParsedText,
  matches: readonly WordMatch<Found>[],
): Attempt<Found>[] {
  // Symbols only: no filter is to blame.
  if (matches.length === 0 && parsed.text !== "") return [];
  const chosen = chosenOf(query);
  const attempts: Attempt<Found>[] = [];
  if (parsed.words.length > 1 || Object.keys(chosen).length > 0)
    for (const typed of new Set(matches.map(({ word }) => asTyped(word))))
      attempts.push({
        drop: { type: "word", word: typed },
        matches: matches.filter(({ word }) => asTyped(word) !== typed),
        chosen,
      });
  const given = Object.entries({ kinds: query.kinds, ...query.filters }) as [
    FilterName,
    string[] | undefined,
  ][];
  for (const [facet, values] of given)
    for (const value of (values ?? []).slice(0, mostRelaxed)) {
      const rest = values!.filter((other) => other !== value);
      const without =
        facet === "kinds"
          ? { ...query, kinds: rest as NonNullable<typeof query.kinds> }
          : { ...query, filters: { ...query.filters, [facet]: rest } };
      attempts.push({ drop: { type: "filter", facet, value }, matches, chosen: chosenOf(without) });
    }
  return attempts;
}

/** The attempts that find something, most results first; `totals` in the order of the attempts. */
export function relaxationsOf(
  attempts: readonly { drop: Relaxation["drop"] }[],
  totals: readonly number[],
): Relaxation[] {
  return attempts
    .map(({ drop }, at) => ({ drop, total: totals[at]! }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}
