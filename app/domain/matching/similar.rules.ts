import { INDUSTRY_GROUPS } from "./industry-groups.rules.ts";

/** What a likeness is judged by. Nothing else counts. */
export type ComparableCompany = {
  slug: string;
  name: string;
  nameKana: string;
  industryCode: string;
  area: string;
  products: readonly string[];
  technologies: readonly string[];
  departments: readonly string[];
};

/** What two companies have in common; the words it is about are shown to the reader. */
export type Likeness =
  | { kind: "industry" }
  | { kind: "group"; label: string }
  | { kind: "products" | "technologies" | "departments"; words: string[] }
  | { kind: "area"; area: string };

export type SimilarCompany = { company: ComparableCompany; likenesses: Likeness[] };

/** The industry codes among which similar companies are looked for: those of the same friendly group. */
export function codesNear(industryCode: string): readonly string[] {
  return groupOf(industryCode)?.codes ?? [industryCode];
}

function groupOf(industryCode: string) {
  return INDUSTRY_GROUPS.find(({ codes }) => codes.includes(industryCode));
}

const kanaOrder = new Intl.Collator("ja");

const ANY_DEPARTMENT = "学科不問";

/** Everything that two companies have in common, the weightiest first. */
export function likenessesOf(company: ComparableCompany, other: ComparableCompany): Likeness[] {
  const common = (a: readonly string[], b: readonly string[]) => a.filter((word) => b.includes(word));
  const found: Likeness[] = [];
  const group = groupOf(company.industryCode);
  if (company.industryCode === other.industryCode) found.push({ kind: "industry" });
  else if (group?.codes.includes(other.industryCode)) found.push({ kind: "group", label: group.label });
  for (const kind of ["products", "technologies", "departments"] as const) {
    const words = common(company[kind], other[kind]).filter((word) => word !== ANY_DEPARTMENT);
    if (words.length > 0) found.push({ kind, words });
  }
  if (company.area === other.area && company.area !== "市外")
    found.push({ kind: "area", area: company.area });
  return found;
}

/**
 * The companies that have most in common with one, at least two things each; of equals the earlier in the kana order.
 */
export function similarCompanies(
  company: ComparableCompany,
  others: readonly ComparableCompany[],
  most: number,
): SimilarCompany[] {
  return others
    .filter(({ slug }) => slug !== company.slug)
    .map((other) => ({ company: other, likenesses: likenessesOf(company, other) }))
    .filter(({ likenesses }) => likenesses.length >= 2)
    .sort(
      (a, b) =>
        b.likenesses.length - a.likenesses.length ||
        kanaOrder.compare(a.company.nameKana, b.company.nameKana) ||
        (a.company.slug < b.company.slug ? -1 : 1),
    )
    .slice(0, most);
}
