/** What every search engine of the portal can do. Routes and stores know this interface only. */
import type { Criterion, Facet, Kind, SearchDocument, Sort, TextField } from "./definition.ts";

export type SearchFilters = {
  area?: string[];
  /** Division letters ("E") and middle codes ("24", "E24") may be mixed. */
  industryCode?: string[];
  benefits?: string[];
  certifications?: string[];
  departments?: string[];
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

/** That a document is not to be found any more, with the version of that fact. */
export type Removal = { id: string; version: number };

/** What an index holds of one document: its version, or the version at which it was removed. */
export type IndexedVersion = { id: string; version: number; removed: boolean };

/** What a whole index is built from: documents, and removals that late updates must not undo. */
export type Entries = Iterable<SearchDocument | Removal> | AsyncIterable<SearchDocument | Removal>;

/** The breaker before a search server. */
export type GuardState = {
  /** open: the server is not asked. half-open: one search tries whether it answers again. */
  state: "closed" | "open" | "half-open";
  changedAt: Date | null;
  /** A code, never a text that somebody typed. */
  lastFailure: { at: Date; code: string } | null;
  /** Searches that the index of this process answered instead. */
  fallbacks: number;
};

export type SearchEngine = {
  readonly name: string;
  /** The indexes behind it, the one in this process first; absent where it is an index itself. */
  readonly parts?: readonly SearchEngine[];
  /** The state of the breaker, where there is one. */
  guard?(): GuardState;
  /** Grows with every write that changed what can be found; what was read before may be out of date then. */
  readonly changes: number;
  /** `signal` gives up waiting; an engine in the same process answers before anybody could. */
  search(query: SearchQuery, options?: { signal?: AbortSignal }): Promise<SearchResult>;
  /** Swaps the whole index at once; readers see the old one until the last document is in. */
  replaceAll(entries: Entries): Promise<void>;
  /** Idempotent. A document older than the indexed or the removed version is ignored. */
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  /** Idempotent. Ignored where a newer version is indexed; kept, so that an older update cannot bring the document back. */
  remove(removals: readonly Removal[]): Promise<void>;
  /** Every document with its version, in no order; also those that were removed. */
  versions(): AsyncIterable<IndexedVersion>;
  /** Documents that can be found. */
  count(): Promise<number>;
  close(): Promise<void>;
};

/** Whether an entry is a removal and no document. */
export function isRemoval(entry: SearchDocument | Removal): entry is Removal {
  return !("kind" in entry);
}

/** The indexes that are to be kept in step with the database, the one in this process first. */
export function indexesOf(engine: SearchEngine): readonly SearchEngine[] {
  return engine.parts ?? [engine];
}
