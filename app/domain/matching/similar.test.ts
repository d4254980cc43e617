import { expect, test } from "vitest";
import { type ComparableCompany, likenessesOf, similarCompanies } from "./similar.rules.ts";

function company(changes: Partial<ComparableCompany> & { slug: string }): ComparableCompany {
  return {
    name: changes.slug,
    nameKana: changes.slug,
    industryCode: "24",
    area: "千厩",
    products: ["ネジ", "金型"],
    technologies: ["切削"],
    departments: ["工業科"],
    ...changes,
  };
}

const neji = company({ slug: "neji" });

test("a likeness names what is in common, and nothing is counted twice", () => {
  const other = company({ slug: "other", products: ["ネジ"], technologies: ["溶接"], area: "花泉" });
  expect(likenessesOf(neji, other)).toEqual([
    { kind: "industry" },
    { kind: "products", words: ["ネジ"] },
    { kind: "departments", words: ["工業科"] },
  ]);
});

test("a neighbouring industry is a likeness of its own, told by the words of the group", () => {
  const other = company({
    slug: "other",
    industryCode: "23",
    products: [],
    technologies: [],
    departments: [],
  });
  expect(likenessesOf(neji, other)).toEqual([
    { kind: "group", label: "金属のものをつくる" },
    { kind: "area", area: "千厩" },
  ]);
});

test("that any department is welcome, or that both are out of town, makes nobody alike", () => {
  const far = company({ slug: "far", area: "市外", departments: ["学科不問"], industryCode: "75" });
  const other = company({
    slug: "other",
    area: "市外",
    departments: ["学科不問"],
    products: [],
    technologies: [],
  });
  expect(likenessesOf(far, other)).toEqual([]);
});

test("most in common comes first, of equals the kana order; itself and those with one thing in common are left out", () => {
  const close = company({ slug: "close", nameKana: "ワ" });
  const near = company({ slug: "near", nameKana: "イ", technologies: [] });
  const nearToo = company({ slug: "near-too", nameKana: "ア", technologies: [] });
  const far = company({ slug: "far", industryCode: "75", products: [], technologies: [], departments: [] });
  const found = similarCompanies(neji, [far, near, neji, close, nearToo], 3);
  expect(found.map(({ company: { slug } }) => slug)).toEqual(["close", "near-too", "near"]);
});
