/** Filter expressions of Meilisearch: chosen facet values, and the full-text expressions of a word's plan. */
import type { Facet } from "./definition.ts";
import { alsoMetBy, wantsAll, type Chosen } from "./embedded-facets.ts";
import { beginningOf, encode, gramUnions, longest, longestExact, wordGrams } from "./meilisearch-records.ts";

/** Values of one choice that are read; more is nobody's wish. */
const mostValues = 200;
const longestValue = 200;
/** Comparisons in one expression; what is beyond is left out, because the server refuses more. */
const mostComparisons = 1_500;

/** A value between quotation marks, whatever it holds: quotes, backslashes, operators, unpaired surrogates. */
export function quoted(value: string): string {
  const readable = value.slice(0, longestValue * 4).toWellFormed();
  return `"${readable.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** "a AND b", with what is empty left out; "" when nothing is left. */
export function all(parts: readonly string[]): string {
  const some = parts.filter((part) => part !== "");
  return some.length > 1 ? some.map((part) => `(${part})`).join(" AND ") : (some[0] ?? "");
}

/** "a OR b", with what is empty left out; "" when nothing is left. */
export function any(parts: readonly string[]): string {
  const some = parts.filter((part) => part !== "");
  return some.length > 1 ? some.map((part) => `(${part})`).join(" OR ") : (some[0] ?? "");
}

export const isListed = "removed = false";
/** Finds nothing: no document has this code. */
export const isNothing = "codes = none";

export function isOneOf(attribute: string, values: Iterable<string>): string {
  const some = [...values].slice(0, mostValues * 5).map(quoted);
  return some.length === 0 ? "" : `${attribute} IN [${some.join(", ")}]`;
}

/** One expression for each filtered facet. */
export function facetFilters(chosen: Chosen): Map<Facet, string> {
  return new Map(
    (Object.entries(chosen) as [Facet, ReadonlySet<string>][]).map(([facet, values]) => {
      const some = [...values].slice(0, mostValues);
      if (wantsAll.has(facet)) return [facet, all(some.map((value) => isOneOf(`f_${facet}`, [value])))];
      const places = [facet, alsoMetBy[facet]].filter((name) => name !== undefined);
      return [facet, any(places.map((place) => isOneOf(`f_${place}`, some)))];
    }),
  );
}

/** The documents whose full name is one of these folded names. */
export function isNamed(names: Iterable<string>): string {
  return isOneOf(
    "exact",
    [...names].map(encode).filter((name) => name.length <= longestExact),
  );
}

/**
 * The filter for a full-text expression of a word's plan (word-plan.ts), which is written for the embedded engine:
 * `({name kana} : ("かな なが" OR ^ "か"*)) OR ({codes} : ("m24"))`. So both engines look for the same.
 */
export function filterOf(expression: string): string {
  // What is found by one value is asked for together: one comparison for each attribute.
  const single = new Map<string, Set<string>>();
  const several: string[] = [];
  let comparisons = 0;
  const add = (conditions: readonly (readonly [attribute: string, value: string])[]) => {
    comparisons += conditions.length;
    if (comparisons > mostComparisons) return;
    const [[attribute, value] = ["", ""], ...more] = conditions;
    if (more.length > 0) several.push(conditions.map(([one, held]) => `${one} = ${held}`).join(" AND "));
    else single.set(attribute, (single.get(attribute) ?? new Set()).add(value));
  };
  for (const [, columns, phrases] of expression.matchAll(
    /\{([^}]*)\} : (\((?:[^()"]|"[^"]*")*\)|"[^"]*"\*?)/g,
  )) {
    const attributes = attributesOf(columns!.trim().split(/\s+/));
    for (const [, start, tokens, star] of phrases!.matchAll(/(\^ )?"([^"]*)"(\*?)/g))
      for (const attribute of attributes) {
        const words = tokens!.split(" ");
        const held = valuesOf(attribute, words, star === "*").map((value) => [attribute, value] as const);
        const word = star === "*" ? words[0]! : textOfPairs(words);
        if (start === undefined) add(held);
        else add([["begins", beginningOf(word)], ...([...word].length > longest ? held : [])]);
      }
  }
  return any([
    ...[...single].map(([attribute, values]) => `${attribute} IN [${[...values].join(", ")}]`),
    ...several,
  ]);
}

function attributesOf(columns: readonly string[]): string[] {
  if (columns.length === 1 && (columns[0] === "latin" || columns[0] === "codes")) return [...columns];
  const sorted = [...columns].sort().join(" ");
  const union = gramUnions.find((candidate) => candidate.columns.join(" ") === sorted);
  return union ? [`g_${union.name}`] : columns.map((column) => `g_${column}`);
}

/** The values that a document must hold: a token of its own for codes and latin words, the grams of the word otherwise. */
function valuesOf(attribute: string, tokens: readonly string[], isBegun: boolean): string[] {
  if (attribute === "codes") return [...tokens];
  if (attribute === "latin") return tokens.map((token) => encode(token));
  const word = isBegun ? tokens[0]! : textOfPairs(tokens);
  return wordGrams(word);
}

/** The word whose character pairs these are. */
function textOfPairs(pairs: readonly string[]): string {
  return [...pairs.slice(0, -1).map((pair) => [...pair][0]!), pairs.at(-1)!].join("");
}
