/** Labelled queries for an invented town. Who is meant follows from how the firms were drawn, never from an engine. */
import { randomFrom, type Random } from "../random.ts";
import { friendlyQueries, type Wanted } from "./friendly.ts";
import {
  halfWidthOf,
  hepburnOf,
  hiraganaOf,
  inOtherKanji,
  kunreiOf,
  slip,
  withoutLongVowels,
} from "./spellings.ts";
import type { Firm, Town } from "./towns.ts";

export type InventedQuery = {
  id: string;
  class: string;
  q: string;
  filters?: { area?: string[]; industryCode?: string[]; benefits?: string[] };
  relevant: string[];
};

const perClass = 40;

/** Kanji variants, katakana and widths made one, as far as labels need it. */
const plain = (text: string) =>
  [..."髙高﨑崎邊辺邉辺齋斎齊斎廣広澤沢嶋島濱浜瀧滝國国眞真櫻桜龍竜"]
    .reduce(
      (out, kanji, at, all) => (at % 2 === 0 ? out.replaceAll(kanji, all[at + 1]!) : out),
      text.normalize("NFKC"),
    )
    .toLowerCase();

const texts = (firm: Firm, ...fields: string[]) =>
  fields.flatMap((field) => (firm.document[field] ?? []) as string | string[]).map(plain);
const holds = (firm: Firm, word: string, ...fields: string[]) =>
  texts(firm, ...fields).some((text) => text.includes(plain(word)));
const named = (firm: Firm, word: string) => holds(firm, word, "name", "aliases");
const classified = (firm: Firm, word: string) =>
  holds(firm, word, "name", "aliases", "industryName", "products", "technologies");
/** Whether the name sounds so, as far as the document lets a reader see it. */
const soundsLike = (firm: Firm, kana: string) =>
  firm.kana.includes(kana) || katakanaOf(firm.core).includes(kana);
const beginsLike = (firm: Firm, kana: string) =>
  firm.kana.startsWith(kana) || katakanaOf(firm.core).startsWith(kana);
const katakanaOf = (text: string) =>
  text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
const areaOf = (firm: Firm) => firm.document.area as string;

