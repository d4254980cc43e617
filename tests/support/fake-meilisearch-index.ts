import { FilterError, type FakeRecord, parseFilter, textOf } from "./fake-meilisearch-filter.ts";

/** An answer that is no success: as the documentation says, with code, type and link. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

type Settings = Record<string, unknown>;
type Body = Record<string, unknown>;

const SEARCH_PARAMETERS = new Set([
  "indexUid",
  "q",
  "filter",
  "sort",
  "facets",
  "page",
  "hitsPerPage",
  "offset",
  "limit",
  "attributesToRetrieve",
  "matchingStrategy",
  "locales",
]);

/** One index of the fake server: enough of a search engine to see whether requests mean what they should. */
export class FakeIndex {
  readonly createdAt: string;
  settings: Settings = {};
  readonly records = new Map<string, FakeRecord>();

  constructor(createdAt: string) {
    this.createdAt = createdAt;
  }

  #isFilterable = (attribute: string): boolean =>
    ((this.settings["filterableAttributes"] ?? []) as (string | { attributePatterns: string[] })[]).some(
      (one) => (typeof one === "string" ? one === attribute : one.attributePatterns.includes(attribute)),
    );

  #test(filter: unknown, code: string) {
    if (filter === undefined) return () => true;
    try {
      return parseFilter(textOf(filter), this.#isFilterable);
    } catch (error) {
      if (error instanceof FilterError) throw new ApiError(400, code, error.message);
      throw error;
    }
  }

  /** Documents with the wanted fields; throws what the server would refuse. */
  fetch({ filter, fields, limit = 20, offset = 0 }: Body) {
    const found = [...this.records.values()].filter(this.#test(filter, "invalid_document_filter"));
    const some = found.slice(Number(offset), Number(offset) + Number(limit));
    return {
      results: some.map((record) => pick(record, fields as string[] | undefined)),
      offset,
      limit,
      total: found.length,
    };
  }

  /** Adds or replaces; the first refused key fails all, as a task does. */
  add(documents: FakeRecord[], primaryKey: string): void {
    for (const document of documents)
      if (!/^[A-Za-z0-9_-]{1,511}$/.test(String(document[primaryKey])))
        throw new ApiError(400, "invalid_document_id");
    for (const document of documents) this.records.set(String(document[primaryKey]), document);
  }

  search(query: Body) {
    for (const name of Object.keys(query))
      if (!SEARCH_PARAMETERS.has(name)) throw new ApiError(400, "bad_request", `unknown field ${name}`);
    for (const facet of (query["facets"] ?? []) as string[])
      if (!this.#isFilterable(facet)) throw new ApiError(400, "invalid_search_facets");
    const q = textOf(query["q"]);
    const words = q.split(/\s+/).filter((word) => word !== "");
    const found = [...this.records.values()]
      .filter(this.#test(query["filter"], "invalid_search_filter"))
      .map((record) => ({ record, rank: this.#rank(record, words) }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ record }) => record);
    this.#sort(found, (query["sort"] ?? []) as string[]);
    const isPaged = query["hitsPerPage"] !== undefined || query["page"] !== undefined;
    const size = Number(isPaged ? (query["hitsPerPage"] ?? 20) : (query["limit"] ?? 20));
    const from = isPaged ? (Number(query["page"] ?? 1) - 1) * size : Number(query["offset"] ?? 0);
    const hits = found.slice(from, from + size);
    return {
      indexUid: query["indexUid"],
      hits: hits.map((record) => pick(record, query["attributesToRetrieve"] as string[] | undefined)),
      query: q,
      processingTimeMs: 0,
      ...(isPaged
        ? { totalHits: found.length, hitsPerPage: size, page: query["page"] ?? 1, totalPages: 1 }
        : { estimatedTotalHits: found.length, limit: size, offset: from }),
      ...(query["facets"] ? { facetDistribution: tallies(found, query["facets"] as string[]) } : {}),
    };
  }

  /** The place of the first field that holds the first word; -1 where none does. No words: everything. */
  #rank(record: FakeRecord, words: readonly string[]): number {
    const [first] = words;
    if (first === undefined) return 0;
    const fields = (this.settings["searchableAttributes"] ?? []) as string[];
    return fields.findIndex((field) => [record[field]].flat().some((text) => String(text).includes(first)));
  }

  #sort(records: FakeRecord[], rules: readonly string[]): void {
    const sortable = (this.settings["sortableAttributes"] ?? []) as string[];
    const keys = rules.map((rule) => rule.split(":") as [string, string]);
    for (const [attribute] of keys)
      if (!sortable.includes(attribute)) throw new ApiError(400, "invalid_search_sort");
    records.sort((a, b) => {
      for (const [attribute, direction] of keys) {
        const [left, right] = [String(a[attribute]), String(b[attribute])];
        if (left !== right) return left < right === (direction === "asc") ? -1 : 1;
      }
      return 0;
    });
  }
}

function pick(record: FakeRecord, fields: readonly string[] | undefined): FakeRecord {
  if (!fields) return record;
  return Object.fromEntries(Object.entries(record).filter(([field]) => fields.includes(field)));
}

function tallies(records: readonly FakeRecord[], facets: readonly string[]) {
  return Object.fromEntries(
    facets.map((facet) => {
      const tally: Record<string, number> = {};
      for (const record of records)
        for (const value of [record[facet] ?? []].flat())
          tally[textOf(value)] = (tally[textOf(value)] ?? 0) + 1;
      return [facet, tally];
    }),
  );
}
