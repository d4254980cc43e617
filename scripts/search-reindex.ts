// npm run search:reindex: builds the search index anew from the running database.
import { rebuildIndex } from "#app/domain/matching/freshness.server.ts";
import { findDrift } from "#app/domain/matching/store.server.ts";
import { indexesOf } from "#search/engine.ts";
import { differingDocuments } from "#app/domain/matching/rules.ts";
import { counted, withSearchTown } from "./search-town.ts";

const SAID_EVERY = 2_000;

process.exitCode = await withSearchTown(async (town) => {
  const indexes = indexesOf(town.search);
  const server = town.env.meilisearch;
  const index = indexes.at(-1)!;
  if (server) {
    console.log(`Building a new index on Meilisearch at ${new URL(server.url).origin}.`);
    console.log("Searches go on with the old one until the new one is complete.");
  } else {
    console.log(
      "Search runs on the embedded index: each process of the portal holds its own in memory. It is built at",
    );
    console.log(
      "every start and compared with the database each minute, and /staff/search builds it anew on demand.",
    );
    console.log("Nothing needs to be rebuilt from here; building one as a trial:");
  }
  const started = performance.now();
  const documents = await rebuildIndex(town, index, (done) => {
    if (done % SAID_EVERY === 0) console.log(`  ${counted(done)} written`);
  });
  const { drift } = await findDrift(town, index);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${counted(documents)} in ${seconds} s`);
  const left = differingDocuments(drift).length;
  console.log(
    left === 0
      ? "The index holds what the database says."
      : `${counted(left)} changed meanwhile; the portal brings them by itself.`,
  );
  return 0;
});
