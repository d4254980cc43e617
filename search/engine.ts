/** What every search engine of the portal can do. Routes and stores know this interface only. */
import type { Criterion, Facet, Kind, SearchDocument, Sort, TextField } from "./definition.ts";

export type SearchFilters = {
  area?: string[];
  /** Division letters ("E") and middle codes ("24", "E24") may be mixed. */
  industryCode?: string[];
  benefits?: string[];
  departments?: string[];
  certifications?: string[];
  /** Values of `sizes`. */
  size?: string[];
  /** "internship" and "event": has one open now. */
  open?: string[];
};

export type SearchQuery = {
  /** Anything a person may type or paste. Empty means all documents. */
  text: string;
  kinds?: Kind[];
  filters?: SearchFilters;
  /** Default: relevance with a text, kana name without. */
  sort?: Sort;
  /** From 1. */
  page: number;
  /** From 1 to 100. */
  pageSize: number;
  /** The last word may be half typed. Default true. */
  prefix?: boolean;
  /** Every word is looked for as typed: none is understood as a facet value. Default false. */
  asTyped?: boolean;
  /** Count facets. Default true; suggestions while typing do without. */
  facets?: boolean;
};

/** A text with the places that matched, as [start, end) in UTF-16 units of `text`. */
export type Highlight = { field: TextField; text: string; ranges: [number, number][] };

export type SearchHit = {
  id: string;
  kind: Kind;
  slug: string;
  name: string;
  area: string;
  industryName: string;
  /** Comparable within one result only. */
  score: number;
  /** Strongest first; the reader sees `criteriaTexts` of them. */
  matched: Criterion[];
  highlights: Highlight[];
};

export type FacetCount = { value: string; count: number };

/** A word that was understood as a facet value. */
export type AppliedWordFilter = { word: string; facet: Facet; value: string };

/** One thing to leave out when nothing was found, and how many results that gives. */
export type Relaxation = {
  drop:
    | { type: "word"; word: string }
    | { type: "filter"; facet: keyof SearchFilters | "kinds"; value: string };
  total: number;
};

export type SearchResult = {
  total: number;
  hits: SearchHit[];
  /** Counts of each facet under the filters of all other facets, most frequent first. */
  facets: Partial<Record<Facet, FacetCount[]>>;
  appliedWordFilters: AppliedWordFilter[];
  /** The text that was searched instead of a misspelt one. */
  correctedText?: string;
  /** Filled only when nothing was found; most results first. */
  relax: Relaxation[];
  tookMs: number;
};

export type SearchEngine = {
  readonly name: string;
  search(query: SearchQuery): Promise<SearchResult>;
  /** Swaps the whole index at once; readers see the old one until the last document is in. */
  replaceAll(documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>): Promise<void>;
  /** Idempotent. A document older than the indexed version is ignored. */
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  count(): Promise<number>;
  close(): Promise<void>;
};
