import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateDocuments, hostileQueries } from "./bench-corpus.ts";
import { createEmbeddedSearch } from "./embedded.ts";
import type { SearchEngine, SearchFilters } from "./engine.ts";

let engine: SearchEngine;

beforeAll(async () => {
  engine = createEmbeddedSearch();
  await engine.replaceAll(generateDocuments(400));
});
afterAll(() => engine.close());

const search = (text: string, filters: SearchFilters = {}, page = 1) =>
  engine.search({ text, filters, page, pageSize: 20 });

describe("hostile text gets a normal result", () => {
  test("in every kind that the benchmark times", async () => {
    for (const query of hostileQueries(160)) {
      const { hits, total } = await engine.search(query);
      expect(hits.length).toBeLessThanOrEqual(query.pageSize);
      expect(total).toBeGreaterThanOrEqual(hits.length);
    }
  });

  test.each([
    ["five thousand characters", "金型".repeat(2500)],
    ["a latin novel", "kyouwa ".repeat(800)],
    ["only symbols", `"'*-(){}[]:;,.!?%_#+~^`.repeat(200)],
    ["full-text operators", 'NEAR(a b, 5) AND "x" OR NOT * ^y {name}: z -w'],
    ["an open quotation mark", '"金型'],
    ["control characters", "\u0000\u0001\u0007\u001b金型\u007f\u0085"],
    ["marks of direction and width zero", "\u202e\u200b\ufeff\u2066金型\u2069"],
    ["a broken surrogate before a word", "\ud800金型"],
    ["a broken surrogate after a word", "金型\udfff"],
    ["variation selectors", "金\u{e0100}型\ufe00"],
    ["SQL", "金型'; drop table documents; --"],
    ["a filter of Meilisearch", 'area = "一関" OR kind EXISTS'],
    ["a thousand spaces", `金型${" ".repeat(1000)}`],
    ["combining marks", `か${"\u3099".repeat(500)}`],
    ["long vowels only", "ー".repeat(400)],
    ["letters of other scripts", "Ωμέγα кириллица العربية 한국어 ไทย"],
  ])("%s", async (_, text) => {
    const { total, hits, facets } = await search(text);
    expect(total).toBeGreaterThanOrEqual(hits.length);
    expect(facets).toBeDefined();
  });

  test("and what stands between the symbols is still found", async () => {
    const { total } = await search("金型");
    expect((await search('"金型*')).total).toBe(total);
    expect((await search("金\u{e0100}型")).total).toBe(total);
    expect((await search("\u0000金型\ud800")).total).toBe(total);
  });
});

describe("hostile filters and pages", () => {
  test.each([
    `一関" OR "1"="1`,
    "'; drop table documents; --",
    "a\u0000b",
    "\ud800",
    "__proto__",
    "constructor",
    "x".repeat(5000),
    "",
  ])("the value %j finds nothing and harms nothing", async (value) => {
    const filters = { area: [value], benefits: [value], size: [value], open: [value], industryCode: [value] };
    const { total, hits } = await search("金型", filters);
    expect([total, hits]).toEqual([0, []]);
    expect((await search("金型")).total).toBeGreaterThan(0);
  });

  test("a thousand values of one filter are no more work than a few", async () => {
    const area = Array.from({ length: 1000 }, (_, at) => `町${at}`);
    const { relax } = await search("金型", { area });
    expect(relax.length).toBeLessThan(20);
  });

  test.each([1e9, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY, -1e9, 0.5])("page %d", async (page) => {
    const { total, hits } = await search("金型", {}, page);
    expect(total).toBeGreaterThan(0);
    expect(hits.length).toBeLessThanOrEqual(20);
  });
});
