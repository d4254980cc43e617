/** The kinds of records that can be found; each record is one document of the index. */
export const RECORD_KINDS = ["company", "internship", "event"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record's id in the index: all kinds share it. */
export function documentId(kind: RecordKind, id: string): string {
  return `${kind}:${id}`;
}

/** The records behind documents, by kind. */
export function recordsOf(documents: readonly string[]): Record<RecordKind, string[]> {
  const records: Record<RecordKind, string[]> = { company: [], internship: [], event: [] };
  for (const document of documents) {
    const kind = RECORD_KINDS.find((known) => document.startsWith(`${known}:`));
    if (kind) records[kind].push(document.slice(kind.length + 1));
  }
  return records;
}

export type Drift = {
  /** Published and not in the index. */
  missing: string[];
  /** In the index with another version than the database says. */
  outdated: string[];
  /** In the index and not to be found any more. */
  surplus: string[];
};

/** What an index holds of a document, or that it was removed at this version. */
export type HeldVersion = { version: number; removed: boolean };

/** Compares what should be found with what an index holds: documents by their versions. */
export function compareVersions(
  expected: ReadonlyMap<string, number>,
  indexed: ReadonlyMap<string, HeldVersion>,
): Drift {
  const drift: Drift = { missing: [], outdated: [], surplus: [] };
  for (const [id, version] of expected) {
    const held = indexed.get(id);
    if (held === undefined || held.removed) drift.missing.push(id);
    else if (held.version !== version) drift.outdated.push(id);
  }
  for (const [id, { removed }] of indexed) if (!removed && !expected.has(id)) drift.surplus.push(id);
  return drift;
}

export function differingDocuments({ missing, outdated, surplus }: Drift): string[] {
  return [...missing, ...outdated, ...surplus];
}
