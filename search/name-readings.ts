/** How a company's name may be read when no reading is given: from the names and words it is made of, then kanji by kanji. */
import { fold, isKana, isKanji, withoutLegalForm } from "./analysis.ts";
import { kanjiReadings, nameWords } from "./name-words.ts";
import { readings } from "./readings.ts";

/** Candidates of one name; the likeliest first. */
const mostCandidates = 4;
const longestWord = 6;
/** A known word is the better explanation of its characters than each of them alone. */
const wordCost = 2;
const kanjiCost = 3;

function collectWords(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  const add = (word: string, reading: string) => {
    const folded = fold(word);
    if (!/^[\p{Script=Han}々ぁ-ゖ]+$/u.test(folded) || isKana(folded)) return;
    const known = all.get(folded) ?? [];
    if (!known.includes(fold(reading))) known.push(fold(reading));
    all.set(folded, known);
  };
  for (const [word, ways] of nameWords) for (const way of ways) add(word, way);
  for (const [reading, words] of readings)
    for (const word of words) if ([...word].length > 1) add(word, reading);
  return all;
}

let words: ReadonlyMap<string, readonly string[]> | undefined;

/** A known word with its readings, or a single kanji without, which is read by sound or by meaning. */
type Part = { text: string; ways?: readonly string[] };

/** The cheapest way to take a name apart; undefined where a character is unknown. */
function partsOf(name: readonly string[]): Part[] | undefined {
  words ??= collectWords();
  const best: ({ cost: number; parts: Part[] } | undefined)[] = [{ cost: 0, parts: [] }];
  for (let at = 0; at < name.length; at += 1) {
    const before = best[at];
    if (before === undefined) continue;
    const offer = (text: string, cost: number, ways?: readonly string[]) => {
      const end = at + [...text].length;
      if (before.cost + cost >= (best[end]?.cost ?? Infinity)) return;
      best[end] = { cost: before.cost + cost, parts: [...before.parts, ways ? { text, ways } : { text }] };
    };
    const character = name[at]!;
    if (isKana(character) || /[a-z0-9]/.test(character)) offer(character, 0, [character]);
    else if (kanjiReadings.has(character)) offer(character, kanjiCost);
    for (let size = 1; size <= Math.min(longestWord, name.length - at); size += 1) {
      const text = name.slice(at, at + size).join("");
      const ways = words.get(text);
      if (ways !== undefined) offer(text, wordCost, ways);
    }
  }
  return best[name.length]?.parts;
}

/** The ways to read single kanji in a row: all by sound, all by meaning (a lone one by meaning first). */
function readSingles(row: readonly Part[]): string[] {
  const ways = (["sound", "meaning"] as const).map((manner) =>
    row
      .map(({ text }) => {
        const { sound, meaning } = kanjiReadings.get(text)!;
        const [own, other] = manner === "sound" ? [sound, meaning] : [meaning, sound];
        return own[0] ?? other[0]!;
      })
      .join(""),
  );
  return [...new Set(row.length === 1 ? ways.reverse() : ways)].map(fold);
}

function readParts(parts: readonly Part[]): string[] {
  let read = [""];
  for (let at = 0; at < parts.length;) {
    let end = at + 1;
    if (!parts[at]!.ways) while (end < parts.length && !parts[end]!.ways) end += 1;
    const ways = parts[at]!.ways ?? readSingles(parts.slice(at, end));
    // The likeliest reading of each part stands first, so that a cut leaves the likeliest whole.
    read = ways.flatMap((way) => read.map((start) => start + way)).slice(0, mostCandidates);
    at = end;
  }
  return read;
}

/** The folded readings a name may have; none where a character is unknown or nothing needs reading. */
export function possibleReadings(name: string): string[] {
  const folded = [...fold(withoutLegalForm(name))];
  if (!folded.some(isKanji)) return [];
  const parts = partsOf(folded);
  return parts === undefined ? [] : readParts(parts);
}
