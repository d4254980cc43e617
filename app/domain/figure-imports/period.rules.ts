import { normaliseLine, readDate } from "../text/rules.ts";

const ERA_STARTS = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 } as const;
/** The last year of each era that had one. */
const ERA_LENGTHS = { 令和: 99, R: 99, 平成: 31, H: 31, 昭和: 64, S: 64 } as const;
type Era = keyof typeof ERA_STARTS;

const YEAR =
  /(?<![A-Za-z])(令和|平成|昭和|[RHS](?=\.?\d))\.?(\d{1,2}|元)(?:年度?)?|(?<!\d)(?:FY\.?)?((?:19|20)\d{2})(?!\d)(?:年度?)?/giu;

/** Texts as headers write them: full-width digits, spaces and line breaks make no difference. */
function compact(text: string): string {
  return normaliseLine(text).replaceAll(" ", "");
}

/** The years that a text names, in any notation; an era year that did not exist gives none. */
function yearsIn(text: string): number[] {
  const years: number[] = [];
  for (const [, era, inEra, western] of compact(text).matchAll(YEAR)) {
    if (western !== undefined) years.push(Number(western));
    else {
      const name = (era!.length === 1 ? era!.toUpperCase() : era!) as Era;
      const count = inEra === "元" ? 1 : Number(inEra);
      years.push(count >= 1 && count <= ERA_LENGTHS[name] ? ERA_STARTS[name] + count : Number.NaN);
    }
  }
  return years;
}

/**
 * The fiscal year that a cell names and nothing else: 2024, 2024年度, FY2024, 令和6年度, R6, 令和元年度, 令和6年度(2024年度).
 * Null for anything else, and when two notations contradict each other.
 */
export function readFiscalYear(text: string): number | null {
  const rest = compact(text)
    .replace(YEAR, "")
    .replace(/[()[\]/・=]/g, "");
  return rest === "" ? findFiscalYear(text) : null;
}

/** The one year that a header names among other words: 令和5年度 実績, R6目標値; null when it names none or several. */
export function findFiscalYear(header: string): number | null {
  const years = new Set(yearsIn(header));
  const [year] = years;
  return years.size === 1 && year !== undefined && !Number.isNaN(year) ? year : null;
}

/**
 * The fiscal years that the headers of a wide table name. Bare years of an era (25年, 26年 … 31年, 2年) are understood where
 * they follow each other: beside a header with an era, or where they pass from 平成31年 to 令和2年.
 */
export function yearsOfHeaders(headers: readonly string[]): (number | null)[] {
  const years = headers.map(findFiscalYear);
  const bare = headers.map((header) =>
    Number(/^(?:目標|計画|実績)?(\d{1,2})年度?/.exec(compact(header))?.[1] ?? Number.NaN),
  );
  const reset = bare.findIndex((count, at) => count <= 2 && (bare[at - 1] ?? 0) >= 30);
  if (reset > 0 && years[reset] === null) years[reset] = ERA_STARTS.令和 + bare[reset]!;
  for (const step of [1, -1]) {
    const order = years.map((_, at) => (step === 1 ? at : years.length - 1 - at));
    for (const at of order) {
      const neighbour = years[at - step];
      if (years[at] !== null || neighbour === null || neighbour === undefined) continue;
      const wanted = neighbour + step;
      const fits = [ERA_STARTS.令和, ERA_STARTS.平成].some((start) => wanted - start === bare[at]);
      if (fits) years[at] = wanted;
    }
  }
  return years;
}

/** The first day of the month that a cell names: 2024年4月, 2024-04, 令和6年4月, R6.4, 2024-04-01; null for anything else. */
export function readMonth(text: string): string | null {
  const plain = compact(text).replace(/月分?$/, "月");
  const match = /^(.+?)(?:年|[-/.])(\d{1,2})(?:月|[-/.]\d{1,2})?$/.exec(plain);
  if (!match) return null;
  const [, year = "", month = ""] = match;
  const found = readFiscalYear(/^\d{4}$/.test(year) ? year : `${year}年`);
  const date = found === null ? null : readDate(`${found}-${month}-1`);
  return date?.ok ? date.date : null;
}

/**
 * The year in whose March a class left: 2024, 令和6年3月卒, 2024年3月. A 年度 is the school year, which ends in March of the
 * next year: 令和5年度卒 is 2024.
 */
export function readGraduationYear(text: string): number | null {
  const plain = compact(text);
  const year = findFiscalYear(plain);
  if (year === null) return null;
  const rest = plain.replace(YEAR, "").replace(/[()[\]/]/g, "");
  if (!/^(\d{1,2}月|[-.]0?3)?(卒|卒業|卒業生|卒業者|卒者|生)?$/.test(rest)) return null;
  return plain.includes("年度") ? year + 1 : year;
}
