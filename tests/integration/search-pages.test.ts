import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateSearch } from "#app/domain/matching/store.server.ts";
import { createCompany, createInternship } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

async function open(path: string): Promise<string> {
  const response = await site.request(path);
  expect(response.status, path.slice(0, 200)).toBe(200);
  return response.text();
}

/** What a reader reads: the page without its tags. */
const wordsOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&");
const query = (values: Record<string, string | string[]>) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();
/** The label of a tab with its count: "企業" → 29. */
const countOn = (html: string, tab: string) =>
  Number(new RegExp(`>${tab}<span[^>]*>([\\d,]+)件`).exec(html)?.[1]?.replace(",", ""));
const articles = (html: string) => html.split("<article").length - 1;

describe("one box with tabs", () => {
  test("the same words lead through all lists, and the tabs say what each holds", async () => {
    const everything = await open(`/search?${query({ q: "金型" })}`);
    const total = ["企業", "インターンシップ", "イベント"].map((tab) => countOn(everything, tab));
    expect(countOn(everything, "すべて")).toBe(total.reduce((sum, count) => sum + count, 0));
    expect(total.every((count) => count > 0)).toBe(true);
    for (const [path, tab] of [
      ["/search", "すべて"],
      ["/companies", "企業"],
      ["/internships", "インターンシップ"],
      ["/events", "イベント"],
    ] as const) {
      const html = await open(`${path}?${query({ q: "金型" })}`);
      expect(html).toMatch(new RegExp(`aria-current="page"[^>]*>${tab}<`));
      expect(["企業", "インターンシップ", "イベント"].map((name) => countOn(html, name))).toEqual(total);
      for (const other of ["/search", "/companies", "/internships", "/events"])
        expect(html).toContain(`href="${other}?${query({ q: "金型" })}"`);
      expect(html).toContain('value="金型"');
      expect(html).toContain('<meta name="robots" content="noindex"/>');
    }
  });

  test("the best of each kind stand on the page of all, with the way to the rest", async () => {
    const html = await open(`/search?${query({ q: "金型" })}`);
    expect(html).toMatch(/href="\/companies\/[^"?]+"/);
    expect(html).toMatch(/href="\/internships\/[^"?]+"/);
    expect(html).toMatch(/href="\/events\/[^"?]+"/);
    expect(wordsOf(html)).toContain(`企業 ${countOn(html, "企業")}社をすべて見る`);
    expect(wordsOf(html)).toContain("表示の理由:");
  });

  test("without words the page of all says how to search and leads on; the first page's box leads here", async () => {
    const html = await open("/search");
    expect(html).toContain('href="/companies?industry=food"');
    expect(html).not.toContain("noindex");
    expect(await open("/")).toMatch(/<form[^>]*action="\/search"/);
  });

  test("internships and events are found by words under their own filters, which stay", async () => {
    const found = await open(`/internships?${query({ q: "工場" })}`);
    const kosen = await open(`/internships?${query({ q: "工場", audience: "kosen", type: "type1" })}`);
    expect(articles(kosen)).toBeLessThanOrEqual(articles(found));
    expect(kosen).toContain('<input type="hidden" name="audience" value="kosen"/>');
    expect(kosen).toContain('name="type" value="type1"');
    const [all, onlyFirst] = [await open("/internships"), await open("/internships?type=type1")];
    const totalOf = (html: string) => Number(/全(\d+)件/.exec(wordsOf(html))?.[1]);
    expect(totalOf(onlyFirst)).toBeLessThan(totalOf(all));
    const fairs = await open(`/events?${query({ q: "ガイダンス", kind: "guidanceFair" })}`);
    expect(articles(fairs)).toBeGreaterThan(0);
    expect(fairs).toContain('<input type="hidden" name="kind" value="guidanceFair"/>');
  });
});

