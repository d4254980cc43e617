import { afterAll, beforeAll, expect, test } from "vitest";
import { keepSearchFresh } from "#app/domain/matching/freshness.server.ts";
import { createCompany, createInternship } from "#tests/support/builders/companies.ts";
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
  expect(await freshness.check()).toBe(1);
  expect(await t.town.search.count()).toBe(1);
  expect(await freshness.check()).toBe(0);
});

test("an index that is filled knows what closed before: nothing differs afterwards", async () => {
  t.setNow("2026-06-01T03:00:00Z");
  const company = await createCompany(t.town, {});
  await createInternship(t.town, { companyId: company.id, applyBy: new Date("2026-05-20") });
  const freshness = keepSearchFresh(t.town);
  await freshness.fill();
  expect(await freshness.check()).toBe(0);
});

test("internships close with midnight in Japan: they leave search, and their company stops counting them", async () => {
  const company = await createCompany(t.town, {});
  await createInternship(t.town, { companyId: company.id, applyBy: new Date("2026-06-01") });
  const freshness = keepSearchFresh(t.town);
  await freshness.check();
  const open = () =>
    t.town.search
      .search({ text: "", filters: { open: ["internship"] }, page: 1, pageSize: 10 })
      .then(({ hits }) => hits.map(({ kind }) => kind).toSorted());
  expect(await open()).toEqual(["company", "internship"]);
  t.setNow("2026-06-01T14:59:00Z");
  await freshness.check();
  expect(await open()).toHaveLength(2);
  t.setNow("2026-06-01T15:01:30Z");
  expect(await freshness.check()).toBeGreaterThan(0);
  expect(await open()).toEqual([]);
  expect(await freshness.check()).toBe(0);
});
