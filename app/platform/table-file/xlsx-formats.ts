/** How a number format shows numbers, as far as it changes what people read. */
export type Shown = {
  /** Digits with leading zeros: 0000000. */
  width?: number;
  percent: boolean;
  /** A day, by the letters of year, month and day, also of Japanese eras (ge.m.d). */
  isDate: boolean;
  /** Thousands that the format leaves out: 1 for #,##0, and 2 for #,##0,, */
  thousands: number;
  /** What the format writes behind the number. */
  unit: string;
  /** 0 is shown as a dash or not at all. */
  hidesZero: boolean;
};

/** Excel's own formats: percent, and the dates of the Japanese edition. */
const PERCENTS: readonly string[] = ["9", "10"];
const DATES: readonly string[] = "14 15 16 17 22 27 28 29 30 31 34 35 36 50 51 52 53 54 55 56 57 58".split(
  " ",
);
/** Accounting: a 0 is shown as a dash. */
const ACCOUNTING: readonly string[] = ["41", "42", "43", "44"];

const PLAIN: Shown = { percent: false, isDate: false, thousands: 0, unit: "", hidesZero: false };

/** How the styles of a workbook show a number, by the number of the style. */
export function readStyles(styles: string): (style: number) => Shown | undefined {
  const formats = new Map<string, Shown>([
    ...PERCENTS.map((id): [string, Shown] => [id, { ...PLAIN, percent: true }]),
    ...DATES.map((id): [string, Shown] => [id, { ...PLAIN, isDate: true }]),
    ...ACCOUNTING.map((id): [string, Shown] => [id, { ...PLAIN, hidesZero: true }]),
  ]);
  for (const [, id, code] of styles.matchAll(/<numFmt\b[^>]*\bnumFmtId="(\d+)"[^>]*\bformatCode="([^"]*)"/g))
    formats.set(id!, readFormat(code!.replaceAll("&quot;", '"').replaceAll("&amp;", "&")));
  const styleList = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  const shownAs = [...styleList.matchAll(/<xf\b[^>]*>/g)].map(([xf]) =>
    formats.get(/\bnumFmtId="(\d+)"/.exec(xf)?.[1] ?? ""),
  );
  return (style) => shownAs[style];
}

const LITERAL = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]/g;

/** A number format by its code: up to four sections for positive, negative, zero and text. */
export function readFormat(code: string): Shown {
  const sections = splitSections(code);
  const zeroAt = sections.findIndex((section) => /\[=0\]/.test(section));
  const positive = sections[zeroAt === 0 ? 1 : 0] ?? "";
  const bare = positive.replace(LITERAL, "");
  const isGeneral = /General|標準/i.test(bare);
  const digits = /[0#?](?:[0#?,.\s]*[0#?])?/.exec(bare);
  const zero = sections[zeroAt >= 0 ? zeroAt : 2];
  const padded = (sections.at(-1) ?? "").replaceAll('"', "").replace(/[\\\-() ]/g, "");
  return {
    ...PLAIN,
    percent: bare.includes("%"),
    isDate: !isGeneral && digits === null && /[ymdge]/i.test(bare),
    thousands: digits ? /^,*/.exec(bare.slice(digits.index + digits[0].length))![0].length : 0,
    unit: digits || isGeneral ? textBehind(positive) : "",
    hidesZero: zero !== undefined && !/[0#?]/.test(zero.replace(LITERAL, "")) && !/General/i.test(zero),
    ...(/^0{2,}$/.test(padded.replace(/^\[[^\]]*\]/, "")) ? { width: padded.length } : {}),
  };
}

/** The sections of a format; a semicolon in quotes divides nothing. */
function splitSections(code: string): string[] {
  const sections = [""];
  for (const [part] of code.matchAll(/"[^"]*"|\\.|;|[^;"\\]+/g))
    if (part === ";") sections.push("");
    else sections[sections.length - 1] += part;
  return sections;
}

/** The words behind the last digit of a section, without what only aligns. */
function textBehind(section: string): string {
  const parts = [...section.matchAll(/"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|General|[0#?][0#?,.]*|./gi)];
  const last = parts.findLastIndex(([part]) => /^(General|[0#?])/i.test(part));
  return parts
    .slice(last + 1)
    .map(([part, quoted, escaped]) => quoted ?? escaped ?? (/^[年月日人社件円名%]$/.test(part) ? part : ""))
    .join("")
    .replace(/[%\s]/g, "");
}
