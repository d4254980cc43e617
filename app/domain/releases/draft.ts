import { type HiddenCell, HIDDEN_TEXT, hideSmallCells } from "#app/domain/disclosure/suppression.rules.ts";
import type { DisclosurePolicy } from "#app/domain/disclosure/rules.ts";
import { type EarlierRelease, earlierRelease } from "#app/domain/disclosure/quantities.rules.ts";
import type { CouncilDocument, Relation } from "#app/domain/documents/document.rules.ts";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import type { DocumentSource } from "#app/domain/documents/source.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import { hideRatios } from "./derived.rules.ts";
import { type MaskedText, maskTexts } from "./masking.rules.ts";

/** The papers of a plan and a fiscal year as the public may have them. */
export type Draft = {
  documents: CouncilDocument[];
  hidden: HiddenCell[];
  masked: MaskedText[];
  /** Cells that are hidden but can still be worked out; a release with any is refused. */
  unprotected: string[];
  /** Small figures that the last release showed already. */
  alreadyPublic: string[];
};

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
  const { documents, masked } = maskTexts(drawn.documents, ratios.documents, words.masked);
  return {
    documents: documents.map((document) => withMaskedNote(document, masked)),
    hidden: ratios.hidden,
    masked,
    unprotected: suppressed.unprotected,
    alreadyPublic: suppressed.alreadyPublic,
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
