/** One line as it is stored: full-width letters and digits become plain, half-width kana full, spaces single. */
export function normaliseLine(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Running text: line breaks stay, at most one empty line in a row; characters are kept as typed. */
export function normaliseBlock(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[ \t\u3000]+$/gmu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Hiragana and half-width kana become full-width katakana, the form in which readings are stored. */
export function toKatakana(text: string): string {
  return normaliseLine(text).replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

const ERAS = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 } as const;

/**
 * The civil date that a person meant by 2025-01-31, 2025/1/31, 2025年1月31日, 令和7年1月31日 or R7.1.31;
 * `no-such-day` for 令和7年2月30日, `not-a-date` for anything else.
 */
export function readDate(
  text: string,
): { ok: true; date: string } | { ok: false; error: "no-such-day" | "not-a-date" } {
  const plain = normaliseLine(text).replaceAll(" ", "").replace("元年", "1年");
  const match = /^(令和|平成|昭和|[RHS])?(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i.exec(plain);
  if (!match) return { ok: false, error: "not-a-date" };
  const era = match[1]?.toUpperCase() as keyof typeof ERAS | undefined;
  const year = Number(match[2]) + (era ? ERAS[era] : 0);
  if (year < 1868 || year > 2200) return { ok: false, error: "not-a-date" };
  const date = [String(year), match[3]!.padStart(2, "0"), match[4]!.padStart(2, "0")].join("-");
  const moment = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
  return exists ? { ok: true, date } : { ok: false, error: "no-such-day" };
}
