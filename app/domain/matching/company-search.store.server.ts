import { criteriaTexts, type Criterion, type Facet, type TextField } from "#search/definition.ts";
import type { AppliedWordFilter, SearchHit, SearchResult } from "#search/engine.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import { normaliseLine } from "../text/rules.ts";
import { AREAS, BENEFITS, industryOf } from "../companies/rules.ts";
import { type CompanyCardFacts, readCompanyCards } from "../companies/cards.store.server.ts";
import { COMPANIES_PER_PAGE, type CompanySearch, companySearchUrl, engineQuery } from "./company-search.ts";
import { INDUSTRY_GROUPS } from "./industry-groups.rules.ts";

/** A piece of text; marked where it matched. */
export type TextPiece = { text: string; marked: boolean };

export type CompanyCard = {
  slug: string;
  name: TextPiece[];
  nameKana: TextPiece[];
  catchphrase: string;
  area: string;
  industry: string;
  employeeCount: number | null;
  asOf: string;
  benefits: string[];
  openInternships: number;
  comingEvents: number;
  /** Why it is shown: a stated criterion each, with the text that met it. */
  reasons: { criterion: string; pieces: TextPiece[] }[];
};

export type FacetChoice = { value: string; label: string; count: number; chosen: boolean };

export type CompanySearchPage = {
  total: number;
  pages: number;
  cards: CompanyCard[];
  facets: { area: FacetChoice[]; industry: FacetChoice[]; benefit: FacetChoice[] };
  correctedText: string | null;
  wordFilters: AppliedWordFilter[];
  /** Searches that find something by leaving out one word or condition, or (null) all conditions at once. */
  relaxed: { dropped: string | null; total: number; url: string }[];
};

const REASONS_SHOWN = 3;

// A page of results may be this old: many people open the same one in the same minute.
const resultPages = createMemo<CompanySearchPage>(3);

/** One page of the company search, at most three seconds old. */
export function searchCompanies(
  town: Pick<Town, "database" | "clock" | "search">,
  search: CompanySearch,
): Promise<CompanySearchPage> {
  return resultPages(town, companySearchUrl(search, { page: search.page }), () =>
    readResultPage(town, search),
  );
}

/** The engine's hits with what the database says of each company now. */
async function readResultPage(
  town: Pick<Town, "database" | "clock" | "search">,
  search: CompanySearch,
): Promise<CompanySearchPage> {
  const result = await findHits(town, search);
  const facts = await readCompanyCards(town, {
    ids: result.hits.map(({ id }) => id.slice("company:".length)),
  });
  return {
    total: result.total,
    pages: Math.max(1, Math.ceil(result.total / COMPANIES_PER_PAGE)),
    // A company that was withdrawn a moment ago may still be in the index: it is left out.
    cards: result.hits.flatMap((hit) => {
      const company = facts.get(hit.id.slice("company:".length));
      return company ? [cardOf(hit, company)] : [];
    }),
    facets: facetChoices(result, search),
    correctedText: result.correctedText ?? null,
    wordFilters: result.appliedWordFilters,
    relaxed: result.total === 0 ? await relaxedSearches(town, result, search) : [],
  };
}

/** A page behind the last one is answered with the last one. */
async function findHits(town: Pick<Town, "search">, search: CompanySearch): Promise<SearchResult> {
  const result = await town.search.search(engineQuery(search));
  if (result.hits.length > 0 || result.total === 0) return result;
  return town.search.search(engineQuery({ ...search, page: Math.ceil(result.total / COMPANIES_PER_PAGE) }));
}

function cardOf(hit: SearchHit, { profile, openInternships, comingEvents }: CompanyCardFacts): CompanyCard {
  return {
    slug: hit.slug,
    name: markedText(hit, "name", profile.name),
    nameKana: markedText(hit, "nameKana", profile.nameKana),
    catchphrase: profile.catchphrase,
    area: profile.area,
    industry: industryOf(profile.industryCode)?.words.join("・") ?? hit.industryName,
    employeeCount: profile.employeeCount,
    asOf: profile.asOf,
    benefits: profile.benefits,
    openInternships,
    comingEvents,
    reasons: reasonsOf(hit),
  };
}

