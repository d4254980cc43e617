import { indicatorWords } from "./indicators.ts";

const { cells, cellsBy } = indicatorWords.detail;

/** Words for what an indicator chooses of its measure. */
export const parameterWords: {
  names: Record<string, string>;
  support: Record<string, string>;
  choices: Record<string, Record<string, string> | undefined>;
  all: Record<string, string>;
  text: (name: string, value: string | number) => string;
  usual: (text: string) => string;
  chosen: (parts: readonly string[]) => string;
  legend: string;
  lead: string;
} = {
  names: {
    eventKind: "催しの種類",
    participantCategory: "参加者の区分",
    month: "催しが始まる月",
    route: "就職のきっかけ",
    schoolKind: "学校の種類",
    graduationYear: "卒業した年",
    months: "月数",
  },
  support: {
    month: "1から12まで。どの月も数えるときは空欄にします。",
    graduationYear:
      "西暦。1つの年の卒業者だけを数え続けるときに入力します。年度ごとに新しい卒業者を数えるときは空欄にします。",
    months: "1から60まで",
  },
  choices: {
    eventKind: cellsBy.eventKind,
    participantCategory: {
      student: cells["student"]!,
      guardian: cells["guardian"]!,
      other: cells["other"]!,
      company: cells["company"]!,
      teacher: cells["teacher"]!,
    },
    route: cellsBy.route,
    schoolKind: cellsBy.schoolKind,
  },
  all: {
    eventKind: "すべての種類",
    participantCategory: "すべての区分",
    schoolKind: "すべての種類",
  },
  text: (name, value) => {
    if (name === "month") return `${value}月`;
    if (name === "months") return `${value}か月`;
    return name === "graduationYear" ? `${value}年` : String(value);
  },
  usual: (text) => `選ばないときは${text}`,
  chosen: (parts) => `この指標では、次のように定めて数える。${parts.join("、")}。`,
  legend: "この出どころで選ぶこと",
  lead: "選んだ内容は、公開ページの数え方の説明に並べて示します。後から変えると、前の年度の値とは比べられなくなります。",
};

/** What was chosen in words, always in the same order: 催しの種類は就職ガイダンス. */
export function parameterTexts(parameters: Readonly<Record<string, string | number>> = {}): string[] {
  return Object.entries(parameterWords.names).flatMap(([name, label]) => {
    const value = parameters[name];
    if (value === undefined) return [];
    return `${label}は${parameterWords.choices[name]?.[String(value)] ?? parameterWords.text(name, value)}`;
  });
}

/** What an indicator chose of its measure, as one sentence behind the measure's definition; empty for nothing. */
export function chosenText(parameters: Readonly<Record<string, string | number>> | undefined): string {
  const parts = parameterTexts(parameters);
  return parts.length === 0 ? "" : parameterWords.chosen(parts);
}
