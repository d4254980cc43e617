/** What every engine finds, in which order, and why: the suite that each of them passes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeChanges, type Search } from "./contract-changes.ts";
import { criteriaTexts, type Facet, type SearchDocument } from "./definition.ts";
import type { SearchEngine, SearchQuery } from "./engine.ts";
import { sampleDocuments } from "./fixtures.ts";

/** Runs the suite; `open` gives an empty engine of its own each time. */
export function describeSearchContract(name: string, open: () => Promise<SearchEngine>): void {
  describe(`search contract: ${name}`, () => {
    let engine: SearchEngine;

    beforeAll(async () => {
      engine = await open();
      await engine.replaceAll(sampleDocuments());
    });
    afterAll(() => engine.close());

    const search: Search = (text, more = {}) =>
      engine.search({ text, page: 1, pageSize: 10, kinds: ["company"], ...more });
    describeFinding(search);
    describeResults(search);
    describeChanges(search, open);
  });
}

const namesWith =
  (search: Search) =>
  async (text: string, more: Partial<SearchQuery> = {}): Promise<string[]> =>
    (await search(text, more)).hits.map(({ name }) => name);

function describeFinding(search: Search): void {
  const names = namesWith(search);
  describe("a company is found first by", () => {
    test.each([
      ["its exact name", "株式会社あおば精密", "株式会社あおば精密"],
      ["its name without legal form", "あおば精密", "株式会社あおば精密"],
      ["its name with a short legal form", "㈱あおば精密", "株式会社あおば精密"],
      ["a part of its name", "電子", "サンライズ電子株式会社"],
      ["its reading", "ひのででんせつ", "日の出電設株式会社"],
      ["a part of its reading", "うんゆ", "つばめ運輸株式会社"],
      ["katakana", "ダイチケンセツ", "大地建設株式会社"],
      ["half-width katakana", "ｻﾝﾗｲｽﾞ", "サンライズ電子株式会社"],
      ["full-width latin", "ＣｏｄｅＲｉｖｅｒ", "株式会社コードリバー"],
      ["Hepburn romaji", "tsubame", "つばめ運輸株式会社"],
      ["Kunrei romaji", "tubame", "つばめ運輸株式会社"],
      ["romaji in two words", "tsubame unyu", "つばめ運輸株式会社"],
      ["romaji without long vowels", "kogen bokujo", "有限会社高原牧場"],
      ["half-typed romaji", "sanrai", "サンライズ電子株式会社"],
      ["the plain kanji of a variant", "高橋", "株式会社髙橋金型製作所"],
      ["the variant of a plain kanji", "齊藤", "有限会社斎藤鉄工"],
      ["another variant", "渡邉", "カーサービス渡邊"],
      ["two characters", "豆腐", "いわせ豆腐工房"],
      ["one character", "塾", "進学塾まなびや"],
      ["a long vowel written otherwise", "サンライズデンシー", "サンライズ電子株式会社"],
      ["the beginning of its name", "みちの", "株式会社みちのくセミコン"],
      ["a product", "コネクタ", "サンライズ電子株式会社"],
      ["a technology in other letters", "ｔｙｐｅｓｃｒｉｐｔ", "合同会社ウェブの森"],
      ["the reading of a product", "はぐるま", "株式会社あおば精密"],
      ["a friendly word", "動物が好き", "有限会社高原牧場"],
      ["two words", "トラック 食品", "つばめ運輸株式会社"],
      ["a word and an area", "金型 室根", "北の杜モールド株式会社"],
      ["a reading and the reading of an area", "かながた むろね", "北の杜モールド株式会社"],
      ["a sentence", "花泉で野菜を育てる仕事", "農事組合法人緑の大地"],
      ["a word with a part that is nowhere", "大地建接株式会社", "大地建設株式会社"],
    ])("%s", async (_, text, name) => expect((await names(text))[0]).toBe(name));
  });

  describe("a typing error is forgiven", () => {
    test.each([
      ["a wrong character", "サンライヌ", "サンライズ電子株式会社", "サンライズ"],
      ["a missing character", "つばめうゆ", "つばめ運輸株式会社", "ツバメウンユ"],
      ["two swapped characters", "dnogruri", undefined, undefined],
      [
        "two errors in a long word",
        "ひたまりけあさーひす",
        "株式会社ひだまりケアサービス",
        "ヒダマリケアサービス",
      ],
      ["an error in a latin name", "codriver", "株式会社コードリバー", "CodeRiver"],
      ["an error in a known word", "プログラミソグ", "株式会社コードリバー", "プログラミング"],
    ])("%s", async (_, text, name, corrected) => {
      const result = await search(text);
      expect(result.hits[0]?.name).toBe(name);
      expect(result.correctedText).toBe(corrected);
    });

    test("but never in short kanji words", async () => {
      expect(await names("金堂")).toEqual([]);
      expect((await search("金型")).correctedText).toBeUndefined();
    });
  });

  describe("meaning", () => {
    test.each([
      ["子どもとかかわる", ["ことり保育室", "進学塾まなびや", "学校法人どんぐり学園"]],
      ["IT", ["株式会社コードリバー", "合同会社ウェブの森"]],
      ["お年寄り", ["株式会社ひだまりケアサービス", "社会福祉法人すずらん会"]],
      ["大工", ["有限会社木の香工務店"]],
      ["食べもの", ["磐乃井フーズ株式会社", "いわせ豆腐工房", "有限会社花あかり菓子店"]],
    ])("%s means more than its letters", async (text, expected) =>
      expect(await names(text)).toEqual(expect.arrayContaining(expected)),
    );

    test("one kanji does not match another", async () => {
      expect(await names("健")).toEqual(["有限会社健康堂", "医療法人清渓会"]);
      expect(await names("見")).not.toContain("有限会社健康堂");
    });

    test("a short latin word does not match inside others", async () => {
      expect(await names("Java")).toEqual(["株式会社コードリバー"]);
      expect(await names("ty")).toEqual([]);
    });

    test("「寮あり」 and an area's name become filters that are shown", async () => {
      const result = await search("寮あり 花泉");
      expect(result.hits.map(({ name }) => name)).toEqual(["つばめ運輸株式会社"]);
      expect(result.appliedWordFilters).toEqual([
        { word: "寮あり", facet: "benefits", value: "社員寮" },
        { word: "花泉", facet: "area", value: "花泉" },
      ]);
    });

    test("the town's own name excludes nothing beside another word", async () => {
      expect(await names("いちのせき 金型")).toEqual(
        expect.arrayContaining(["株式会社髙橋金型製作所", "北の杜モールド株式会社"]),
      );
      expect((await search("保育 一関")).hits.map(({ area }) => area)).toContain("室根");
    });
  });
}

