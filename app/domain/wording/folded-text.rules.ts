/** A text as the rules read it, with the way back to the text as it was typed. */
export type FoldedText = {
  text: string;
  /** For each position of the folded text the place in the typed text, in UTF-16 units. */
  starts: readonly number[];
  ends: readonly number[];
  /** Positions of the folded text before which spaces stood. */
  gaps: readonly number[];
  /** Positions of the folded text before which a line ended. */
  lineEnds: readonly number[];
};

const VOICING = /[\uFF9E\uFF9F\u3099\u309A]/;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/;
const folds = new Map<string, string>();
const MOST_FOLDS = 5000;

/** Kana, kanji and Japanese punctuation stay as they are; only these need no look-up. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fe) ||
    (code >= 0x4e00 && code <= 0x9fff)
  );
}

function fold(cluster: string): string {
  const known = folds.get(cluster);
  if (known !== undefined) return known;
  const folded = cluster.normalize("NFKC").toLowerCase().replaceAll("〜", "~").replace(/\s+/g, "");
  if (folds.size >= MOST_FOLDS) folds.clear();
  folds.set(cluster, folded);
  return folded;
}

/**
 * Folds width, letter case and spacing: 「ｳｴｲﾄﾚｽ」 reads like 「ウエイトレス」, and spaces between letters do not divide a word. A
 * single line break is no more than a space; an empty line ends a paragraph and stays as one line break.
 */
export function foldText(typed: string): FoldedText {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const gaps: number[] = [];
  const lineEnds: number[] = [];
  const add = (folded: string, start: number, end: number) => {
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < typed.length;) {
    const code = typed.charCodeAt(at);
    if (
      code === 0x0a ||
      code === 0x20 ||
      code === 0x3000 ||
      code === 0x09 ||
      code === 0x0d ||
      code === 0xa0
    ) {
      let end = at;
      let lines = 0;
      while (end < typed.length && /\s/.test(typed[end]!)) {
        if (typed[end] === "\n") lines += 1;
        end += 1;
      }
      if (lines > 1) add("\n", at, end);
      else (lines === 1 ? lineEnds : gaps).push(text.length);
      at = end;
      continue;
    }
    let end = at + (code >= 0xd800 && code <= 0xdbff && at + 1 < typed.length ? 2 : 1);
    while (end < typed.length && VOICING.test(typed[end]!)) end += 1;
    const cluster = typed.slice(at, end);
    if (end === at + 1 && isPlain(code)) add(cluster, at, end);
    else if (!INVISIBLE.test(cluster)) add(fold(cluster), at, end);
    at = end;
  }
  return { text, starts, ends, gaps, lineEnds };
}
