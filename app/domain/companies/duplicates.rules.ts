/** How another company can look like the same one. */
export type DuplicateSign = "number" | "name" | "reading" | "address" | "phone";

/** What two companies are compared by. Names and readings come folded: legal form, width and old characters are gone. */
export type DuplicateKeys = {
  number: string | null;
  name: string;
  reading: string;
  address: string;
  phone: string;
};

const DIGITS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 一 to 九十九 as a number; the kanji of a block number are never larger. */
function kanjiNumber(text: string): string {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 1 : DIGITS[tens!]!) * 10 : 0;
  return String(ten + (ones ? DIGITS[ones]! : 0));
}

/**
 * An address in the form in which two spellings of one place are equal: plain digits, 二丁目3番地4号 written 2-3-4, without
 * the prefecture, spaces and building.
 */
export function addressKey(address: string): string {
  const plain = address
    .normalize("NFKC")
    .replace(/^〒?\s*\d{3}-?\d{4}\s*/, "")
    .replace(
      /([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=丁目|番|号)/g,
      kanjiNumber,
    )
    .replace(/[‐‑–—−ー－](?=\d)/g, "-")
    .replace(/(\d)\s*(?:丁目|番地の|番地|番|号|の)(?=\s*\d)\s*/g, "$1-")
    .replace(/(\d)\s*(?:丁目|番地|番|号)/g, "$1")
    .replace(/^.{2,3}?[都道府県](?=.)/, "")
    .replace(/大字|字/g, "");
  // What follows the house number and a space is the building.
  return plain.replace(/(\d)\s+\D.*$/, "$1").replace(/\s/g, "");
}

/** The digits of a telephone number. */
export function phoneKey(phone: string): string {
  return phone.normalize("NFKC").replace(/^\+81/, "0").replace(/\D/g, "");
}

/** An address without a house number is a whole quarter, which many share. */
function isPrecise(address: string): boolean {
  return /\d/.test(address);
}

/** In which ways two companies look like one, the strongest sign first; none: they have nothing in common. */
export function duplicateSigns(one: DuplicateKeys, other: DuplicateKeys): DuplicateSign[] {
  const signs: DuplicateSign[] = [];
  if (one.number !== null && one.number === other.number) signs.push("number");
  if (one.name !== "" && one.name === other.name) signs.push("name");
  if (one.reading !== "" && one.reading === other.reading) signs.push("reading");
  if (isPrecise(one.address) && one.address === other.address) signs.push("address");
  if (one.phone !== "" && one.phone === other.phone) signs.push("phone");
  return signs;
}

const WEIGHTS: Record<DuplicateSign, number> = { number: 16, name: 8, reading: 4, phone: 2, address: 1 };

/** The most likely duplicate first. */
export function compareBySigns(one: readonly DuplicateSign[], other: readonly DuplicateSign[]): number {
  const weigh = (signs: readonly DuplicateSign[]) => signs.reduce((sum, sign) => sum + WEIGHTS[sign], 0);
  return weigh(other) - weigh(one);
}
