import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { benchEmbedded, benchMiniSearch } from "./bench.ts";
import { generateDocuments } from "./bench-corpus.ts";
import { createEmbeddedSearch } from "./embedded.ts";
import type { SearchEngine } from "./engine.ts";

const documents = [...generateDocuments(3_000)];
let engine: SearchEngine;

beforeAll(async () => {
  engine = createEmbeddedSearch();
  await engine.replaceAll(documents);
});
afterAll(() => engine.close());

const search = (text: string, page = 1, pageSize = 20) => engine.search({ text, page, pageSize });

describe("among thousands of documents", () => {
  test("an exact name is first even where its words are everywhere", async () => {
    for (const { id, name } of documents.slice(0, 30)) expect((await search(name)).hits[0]?.id).toBe(id);
  });

  test("names that begin with a word come before names that contain it", async () => {
    const { hits, total } = await search("東");
    expect(total).toBeGreaterThan(120);
    expect(hits.slice(0, 5).every(({ name }) => name.startsWith("株式会社東"))).toBe(true);
  });

  test("every document with the word is counted, and only those", async () => {
    const holding = documents.filter((document) => JSON.stringify(document).includes("歯車"));
    expect((await search("歯車")).total).toBe(holding.length);
  });

  test("paging shows each result once, far beyond the first pages", async () => {
    const { total } = await search("製造");
    const pages = Math.ceil(total / 100);
    const ids: string[] = [];
    for (let page = 1; page <= pages; page += 1)
      ids.push(...(await search("製造", page, 100)).hits.map(({ id }) => id));
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
  });

  test("facet counts of a word are the counts of its documents", async () => {
    const areas = Object.fromEntries(
      (await search("デイサービス")).facets.area!.map(({ value, count }) => [value, count]),
    );
    const holding = documents.filter(
      ({ products, technologies, industryCode }) =>
        industryCode === "85" || [...products, ...technologies].includes("デイサービス"),
    );
    const expected: Record<string, number> = {};
    for (const { area } of holding) expected[area] = (expected[area] ?? 0) + 1;
    expect(areas).toEqual(expected);
  });
}, 60_000);

test.each([benchEmbedded, benchMiniSearch])(
  "the benchmark reports figures in order: $name",
  async (bench) => {
    const result = await bench(300, 100);
    expect(result.documents).toBe(300);
    for (const { p50_ms, p95_ms, p99_ms } of [result.queries, result.upsert, result.remove]) {
      expect(p50_ms).toBeLessThanOrEqual(p95_ms);
      expect(p95_ms).toBeLessThanOrEqual(p99_ms);
    }
  },
);