function describeResults(search: Search): void {
  const names = namesWith(search);
  describe("a result", () => {
    test("says why it is shown, in words that exist for the reader", async () => {
      const [first] = (await search("あおば精密")).hits;
      expect(first?.matched.slice(0, 2)).toEqual(["exactName", "name"]);
      for (const criterion of first!.matched) expect(criteriaTexts[criterion]).toBeTruthy();
      expect(
        (await search("お年寄り")).hits.every(
          ({ matched }) => matched.includes("synonym") || matched.includes("industryWords"),
        ),
      ).toBe(true);
    });

    test("marks the matched places in the original text", async () => {
      const [first] = (await search("高橋")).hits;
      const marked = first!.highlights.map(({ field, text, ranges }) => [
        field,
        ...ranges.map(([from, to]) => text.slice(from, to)),
      ]);
      expect(marked).toEqual([["name", "髙橋"]]);
    });

    test("stands in the same order every time, page after page", async () => {
      const all = await names("", { pageSize: 100 });
      const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => names("", { page })));
      expect(pages.flat()).toEqual(all);
      const made = await names("製造", { pageSize: 100 });
      expect([
        ...(await names("製造", { pageSize: 7 })),
        ...(await names("製造", { pageSize: 7, page: 2 })),
      ]).toEqual(made.slice(0, 14));
    });

    test("follows the sort order", async () => {
      const kana = (await search("", { sort: "nameKana", pageSize: 2 })).hits.map(({ name }) => name);
      expect(kana).toEqual(["株式会社あおば精密", "いわせ豆腐工房"]);
      expect((await names("", { sort: "newest", filters: { industryCode: ["E"] } }))[0]).toBe(
        "縫製工房いとぐるま",
      );
    });

    test("covers companies, internships and events together and apart", async () => {
      const kindsOf = async (kinds?: SearchQuery["kinds"]) =>
        new Set((await search("金型", kinds ? { kinds } : { kinds: [] })).hits.map(({ kind }) => kind));
      expect(await kindsOf()).toEqual(new Set(["company", "event"]));
      expect(await kindsOf(["event"])).toEqual(new Set(["event"]));
    });
  });

  describe("facets", () => {
    const counted = (facets: Partial<Record<Facet, { value: string; count: number }[]>>, facet: Facet) =>
      Object.fromEntries((facets[facet] ?? []).map(({ value, count }) => [value, count]));
    const plain = (documents: SearchDocument[], valueOf: (document: SearchDocument) => string[]) => {
      const counts: Record<string, number> = {};
      for (const value of documents.flatMap(valueOf)) counts[value] = (counts[value] ?? 0) + 1;
      return counts;
    };
    const firms = sampleDocuments().filter(({ kind }) => kind === "company");

    test("a chosen area still shows the counts of the other areas", async () => {
      const { facets, total } = await search("", { filters: { area: ["花泉"] } });
      expect(total).toBe(firms.filter(({ area }) => area === "花泉").length);
      expect(counted(facets, "area")).toEqual(plain(firms, ({ area }) => [area]));
      expect(counted(facets, "benefits")).toEqual(
        plain(
          firms.filter(({ area }) => area === "花泉"),
          ({ benefits }) => benefits,
        ),
      );
    });

    test("two facets narrow each other", async () => {
      const { facets, total } = await search("", {
        filters: { area: ["一関", "花泉"], benefits: ["社員寮"] },
      });
      const inAreas = firms.filter(({ area }) => area === "一関" || area === "花泉");
      const housed = inAreas.filter(({ benefits }) => benefits.includes("社員寮"));
      expect(total).toBe(housed.length);
      expect(counted(facets, "benefits")).toEqual(plain(housed, ({ benefits }) => benefits));
      expect(counted(facets, "area")).toEqual(
        plain(
          firms.filter(({ benefits }) => benefits.includes("社員寮")),
          ({ area }) => [area],
        ),
      );
    });

    test("several benefits must all be there; a further one narrows to its count", async () => {
      const both = (benefits: string[]) => ["社員寮", "資格取得支援"].every((one) => benefits.includes(one));
      const housed = await search("", { filters: { benefits: ["社員寮"] } });
      const { total } = await search("", { filters: { benefits: ["社員寮", "資格取得支援"] } });
      expect(total).toBe(firms.filter(({ benefits }) => both(benefits)).length);
      expect(total).toBe(counted(housed.facets, "benefits")["資格取得支援"]);
      expect((await search("", { filters: { benefits: ["社員寮", "無い条件"] } })).total).toBe(0);
    });

    test("words taken as typed are no conditions", async () => {
      expect((await search("寮あり")).appliedWordFilters).toHaveLength(1);
      expect((await search("寮あり", { asTyped: true })).appliedWordFilters).toEqual([]);
    });

    test("industries are chosen by division or middle code", async () => {
      expect((await search("", { filters: { industryCode: ["D"] } })).total).toBe(4);
      expect((await search("", { filters: { industryCode: ["06"] } })).total).toBe(2);
      expect((await search("", { filters: { industryCode: ["D06", "G"] } })).total).toBe(4);
      const { facets } = await search("", { filters: { industryCode: ["24"] } });
      expect(counted(facets, "industryGroup")).toMatchObject({ E: 16, D: 4 });
    });

    test("size and open opportunities are counted", async () => {
      const { facets } = await search("");
      expect(counted(facets, "size")).toMatchObject({ "300-": 1 });
      expect(counted(facets, "open")).toEqual({ internship: 2, event: 2 });
      expect((await search("", { filters: { open: ["internship"] } })).total).toBe(2);
    });

    test("suggestions do without them", async () =>
      expect((await search("金", { facets: false })).facets).toEqual({}));
  });

  describe("when nothing is found", () => {
    test("the word to leave out is named with its results", async () => {
      const { total, relax } = await search("金型 水族館");
      expect(total).toBe(0);
      expect(relax).toEqual([{ drop: { type: "word", word: "水族館" }, total: 2 }]);
    });

    test("the filter to leave out is named with its results", async () => {
      const { relax } = await search("豆腐", { filters: { area: ["室根"], benefits: [] } });
      expect(relax).toContainEqual({
        drop: { type: "filter", facet: "area", value: "室根" },
        total: 1,
      });
    });
  });
}
