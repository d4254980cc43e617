import type { SearchHit } from "#search/engine.ts";
import type { Town } from "#app/town.ts";
import type { FollowedSearch } from "./alert-search.ts";
import { MOST_LOOKED_AT } from "./rules.ts";

const PAGE = 100;

/** What a followed search finds now, the newest first. */
export async function findAll(town: Pick<Town, "search">, { query }: FollowedSearch): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (let page = 1; hits.length < MOST_LOOKED_AT; page += 1) {
    const result = await town.search.search({ ...query, page, pageSize: PAGE });
    // A search that found nothing as it was typed and was corrected is no find of the reader's words.
    if (result.correctedText !== undefined) return [];
    hits.push(...result.hits);
    if (result.hits.length < PAGE) break;
  }
  return hits;
}

/** The ids of what a followed search finds now. */
export async function findIds(town: Pick<Town, "search">, search: FollowedSearch): Promise<string[]> {
  return (await findAll(town, search)).map(({ id }) => id);
}
