/** What one comparison of an index with the database found; numbers of documents. */
export type IndexCheck = {
  at: Date;
  /** Documents that the index held before. */
  documents: number;
  missing: number;
  outdated: number;
  surplus: number;
  /** Whether the differences were brought in line. */
  isRepaired: boolean;
  tookMs: number;
};

/** What this process knows of its indexes, by the name of the engine. */
export type SearchChecks = {
  last: Map<string, IndexCheck>;
  /** When the index was last built from nothing by this process. */
  rebuiltAt: Map<string, Date>;
  /** Indexes that are known to hold everything; the others are not searched while there is one that does. */
  complete: Set<string>;
};

export function noChecks(): SearchChecks {
  return { last: new Map(), rebuiltAt: new Map(), complete: new Set() };
}