describe("conditions of the company search", () => {
  test("several benefits must all be offered, and each count is what choosing it leads to", async () => {
    const counted = (html: string, value: string) =>
      Number(new RegExp(`value="${value}"[^>]*/><span[^>]*>[^<]*</span><span[^>]*>(\\d+)<`).exec(html)?.[1]);
    const housed = await open(`/companies?${query({ benefit: "社員寮" })}`);
    const both = await open(`/companies?${query({ benefit: ["社員寮", "転勤なし"] })}`);
    expect(wordsOf(both)).toContain(`${counted(housed, "転勤なし")}社が見つかりました`);
    expect(wordsOf(both)).toContain("選んだものがすべてそろう企業をさがします。");
    expect(counted(both, "転勤なし")).toBe(counted(housed, "転勤なし"));
  });

  test("each condition narrows, stands above the list and can be taken away", async () => {
    for (const [name, value, label] of [
      ["department", "工業科", "歓迎する学科:工業科"],
      ["certification", "くるみん", "認証:くるみん"],
      ["size", "30-99", "従業員数:30〜99人"],
      ["open", "internship", "いま募集中:インターンシップ・仕事体験を募集中"],
      ["industry", "food", "仕事の種類:食べもの・飲みものをつくる"],
    ] as const) {
      const html = await open(`/companies?${query({ [name]: value })}`);
      expect(html).toContain(`aria-label="${label}の条件を外す"`);
      expect(html).toMatch(new RegExp(`name="${name}"[^>]*checked=""[^>]*value="${value}"`));
      expect(articles(html)).toBeGreaterThan(0);
      expect(articles(html)).toBeLessThanOrEqual(20);
    }
  });

  test("a word that was read as a condition is named, and the reader can have it as typed", async () => {
    const html = await open(`/companies?${query({ q: "寮あり" })}`);
    expect(wordsOf(html)).toContain("「寮あり」は条件「社員寮」としてさがしました。");
    const asTyped = `/companies?${query({ q: "寮あり", as: "typed" })}`;
    expect(html).toContain(`href="${asTyped.replace("&", "&amp;")}"`);
    const plain = await open(asTyped);
    expect(wordsOf(plain)).not.toContain("は条件「社員寮」");
    expect(wordsOf(plain)).toContain("条件に読みかえてさがす");
  });

  test("a misspelt word is corrected in words; where nothing is left, what to leave out is counted", async () => {
    expect(wordsOf(await open(`/companies?${query({ q: "プログラミソグ" })}`))).toMatch(
      /「プログラミソグ」に合うものがなかったため、「[^」]+」で検索しました。/,
    );
    const nothing = await open(`/companies?${query({ q: "金型 ゑゑゐゐ無い言葉" })}`);
    expect(wordsOf(nothing)).toMatch(/「ゑゑゐゐ無い言葉」を外す\(\d+社\)/);
    const narrow = await open(
      `/companies?${query({ area: "室根", certification: ["くるみん", "えるぼし", "ユースエール"] })}`,
    );
    expect(wordsOf(narrow)).toContain("条件に合う企業が見つかりませんでした");
    const elsewhere = await open(`/events?${query({ q: "室根 金型 ゑゑ" })}`);
    expect(articles(elsewhere)).toBe(0);
    expect(wordsOf(elsewhere)).toContain("すべてのイベントを見る");
  });

  test("a card says when its facts were confirmed, and warns after a quarter", async () => {
    const { town } = t;
    const company = await createCompany(town, {
      profile: { name: "株式会社ゐろは古石", nameKana: "イロハフルイシ" },
    });
    const days = (count: number) => new Date(town.clock.now().getTime() - count * 86_400_000);
    const old = { confirmedAt: days(100), firstPublishedAt: days(400) };
    await town.database.company.update({ where: { id: company.id }, data: old });
    await town.database.companyRevision.updateMany({
      where: { companyId: company.id },
      data: { submittedAt: days(400) },
    });
    await updateSearch(town, { kind: "company", id: company.id });
    const words = wordsOf(await open(`/companies?${query({ q: "ゐろは古石" })}`));
    expect(words).toContain("企業による内容の確認:2026年");
    expect(words).toContain("確認から90日以上たっています");
  });

  test("what was withdrawn is gone from the list at once, before the index follows", async () => {
    const { town } = t;
    const company = await createCompany(town, {
      profile: { name: "株式会社ゐろは消石", nameKana: "イロハケシイシ" },
    });
    await createInternship(town, { companyId: company.id });
    await updateSearch(town, { kind: "company", id: company.id });
    expect(await open(`/companies?${query({ q: "ゐろは消石" })}`)).toContain(company.slug);
    await town.database.company.update({
      where: { id: company.id },
      data: { withdrawnAt: town.clock.now() },
    });
    t.setNow(new Date(town.clock.now().getTime() + 60_000).toISOString());
    expect(await open(`/companies?${query({ q: "ゐろは消石", sort: "newest" })}`)).not.toContain(
      company.slug,
    );
  });
});

