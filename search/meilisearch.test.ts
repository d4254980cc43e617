import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN_KEY, FakeMeilisearch, SEARCH_KEY } from "#tests/support/fake-meilisearch.ts";
import { describeSearchContract } from "./contract.ts";
import type { SearchDocument } from "./definition.ts";
import { createEmbeddedSearch } from "./embedded.ts";
import type { SearchQuery } from "./engine.ts";
import { parseDocuments } from "./evaluation/documents.ts";
import { seedTownDocuments, seedTownQueries } from "./evaluation/seed-town.ts";
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

async function openBoth(documents: readonly SearchDocument[]) {
  const engines = [createEmbeddedSearch(), await open()];
  for (const engine of engines) await engine.replaceAll(documents);
  return {
    expectSame: async (query: Partial<SearchQuery>) => {
      const [one, other] = await Promise.all(
        engines.map((engine) => engine.search({ text: "", page: 1, pageSize: 10, ...query })),
      );
      expect({ ...other, tookMs: 0 }).toEqual({ ...one, tookMs: 0 });
    },
    close: async () => {
      for (const engine of engines) await engine.close();
    },
  };
}

describe("both engines give the same", () => {
  let both: Awaited<ReturnType<typeof openBoth>>;
  beforeAll(async () => {
    both = await openBoth(sampleDocuments());
  });
  afterAll(() => both.close());

  const queries: Partial<SearchQuery>[] = [
    { text: "" },
    { text: "", sort: "newest", page: 2 },
    { text: "金型" },
    { text: "かながた むろね" },
    { text: "いちのせき" },
    { text: "tsubame unyu" },
    { text: "サンライヌ" },
    { text: "ひたまりけあさーひす" },
    { text: "tsubme" },
    { text: "寮あり 花泉" },
    { text: "寮あり 花泉", asTyped: true },
    { text: "室根町 金型" },
    { text: "子どもとかかわる", kinds: ["company"] },
    { text: "金型の設計" },
    { text: "豆腐屋" },
    { text: "動物とロボットのどちらも" },
    { text: "大地建接株式会社" },
    { text: "プログラミソグ" },
    { text: "AI" },
    { text: "健" },
    { text: "製造", sort: "nameKana" },
    { text: "製造", page: 2, pageSize: 5 },
    { text: "ユースエール" },
    { text: "金型 水族館" },
    { text: "，。！", filters: { area: ["室根"] } },
    { text: "豆腐", filters: { area: ["室根"] } },
    { text: "", filters: { industryCode: ["D06", "G"], open: ["internship"] } },
    { text: "社員", filters: { benefits: ["社員寮"], size: ["30-99"] } },
    { text: "", filters: { benefits: ["社員寮", "資格取得支援"], area: ["花泉"] } },
    { text: "", filters: { benefits: ["社員寮", "無い条件"], certifications: ["ユースエール"] } },
    { text: "", filters: { area: ['一関" OR removed = true', "\\", "\ud800"], benefits: ["') OR 1=1"] } },
    { text: "", kinds: ["event"], filters: { departments: ["機械科"] } },
  ];
  test.each(queries)("%j", (query) => both.expectSame(query));
});

describe("on a larger town", () => {
  let both: Awaited<ReturnType<typeof openBoth>>;
  beforeAll(async () => {
    both = await openBoth(parseDocuments(seedTownDocuments()).documents);
  });
  afterAll(() => both.close());

  test("both give the same for labelled queries of every class", async () => {
    const labelled = JSON.parse(seedTownQueries()) as { q: string; filters?: SearchQuery["filters"] }[];
    const some = labelled.filter((_, at) => at % 8 === 0);
    for (const { q: text, filters = {} } of some) await both.expectSame({ text, filters });
  });

  // More results than are scored one by one.
  test.each(["業", "社", "会社", "業 社"])("both put the same first where %s finds many", (text) =>
    both.expectSame({ text }),
  );
});
