import { type Kind, maxQueryLength } from "#search/definition.ts";
import type { AppliedWordFilter, Relaxation } from "#search/engine.ts";
import { normaliseLine } from "../text/rules.ts";

/** What a reader typed into the search box, as every search page understands it. */
export type SearchText = {
  text: string;
  /** The typed text was longer than what is searched. */
  wasCut: boolean;
  /** No word of it is to be understood as a condition. */
  asTyped: boolean;
};

/** Reads `?q=` and `as=typed`: anything a person may type or paste is a text of at most `maxQueryLength` characters. */
export function readSearchText(params: URLSearchParams): SearchText {
  const typed = normaliseLine((params.get("q") ?? "").slice(0, 100_000).toWellFormed());
  const text =
    [...typed].length > maxQueryLength ? [...typed].slice(0, maxQueryLength).join("").trim() : typed;
  return { text, wasCut: text !== typed, asTyped: text !== "" && params.get("as") === "typed" };
}

/** The page of a list that an address asks for; anything but a whole number from 1 to 99,999 is the first. */
export function readPageNumber(params: URLSearchParams): number {
  const page = params.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
}

/** Writes the text into an address that is being made. */
export function writeSearchText(params: URLSearchParams, { text, asTyped }: SearchText): void {
  if (text) params.set("q", text);
  if (text && asTyped) params.set("as", "typed");
}

/** An address with its query, without a lone question mark. */
export function addressOf(path: string, params: URLSearchParams): string {
  return params.size > 0 ? `${path}?${params}` : path;
}

/** The lists of the search, in the order of the tabs. */
export const TABS = ["all", "company", "internship", "event"] as const;
export type Tab = (typeof TABS)[number];

const PATHS: Record<Tab, string> = {
  all: "/search",
  company: "/companies",
  internship: "/internships",
  event: "/events",
};

/** The list of a tab for the same text. */
export function tabUrl(tab: Tab | Kind, text: SearchText): string {
  const params = new URLSearchParams();
  writeSearchText(params, text);
  return addressOf(PATHS[tab], params);
}

/** The addresses of all tabs for the same text. */
export function tabUrls(text: SearchText): Record<Tab, string> {
  return Object.fromEntries(TABS.map((tab) => [tab, tabUrl(tab, text)])) as Record<Tab, string>;
}

/** The text without one of its words. */
export function withoutWord(text: string, word: string): string {
  return normaliseLine(text.replace(word, " "));
}

/** A search that finds something by leaving out one word. */
export type RelaxedText = { dropped: string; total: number; url: string };

/** Where nothing was found in a tab: the words that stand in the way, with what their absence would give. */
export function relaxedTexts(tab: Tab, search: SearchText, relax: readonly Relaxation[]): RelaxedText[] {
  return relax.flatMap(({ drop, total }): RelaxedText[] => {
    if (drop.type !== "word") return [];
    const text = withoutWord(search.text, drop.word);
    if (text === "" || text === search.text) return [];
    return [{ dropped: drop.word, total, url: tabUrl(tab, { ...search, text }) }];
  });
}

/** How a search took the reader's words. */
export type Understanding = { correctedText: string | null; wordFilters: AppliedWordFilter[] };

/** The same with the addresses that undo it; `urlOf` gives the address of the list with words taken as typed or not. */
export function takenText(
  search: SearchText,
  { correctedText, wordFilters }: Understanding,
  urlOf: (asTyped: boolean) => string,
) {
  return {
    text: search.text,
    correctedText,
    wordFilters,
    asTypedUrl: wordFilters.length > 0 ? urlOf(true) : null,
    notAsTypedUrl: search.asTyped ? urlOf(false) : null,
    cutAt: search.wasCut ? maxQueryLength : null,
  };
}