/** The texts that a criterion is about; 似た意味, つづり and 一部 say how, not where. */
function reasonsOf(hit: SearchHit): CompanyCard["reasons"] {
  const inText = (criterion: Criterion) => hit.highlights.filter(({ field }) => field === criterion);
  return hit.matched.slice(0, REASONS_SHOWN).map((criterion) => ({
    criterion: criteriaTexts[criterion],
    pieces: ["name", "nameKana"].includes(criterion)
      ? []
      : inText(criterion)
          .slice(0, 2)
          .flatMap(({ text, ranges }, index) => [
            ...(index > 0 ? [{ text: "、", marked: false }] : []),
            ...piecesOf(text, ranges),
          ]),
  }));
}

/** The whole text with its places, when the index holds the same text. */
function markedText(hit: SearchHit, field: TextField, text: string): TextPiece[] {
  const found = hit.highlights.find((highlight) => highlight.field === field && highlight.text === text);
  return found ? piecesOf(text, found.ranges) : [{ text, marked: false }];
}

/** Cuts a text at its ranges [start, end). */
export function piecesOf(text: string, ranges: readonly [number, number][]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) pieces.push({ text: text.slice(from, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}

function facetChoices({ facets }: SearchResult, search: CompanySearch): CompanySearchPage["facets"] {
  const counts = (facet: Facet) => new Map(facets[facet]?.map(({ value, count }) => [value, count]));
  const [areas, codes, benefits] = [counts("area"), counts("industryCode"), counts("benefits")];
  const plain = (values: readonly string[], counted: Map<string, number>, chosen: string[]) =>
    values
      .map((value) => ({
        value,
        label: value,
        count: counted.get(value) ?? 0,
        chosen: chosen.includes(value),
      }))
      .filter(({ count, chosen: isChosen }) => count > 0 || isChosen);
  const chosenKeys = search.industries.map(({ key }) => key);
  const single = search.industries.filter(({ key }) => !INDUSTRY_GROUPS.some((group) => group.key === key));
  return {
    area: plain(AREAS, areas, search.areas),
    industry: [...INDUSTRY_GROUPS, ...single]
      .map((group) => ({
        value: group.key,
        label: group.label,
        count: group.codes.reduce((sum, code) => sum + (codes.get(code) ?? 0), 0),
        chosen: chosenKeys.includes(group.key),
      }))
      .filter(({ count, chosen }) => count > 0 || chosen),
    benefit: plain(BENEFITS, benefits, search.benefits),
  };
}

type Relaxed = CompanySearchPage["relaxed"][number];

/** Where nothing was found: the words and conditions that stand in the way, with what their absence would give. */
async function relaxedSearches(
  town: Pick<Town, "search">,
  { relax }: SearchResult,
  search: CompanySearch,
): Promise<Relaxed[]> {
  const without = (values: string[], value: string) => values.filter((other) => other !== value);
  const byEngine = relax.flatMap(({ drop, total }): Relaxed[] => {
    const to = (change: Partial<CompanySearch>, dropped: string) => [
      { dropped, total, url: companySearchUrl(search, change) },
    ];
    if (drop.type === "word") {
      const text = normaliseLine(search.text.replace(drop.word, " "));
      return text === search.text ? [] : to({ text }, drop.word);
    }
    if (drop.facet === "area") return to({ areas: without(search.areas, drop.value) }, drop.value);
    if (drop.facet === "benefits") return to({ benefits: without(search.benefits, drop.value) }, drop.value);
    return [];
  });
  // A group of industries is several codes for the engine and one condition for the reader.
  const byIndustry = search.industries.map(async (group): Promise<Relaxed> => {
    const wider = { ...search, industries: search.industries.filter((other) => other !== group) };
    const { total } = await count(town, wider);
    return { dropped: group.label, total, url: companySearchUrl(wider) };
  });
  const single = [...byEngine, ...(await Promise.all(byIndustry))].filter(({ total }) => total > 0);
  if (single.length > 0) return single.sort((a, b) => b.total - a.total);
  const conditions = [...search.areas, ...search.industries, ...search.benefits];
  if (search.text === "" || conditions.length === 0) return [];
  const wordOnly = { ...search, areas: [], industries: [], benefits: [] };
  const { total } = await count(town, wordOnly);
  return total > 0 ? [{ dropped: null, total, url: companySearchUrl(wordOnly) }] : [];
}

function count(town: Pick<Town, "search">, search: CompanySearch): Promise<SearchResult> {
  return town.search.search({ ...engineQuery(search), page: 1, pageSize: 1, facets: false });
}
