import { longDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

/** Words of the staff's pages about everything that the portal counts. */
export const measureWords = {
  title: "記録から計算する値",
  lead: "ポータルが記録から計算できる値の一覧です。計画の指標に使っていない値も、ここで確かめられます。市民の画面では非公表になる値も表示しています。取り扱いに注意してください。",
  count: (all: number, unused: number) =>
    `数え方は${count(all)}あります。このうち${count(unused)}は、計画の指標に使っていません。`,
  back: "指標",
  choose: "時点を選ぶ",
  asOf: (day: string) => `${longDate(day)}現在`,
  subjects: {
    companies: "企業の掲載",
    events: "催し",
    support: "支援機関の相談と登録",
    placements: "就職と採用",
    contact: "就職の前の接点",
    retention: "定着",
    schools: "学校の進路",
    grants: "補助金とインターンシップ",
    portal: "ポータルの利用",
  },
  columns: ["数え方", "値", "内訳など", "使っている指標", "公表"],
  version: (key: string, version: number) => `${key}(第${version}版)`,
  rate: (numerator: number, denominator: number, unknown: number) =>
    `分母${count(denominator)}のうち${count(numerator)}、分からない${count(unknown)}`,
  bounds: (low: string, high: string) => `${low}から${high}の間`,
  part: (label: string, value: number) => `${label} ${count(value)}`,
  more: (cells: number) => `ほか${count(cells)}区分`,
  noIndicator: "なし",
  publicly: {
    shown: "公表できる",
    hidden: "非公表(少人数)",
    partly: "内訳の一部が非公表",
    none: "値なし",
  },
  publiclyNote:
    "「公表」は、少人数の決まりだけで見たときの扱いです。会議の資料では、ほかの表との引き算も調べるため、さらに非公表になることがあります。",
  now: "この時点の値",
  definition: "数え方",
  terms: {
    value: "値",
    definition: "数えるもの",
    key: "記号と版",
    counts: "単位",
    nature: "いつの分か",
    numerator: "分子",
    denominator: "分母",
    unknownRule: "分からないものの扱い",
    parameters: "条件",
    rate: "分子と分母",
    bounds: "分からないもので動く幅",
    records: "もとの記録",
    indicators: "使っている指標",
    publicly: "公表",
    digest: "記録の照合値",
  },
  parameterNames: {
    months: "月数",
    route: "就職のきっかけ",
    schoolKind: "学校の種類",
    graduationYear: "卒業年",
  } as Record<string, string>,
  breakdown: "内訳",
  hiddenPublicly: "(市民には非公表)",
  noBreakdown: "この値に内訳はありません。",
  records: "もとの記録の一覧",
  recordsTitle: (name: string) => `もとの記録:${name}`,
  recordsBack: (name: string) => name,
} as const;
