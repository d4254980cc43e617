/** A text before and after a change: what both begin and end with, and what differs in between. */
export type TextDifference = { start: string; before: string; after: string; end: string };

/** The part in which two texts differ. Characters are never cut in two. */
export function textDifference(before: string, after: string): TextDifference {
  const [one, other] = [[...before], [...after]];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return {
    start: one.slice(0, start).join(""),
    before: one.slice(start, one.length - end).join(""),
    after: other.slice(start, other.length - end).join(""),
    end: one.slice(one.length - end).join(""),
  };
}

export type ListItem = { text: string; isOnlyHere: boolean };

/** Two lists beside each other: which items stand in one of them only. */
export function listDifference(
  before: readonly string[],
  after: readonly string[],
): { before: ListItem[]; after: ListItem[] } {
  const [one, other] = [new Set(before), new Set(after)];
  return {
    before: before.map((text) => ({ text, isOnlyHere: !other.has(text) })),
    after: after.map((text) => ({ text, isOnlyHere: !one.has(text) })),
  };
}
