import { afterAll, beforeAll, expect, test } from "vitest";
import { createCompany } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const STAFF_ID = "search-desk-staff";
let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-06-01T03:00:00Z" });
  await t.town.database.user.create({
    data: { id: STAFF_ID, email: "desk@staff.example", name: "架空 職員", role: "staff", state: "active" },
  });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

const send = (form: Record<string, string>) =>
  site.request("/staff/search", {
    method: "POST",
    userId: STAFF_ID,
    body: new URLSearchParams(form),
    headers: { Origin: t.town.env.publicUrl },
  });

test("staff compare the index with what is published and see what was missing", async () => {
  await createCompany(t.town, { member: false });
  expect((await send({ intent: "check" })).status).toBe(303);
  const page = await (await site.request("/staff/search", { userId: STAFF_ID })).text();
  expect(page).toContain("そろえました");
  expect(await t.town.search.count()).toBe(1);
});

test("a rebuild needs the tick; then a job does it", async () => {
  expect((await send({ intent: "reindex" })).status).toBe(400);
  expect((await send({ intent: "reindex", confirmed: "yes" })).status).toBe(303);
  await t.town.search.remove([{ id: "company:unknown", version: 3 }]);
  expect(await t.runWaitingJobs()).toBe(1);
  expect(t.town.searchChecks.rebuiltAt.get("embedded")).toEqual(t.town.clock.now());
});

test("an intent that nobody knows is refused in words", async () => {
  expect((await send({ intent: "drop" })).status).toBe(400);
});
