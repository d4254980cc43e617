/** Reads labelled queries: what a person types, and the documents that she means. */
import type { SearchFilters } from "../engine.ts";

export type LabelledQuery = {
  id: string;
  class: string;
  q: string;
  filters: SearchFilters;
  /** Ids of all documents that answer it; never empty. */
  relevant: string[];
};

const filterNames = ["area", "industryCode", "benefits", "departments", "certifications", "size"] as const;

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

function filtersOf(value: unknown): SearchFilters {
  const filters: SearchFilters = {};
  if (typeof value !== "object" || value === null) return filters;
  for (const name of filterNames) {
    const chosen = (value as Record<string, unknown>)[name];
    if (typeof chosen === "string" && chosen !== "") filters[name] = [chosen];
    else if (isTextList(chosen) && chosen.length > 0) filters[name] = chosen;
  }
  return filters;
}

/**
 * Reads a JSON array of queries, or an object that holds it as `queries`. Relevant ids that no document has are left
 * out, and so are queries without any; each is named in `problems`. Throws when the text is no such JSON.
 */
export function parseQueries(
  text: string,
  known: ReadonlySet<string>,
): { queries: LabelledQuery[]; problems: string[] } {
  const given: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
  const list: unknown = Array.isArray(given) ? given : (given as { queries?: unknown } | null)?.queries;
  if (!Array.isArray(list)) throw new Error("The queries must be a JSON array.");
  const queries: LabelledQuery[] = [];
  const problems: string[] = [];
  list.forEach((one: unknown, at) => {
    const query = (one ?? {}) as Record<string, unknown>;
    const id = typeof query.id === "string" || typeof query.id === "number" ? String(query.id) : `#${at + 1}`;
    if (typeof query.q !== "string" || !Array.isArray(query.relevant)) {
      problems.push(`query ${id} needs q (a text) and relevant (a list of ids)`);
      return;
    }
    const all = [...new Set(query.relevant.map(String))];
    const relevant = all.filter((wanted) => known.has(wanted));
    if (relevant.length < all.length)
      problems.push(`query ${id} names ${all.length - relevant.length} ids that no document has`);
    if (relevant.length === 0) problems.push(`query ${id} has no relevant document and is left out`);
    else
      queries.push({
        id,
        class: typeof query.class === "string" && query.class !== "" ? query.class : "unclassified",
        q: query.q,
        filters: filtersOf(query.filters),
        relevant,
      });
  });
  return { queries, problems };
}