describe("suggestions while typing", () => {
  const suggest = async (q: string) => {
    const response = await site.request(`/search/suggestions?${query({ q })}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toContain("application/json");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
    return (await response.json()) as { suggestions: { text: string; kind: string }[]; status: string };
  };

  test("areas, friendly words and companies are offered by kanji, kana and romaji, eight at most", async () => {
    expect((await suggest("せんま")).suggestions).toContainEqual({ text: "千厩", kind: "地域" });
    expect((await suggest("senma")).suggestions).toContainEqual({ text: "千厩", kind: "地域" });
    expect((await suggest("プログ")).suggestions).toContainEqual({
      text: "プログラミング",
      kind: "仕事の種類",
    });
    expect((await suggest("いわいがわ")).suggestions).toContainEqual({
      text: "磐井川精密株式会社",
      kind: "企業",
    });
    expect((await suggest("か")).suggestions.length).toBeLessThanOrEqual(8);
    expect((await suggest("金型")).status).toMatch(/^候補が\d件あります/);
  });

  test("nothing typed and nothing found are answers too", async () => {
    expect((await suggest("  ")).suggestions).toEqual([]);
    expect((await suggest("ゑゑゐゐ無い言葉")).status).toBe("候補はありません。");
  });

  test("the box is a plain form with the places that the script fills", async () => {
    for (const path of ["/search", "/companies", "/internships", "/events"]) {
      const html = await open(path);
      expect(html).toMatch(new RegExp(`<form[^>]*role="search"[^>]*action="${path}"`));
      expect(html).toContain('data-suggestions="/search/suggestions"');
      expect(html).toContain('id="q-suggestions"');
    }
  });
});

describe("anything a person may send", () => {
  const HOSTILE: Record<string, string> = {
    "5,000 letters": "あ".repeat(5000),
    "5,000 emoji": "😀".repeat(5000),
    symbols: `"*'()-^~\\|&<>{}[]!?%_;:.,/#+=@\``,
    "operators of full-text search": `"金型" OR NEAR(金型 AND NOT *) -金型 ^金 name:金`,
    "SQL and filters": `'; DROP TABLE "Company";-- area = "千厩" OR 1=1`,
    "control characters": "金\u0000型\u0007\u001b[31m\u202e\u200b",
    "a lone surrogate": "金型\ud83d",
    markup: `<script>alert(1)</script>"><img src=x onerror=alert(1)>`,
    "only spaces": "\u3000 \t ",
  };
  const PATHS = ["/search", "/companies", "/internships", "/events", "/search/suggestions"];

  test.each(Object.entries(HOSTILE))("%s as words is a normal page on every list", async (_, q) => {
    for (const path of PATHS) {
      const html = await open(`${path}?${query({ q })}`);
      expect(html).not.toContain("<script>alert");
      expect(html).not.toContain("<img src=x");
    }
  });

  test("broken bytes, broken escapes and unknown names and values are left out", async () => {
    for (const path of PATHS)
      for (const rest of [
        "q=%ED%A0%80",
        "q=%ff%fe",
        "q",
        "=&&=",
        "q=a&q=b",
        "as=typed",
        "kind=no&audience[]=x",
      ])
        await open(`${path}?${rest}`);
    const html = await open(
      `/companies?${query({ area: ['千厩" OR 1=1', "\u0000"], industry: ["zz", "toString", "__proto__"], benefit: "constructor", department: "x", size: "1e9", open: "all", sort: "price", certification: "😀".repeat(500) })}`,
    );
    expect(html).not.toContain("の条件を外す");
  });

  test.each(["1000000000", "99999", "0", "-1", "1.5", "NaN", "２"])(
    "page %s is a page that exists",
    async (page) => {
      for (const path of ["/companies", "/internships"]) {
        expect(articles(await open(`${path}?page=${page}`))).toBeGreaterThan(0);
        expect(articles(await open(`${path}?${query({ q: "金型", page })}`))).toBeGreaterThan(0);
      }
    },
  );

  test("a long text is cut with a word about it", async () => {
    for (const path of ["/search", "/companies", "/internships", "/events"])
      expect(wordsOf(await open(`${path}?q=${"a".repeat(5000)}`))).toContain("先頭の100文字で検索しました");
  });
});
