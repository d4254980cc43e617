/** The documents on the server that match each word of a query, by the filters that find them. */
import { holdingPair, leastShare, soughtParts, weightOfPair } from "./embedded-typo.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import { type Answer, type Ask, type Asked, byKana, counting } from "./meilisearch-ask.ts";
import { all, any, filterOf, isListed, isNothing, isOneOf } from "./meilisearch-filters.ts";
import type { QueryWord } from "./query-words.ts";
import { deciding, fewResults, WordReader, type Finder, type Steps, type WordMatch } from "./word-match.ts";

/** Documents by the filter that finds them: at most `length` of them, and none where that is 0. */
export type Filtered = { filter: string; length: number };

export type FilteredMatch = WordMatch<Filtered>;

/** What the words need of the server, and of what this process keeps of it. */
type Question = { asked: readonly Asked[]; needsSpellings: boolean };
type Reply = { answers: readonly Answer[]; spellings: Vocabulary | undefined };
type Asking<Value> = Steps<Value, Question, Reply>;

/** Documents whose shares of a word are looked at. */
const mostByParts = 1_000;

function* asking(asked: readonly Asked[]): Asking<readonly Answer[]> {
  return (yield { asked, needsSpellings: false }).answers;
}

function* spellings(): Asking<Vocabulary> {
  return (yield { asked: [], needsSpellings: true }).spellings!;
}

/** Goes on with all steps at once: what they ask is one question. */
function* together<Value>(all: readonly Asking<Value>[]): Asking<Value[]> {
  const results: Value[] = [];
  let open = all.map((steps, at) => ({ steps, at, turn: steps.next() }));
  for (;;) {
    const asked: Asked[] = [];
    const waiting: { one: (typeof open)[0]; from: number; to: number }[] = [];
    let needsSpellings = false;
    for (const one of open) {
      if (one.turn.done === true) {
        results[one.at] = one.turn.value;
        continue;
      }
      const from = asked.length;
      asked.push(...one.turn.value.asked);
      needsSpellings ||= one.turn.value.needsSpellings;
      waiting.push({ one, from, to: asked.length });
    }
    if (waiting.length === 0) return results;
    const reply = yield { asked, needsSpellings };
    open = waiting.map(({ one: { steps, at }, from, to }) => ({
      steps,
      at,
      turn: steps.next({ ...reply, answers: reply.answers.slice(from, to) }),
    }));
  }
}

export type MatchSource = {
  ask: Ask;
  spellings: () => Promise<Vocabulary>;
  areas: ReadonlyMap<string, string>;
  /** The number by which the criteria know a document. */
  rowOf: (documentId: string) => number;
  asTyped: boolean;
};

function finderOf({ areas, rowOf, asTyped }: MatchSource): Finder<Filtered, Question, Reply> {
  return {
    asTyped,
    areaNamed: (folded) => areas.get(folded),
    *findPlanned({ strong, told, wide }, filter) {
      const near = any([filterOf(strong), filterOf(told)]) || isNothing;
      const whole = any([near, filterOf(wide)]);
      const [nearly, wholly, known] = yield* asking([
        counting(near),
        counting(whole),
        ...(filter ? [counting(isOneOf(`f_${filter.facet}`, [filter.value]))] : []),
      ]);
      const found = nearly!.totalHits < fewResults;
      const rows = found
        ? { filter: whole, length: wholly!.totalHits }
        : { filter: near, length: nearly!.totalHits };
      return {
        rows,
        strong: { filter: filterOf(strong) || isNothing, length: rows.length },
        isKnown: known !== undefined && known.totalHits > 0,
      };
    },
    *find(expression) {
      const filter = filterOf(expression) || isNothing;
      const [found] = yield* asking([counting(filter)]);
      return { filter, length: found!.totalHits };
    },
    *findByParts(text) {
      const pairs = soughtParts(text);
      if (pairs.length === 0) return undefined;
      const filters = pairs.map((pair) => filterOf(holdingPair(pair)));
      const [everything, ...counts] = yield* asking(["", ...filters].map(counting));
      const weights = counts.map(({ totalHits }) => weightOfPair(totalHits, everything!.totalHits));
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      if (whole === 0) return undefined;
      const [candidates] = yield* asking([
        {
          ...byKana(all([isListed, any(rarest(filters, weights, whole))])),
          limit: mostByParts,
          attributesToRetrieve: ["documentId", "folded"],
        },
      ]);
      const shares = new Map<number, number>();
      const ids: string[] = [];
      for (const { documentId, folded } of candidates!.hits) {
        const held = pairs.reduce((sum, pair, at) => sum + (folded.includes(pair) ? weights[at]! : 0), 0);
        if (held / whole < leastShare) continue;
        shares.set(rowOf(documentId), held / whole);
        ids.push(documentId);
      }
      if (ids.length === 0) return undefined;
      return { rows: { filter: isOneOf("documentId", ids), length: ids.length }, shares };
    },
    unite: (some, more) =>
      some.length === 0
        ? more
        : more.length === 0
          ? some
          : { filter: any([some.filter, more.filter]), length: some.length + more.length },
    *meet(lists) {
      const [both] = yield* asking([counting(all(lists.map(({ filter }) => filter)))]);
      return both!.totalHits > 0;
    },
    *textOfFirst({ filter }) {
      const [first] = yield* asking([
        { ...byKana(all([isListed, filter])), limit: 1, attributesToRetrieve: ["folded"] },
      ]);
      return first!.hits[0]?.folded ?? "";
    },
    spellings,
    together,
  };
}

/** The rarest pairs that a document with enough of a word cannot all be without. */
function rarest(filters: readonly string[], weights: readonly number[], whole: number): string[] {
  const order = [...filters.keys()].sort((a, b) => weights[b]! - weights[a]!);
  let rest = whole;
  return order
    .filter((at) => {
      const isNeeded = rest >= leastShare * whole;
      rest -= weights[at]!;
      return isNeeded;
    })
    .map((at) => filters[at]!);
}

/** Matches all words, with as few requests as their readings take. `prefix`: the last one may be half typed. */
export async function matchOnServer(
  words: readonly QueryWord[],
  prefix: boolean,
  source: MatchSource,
): Promise<FilteredMatch[]> {
  const steps = new WordReader(finderOf(source)).read(words, prefix);
  let turn = steps.next();
  while (turn.done !== true) {
    const { asked, needsSpellings } = turn.value;
    const [answers, spellings] = await Promise.all([
      source.ask(asked),
      needsSpellings ? source.spellings() : undefined,
    ]);
    turn = steps.next({ answers, spellings });
  }
  return turn.value;
}

/** The documents that hold every word. */
export function everyWord(matches: readonly FilteredMatch[]): string {
  return all(deciding(matches).map(({ rows }) => rows.filter));
}
