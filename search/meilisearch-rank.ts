/** Order and reasons of what the server found: the stated criteria decide, as in the embedded engine. */
import type { SearchDocument } from "./definition.ts";
import { explain, exactNameScore, scored, scoreOf } from "./embedded-rank.ts";
import { readFolded, type FoldedDocument } from "./embedded-reader.ts";
import { highlightsOf } from "./embedded-search.ts";
import { namesOf } from "./embedded-schema.ts";
import type { SearchHit } from "./engine.ts";
import type { Asked } from "./meilisearch-ask.ts";
import { byKana } from "./meilisearch-ask.ts";
import { all, any, filterOf, isNamed, isNothing } from "./meilisearch-filters.ts";
import type { FilteredMatch } from "./meilisearch-match.ts";
import { documentOf, type DocumentRecord, retrievedAttributes } from "./meilisearch-records.ts";
import type { ParsedText } from "./query-words.ts";

/** Numbers for documents within one search: the criteria know documents by number. */
export function rowNumbers(): (documentId: string) => number {
  const rows = new Map<string, number>();
  return (documentId) => {
    const known = rows.get(documentId);
    if (known !== undefined) return known;
    rows.set(documentId, rows.size);
    return rows.size - 1;
  };
}

/** What decides about a document. */
export type Judge = {
  matches: readonly FilteredMatch[];
  names: ReadonlySet<string>;
  rowOf: (documentId: string) => number;
};

export type Candidate = {
  row: number;
  document: SearchDocument;
  folded: FoldedDocument;
  sortKana: string;
  isExact: boolean;
  score: number;
};

/** A found document; only one of the most promising ones has a score. */
export function candidateOf(
  { matches, names, rowOf }: Judge,
  record: DocumentRecord,
  isScored: boolean,
): Candidate {
  const row = rowOf(record.documentId);
  const document = documentOf(record);
  const folded = readFolded(record.folded);
  const isExact = [...namesOf(document)].some((name) => names.has(name));
  const score = isScored ? scoreOf(matches, row, folded) + (isExact ? exactNameScore : 0) : 0;
  return { row, document, folded, sortKana: record.sortKana, isExact, score };
}

/** The most promising ones, best first. */
export function ranked(judge: Judge, records: readonly DocumentRecord[]): Candidate[] {
  return records
    .slice(0, scored)
    .map((record) => candidateOf(judge, record, true))
    .sort((a, b) => {
      if (a.score !== b.score) return b.score - a.score;
      if (a.sortKana !== b.sortKana) return a.sortKana < b.sortKana ? -1 : 1;
      return a.document.id < b.document.id ? -1 : 1;
    });
}

export function hitOf({ matches }: Judge, { row, document, folded, isExact, score }: Candidate): SearchHit {
  const { matched, marks } = explain(matches, row, folded, isExact);
  const { id, kind, slug, name, area, industryName } = document;
  const highlights = highlightsOf(document, marks);
  return { id, kind, slug, name, area, industryName, score, matched, highlights };
}

/**
 * Asks for the most promising of many results: full names first, then as the embedded engine grades them (the name begins
 * so, in the name, said in so many words, classified so), then what the server itself holds for the best.
 */
export function proposals({ matches, names }: Judge, { words }: ParsedText, base: string): Asked[] {
  const gradesOf = ({ inName, strong }: FilteredMatch) => {
    const [start = "", name = "", tag = ""] = inName.map(filterOf);
    return { start, name, told: any([name, tag]), strong: any([name, tag, strong.filter]) };
  };
  const grades = matches.map(gradesOf);
  // With several words the beginning of the name says little.
  const levels = [
    ...(grades.length === 1 ? [grades[0]!.start] : []),
    ...(["name", "told", "strong"] as const).map((grade) =>
      all(grades.map((filters) => filters[grade] || isNothing)),
    ),
  ];
  const shared = { limit: scored, attributesToRetrieve: [...retrievedAttributes] };
  const text = words.map((word) => word.text.replaceAll(/["-]/g, " ").toWellFormed()).join(" ");
  return [
    ...[isNamed(names), ...levels]
      .filter((level) => level !== "")
      .map((level): Asked => ({ ...byKana(all([base, level])), ...shared })),
    { ...shared, q: text, filter: base, matchingStrategy: "last" },
  ];
}
