/** Places in the original text where folded words matched. */
import { foldUnified, unifyWidths } from "./analysis.ts";

export type FoldedText = {
  folded: string;
  /** For each UTF-16 unit of `folded`: where its source begins in the original, and where it ends. */
  starts: number[];
  ends: number[];
};

const chunkPattern =
  /[ヴゔ][ァィェォぁぃぇぉ]?|ｳﾞ[ｧｨｪｫ]?|(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])[\uff9e\uff9f\u3099\u309a]?/g;

/** Folds a text and remembers where each folded character came from. */
export function foldWithPlaces(text: string, separator: "" | " "): FoldedText {
  const chunks = [...text.matchAll(chunkPattern)];
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = "";
  chunks.forEach((chunk, at) => {
    const next = chunks[at + 1];
    const piece = foldUnified(
      unifyWidths(chunk[0]),
      separator,
      folded.at(-1) ?? "",
      next ? unifyWidths(next[0])[0] : "",
    );
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(chunk.index);
      ends.push(chunk.index + chunk[0].length);
    }
    folded += piece;
  });
  return { folded, starts, ends };
}

/** Ranges of the original text that the folded words cover, in order and merged. */
export function matchedRanges(text: FoldedText, words: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    if (word === "") continue;
    for (let at = text.folded.indexOf(word); at >= 0; at = text.folded.indexOf(word, at + word.length)) {
      if (standsAlone(text.folded, word, at))
        found.push([text.starts[at]!, text.ends[at + word.length - 1]!]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [start, end] of found) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** An abbreviation of one or two latin letters counts only as a word of its own: IT, but not in "fit". */
export function standsAlone(folded: string, word: string, at: number): boolean {
  if (word.length > 2 || !/^[a-z+#]+$/.test(word)) return true;
  const isPart = (character: string | undefined) => character !== undefined && /[a-z]/.test(character);
  return !isPart(folded[at - 1]) && !isPart(folded[at + word.length]);
}

const excerptLength = 80;

/** A long text shortened around its first matched place. */
export function excerpt(
  text: string,
  ranges: readonly [number, number][],
): { text: string; ranges: [number, number][] } {
  const first = ranges[0];
  if (text.length <= excerptLength || first === undefined) return { text, ranges: [...ranges] };
  let from = Math.max(0, Math.min(first[0] - 20, text.length - excerptLength));
  if (/[\udc00-\udfff]/.test(text[from]!)) from += 1;
  let to = Math.min(text.length, from + excerptLength);
  if (/[\ud800-\udbff]/.test(text[to - 1]!)) to -= 1;
  const head = from > 0 ? "…" : "";
  const moved = ranges
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): [number, number] => [start - from + head.length, end - from + head.length]);
  return { text: head + text.slice(from, to) + (to < text.length ? "…" : ""), ranges: moved };
}
