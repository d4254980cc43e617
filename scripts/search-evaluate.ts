// npm run search:evaluate [-- --documents FILE.ndjson --queries FILE.json] [--engine embedded|meilisearch] [--json]
import fs from "node:fs";
import { parseArgs } from "node:util";
import { createEmbeddedSearch } from "#search/embedded.ts";
import type { SearchEngine } from "#search/engine.ts";
import { parseDocuments } from "#search/evaluation/documents.ts";
import { evaluate } from "#search/evaluation/measure.ts";
import { parseQueries } from "#search/evaluation/queries.ts";
import { shortfalls, table } from "#search/evaluation/report.ts";
import { seedTownDocuments, seedTownQueries } from "#search/evaluation/seed-town.ts";
import { failureCode } from "#search/guarded.ts";
import { createMeilisearchSearch } from "#search/meilisearch.ts";

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    queries: { type: "string" },
    engine: { type: "string", default: "embedded" },
    json: { type: "boolean", default: false },
  },
});

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    stop(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function openEngine(): SearchEngine {
  if (values.engine === "embedded") return createEmbeddedSearch();
  if (values.engine !== "meilisearch") stop("--engine is embedded or meilisearch.");
  const url = process.env.MEILISEARCH_URL;
  if (!url) stop("The Meilisearch engine needs MEILISEARCH_URL, the address of a server; it is not set.");
  // Its own prefix keeps the portal's index untouched, and the keys of the portal (jimoto_*) may use it.
  return createMeilisearchSearch({
    url,
    indexPrefix: "jimoto_evaluation",
    ...(process.env.MEILISEARCH_ADMIN_KEY ? { adminKey: process.env.MEILISEARCH_ADMIN_KEY } : {}),
  });
}

if ((values.documents === undefined) !== (values.queries === undefined))
  stop(
    "--documents FILE.ndjson and --queries FILE.json belong together; without both, the repo's own set is used.",
  );
const { documents, problems } = parseDocuments(
  values.documents === undefined ? seedTownDocuments() : read(values.documents),
);
for (const { line, problem } of problems)
  console.error(`${values.documents ?? "documents"}, line ${line}: ${problem}; left out`);
if (documents.length === 0) stop("There is no document to search in.");
let labelled: ReturnType<typeof parseQueries>;
try {
  const text = values.queries === undefined ? seedTownQueries() : read(values.queries);
  labelled = parseQueries(text, new Set(documents.map(({ id }) => id)));
} catch (error) {
  stop(`${values.queries ?? "queries"}: ${(error as Error).message}`);
}
for (const problem of labelled.problems) console.error(problem);

const engine = openEngine();
const { evaluation, judged } = await evaluate(engine, documents, labelled.queries).catch((error: unknown) => {
  if (engine.name === "embedded") throw error;
  return stop(
    `Meilisearch at ${process.env.MEILISEARCH_URL} did not do what was asked: ${failureCode(error)}`,
  );
});
await engine.close();
if (values.json) {
  console.log(JSON.stringify(evaluation));
} else {
  console.log(table(evaluation));
  const short = shortfalls(judged, 40);
  if (short.length > 0) console.log(`\nNot all that was wanted, or not first:\n${short.join("\n")}`);
}
