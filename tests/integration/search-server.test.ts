import { afterAll, beforeAll, expect, test } from "vitest";
import { keepSearchFresh, rebuildIndexes } from "#app/domain/matching/freshness.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { driftOf, setListed, touch } from "#tests/support/builders/search.ts";
import { ADMIN_KEY, FakeMeilisearch, SEARCH_KEY } from "#tests/support/fake-meilisearch.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let fake: FakeMeilisearch;
let t: TestTown;
let freshness: ReturnType<typeof keepSearchFresh>;
beforeAll(async () => {
  fake = await new FakeMeilisearch().start();
  t = await openTestTown({
    now: "2026-06-01T03:00:00Z",
    env: {
      MEILISEARCH_URL: fake.url,
      MEILISEARCH_ADMIN_KEY: ADMIN_KEY,
      MEILISEARCH_SEARCH_KEY: SEARCH_KEY,
      SEARCH_TIME_LIMIT_MS: "5000",
    },
  });
  freshness = keepSearchFresh(t.town);
  await freshness.check();
});
afterAll(async () => {
  await t.close();
  await fake.stop();
});

const NONE = { embedded: 0, meilisearch: 0 };

async function newCompany() {
  const company = await createCompany(t.town, { member: false });
  await touch(t.town, { kind: "company", id: company.id });
  return { companyId: company.id, document: `company:${company.id}` };
}

/** Jobs that failed wait before they are tried again; a test does not. */
async function runRetries() {
  await t.town.database.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`;
  return t.runWaitingJobs();
}

test("a change reaches both indexes by its job, a withdrawal too", async () => {
  const { companyId, document } = await newCompany();
  await t.runWaitingJobs();
  expect(fake.versions().has(document)).toBe(true);
  await setListed(t.town, { companyId, isListed: false });
  await t.runWaitingJobs();
  expect(fake.versions().has(document)).toBe(false);
  expect(await driftOf(t.town)).toEqual(NONE);
});

test("a job whose task the server could not do is tried again, and nothing is lost", async () => {
  const { document } = await newCompany();
  fake.failing = ["no_space_left_on_device"];
  expect(await t.runWaitingJobs()).toBe(0);
  expect(fake.versions().has(document)).toBe(false);
  expect(await driftOf(t.town)).toEqual({ embedded: 0, meilisearch: 1 });
  expect(await runRetries()).toBe(1);
  expect(fake.versions().has(document)).toBe(true);
  expect(await driftOf(t.town)).toEqual(NONE);
});

test("while the server is away the index of the process follows; the next check brings the server in line", async () => {
  const { companyId, document } = await newCompany();
  fake.fault = () => ({ kind: "reset" });
  await t.runWaitingJobs();
  const { hits } = await t.town.search.search({ text: "", page: 1, pageSize: 50 });
  expect(hits.map(({ id }) => id)).toContain(document);
  await setListed(t.town, { companyId, isListed: false });
  await t.runWaitingJobs();
  expect(await freshness.check()).toBeGreaterThanOrEqual(0);
  fake.fault = () => undefined;
  await t.town.database.$executeRaw`DELETE FROM pgboss.job WHERE state = 'retry'`;
  await freshness.check();
  expect(fake.versions().has(document)).toBe(false);
  expect(await driftOf(t.town)).toEqual(NONE);
});

test("a change that commits while the index is rebuilt is in the new one", async () => {
  const { companyId, document } = await newCompany();
  await t.runWaitingJobs();
  let reached = () => {};
  const swapping = new Promise<void>((resolve) => (reached = resolve));
  fake.fault = ({ path }) => {
    if (path !== "/swap-indexes") return undefined;
    reached();
    return { kind: "slow", ms: 300 };
  };
  const rebuilding = rebuildIndexes(t.town);
  await swapping;
  await setListed(t.town, { companyId, isListed: false });
  await rebuilding;
  await t.runWaitingJobs();
  fake.fault = () => undefined;
  expect(fake.versions().has(document)).toBe(false);
  expect(await driftOf(t.town)).toEqual(NONE);
  expect(fake.indexes.size).toBe(1);
});

test("a server that lost its index is filled again and not searched before it is", async () => {
  for (let made = 0; made < 3; made++) await newCompany();
  await t.runWaitingJobs();
  fake.indexes.clear();
  const { hits } = await t.town.search.search({ text: "", page: 1, pageSize: 50 });
  expect(hits.length).toBeGreaterThan(0);
  // The first look finds the index gone, the next one makes it anew.
  await freshness.check();
  await freshness.check();
  expect(await driftOf(t.town)).toEqual(NONE);
});
