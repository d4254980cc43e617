/** What every engine does with changes, with late ones, and with whatever is typed. */
import { describe, expect, test } from "vitest";
import type { SearchDocument } from "./definition.ts";
import type { IndexedVersion, SearchEngine, SearchQuery } from "./engine.ts";
import { sampleDocuments, sampleId } from "./fixtures.ts";

export type Search = (text: string, more?: Partial<SearchQuery>) => ReturnType<SearchEngine["search"]>;

const sample = (name: string): SearchDocument =>
  sampleDocuments().find((document) => document.name === name)!;

async function listed(engine: SearchEngine): Promise<Map<string, number>> {
  const all: IndexedVersion[] = [];
  for await (const one of engine.versions()) if (!one.removed) all.push(one);
  return new Map(all.map(({ id, version }) => [id, version]));
}

export function describeChanges(search: Search, open: () => Promise<SearchEngine>): void {
  describe("whatever is typed is safe", () => {
    const hostile = [
      '"',
      "'",
      "*",
      "^",
      "a AND",
      "NEAR(a b)",
      "OR OR OR",
      "name:",
      "-",
      "(",
      ")))",
      "{name} : x",
      "+",
      "#",
      "a\u0000b",
      "🎉🎉",
      "'; drop table documents; --",
      "%_",
      "\\",
      "﷽",
      "\ud800",
      "々",
      "ー",
      "ゝゝ",
      "<script>",
      "ａ".repeat(10_000),
      "株 ".repeat(5_000),
      "😀".repeat(500),
      "漢字".repeat(80),
    ];
    test.each(hostile)("%j", async (text) => {
      const result = await search(text);
      expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
    });

    test("odd pages and sizes are brought into bounds", async () => {
      expect((await search("", { page: -3, pageSize: 1e9 })).hits.length).toBeGreaterThan(10);
      expect((await search("", { page: 1e6 })).hits).toEqual([]);
      expect((await search("", { page: Number.NaN, pageSize: Number.NaN })).hits).toHaveLength(1);
    });
  });

  describe("changes", () => {
    const fresh = async () => {
      const own = await open();
      await own.replaceAll(sampleDocuments());
      return own;
    };
    const first = async (own: SearchEngine, text: string) =>
      (await own.search({ text, page: 1, pageSize: 5 })).hits[0]?.name;

    test("a newer version replaces, the same one changes nothing, an older one is ignored", async () => {
      const own = await fresh();
      const before = sample("いわせ豆腐工房");
      const newer = {
        ...before,
        version: 3,
        name: "いわせ湯葉工房",
        nameKana: "イワセユバコウボウ",
        products: ["湯葉"],
        description: "",
      };
      await own.upsert([newer]);
      await own.upsert([newer, { ...before, version: 2 }]);
      expect(await own.count()).toBe(sampleDocuments().length);
      expect(await first(own, "湯葉")).toBe("いわせ湯葉工房");
      expect(await first(own, "豆腐")).toBeUndefined();
      await own.close();
    });

    test("a removed document is gone from results, counts and order", async () => {
      const own = await fresh();
      await own.search({ text: "", page: 1, pageSize: 5 });
      await own.remove([
        { id: sampleId("いわせ豆腐工房"), version: 1 },
        { id: "unknown", version: 1 },
      ]);
      expect(await first(own, "豆腐")).toBeUndefined();
      const result = await own.search({ text: "", page: 1, pageSize: 100 });
      expect(result.total).toBe(sampleDocuments().length - 1);
      expect(result.hits.map(({ name }) => name)).not.toContain("いわせ豆腐工房");
      expect(result.facets.area?.find(({ value }) => value === "東山")?.count).toBe(3);
      await own.close();
    });

    test("a late update does not bring a removed document back, a newer one does", async () => {
      const own = await fresh();
      const tofu = sample("いわせ豆腐工房");
      await own.remove([{ id: tofu.id, version: 5 }]);
      await own.upsert([{ ...tofu, version: 4 }]);
      expect(await first(own, "豆腐")).toBeUndefined();
      expect((await listed(own)).has(tofu.id)).toBe(false);
      await own.upsert([{ ...tofu, version: 6 }]);
      expect(await first(own, "豆腐")).toBe("いわせ豆腐工房");
      await own.remove([{ id: tofu.id, version: 5 }]);
      expect((await listed(own)).get(tofu.id)).toBe(6);
      await own.close();
    });

    test("a removal that came with a rebuild holds against late updates too", async () => {
      const own = await fresh();
      const tofu = sample("いわせ豆腐工房");
      await own.replaceAll([sample("ことり保育室"), { id: tofu.id, version: 9 }]);
      await own.upsert([{ ...tofu, version: 8 }]);
      expect(await listed(own)).toEqual(new Map([[sampleId("ことり保育室"), 1]]));
      await own.close();
    });

    test("the versions of all documents are listed, and writes are noticed", async () => {
      const own = await fresh();
      expect(await listed(own)).toEqual(new Map(sampleDocuments().map(({ id, version }) => [id, version])));
      const before = own.changes;
      await own.upsert([{ ...sample("いわせ豆腐工房"), version: 2 }]);
      expect(own.changes).toBeGreaterThan(before);
      await own.close();
    });

    test("a rebuild that fails leaves the old index, and writes wait their turn", async () => {
      const own = await fresh();
      const failing = (function* () {
        yield sample("なないろ薬局");
        throw new Error("source lost");
      })();
      await expect(own.replaceAll(failing)).rejects.toThrow("source lost");
      expect(await own.count()).toBe(sampleDocuments().length);
      await Promise.all([own.replaceAll([sample("なないろ薬局")]), own.upsert([sample("ことり保育室")])]);
      expect(await own.count()).toBe(2);
      await own.close();
    });
  });
}
