/** The rows of the embedded index that match each word of a query. */
import type { FacetStore } from "./embedded-facets.ts";
import type { IndexReader, Rows } from "./embedded-reader.ts";
import { rowsByParts } from "./embedded-typo.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import type { QueryWord } from "./query-words.ts";
import { deciding, fewResults, WordReader, type Finder, type Steps, type WordMatch } from "./word-match.ts";

export type RowMatch = WordMatch<Rows>;

export type MatchContext = {
  reader: IndexReader;
  facets: FacetStore;
  vocabulary: Vocabulary;
  /** No word is understood as a facet value. */
  asTyped?: boolean;
};

type Known<Value> = Steps<Value, never, void>;

/** Steps that ask nobody: they are done at once. */
// oxlint-disable-next-line require-yield -- an index in this process has no questions
function* known<Value>(value: Value): Known<Value> {
  return value;
}

function finish<Value>(steps: Known<Value>): Value {
  const turn = steps.next();
  if (turn.done !== true) throw new Error("the embedded index was asked a question");
  return turn.value;
}

function finderOf({ reader, facets, vocabulary, asTyped = false }: MatchContext): Finder<Rows, never, void> {
  return {
    asTyped,
    areaNamed: (folded) => facets.areaNamed(folded),
    findPlanned({ strong: strongly, told, wide }, filter) {
      const strong = reader.match(strongly);
      const near = unite(strong, reader.match(told));
      return known({
        rows: near.length < fewResults ? unite(near, reader.match(wide)) : near,
        strong,
        isKnown: filter !== undefined && facets.has(filter.facet, filter.value),
      });
    },
    find: (expression) => known(reader.match(expression)),
    findByParts(text) {
      const shares = rowsByParts(reader, facets.end, facets.all().length, text);
      return known(shares.size === 0 ? undefined : { rows: Uint32Array.from(shares.keys()), shares });
    },
    unite,
    meet: (lists) => known(intersect(lists).length > 0),
    textOfFirst(rows) {
      const first = rows.reduce((one, other) => (facets.compare(other, one) < 0 ? other : one));
      return known(reader.folded(first).joined);
    },
    spellings: () => known(vocabulary),
    together: (all) => known(all.map(finish)),
  };
}

/** Matches all words. `prefix`: the last one may be half typed. */
export function matchWords(words: readonly QueryWord[], prefix: boolean, context: MatchContext): RowMatch[] {
  return finish(new WordReader(finderOf(context)).read(words, prefix));
}

/** Rows in all lists. */
export function intersect(lists: readonly Rows[]): Rows {
  const [smallest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (smallest === undefined) return new Uint32Array(0);
  return others.reduce((rows, other) => {
    const kept = new Uint32Array(rows.length);
    let size = 0;
    let at = 0;
    for (const row of rows) {
      while (at < other.length && other[at]! < row) at += 1;
      if (other[at] === row) kept[size++] = row;
    }
    return kept.subarray(0, size);
  }, smallest);
}

/** Rows in either list. */
export function unite(some: Rows, more: Rows): Rows {
  if (more.length === 0) return some;
  if (some.length === 0) return more;
  const all = new Uint32Array(some.length + more.length);
  let size = 0;
  let at = 0;
  for (const row of some) {
    while (at < more.length && more[at]! < row) all[size++] = more[at++]!;
    if (more[at] === row) at += 1;
    all[size++] = row;
  }
  while (at < more.length) all[size++] = more[at++]!;
  return all.subarray(0, size);
}

/** Rows that hold every word. */
export function matchingRows(matches: readonly RowMatch[]): Rows {
  return intersect(deciding(matches).map(({ rows }) => rows));
}
