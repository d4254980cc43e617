import { type HiddenCell, HIDDEN_TEXT, hideSmallCells } from "#app/domain/disclosure/suppression.rules.ts";
import type { DisclosurePolicy } from "#app/domain/disclosure/rules.ts";
import { type EarlierRelease, earlierRelease } from "#app/domain/disclosure/quantities.rules.ts";
import { type CouncilDocument, cellName, type Relation } from "#app/domain/documents/document.rules.ts";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import type { DocumentSource, Traced } from "#app/domain/documents/source.ts";
import { indicatorsAt } from "#app/domain/indicators/versions.rules.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import { hideRatios } from "./derived.rules.ts";
import { type MaskedText, maskTexts } from "./masking.rules.ts";
import { partSecrets } from "./part-secrets.ts";

/** The papers of a plan and a fiscal year as the public may have them. */
export type Draft = {
  documents: CouncilDocument[];
  hidden: HiddenCell[];
  masked: MaskedText[];
  /** Cells that are hidden but can still be worked out; a release with any is refused. */
  unprotected: string[];
  /** Small figures that the last release showed already. */
  alreadyPublic: string[];
  /** Every computation behind a cell, with the names of the cells that print it. */
  computations: () => Computation[];
};

export type Computation = Traced & { names: string[] };

export type LastRelease = { source: DocumentSource; hidden: ReadonlySet<string> };

/** Draws up all papers and hides what is too small to be public, over all of them and against the last release. */
export function draftRelease(
  source: DocumentSource,
  { policy, last }: { policy: DisclosurePolicy; last: LastRelease | null },
): Draft {
  const drawn = drawUpAll(source);
  const earlier = last ? readEarlier(last) : undefined;
  const suppressed = hideSmallCells(drawn.documents, drawn.relations, policy, earlier);
  const ratios = hideRatios(drawn.documents, suppressed.documents, suppressed.hidden, HIDDEN_TEXT);
  const parts = partSecrets(source, drawn.documents, policy);
  const { documents, masked } = maskTexts(drawn.documents, ratios.documents, words.masked, parts);
  return {
    documents: documents.map((document) => withMaskedNote(document, masked)),
    hidden: ratios.hidden,
    masked,
    unprotected: suppressed.unprotected,
    alreadyPublic: suppressed.alreadyPublic,
    computations: () => computationsOf(source, drawn.documents),
  };
}

/** The last release as an attacker knows it: its papers drawn up again at its own cut, with what was hidden then. */
function readEarlier({ source, hidden }: LastRelease): EarlierRelease {
  const { documents, relations }: { documents: CouncilDocument[]; relations: Relation[] } = drawUpAll(source);
  return earlierRelease(documents, hidden, relations);
}

function withMaskedNote(document: CouncilDocument, masked: readonly MaskedText[]): CouncilDocument {
  const isMasked = masked.some(({ name }) => name.startsWith(`${document.key}/`));
  return isMasked ? { ...document, notes: [...document.notes, words.maskedNote] } : document;
}

function computationsOf(source: DocumentSource, documents: readonly CouncilDocument[]): Computation[] {
  const { records, sheet, cut } = source;
  const at = { fiscalYear: sheet.fiscalYear, knownOn: cut.knownOn };
  const indicators = new Map(indicatorsAt(records, at).map((indicator) => [indicator.id, indicator]));
  const found = new Map<string, Computation>();
  for (const document of documents)
    for (const table of document.tables)
      for (const row of table.rows)
        for (const [column, { indicatorId, computedAsOf }] of Object.entries(row.cells)) {
          const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
          if (!indicator || computedAsOf === undefined) continue;
          const key = `${indicator.id} ${computedAsOf}`;
          const known = found.get(key);
          const traced = known ?? source.trace(indicator, { asOf: computedAsOf, knownOn: cut.knownOn });
          if (!traced) continue;
          const computation = known ?? { ...traced, names: [] };
          computation.names.push(cellName(document.key, table.key, row.id, column));
          found.set(key, computation);
        }
  return [...found.values()];
}
