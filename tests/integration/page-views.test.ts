import { afterAll, beforeAll, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { createPageViewCounter } from "#app/domain/page-views/counter.server.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createEvent } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const BROWSER = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
let t: TestTown;
let site: TestSite;

beforeAll(async () => {
  t = await openTestTown({ now: "2026-11-20T14:59:30Z" });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

const flush = () => (t.town.pageViews as ReturnType<typeof createPageViewCounter>).flush();
const open = async (path: string, init: Parameters<TestSite["request"]>[1] = {}) => {
  const response = await site.request(path, { headers: BROWSER, ...init });
  await response.text();
  return response.status;
};
const rows = async () =>
  (await t.town.database.pageViewDay.findMany()).map(({ day, kind, subjectId, views }) =>
    [day.toISOString().slice(0, 10), kind, subjectId, views].join(" "),
  );

test("opened pages are counted per day in Japan, kept ones too, and written together", async () => {
  const company = await createCompany(t.town);
  const event = await createEvent(t.town);
  for (let at = 0; at < 3; at++) expect(await open("/")).toBe(200);
  await open(`/companies/${company.slug}`);
  await open(`/companies/${company.slug}/parents`);
  await open(`/events/${event.id}`);
  expect(await rows()).toEqual([]);
  t.setNow("2026-11-20T15:00:30Z");
  await open("/companies?q=x");
  await flush();
  await open("/");
  await flush();
  await flush();
  expect((await rows()).toSorted()).toEqual([
    `2026-11-20 company ${company.id} 2`,
    `2026-11-20 event ${event.id} 1`,
    "2026-11-20 home  3",
    "2026-11-21 home  1",
    "2026-11-21 search  1",
  ]);
  expect((await runMeasure(t.town, "page-views", { asOf: "2026-11-21" })).value).toBe(8);
});

test("programs, staff, pages loaded ahead, missing pages and other pages are not counted", async () => {
  const before = await rows();
  const staff = await t.town.database.user.create({
    data: { id: newId(), email: "desk@people.example", name: "架空 職員", role: "staff" },
  });
  await open("/", { headers: { "User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)" } });
  await open("/", { headers: {} });
  await open("/", { headers: { ...BROWSER, "Sec-Purpose": "prefetch" } });
  await open("/", { userId: staff.id });
  expect(await open("/companies/nobody")).toBe(404);
  await open("/privacy");
  await flush();
  expect(await rows()).toEqual(before);
});

test("two processes add up", async () => {
  const [one, other] = [createPageViewCounter(t.town), createPageViewCounter(t.town)];
  for (const counter of [one, other])
    for (const subject of ["b", "a"]) counter.count({ kind: "internship", subject });
  await Promise.all([one.flush(), other.flush()]);
  expect((await rows()).filter((row) => row.includes("internship"))).toEqual([
    "2026-11-21 internship a 2",
    "2026-11-21 internship b 2",
  ]);
});
