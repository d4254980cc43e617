import type { Kind } from "#search/definition.ts";
import type { SearchHit, SearchResult } from "#search/engine.ts";
import type { Town } from "#app/town.ts";
import type { EventKind } from "../events/rules.ts";
import { type EventCard, readEventCards } from "../events/store.server.ts";
import type { Audience, InternshipType } from "../internships/rules.ts";
import { type InternshipFacts, readInternshipCards } from "../internships/store.server.ts";
import { countKinds, type KindCounts } from "./kind-counts.store.server.ts";
import { type RelaxedText, relaxedTexts, type SearchText, type Understanding } from "./search-text.ts";
import { markedText, type Reason, reasonsOf, type TextPiece } from "./text-pieces.ts";

type SearchTown = Pick<Town, "database" | "clock" | "search">;

/** A result that is no company, with the reader's words marked in its title. */
export type Found<Facts> = Facts & { titlePieces: TextPiece[]; reasons: Reason[] };

/** What a text finds among open internships or coming events, all of it, the strongest first. */
export type OpportunitySearch<Facts> = Understanding & {
  found: Found<Facts>[];
  kinds: KindCounts;
  /** Words to leave out where nothing was found. */
  relaxed: RelaxedText[];
};

/** The most results that are read: a town has a few dozen open at a time. */
const MOST = 300;
const BATCH = 100;

export async function searchInternships(
  town: SearchTown,
  { audience, type, ...text }: SearchText & { audience: Audience | null; type: InternshipType | null },
): Promise<OpportunitySearch<InternshipFacts>> {
  return searchKind(town, "internship", text, (ids) => readInternshipCards(town, { ids, audience, type }));
}

export async function searchEvents(
  town: SearchTown,
  { kind, ...text }: SearchText & { kind: EventKind | null },
): Promise<OpportunitySearch<EventCard>> {
  return searchKind(town, "event", text, (ids) => readEventCards(town, { ids, ...(kind ? { kind } : {}) }));
}

async function searchKind<Facts extends { id: string; title: string }>(
  town: SearchTown,
  kind: Exclude<Kind, "company">,
  text: SearchText,
  read: (ids: string[]) => Promise<Facts[]>,
): Promise<OpportunitySearch<Facts>> {
  const [{ result, hits }, kinds] = await Promise.all([allHits(town, kind, text), countKinds(town, text)]);
  return {
    found: withReasons(hits, await read(hits.map(({ slug }) => slug))),
    kinds,
    correctedText: result.correctedText ?? null,
    wordFilters: result.appliedWordFilters,
    relaxed: relaxedTexts(kind, text, result.relax),
  };
}

/** Facts with the places that matched; the index calls a record's id its slug. */
export function withReasons<Facts extends { id: string; title: string }>(
  hits: readonly SearchHit[],
  facts: readonly Facts[],
): Found<Facts>[] {
  const hitOf = new Map(hits.map((hit) => [hit.slug, hit]));
  return facts.map((fact) => {
    const hit = hitOf.get(fact.id)!;
    return { ...fact, titlePieces: markedText(hit, "name", fact.title), reasons: reasonsOf(hit) };
  });
}

async function allHits(
  town: Pick<Town, "search">,
  kind: Kind,
  { text, asTyped }: SearchText,
): Promise<{ result: SearchResult; hits: SearchHit[] }> {
  const ask = (page: number) =>
    town.search.search({ text, asTyped, kinds: [kind], page, pageSize: BATCH, facets: false });
  const result = await ask(1);
  const hits = [...result.hits];
  while (hits.length < Math.min(result.total, MOST)) {
    const more = await ask(hits.length / BATCH + 1);
    if (more.hits.length === 0) break;
    hits.push(...more.hits);
  }
  return { result, hits };
}
