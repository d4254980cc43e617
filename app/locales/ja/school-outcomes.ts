import { eraYearOf, longDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

/** The counts of a class, entered by a school or by staff for it. */
export const outcomeWords = {
  title: "卒業生の進路の人数",
  lead: (school: string) =>
    `${school}の卒業生の進路を、人数でお知らせください。名前や個人の進路は入力しません。新規高卒者の管内就職率は、この人数から計算します。`,
  homeText:
    "卒業生の進路を、人数だけで市に知らせるページです。管内就職率の計算に使います。名前は入力しません。",
  enter: "人数を入力する",
  enterText: "すべての欄に数を入れてください。いないときは0と入力します。空欄は0とみなしません。",
  department: "学科",
  departmentWhole: "学校全体(学科を分けない)",
  departmentSupport: "学科ごとに入力するときは、すべての学科を同じ基準日で入力してください。",
  departmentText: "学科の名前(学科ごとに入力するとき)",
  departmentTextSupport: "学校全体の人数を入力するときは空欄にしてください。",
  graduationYear: "卒業した年(3月)",
  graduationYearSupport: "西暦で入力してください。例:2026年3月に卒業した学年は2026",
  asOf: "基準日",
  asOfSupport: "いつ現在の人数か。例:2026年5月1日",
  graduates: "卒業者(合計)",
  graduatesSupport: "下の6つの人数の合計と同じになります。",
  parts: {
    placedLocal: "管内に就職(一関市・平泉町)",
    placedPrefecture: "県内のほかの市町村に就職",
    placedOutside: "県外に就職",
    furtherStudy: "進学",
    other: "その他(家業、一時的な仕事など)",
    unknown: "未定・不明",
  } as Record<string, string>,
  status: "確定かどうか",
  statuses: [
    { value: "provisional", label: "暫定(これから変わることがある)" },
    { value: "final", label: "確定" },
  ],
  statusNames: {
    provisional: "暫定",
    final: "確定",
    revised: "改訂",
    estimated: "推計",
  } as Record<string, string>,
  save: "人数を記録する",
  list: "これまでの記録",
  listText:
    "同じ学年・学科・基準日をもう一度入力すると、前の記録を直したことになります。前の人数も記録として残ります。",
  none: "まだ記録がありません",
  noneText: "上の欄から入力すると、ここに一覧で表示されます。",
  classOf: (year: number) => `${year}年3月卒(${eraYearOf(`${year}-03-31`)})`,
  whole: "学校全体",
  columns: ["学年・学科", "基準日", "卒業者", "管内", "県内", "県外", "進学", "その他", "未定・不明", "状態"],
  corrected: "後の記録で直しました",
  byStaff: "事務局が入力",
  recordedOn: (day: string) => `${day}に記録`,
  result: "市が計算する割合",
  resultText:
    "管内就職率は、就職した人のうち管内(一関市・平泉町)に就職した人の割合です。進学した人と未定・不明の人は分母に入れません。",
  rate: (local: number, placed: number, percent: number) =>
    `${percent.toFixed(1)}%(就職した${count(placed)}人のうち${count(local)}人)`,
  noRate: "就職した人がいないため、割合は計算しません。",
  bounds: (unknown: number, lowest: number, highest: number) =>
    `未定・不明の${count(unknown)}人の進路によって、${lowest.toFixed(1)}%から${highest.toFixed(1)}%のあいだで変わります。`,
  allKnown: "未定・不明の人はいません。",
  latest: (year: string, day: string) => `${year}、${longDate(day)}現在`,
  people: (value: number) => `${count(value)}人`,
  source: "聞き取った相手と方法",
  sourceSupport: "例:進路指導担当の先生から電話で。お名前は書かないでください。",
  bySchool: "学校が入力",

  staffTitle: "学校の進路の人数",
  staffLead:
    "学校から届いた人数を確かめ、電話で聞いた人数を学校に代わって入力します。空いている学校には、進路指導の先生に連絡してください。",
  staffSchools: (year: number) => `${year}年3月卒の報告`,
  staffColumns: ["学校", "報告", ""],
  reported: (day: string, isFinal: boolean) => `${longDate(day)}現在(${isFinal ? "確定" : "暫定"})`,
  notReported: "報告がありません",
  notDue: "まだ卒業していません(秋から途中の人数を入力できます)",
  enterFor: "この学校の人数を入力する",
  enterForSchool: (school: string) => `${school}の人数を入力する`,
  years: "卒業した年",
  year: (year: number) => `${year}年`,
} as const;
