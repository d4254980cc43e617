import { afterAll, beforeAll, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { listPast } from "#app/domain/companies/history.store.server.ts";
import { readManufacturingDirectory } from "#app/domain/companies/directory.store.server.ts";
import { relistCompany, withdrawCompany } from "#app/domain/companies/publication.store.server.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: "2025-01-10T10:00:00+09:00" });
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff", name: "架空 職員" })).id;
});
afterAll(() => t.close());

const pageOf = (companyId: string) => `/staff/companies/${companyId}/directory`;
const post = (companyId: string, values: Record<string, string>) =>
  site.request(pageOf(companyId), { method: "POST", body: new URLSearchParams(values), userId: staffId });
const listed = async () =>
  (await readManufacturingDirectory(t.town, { text: "", area: null })).entries.map(({ slug }) => slug);
const counted = async (asOf = civilDateOf(t.town.clock.now()), knownOn?: Date) =>
  (await runMeasure(t.town, "manufacturing-directory", { asOf, ...(knownOn && { knownOn }) })).value;
const at = (day: number) => t.setNow(`2025-01-${day}T10:00:00+09:00`);

test("staff list a manufacturer, change its line, take it out and put it back; the figure follows and its past stays", async () => {
  const company = await createCompany(t.town, { profile: { technologies: ["精密切削", "研削"] } });
  // Nothing was ever recorded: that is missing, not 0.
  expect(await counted()).toBeNull();
  const desk = await (await site.request(pageOf(company.id), { userId: staffId })).text();
  expect(desk).toContain("精密切削、研削");

  const empty = await post(company.id, { intent: "list", technology: " ", equipment: "NC旋盤" });
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain("NC旋盤");
  expect(await listed()).toEqual([]);

  expect((await post(company.id, { intent: "list", technology: "精密切削", equipment: "" })).status).toBe(
    303,
  );
  expect(await listed()).toEqual([company.slug]);
  expect(await counted()).toBe(1);

  at(12);
  expect((await post(company.id, { intent: "list", technology: "5軸加工", equipment: "" })).status).toBe(303);
  expect(await (await site.request("/manufacturing")).text()).toContain("5軸加工");

  at(14);
  expect((await post(company.id, { intent: "delist" })).status).toBe(303);
  expect(await listed()).toEqual([]);
  expect((await post(company.id, { intent: "delist" })).status).toBe(409);

  at(20);
  expect((await post(company.id, { intent: "list", technology: "5軸加工", equipment: "" })).status).toBe(303);
  // The days of January: listed on 10, out from 14, back on 20.
  expect(await counted("2025-01-09")).toBeNull();
  expect(await counted("2025-01-13")).toBe(1);
  expect(await counted("2025-01-16")).toBe(0);
  expect(await counted("2025-01-20")).toBe(1);
  // As it was known while the line was out.
  expect(await counted("2025-01-16", new Date("2025-01-16T12:00:00+09:00"))).toBe(0);
  expect((await listPast(t.town, { companyId: company.id })).map(({ kind }) => kind)).toEqual([
    "directory.listed",
    "directory.delisted",
    "directory.changed",
    "directory.listed",
  ]);
  await post(company.id, { intent: "delist" });
});

test("a company that goes off the portal leaves the directory and comes back with it, unless staff had taken it out", async () => {
  const company = await createCompany(t.town, {});
  const off = () =>
    withdrawCompany(t.town, {
      companyId: company.id,
      actor: { userId: staffId, as: "staff" },
      reason: "asked",
      note: "",
      words: "",
    });
  await post(company.id, { intent: "list", technology: "精密切削", equipment: "" });
  at(21);
  await off();
  expect(await listed()).toEqual([]);
  const refused = await post(company.id, { intent: "list", technology: "精密切削", equipment: "" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("いま公開されていません");
  at(22);
  await relistCompany(t.town, { companyId: company.id, staffId });
  expect(await listed()).toEqual([company.slug]);

  await post(company.id, { intent: "delist" });
  at(23);
  await off();
  at(24);
  await relistCompany(t.town, { companyId: company.id, staffId });
  expect(await listed()).toEqual([]);
});

test("only manufacturers are listed; staff find those that are missing", async () => {
  const shop = await createCompany(t.town, { profile: { industryCode: "58", name: "試作書店" } });
  const maker = await createCompany(t.town, { profile: { name: "試作歯車" } });
  expect(await (await site.request(pageOf(shop.id), { userId: staffId })).text()).toContain(
    "製造業の企業だけを登録できます",
  );
  expect((await post(shop.id, { intent: "list", technology: "本", equipment: "" })).status).toBe(409);
  const missing = async () =>
    (await site.request("/staff/companies?directory=missing", { userId: staffId })).text();
  expect(await missing()).toContain("試作歯車");
  expect(await missing()).not.toContain("試作書店");
  await post(maker.id, { intent: "list", technology: "歯車", equipment: "" });
  expect(await missing()).not.toContain("試作歯車");
  expect((await post("nobody", { intent: "delist" })).status).toBe(409);
  expect((await site.request(pageOf("nobody"), { userId: staffId })).status).toBe(404);
});
