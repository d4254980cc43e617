import { add, type Exact, plainDigits, readDigits, readUnit, shift, type Unit } from "./unit.rules.ts";

/**
 * Why a cell holds no number, by the marks of official statistics: dash – there is no such figure; dots – it is not
 * available; hidden – it is kept secret; said – the cell says it in words.
 */
export type MissingMark = "dash" | "dots" | "hidden" | "said";

/** Whether the cell itself says that the figure is provisional, final or estimated: 174(速報). */
export type StatusMark = "provisional" | "final" | "estimated";

export type FigureRead =
  | { is: "blank" }
  | { is: "missing"; mark: MissingMark; words: string }
  | {
      is: "value";
      /** Plain digits, in the unit that was asked for. */
      value: string;
      status: StatusMark | null;
      /** The cell's unit was another power of ten: 1兆3,200億円 where 億円 is counted. */
      isConverted: boolean;
      /** The mark of a footnote that stood beside the number and is no part of it: ※1, 注2). */
      noteMark: string | null;
    }
  | { is: "refused"; code: string };

const DASHES = /^[-‐‑‒–—―−ー─]+$/;
const DOTS = /^(\.{2,3}|…+|‥|・{2,3})$/;
const HIDDEN = /^([xX×χ]{1,2}|\*{1,3}|秘匿|秘)$/;
const SAID =
  /^(不明|不詳|未集計|集計中|調査中|未把握|未公表|未定|データなし|資料なし|該当なし|調査なし|n\/a|n\.a\.|なし)$/i;

const STATUS: readonly [RegExp, StatusMark][] = [
  [/\((速報値?|速|概数|p)\)$/i, "provisional"],
  [/\((確報値?|確定値?|確|改定値?|r)\)$/i, "final"],
  [/\((推計値?|見込み?|見込値|推定)\)$/, "estimated"],
];

// Raised and circled digits become plain ones by NFKC: 452² would be 4522. So marks are looked for before it.
const MARK = String.raw`[※＊*†‡][\d０-９]{0,2}|[（(]?注[\d０-９]{0,2}[)）]?|[⁰¹²³⁴-⁹]+[⁾)）]?|[①-⑳⑴-⒇]`;
const MARK_BEHIND = new RegExp(String.raw`^(.*?[\d０-９].*?)(?:\s*(${MARK})|\s+(\d{1,2}[)）]))\s*$`, "su");
const MARK_BEFORE = /^\s*([※＊*†‡])\s*(?=[\d０-９△▲])/u;

const N = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const NUMBER = new RegExp(`^(?:${N}兆)?(?:${N}億)?(?:${N}万)?${N}?(.*)$`, "u");
const MOST_DIGITS = 15;

/**
 * Reads a cell of an official table as a figure in `unit`: full-width digits, separators, △ and ▲ for minus, 兆・億・万,
 * a unit behind the number (without one it is in `bareUnit`, what the row says, otherwise in `unit`). A blank is nothing at
 * all, a mark for "no figure" is a reason and never 0; whatever else is no number is refused by a code.
 */
export function readFigure(
  text: string,
  { unit, bareUnit = "" }: { unit: string; bareUnit?: string },
): FigureRead {
  const { rest, noteMark } = withoutNoteMark(text);
  const plain = rest
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cf}]/gu, "")
    .replace(/円也$/, "円");
  if (plain === "") return { is: "blank" };
  const missing = missingMark(plain);
  if (missing) return { is: "missing", mark: missing, words: plain };
  const { body, status } = withoutStatus(plain);
  const sign = /^(?:[△▲−-]|マイナス)/.exec(body)?.[0] ?? "";
  const unsigned = body.slice(sign.length).replace(/^\+/, "");
  if (/^\(.*\)$/.test(unsigned)) return { is: "refused", code: "figure-parentheses" };
  if (/^約|以上$|以下$|未満$|程度$|[~〜～]/.test(unsigned))
    return { is: "refused", code: "figure-not-exact" };
  const read = readAmount(unsigned);
  if (!read)
    return { is: "refused", code: /[,、.]/.test(unsigned) ? "figure-separators" : "figure-no-number" };
  const isBare = read.unit === "" && !read.hasPowers;
  const given = isBare ? { ...read, unit: bareUnit.trim() } : read;
  const power = powerBetween(given, readUnit(unit));
  if (power === null) return { is: "refused", code: `figure-unit:${asPart(given.unit)}:${asPart(unit)}` };
  const amount = shift(read.amount, power);
  const value = plainDigits(sign === "" ? amount : { ...amount, digits: -amount.digits });
  if (value.replace(/\D/g, "").length > MOST_DIGITS) return { is: "refused", code: "figure-too-long" };
  return { is: "value", value, status, isConverted: power !== 0, noteMark };
}

/** The text without the mark of a footnote beside its number; other text is left as it is. */
function withoutNoteMark(text: string): { rest: string; noteMark: string | null } {
  const before = MARK_BEFORE.exec(text);
  const inner = before ? text.slice(before[0].length) : text;
  const behind = MARK_BEHIND.exec(inner);
  const mark = behind?.[2] ?? behind?.[3] ?? before?.[1];
  if (mark === undefined) return { rest: text, noteMark: null };
  return { rest: behind?.[1] ?? inner, noteMark: /^[①-⑳⑴-⒇]$/u.test(mark) ? mark : mark.normalize("NFKC") };
}

function missingMark(plain: string): MissingMark | null {
  if (DASHES.test(plain)) return "dash";
  if (DOTS.test(plain)) return "dots";
  if (HIDDEN.test(plain)) return "hidden";
  return SAID.test(plain) ? "said" : null;
}

function withoutStatus(plain: string): { body: string; status: StatusMark | null } {
  for (const [pattern, status] of STATUS)
    if (pattern.test(plain)) return { body: plain.replace(pattern, ""), status };
  return { body: plain, status: null };
}

type Amount = { amount: Exact; unit: string; hasPowers: boolean };

/** 1兆3,200億円 → 1.32 × 10^12 円; 10,452人 → 10452 人; null when it is no number with at most a unit behind. */
function readAmount(text: string): Amount | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, trillions, hundredMillions, tenThousands, ones, unit = ""] = match;
  const parts: [string | undefined, number][] = [
    [trillions, 12],
    [hundredMillions, 8],
    [tenThousands, 4],
    [ones, 0],
  ];
  let amount: Exact | null = null;
  for (const [digits, power] of parts) {
    if (digits === undefined) continue;
    const part = readDigits(digits);
    if (!part) return null;
    amount = amount ? add(amount, shift(part, power)) : shift(part, power);
  }
  if (!amount || /\d/.test(unit)) return null;
  return { amount, unit, hasPowers: [trillions, hundredMillions, tenThousands].some(Boolean) };
}

/** By which power of ten the number is shifted; null when the units are different ones. */
function powerBetween({ unit, hasPowers }: Amount, wanted: Unit): number | null {
  if (unit === "") return hasPowers ? -wanted.power : 0;
  const read = readUnit(unit);
  // 1兆億円 and 1万2千人 are no sums of these parts.
  if (hasPowers && read.power > 0) return null;
  return read.base === wanted.base ? read.power - wanted.power : null;
}

/** Text as a part of an error code. */
function asPart(text: string): string {
  return text.replaceAll(":", " ").slice(0, 20) || "-";
}
