/** The one definition of what is searched: documents, fields and weights, facets, sort orders, stated criteria. */

export type Kind = "company" | "internship" | "event";

/** One thing that can be found. Lists are never null; a missing text is "". Dates are ISO 8601. */
export type SearchDocument = {
  id: string;
  kind: Kind;
  /** Used in links. */
  slug: string;
  /** Grows with every change of the record; an older version never replaces a newer one. */
  version: number;
  name: string;
  nameKana: string;
  aliases: string[];
  /** JSIC code: a division letter ("E"), a middle code ("24") or both ("E24"). */
  industryCode: string;
  industryName: string;
  /** Words that young people use for the industry ("機械をつくる"). */
  industryWords: string[];
  area: string;
  products: string[];
  technologies: string[];
  benefits: string[];
  /** Certifications that the company states and staff have checked. */
  certifications: string[];
  /** School departments that are welcome. */
  departments: string[];
  employeeCount: number | null;
  openInternships: number;
  openEvents: number;
  description: string;
  updatedAt: string;
};

/** The fields a reader's word is looked for in. */
export type TextField =
  | "name"
  | "nameKana"
  | "aliases"
  | "industryName"
  | "industryWords"
  | "area"
  | "products"
  | "technologies"
  | "benefits"
  | "certifications"
  | "departments"
  | "description";

/** A reason why a result is shown and where it stands. Ranking uses nothing else. */
export type Criterion = TextField | "exactName" | "synonym" | "correction" | "partial";

type FieldRule = { field: TextField; column: string; weight: number };

/** Fields from the most to the least important: the weight is what a full match of one word is worth. */
export const textFields: readonly FieldRule[] = [
  { field: "name", column: "name", weight: 100 },
  { field: "nameKana", column: "kana", weight: 92 },
  { field: "aliases", column: "aliases", weight: 90 },
  { field: "industryName", column: "industry", weight: 60 },
  { field: "industryWords", column: "words", weight: 60 },
  { field: "area", column: "area", weight: 58 },
  { field: "products", column: "products", weight: 50 },
  { field: "technologies", column: "technologies", weight: 50 },
  { field: "benefits", column: "benefits", weight: 30 },
  { field: "certifications", column: "certifications", weight: 30 },
  { field: "departments", column: "departments", weight: 30 },
  { field: "description", column: "description", weight: 10 },
];

/** What the result page answers to "なぜ表示されたか". */
export const criteriaTexts: Record<Criterion, string> = {
  exactName: "企業名が完全に一致",
  name: "企業名に一致",
  nameKana: "読みがなに一致",
  aliases: "別の呼び名に一致",
  industryName: "業種に一致",
  industryWords: "業種をあらわす言葉に一致",
  area: "地域に一致",
  products: "製品に一致",
  technologies: "技術に一致",
  benefits: "働きやすさの条件に一致",
  certifications: "認定に一致",
  departments: "対象の学科に一致",
  description: "紹介文に一致",
  synonym: "似た意味の言葉に一致",
  correction: "よく似たつづりに一致",
  partial: "言葉の一部に一致",
};

export type Facet =
  | "kind"
  | "area"
  | "industryGroup"
  | "industryCode"
  | "benefits"
  | "certifications"
  | "departments"
  | "size"
  | "open";

/**
 * Facets in the order of the page; facets add up. Inside one facet `combine` says what several chosen values mean: "any" of
 * them is enough (a company stands in one area only), or "all" are wanted (社員寮 and 転勤なし; decision 013).
 */
export const facets: readonly { facet: Facet; label: string; combine: "any" | "all" }[] = [
  { facet: "kind", label: "種類", combine: "any" },
  { facet: "area", label: "地域", combine: "any" },
  { facet: "industryGroup", label: "業種（大分類）", combine: "any" },
  { facet: "industryCode", label: "業種（中分類）", combine: "any" },
  { facet: "benefits", label: "働きやすさ", combine: "all" },
  { facet: "departments", label: "対象の学科", combine: "any" },
  { facet: "certifications", label: "認証・認定", combine: "all" },
  { facet: "size", label: "従業員数", combine: "any" },
  { facet: "open", label: "いま募集中", combine: "any" },
];

export type Sort = "relevance" | "nameKana" | "newest";

/** The sort orders; ties are always broken by kana name, then id. */
export const sorts: readonly { sort: Sort; label: string }[] = [
  { sort: "relevance", label: "関連の強い順" },
  { sort: "nameKana", label: "五十音順" },
  { sort: "newest", label: "更新の新しい順" },
];

/** Sizes by number of employees, lower bound included. */
export const sizes: readonly { value: string; from: number; label: string }[] = [
  { value: "1-9", from: 0, label: "9人以下" },
  { value: "10-29", from: 10, label: "10〜29人" },
  { value: "30-99", from: 30, label: "30〜99人" },
  { value: "100-299", from: 100, label: "100〜299人" },
  { value: "300-", from: 300, label: "300人以上" },
];

/** The size bucket of a head count; null when it is unknown. */
export function sizeOf(employeeCount: number | null): string | null {
  if (employeeCount === null || !(employeeCount >= 0)) return null;
  return sizes.findLast((size) => employeeCount >= size.from)?.value ?? null;
}

/** Longest query text that is read, in characters; the rest is ignored. */
export const maxQueryLength = 100;
/** Most words of one query that are read. */
export const maxQueryWords = 8;
/** Grows when the index layout or the text analysis changes; an index file of another version is rebuilt. */
export const definitionVersion = 4;
