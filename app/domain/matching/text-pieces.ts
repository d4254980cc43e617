import { criteriaTexts, type Criterion, type TextField } from "#search/definition.ts";
import type { SearchHit } from "#search/engine.ts";

/** A piece of text; marked where it matched. */
export type TextPiece = { text: string; marked: boolean };

/** Why a result is shown: a stated criterion, with the text that met it. */
export type Reason = { criterion: string; pieces: TextPiece[] };

/** Internships and events have titles; another name of an internship is its company's. */
const OF_TITLES: Partial<Record<Criterion, string>> = {
  exactName: "タイトルが完全に一致",
  name: "タイトルに一致",
  aliases: "企業名に一致",
};

const REASONS_SHOWN = 3;
const TEXTS_SHOWN = 2;

/** Cuts a text at its ranges [start, end). */
export function piecesOf(text: string, ranges: readonly [number, number][]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) pieces.push({ text: text.slice(from, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}

/** The whole text with its places, when the index holds the same text. */
export function markedText(hit: SearchHit, field: TextField, text: string): TextPiece[] {
  const found = hit.highlights.find((highlight) => highlight.field === field && highlight.text === text);
  return found ? piecesOf(text, found.ranges) : [{ text, marked: false }];
}

/** The strongest criteria with their texts; 似た意味, つづり and 一部 say how, not where. */
export function reasonsOf(hit: SearchHit): Reason[] {
  const inText = (criterion: Criterion) => hit.highlights.filter(({ field }) => field === criterion);
  return hit.matched.slice(0, REASONS_SHOWN).map((criterion) => ({
    criterion: (hit.kind === "company" ? undefined : OF_TITLES[criterion]) ?? criteriaTexts[criterion],
    // A name stands in the heading, where it is marked.
    pieces: ["name", "nameKana"].includes(criterion)
      ? []
      : inText(criterion)
          .slice(0, TEXTS_SHOWN)
          .flatMap(({ text, ranges }, index) => [
            ...(index > 0 ? [{ text: "、", marked: false }] : []),
            ...piecesOf(text, ranges),
          ]),
  }));
}
