import { afterAll, beforeAll, expect, test } from "vitest";
import { keepSearchFresh } from "#app/domain/matching/freshness.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-06-01T03:00:00Z" });
});
afterAll(() => t.close());

test("what another process published is found after the next check, and a check without news does nothing", async () => {
  const freshness = keepSearchFresh(t.town);
  await freshness.check();
  expect(await t.town.search.count()).toBe(0);
  await createCompany(t.town, {});
  expect(await freshness.check()).toBe(true);
  expect(await t.town.search.count()).toBeGreaterThan(0);
  expect(await freshness.check()).toBe(false);
});

test("midnight in Japan counts as news, because internships and events close with the day", async () => {
  const freshness = keepSearchFresh(t.town);
  t.setNow("2026-06-01T14:59:00Z");
  await freshness.check();
  t.setNow("2026-06-01T15:00:00Z");
  expect(await freshness.check()).toBe(true);
});
