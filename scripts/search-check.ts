// npm run search:check [-- --repair]: compares the search index with the database, document by document.
import { setTimeout as wait } from "node:timers/promises";
import { rebuildIndex } from "#app/domain/matching/freshness.server.ts";
import { differingDocuments, type Drift } from "#app/domain/matching/rules.ts";
import { findDrift, repairDrift } from "#app/domain/matching/store.server.ts";
import { indexesOf } from "#search/engine.ts";
import { counted, withSearchTown } from "./search-town.ts";

const SECOND_LOOK_MS = 3_000;
const MOST_NAMED = 20;
const isRepairing = process.argv.includes("--repair");

process.exitCode = await withSearchTown(async (town) => {
  const index = indexesOf(town.search).at(-1)!;
  if (!town.env.meilisearch) {
    console.log(
      "Search runs on the embedded index: each process holds its own in memory and compares it with the",
    );
    console.log(
      "database each minute; /staff/search shows the result. Checking with an index built for this command:",
    );
    await rebuildIndex(town, index);
  }
  let found = await findDrift(town, index);
  if (differingDocuments(found.drift).length > 0 && !isRepairing) {
    // On a running portal some changes are on their way: what differs twice is a difference.
    await wait(SECOND_LOOK_MS);
    const before = new Set(differingDocuments(found.drift));
    found = await findDrift(town, index);
    found.drift = only(found.drift, before);
  }
  const held = found.indexed
    .values()
    .filter(({ removed }) => !removed)
    .toArray().length;
  console.log(`The index ${index.name} holds ${counted(held)}.`);
  report("missing", "published and not in the index", found.drift.missing);
  report("outdated", "in the index with another version", found.drift.outdated);
  report("surplus", "in the index and not published any more", found.drift.surplus);
  const differing = differingDocuments(found.drift).length;
  if (differing === 0) {
    console.log("No difference.");
    return 0;
  }
  if (!isRepairing) {
    console.log("Bring them in line with: npm run search:check -- --repair");
    return 1;
  }
  await repairDrift(town, index, found);
  const left = differingDocuments((await findDrift(town, index)).drift).length;
  console.log(left === 0 ? `${counted(differing)} brought in line.` : `${counted(left)} still differ.`);
  return left === 0 ? 0 : 1;
});

function only(drift: Drift, ids: ReadonlySet<string>): Drift {
  const keep = (list: string[]) => list.filter((id) => ids.has(id));
  return { missing: keep(drift.missing), outdated: keep(drift.outdated), surplus: keep(drift.surplus) };
}

function report(name: string, meaning: string, ids: readonly string[]): void {
  console.log(`  ${name}: ${ids.length} (${meaning})`);
  for (const id of ids.slice(0, MOST_NAMED)) console.log(`    ${id}`);
  if (ids.length > MOST_NAMED) console.log(`    … and ${ids.length - MOST_NAMED} more`);
}
