/** Spelling distance: one edit is a wrong, missing or extra character, or two neighbours swapped. */

export type Approximate = {
  /** Edits between the pattern and text.slice(start, end). */
  edits: number;
  start: number;
  end: number;
};

const most = 256;
// Three rows of the table, each cell edits * 65536 + start, so that the smaller cell is the better one.
let current = new Int32Array(most);
let above = new Int32Array(most);
let before = new Int32Array(most);
const oneEdit = 0x10000;

/**
 * The part of `text` closest to `pattern`, at most `limit` edits away; null when there is none.
 * Of equally close parts the first one, as long as possible. With `whole`, the part is the entire text.
 */
export function closestPart(pattern: string, text: string, limit: number, whole = false): Approximate | null {
  const width = Math.min(text.length, most - 1) + 1;
  for (let at = 0; at < width; at += 1) above[at] = whole ? at * oneEdit : at;
  for (let row = 1; row <= pattern.length; row += 1) {
    const wanted = pattern.charCodeAt(row - 1);
    const previous = row > 1 ? pattern.charCodeAt(row - 2) : -1;
    current[0] = row * oneEdit;
    for (let at = 1; at < width; at += 1) {
      const given = text.charCodeAt(at - 1);
      let best = above[at - 1]! + (wanted === given ? 0 : oneEdit);
      best = Math.min(best, above[at]! + oneEdit, current[at - 1]! + oneEdit);
      if (at > 1 && previous === given && wanted === text.charCodeAt(at - 2))
        best = Math.min(best, before[at - 2]! + oneEdit);
      current[at] = best;
    }
    [before, above, current] = [above, current, before];
  }
  let found: Approximate | null = null;
  for (let end = whole ? width - 1 : 0; end < width; end += 1) {
    const edits = above[end]! >> 16;
    const start = above[end]! & 0xffff;
    if (edits > limit) continue;
    if (found === null || edits < found.edits || (edits === found.edits && start === found.start))
      found = { edits, start, end };
  }
  return found;
}
