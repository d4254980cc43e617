/** The spellings of the index: what a misspelt word is compared with, each distinct text once. */
import { fold, withoutLegalForm } from "./analysis.ts";
import type { SearchDocument, TextField } from "./definition.ts";
import { closestPart } from "./edit-distance.ts";
import { valuesOf } from "./embedded-schema.ts";
import { possibleReadings } from "./name-readings.ts";

const spelledFields: readonly TextField[] = [
  "nameKana",
  "aliases",
  "products",
  "technologies",
  "industryWords",
  "name",
];

type Entry = { folded: string; text: string; uses: number; low: number; high: number };

/** A place in a spelling that is close to what was typed. */
export type ClosePart = {
  folded: string;
  text: string;
  edits: number;
  anchored: boolean;
  whole: boolean;
  uses: number;
};

/** Which characters a text holds, as 64 bits: two texts that differ in many bits cannot be close. */
function signature(folded: string): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const bit = (folded.charCodeAt(at) * 37) & 63;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return { low, high };
}

function bitsIn(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

export class Vocabulary {
  readonly #entries = new Map<string, Entry>();

  add(document: SearchDocument): void {
    for (const text of spellingsOf(document)) {
      const folded = fold(text);
      const known = this.#entries.get(folded);
      if (known) known.uses += 1;
      else if (/[ぁ-ゖa-z]/.test(folded))
        this.#entries.set(folded, { folded, text, uses: 1, ...signature(folded) });
    }
  }

  remove(document: SearchDocument): void {
    for (const text of spellingsOf(document)) {
      const known = this.#entries.get(fold(text));
      if (known && (known.uses -= 1) === 0) this.#entries.delete(known.folded);
    }
  }

  /** Parts of spellings at most `most` edits from the pattern, the closest only: whole spellings first, then beginnings, then the most used. */
  close(pattern: string, most: number): ClosePart[] {
    const wanted = signature(pattern);
    const found: ClosePart[] = [];
    let bound = most;
    for (const { folded, text, uses, low, high } of this.#entries.values()) {
      if (
        folded.length < pattern.length - bound ||
        bitsIn(wanted.low & ~low) + bitsIn(wanted.high & ~high) > bound
      )
        continue;
      const part = closestPart(pattern, folded, bound);
      if (part === null || part.end === part.start) continue;
      bound = part.edits;
      found.push({
        folded: folded.slice(part.start, part.end),
        text,
        uses,
        edits: part.edits,
        anchored: part.start === 0,
        whole: part.end - part.start === folded.length,
      });
    }
    const distinct = new Map<string, ClosePart>();
    for (const part of found) {
      if (part.edits > bound) continue;
      const known = distinct.get(part.folded);
      if (known === undefined) distinct.set(part.folded, part);
      else {
        known.uses += part.uses;
        known.whole ||= part.whole;
        known.anchored ||= part.anchored;
      }
    }
    // A slip keeps the length of a word more often than not.
    const lengthened = ({ folded }: ClosePart) => Math.abs(folded.length - pattern.length);
    return [...distinct.values()].sort(
      (a, b) =>
        Number(b.whole) - Number(a.whole) ||
        Number(b.anchored) - Number(a.anchored) ||
        lengthened(a) - lengthened(b) ||
        b.uses - a.uses ||
        (a.folded < b.folded ? -1 : 1),
    );
  }
}

function spellingsOf(document: SearchDocument): string[] {
  const texts = spelledFields.flatMap((field) => {
    const values = valuesOf(document, field);
    return field === "name" || field === "nameKana" ? values.map(withoutLegalForm) : values;
  });
  if (document.nameKana === "") texts.push(...possibleReadings(document.name));
  return [...new Set(texts)];
}
