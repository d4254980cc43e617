import { describe, expect, test } from "vitest";
import { companySearchUrl, engineQuery, readCompanySearch } from "./company-search.ts";
import { INDUSTRY_GROUPS, industryChoice, ungroupedIndustries } from "./industry-groups.rules.ts";

const read = (query: string) => readCompanySearch(new URLSearchParams(query));

describe("the address of a search", () => {
  test("is read with several values of a condition", () => {
    expect(
      read("q=金型&area=千厩&area=室根&industry=machines&benefit=社員寮&sort=newest&page=3"),
    ).toMatchObject({
      text: "金型",
      areas: ["千厩", "室根"],
      industries: [{ key: "machines" }],
      benefits: ["社員寮"],
      sort: "newest",
      page: 3,
    });
  });

  test.each([
    "area=盛岡",
    "industry=zz",
    "benefit=%00",
    "sort=price",
    "page=-1",
    "page=1e9",
    "page=abc",
    "utm=1",
    "q=%ED%A0%80",
  ])("%s is no error and changes nothing that we know", (query) => {
    expect(read(query)).toMatchObject({ areas: [], industries: [], benefits: [], sort: null, page: 1 });
  });

  test("cuts a very long text and says so", () => {
    const search = read(`q=${"😀".repeat(10_000)}`);
    expect([...search.text]).toHaveLength(100);
    expect(search.wasCut).toBe(true);
    expect(read("q=ｶﾅｶﾞﾀ　工場")).toMatchObject({ text: "カナガタ 工場", wasCut: false });
  });

  test("is written back as it was read; a change leads to the first page", () => {
    const search = read("q=金型&area=千厩&industry=machines&benefit=社員寮&sort=newest&page=3");
    expect(
      readCompanySearch(new URLSearchParams(companySearchUrl(search, { page: 3 }).split("?")[1])),
    ).toEqual(search);
    expect(companySearchUrl(search, { areas: [] })).not.toContain("page=");
    expect(companySearchUrl(read(""))).toBe("/companies");
  });

  test("asks the engine for companies and the codes of the chosen groups", () => {
    expect(engineQuery(read("industry=metal&area=大東"))).toMatchObject({
      text: "",
      kinds: ["company"],
      filters: { area: ["大東"], industryCode: ["23", "24"] },
    });
  });
});

describe("industries in friendly words", () => {
  test("every industry belongs to exactly one group", () => {
    expect(ungroupedIndustries()).toEqual([]);
    const codes = INDUSTRY_GROUPS.flatMap((group) => group.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("a middle code of the classification is understood too", () => {
    expect(industryChoice("39")).toMatchObject({ codes: ["39"], label: "情報サービス業" });
    expect(industryChoice("98")).toBeNull();
  });
});
