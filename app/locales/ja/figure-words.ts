import { fiscalYearLabel, plainDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

const states = { provisional: "速報", final: "確報", revised: "改定", estimated: "推計" } as const;
export const observed = { actual: "実績", expected: "実績見込", baseline: "基準値" } as const;
export const programmes = { jobCafe: "ジョブカフェ", supportStation: "若者サポートステーション" } as const;
const MISSING = {
  dash: "該当する数値がない(資料の表記「-」)",
  dots: "資料がない、または不詳(資料の表記「…」)",
  hidden: "資料で秘匿されている(資料の表記「x」)",
} as const;

type Figure = {
  value: string | null;
  text?: string | null;
  missingReason?: string | null;
  numerator?: string | null;
  denominator?: string | null;
  unknownCount?: string | null;
  status?: keyof typeof states;
  asOf?: string | null;
};

/** Separators for plain digits of any length. */
function withSeparators(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function amountOf(value: string, { unit, decimals }: { unit: string; decimals: number }): string {
  const [whole = "", fraction = ""] = value.split(".");
  const shown = decimals > 0 ? `${whole}.${fraction.padEnd(decimals, "0")}` : value;
  return withSeparators(shown) + unit;
}

/** How the figures of an import are written in its lists. */
export const figureWords = {
  states,
  placementKinds: { supported: "支援による就職", newGraduate: "新卒", midCareer: "中途" } as Record<
    string,
    string
  >,
  jurisdiction: (isInside: boolean) => (isInside ? "管内" : "管外"),
  missingReasons: {
    dash: () => MISSING.dash,
    dots: () => MISSING.dots,
    hidden: () => MISSING.hidden,
    said: (text: string) => `資料の表記「${text}」`,
  } as Record<"dash" | "dots" | "hidden" | "said", (text: string) => string>,
  noDenominator: "分母が0のため、割合がない",
  figureName: (name: string, year: number, kind: keyof typeof observed, area: string) =>
    `${area ? `${area} ` : ""}${name} ${fiscalYearLabel(year)} ${observed[kind]}`,
  targetName: (name: string, year: number) => `${name} ${fiscalYearLabel(year)} 目標`,
  figure: (figure: Figure, definition: { unit: string; decimals: number }) => {
    const { value, text, missingReason, numerator, denominator, unknownCount, status, asOf } = figure;
    const main = value !== null ? amountOf(value, definition) : text ? text : `値なし:${missingReason ?? ""}`;
    const parts = [
      ...(numerator && denominator ? [`${withSeparators(numerator)}÷${withSeparators(denominator)}`] : []),
      ...(unknownCount ? [`不明${withSeparators(unknownCount)}`] : []),
      ...(status ? [states[status]] : []),
      ...(asOf ? [`${plainDate(asOf)}現在`] : []),
    ];
    return parts.length > 0 ? `${main}(${parts.join("、")})` : main;
  },
  target: (
    target: { value: string | null; text: string | null },
    definition: { unit: string; decimals: number },
  ) => (target.value !== null ? amountOf(target.value, definition) : (target.text ?? "目標なし")),
  people: (value: number) => `${count(value)}人`,
  amount: (value: number, unit: string) => `${count(value)}${unit}`,
  outcomeField: (school: string, department: string, year: number, field: string) =>
    `${school}${department ? ` ${department}` : ""} ${year}年3月卒 ${field}`,
  reportField: (programme: keyof typeof programmes, month: string, field: string) =>
    `${programmes[programme]} ${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月 ${field}`,
  placementOn: (day: string) => `${plainDate(day)}の就職`,
  withdrawalOf: (file: string) => `取り消し:${file}`,
  recorded: "記録あり",
  voided: "取り消し",
  grantField: (subsidy: string, company: string, field: string) =>
    `${subsidy}${company ? ` ${company}` : ""} ${field}`,
} as const;
