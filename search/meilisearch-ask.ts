/** Several questions to one index of Meilisearch in one request. */
import type { Meilisearch, MultiSearchQuery, MultiSearchResult } from "meilisearch";
import { all, isListed } from "./meilisearch-filters.ts";
import type { DocumentRecord } from "./meilisearch-records.ts";
import { locales } from "./meilisearch-settings.ts";

export type Asked = Omit<MultiSearchQuery, "indexUid">;
export type Answer = MultiSearchResult<DocumentRecord> & { totalHits: number };

/** Asks several things at once; the answers come in the same order, all of the same index. */
export type Ask = (queries: readonly Asked[]) => Promise<Answer[]>;

export function createAsk(client: Meilisearch, indexUid: string, signal: AbortSignal | undefined): Ask {
  return async (queries) => {
    if (queries.length === 0) return [];
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, DocumentRecord>(
      { queries: queries.map((query) => ({ ...query, indexUid, locales })) },
      signal ? { signal } : {},
    );
    if (!Array.isArray(results) || results.length !== queries.length)
      throw new TypeError("Meilisearch gave another number of answers than were asked for");
    return results as Answer[];
  };
}

/** A question for a number only. */
export function counting(filter: string): Asked {
  return { q: "", filter: all([isListed, filter]), hitsPerPage: 0, page: 1 };
}

/** A question for documents in the order by kana name. */
export function byKana(filter: string): Asked {
  return { q: "", filter, sort: ["sortKana:asc", "documentId:asc"] };
}