/** All queries of a town by class; the same each time. */
export function queriesOf(town: Town, firms: readonly Firm[]): InventedQuery[] {
  const random = randomFrom(town.seed * 1000 + 5);
  const queries: InventedQuery[] = [];
  const ask = (
    name: string,
    q: string,
    isWanted: (firm: Firm) => boolean,
    filters?: InventedQuery["filters"],
  ) => {
    const passes = (firm: Firm) => filters?.area === undefined || filters.area.includes(areaOf(firm));
    const relevant = firms.filter((firm) => passes(firm) && isWanted(firm)).map(({ id }) => id);
    if (relevant.length > 0 && q !== "")
      queries.push({
        id: `${name}-${queries.length + 1}`,
        class: name,
        q,
        ...(filters ? { filters } : {}),
        relevant,
      });
  };
  const draw = (count: number, ask: (firm: Firm, at: number) => void, from = firms) =>
    random.sample(from, count).forEach(ask);
  const withKana = firms.filter(({ kana }) => kana !== "");
  const sounds = (kana: string) => (firm: Firm) => soundsLike(firm, kana);

  draw(perClass, (firm, at) => {
    const spellings = [
      firm.name,
      firm.core,
      `㈱${firm.core}`,
      `${firm.head[0]} ${firm.tradeWord[0]}`,
      `${firm.core}（株）`,
    ];
    ask("exact", spellings[at % spellings.length]!, (other) => plain(other.core) === plain(firm.core));
  });
  draw(perClass, (firm, at) => {
    const part =
      at % 2 === 0 ? firm.head[0] : firm.core.slice(1, 1 + random.int(2, Math.max(2, firm.core.length - 2)));
    if (!/^[ーッャュョァィゥェォ]/.test(part)) ask("partial", part, (other) => named(other, part));
  });
  draw(
    perClass,
    ({ head, kana, tradeWord }, at) => {
      const part = [kana, head[1], tradeWord[1], kana.slice(1, 5)][at % 4]!;
      ask("reading", hiraganaOf(part), sounds(part));
    },
    withKana,
  );
  draw(
    perClass,
    ({ head, kana }, at) => ask("katakana", at % 2 ? kana : head[1], sounds(at % 2 ? kana : head[1])),
    withKana,
  );
  draw(
    perClass,
    ({ head, kana }, at) =>
      ask("half-width", halfWidthOf(at % 2 ? kana : head[1]), sounds(at % 2 ? kana : head[1])),
    withKana,
  );
  draw(perClass, (firm, at) => askRomaji(ask, firm, at), withKana);
  draw(
    perClass,
    (firm) => {
      const other = inOtherKanji(firm.core)!;
      ask("variant-kanji", other, (one) => plain(one.core) === plain(firm.core));
      const head = inOtherKanji(firm.head[0]);
      if (head) ask("variant-kanji", head, (one) => named(one, head));
    },
    firms.filter(({ core }) => inOtherKanji(core) !== undefined),
  );
  const ofKanji = (word: string) => /^\p{Script=Han}+$/u.test(word);
  draw(perClass, ({ head, tradeWord }, at) => {
    const word = at % 2 ? head[0] : tradeWord[0];
    const pair = [...word].slice(0, 2).join("");
    if (pair.length === 2 && ofKanji(pair)) ask("two-character", pair, (firm) => classified(firm, pair));
  });
  draw(perClass, ({ core }) => {
    const character = random.pick([...core]);
    if (ofKanji(character)) ask("one-character", character, (firm) => named(firm, character));
  });
  draw(perClass * 2, (firm, at) => askSlip(ask, firm, at, random), withKana);
  draw(
    perClass,
    ({ kana, core }, at) => {
      const start = kana.slice(0, (at % 3) + 1);
      if (at % 4 === 3) ask("prefix", core.slice(0, 2), (firm) => firm.core.startsWith(core.slice(0, 2)));
      else if (at % 4 === 2) askBeginning(ask, hepburnOf(start).slice(0, 3));
      else if (!start.endsWith("ッ")) ask("prefix", hiraganaOf(start), (firm) => beginsLike(firm, start));
    },
    withKana,
  );
  draw(perClass, ({ document }, at) => {
    const product = random.pick(
      (at % 3 === 2 && document.technologies ? document.technologies : document.products) as string[],
    );
    ask("product", product, (firm) => holds(firm, product, "products", "technologies", "name"));
  });
  for (const [q, wanted] of friendlyQueries) ask("friendly-word", q, (firm) => means(firm, wanted));
  draw(perClass, (firm, at) => {
    const product = random.pick(firm.document.products as string[]);
    const words = [
      [firm.head[0], firm.tradeWord[0]],
      [product, firm.tradeWord[0]],
      [firm.head[0], product],
    ][at % 3]!;
    ask("two-words", words.join(at % 2 ? " " : "　"), (other) =>
      words.every((word) => classified(other, word)),
    );
  });
  draw(perClass, (firm, at) => {
    const area = areaOf(firm);
    const word = at % 2 ? firm.tradeWord[0] : random.pick(firm.document.products as string[]);
    const q = at % 3 === 0 ? `${area} ${word}` : `${word} ${area}`;
    ask("word-and-area", q, (other) => areaOf(other) === area && classified(other, word));
  });
  draw(20, (firm) => {
    const word = firm.tradeWord[0];
    ask("word-with-filter", word, (other) => classified(other, word), { area: [areaOf(firm)] });
  });
  draw(
    20,
    ({ head, tradeWord, core }) => {
      ask("reading-not-given", hiraganaOf(head[1] + tradeWord[1]), (firm) => firm.core === core);
    },
    firms.filter(({ kana }) => kana === ""),
  );
  return queries;
}

function means(firm: Firm, { codes, words }: Wanted): boolean {
  return (
    codes.includes(firm.trade.code) ||
    words.some((word) => holds(firm, word, "name", "products", "technologies"))
  );
}

type Ask = (name: string, q: string, isWanted: (firm: Firm) => boolean) => void;

function askRomaji(ask: Ask, { head, kana, tradeWord }: Firm, at: number): void {
  const [first, second] = [hepburnOf(head[1]), hepburnOf(tradeWord[1])];
  const ways: [q: string, kana: string][] = [
    [first, head[1]],
    [withoutLongVowels(first + second), kana],
    [`${first} ${second}`, kana],
    [kunreiOf(first + second), kana],
    [kunreiOf(first), head[1]],
    [withoutLongVowels(first), head[1]],
  ];
  const [q, wanted] = ways[at % ways.length]!;
  ask("romaji", q, (firm) => soundsLike(firm, wanted));
}

function askBeginning(ask: Ask, letters: string): void {
  ask("prefix", letters, ({ kana, core }) =>
    [kana, /^[ァ-ヶー]/.test(katakanaOf(core)) ? katakanaOf(core) : ""].some((name) =>
      hepburnOf(name).startsWith(letters),
    ),
  );
}

const slips = ["insertion", "deletion", "substitution", "transposition", "dakuten", "longVowel"] as const;

function askSlip(ask: Ask, { head, kana, core }: Firm, at: number, random: Random): void {
  const meant = at % 3 === 0 && head[1].length >= 4 ? head[1] : kana;
  if (meant.length < 4) return;
  const typed = slip(meant, slips[at % slips.length]!, random);
  if (typed === undefined || typed === meant) return;
  const isKatakana = /^[ァ-ヶー]+$/.test(core);
  ask("typo", isKatakana ? typed : hiraganaOf(typed), (firm) => soundsLike(firm, meant));
}
