import { DOCUMENT_KEYS, type DocumentKey, type DrawnDocument, type Relation } from "./document.rules.ts";
import { drawUpEvaluations } from "./evaluations.ts";
import { drawUpNextYear } from "./next-year.ts";
import { drawUpPolicySheet } from "./policy-sheet.ts";
import { drawUpResults } from "./results.ts";
import { sameFigures } from "./same-figures.ts";
import type { DocumentSource } from "./source.ts";
import { drawUpYearlyTable } from "./yearly-table.ts";

const BUILDERS: Record<DocumentKey, (source: DocumentSource) => DrawnDocument> = {
  results: drawUpResults,
  evaluations: drawUpEvaluations,
  nextYear: drawUpNextYear,
  policySheet: drawUpPolicySheet,
  yearlyTable: drawUpYearlyTable,
};

/** One paper from the records of a plan. */
export function drawUpDocument(source: DocumentSource, key: DocumentKey): DrawnDocument {
  return BUILDERS[key](source);
}

/** All papers of a plan that have anything in them, with every sum that can be seen in and across them. */
export function drawUpAll(source: DocumentSource): {
  documents: DrawnDocument["document"][];
  relations: Relation[];
} {
  const drawn = DOCUMENT_KEYS.map((key) => drawUpDocument(source, key)).filter(
    ({ document }) => document.tables.length > 0,
  );
  const documents = drawn.map(({ document }) => document);
  return {
    documents,
    relations: [...drawn.flatMap(({ relations }) => relations), ...sameFigures(documents)],
  };
}
