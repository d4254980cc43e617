import { afterEach, beforeEach, expect, test } from "vitest";
import { createDemandCounter } from "#app/domain/search-demand/counter.server.ts";
import { forgetOldDemand, readSearchedWords } from "#app/domain/search-demand/store.server.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;

beforeEach(async () => {
  t = await openTestTown({ now: "2026-11-20T14:59:00Z" });
});
afterEach(() => t.close());

const words = (onlyZeroHits = true) => readSearchedWords(t.town, { onlyZeroHits });

test("searches are counted per day in Japan and written in one go, by two processes too", async () => {
  const [one, other] = [createDemandCounter(t.town), createDemandCounter(t.town)];
  for (let at = 0; at < 4; at++) one.count("ゲーム会社", 0);
  other.count("ｹﾞｰﾑ会社", 0);
  t.setNow("2026-11-20T15:01:00Z");
  one.count("ゲーム会社", 3);
  expect(await t.town.database.searchDemand.count()).toBe(0);
  await Promise.all([one.flush(), other.flush()]);
  await one.flush();
  const rows = await t.town.database.searchDemand.findMany({ orderBy: { day: "asc" } });
  expect(
    rows.map(({ day, searches, zeroHits }) => [day.toISOString().slice(0, 10), searches, zeroHits]),
  ).toEqual([
    ["2026-11-20", 5, 5],
    ["2026-11-21", 1, 0],
  ]);
  expect(await words()).toMatchObject([{ searches: 6, zeroHits: 5, lastDay: "2026-11-21" }]);
});

test("a word that was searched fewer than five times is not shown, nor one that always found something", async () => {
  const counter = createDemandCounter(t.town);
  for (let at = 0; at < 4; at++) counter.count("一人だけの言葉", 0);
  for (let at = 0; at < 9; at++) counter.count("金型", 12);
  await counter.flush();
  expect(await words()).toEqual([]);
  expect((await words(false)).map(({ text }) => text)).toEqual(["金型"]);
});

test("words that nobody looks at any more are deleted; how much was searched on the day stays", async () => {
  const counter = createDemandCounter(t.town);
  counter.count("金型", 1);
  await counter.flush();
  t.setNow("2027-12-25T00:00:00Z");
  expect(await words(false)).toEqual([]);
  await forgetOldDemand(t.town);
  expect(await t.town.database.searchDemand.count()).toBe(1);
  t.setNow("2027-12-27T00:00:00Z");
  await forgetOldDemand(t.town);
  expect(await t.town.database.searchDemand.findMany({ where: { text: { not: "" } } })).toEqual([]);
  expect(await t.town.database.searchDemand.findMany({ select: { searches: true } })).toEqual([
    { searches: 1 },
  ]);
});
