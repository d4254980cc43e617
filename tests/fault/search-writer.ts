// The part of the portal that keeps search in step, in a process of its own: changes companies one after the other until it is killed. Arguments: the data
// folder, the address of the search server, the number of companies it makes at its first start.
import { setTimeout as wait } from "node:timers/promises";
import { keepSearchFresh } from "#app/domain/matching/freshness.server.ts";
import { openSearch } from "#app/domain/matching/open-search.server.ts";
import { updateSearch } from "#app/domain/matching/store.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { openDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { type Handlers, openJobs } from "#app/platform/jobs.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { driftOf, setListed } from "#tests/support/builders/search.ts";
import { JOB_NAMES, type JobCatalogue } from "#app/town.ts";
import { noChecks } from "#search/checks.ts";
import { ADMIN_KEY, SEARCH_KEY } from "#tests/support/fake-meilisearch.ts";

const [dataDir = "", url = "", companies = "0"] = process.argv.slice(2);

const parsed = parseEnv({
  DATA_DIR: dataDir,
  MEILISEARCH_URL: url,
  MEILISEARCH_ADMIN_KEY: ADMIN_KEY,
  MEILISEARCH_SEARCH_KEY: SEARCH_KEY,
});
if (!parsed.ok) throw new Error("the settings are refused");
const open = await openDatabase({ databaseUrl: null, dataDir });
if (Number(companies) > 0) {
  await applyMigrations(open);
  const town = { database: open.database, clock: systemClock };
  for (let made = 0; made < Number(companies); made++) await createCompany(town, { member: false });
}
const parts = { env: parsed.env, clock: systemClock, log: createLog("silent"), searchChecks: noChecks() };
const names = JOB_NAMES;
const jobs = await openJobs<JobCatalogue>({ open, names, log: parts.log });
const town = { ...parts, database: open.database, jobs, search: openSearch(parts) };
const freshness = keepSearchFresh(town);
await freshness.fill();
const others: object = Object.fromEntries(JOB_NAMES.map((name) => [name, async () => {}]));
await jobs.work({
  ...(others as Handlers<JobCatalogue>),
  "search.update": (change) => updateSearch(town, change),
});
freshness.start();
let check = town.searchChecks.last.get("meilisearch");
while (!check) {
  await wait(5);
  check = town.searchChecks.last.get("meilisearch");
}
const found = check.missing + check.outdated + check.surplus;
console.log(JSON.stringify({ found, drift: await driftOf(town) }));

const ids = (await town.database.company.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(
  ({ id }) => id,
);
for (let turn = 0; ; turn++) {
  const companyId = ids[turn % ids.length]!;
  await setListed(town, { companyId, isListed: turn % 3 !== 0 });
  console.log(JSON.stringify({ committed: companyId }));
}
