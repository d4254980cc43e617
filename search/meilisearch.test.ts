import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN_KEY, FakeMeilisearch, SEARCH_KEY } from "#tests/support/fake-meilisearch.ts";
import { describeSearchContract } from "./contract.ts";
import { createEmbeddedSearch } from "./embedded.ts";
import type { SearchEngine, SearchQuery } from "./engine.ts";
import { sampleDocuments } from "./fixtures.ts";
import { createMeilisearchSearch } from "./meilisearch.ts";

const fake = new FakeMeilisearch();
beforeAll(() => fake.start());
afterAll(() => fake.stop());

let opened = 0;
const open = async () =>
  createMeilisearchSearch({
    url: fake.url,
    adminKey: ADMIN_KEY,
    searchKey: SEARCH_KEY,
    indexPrefix: `contract${(opened += 1)}`,
    taskIntervalMs: 1,
  });

describeSearchContract("meilisearch, on a server that answers as documented", open);

describe("both engines give the same", () => {
  let engines: SearchEngine[];
  beforeAll(async () => {
    engines = [createEmbeddedSearch(), await open()];
    for (const engine of engines) await engine.replaceAll(sampleDocuments());
  });
  afterAll(async () => {
    for (const engine of engines) await engine.close();
  });

  const queries: Partial<SearchQuery>[] = [
    { text: "" },
    { text: "", sort: "newest", page: 2 },
    { text: "金型" },
    { text: "かながた むろね" },
    { text: "いちのせき" },
    { text: "tsubame unyu" },
    { text: "サンライヌ" },
    { text: "ひたまりけあさーひす" },
    { text: "寮あり 花泉" },
    { text: "子どもとかかわる", kinds: ["company"] },
    { text: "大地建接株式会社" },
    { text: "プログラミソグ" },
    { text: "AI" },
    { text: "健" },
    { text: "製造", sort: "nameKana" },
    { text: "製造", page: 2, pageSize: 5 },
    { text: "金型 水族館" },
    { text: "豆腐", filters: { area: ["室根"] } },
    { text: "", filters: { industryCode: ["D06", "G"], open: ["internship"] } },
    { text: "社員", filters: { benefits: ["社員寮"], size: ["30-99"] } },
    { text: "", filters: { area: ['一関" OR removed = true', "\\", "\ud800"], benefits: ["') OR 1=1"] } },
    { text: "", kinds: ["event"], filters: { departments: ["機械科"] } },
  ];
  test.each(queries)("%j", async (query) => {
    const [one, other] = await Promise.all(
      engines.map((engine) => engine.search({ text: "", page: 1, pageSize: 10, ...query })),
    );
    expect({ ...other, tookMs: 0 }).toEqual({ ...one, tookMs: 0 });
  });
});
