import { Meilisearch } from "meilisearch";
import { afterAll, test } from "vitest";
import { parseEnv } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/random.ts";
import { describeSearchContract } from "#search/contract.ts";
import { createMeilisearchSearch } from "#search/meilisearch.ts";

const parsed = parseEnv(process.env);
const server = parsed.ok ? parsed.env.meilisearch : null;

if (server) {
  const run = `test-${newId().toLowerCase()}`;
  const apiKey = server.adminKey ?? undefined;
  let opened = 0;
  describeSearchContract(`Meilisearch at ${new URL(server.url).host}`, async () =>
    createMeilisearchSearch({
      url: server.url,
      indexPrefix: `${run}-${(opened += 1)}`,
      ...(server.adminKey ? { adminKey: server.adminKey } : {}),
      ...(server.searchKey ? { searchKey: server.searchKey } : {}),
    }),
  );
  afterAll(async () => {
    const client = new Meilisearch({ host: server.url, ...(apiKey ? { apiKey } : {}) });
    const { results } = await client.getRawIndexes({ limit: 1_000 });
    for (const { uid } of results) if (uid.startsWith(run)) await client.deleteIndex(uid).waitTask();
  });
} else {
  test("MEILISEARCH_URL is not set: the contract suite does not run on a real Meilisearch here", () => {
    console.info("MEILISEARCH_URL is not set, so the search contract ran without a real Meilisearch.");
  });
}
