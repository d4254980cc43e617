/** A piece of a line: plain text, or an address that becomes a link. */
export type BodyPart = { text: string; href: string | null };

// An address ends at a space, at a bracket or quote, and at Japanese punctuation.
const ADDRESS = /https?:\/\/[^\s<>"'「」『』【】()、。]+/g;

/** The text of an issue as paragraphs → lines → parts. An empty line begins a new paragraph. Only http and https link. */
export function bodyParagraphs(body: string): BodyPart[][][] {
  return body
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => paragraph.split("\n").map(lineParts));
}

function lineParts(line: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let from = 0;
  for (const match of line.matchAll(ADDRESS)) {
    // A full stop or comma at the end belongs to the sentence.
    const address = match[0].replace(/[.,;:!?)]+$/, "");
    if (!URL.canParse(address)) continue;
    if (match.index > from) parts.push({ text: line.slice(from, match.index), href: null });
    parts.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < line.length) parts.push({ text: line.slice(from), href: null });
  return parts;
}
