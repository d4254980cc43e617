import { normaliseLine } from "../text/rules.ts";
import type { FigureKind } from "./rules.ts";

/**
 * The columns of tables with figures. Their headers are a format that other programs write, so they are no words of the
 * pages: a header that was published stays. `isLabel`: names what the row is about, and may be filled down.
 */
export type FigureField = { field: string; header: string; also?: readonly string[]; isLabel?: boolean };

const NOTE: FigureField = { field: "note", header: "注記", also: ["備考", "訂正の理由", "コメント", "摘要"] };
const VOID: FigureField = { field: "isVoid", header: "取消", also: ["取り消し"] };
const INDICATOR: readonly FigureField[] = [
  { field: "indicatorId", header: "指標ID", also: ["指標のID", "indicator id"], isLabel: true },
  {
    field: "nodeCode",
    header: "番号",
    also: ["事業番号", "No", "コード", "施策番号", "戦略番号", "事業No"],
    isLabel: true,
  },
  {
    field: "indicatorName",
    header: "指標名",
    also: ["指標", "成果指標", "指標の名称", "項目", "評価指標", "区分", "目標"],
    isLabel: true,
  },
  { field: "unit", header: "単位", isLabel: true },
  { field: "fiscalYear", header: "年度", also: ["対象年度", "会計年度", "年次", "年"], isLabel: true },
];

export const FIELDS: Readonly<Record<FigureKind, readonly FigureField[]>> = {
  observations: [
    ...INDICATOR,
    {
      field: "value",
      header: "値",
      also: ["実績値", "実績", "数値", "実績見込", "統計値", "基準値", "現状値"],
    },
    { field: "missingReason", header: "値がない理由", also: ["欠測の理由", "理由"] },
    { field: "numerator", header: "分子" },
    { field: "denominator", header: "分母" },
    { field: "unknownCount", header: "不明", also: ["不明者数", "未把握", "不明の数"] },
    { field: "asOf", header: "基準日", also: ["時点", "調査日", "現在日", "調査時点"] },
    { field: "status", header: "確定の状態", also: ["速報・確報", "状態", "速報確報の別"] },
    { field: "area", header: "地域", also: ["市町村", "自治体", "都市", "市"], isLabel: true },
    { field: "source", header: "出典", also: ["資料", "資料名", "出所"] },
    NOTE,
  ],
  targets: [
    ...INDICATOR,
    { field: "value", header: "目標値", also: ["計画値"] },
    { field: "text", header: "目標の文", also: ["目標の内容", "目標の表現"] },
  ],
  schoolOutcomes: [
    { field: "school", header: "学校", also: ["学校名", "高等学校", "高校", "高校名"], isLabel: true },
    { field: "department", header: "学科", also: ["学科名", "科", "コース", "課程"], isLabel: true },
    {
      field: "graduationYear",
      header: "卒業年",
      also: ["卒業年度", "卒業", "卒業年月", "年度"],
      isLabel: true,
    },
    { field: "graduates", header: "卒業者", also: ["卒業者数", "卒業生", "卒業生数", "卒業者総数"] },
    { field: "placedLocal", header: "管内就職", also: ["管内", "管内就職者", "市内就職", "管内就職者数"] },
    {
      field: "placedPrefecture",
      header: "県内就職(管外)",
      also: ["県内管外", "県内就職", "管外県内", "県内(管外)", "県内就職者"],
    },
    { field: "placedOutside", header: "県外就職", also: ["県外", "県外就職者", "県外就職者数"] },
    { field: "furtherStudy", header: "進学", also: ["進学者", "進学者数", "大学等進学"] },
    { field: "other", header: "その他", also: ["その他の進路"] },
    { field: "unknown", header: "未定・不明", also: ["不明", "未定", "未内定", "未把握", "進路未定"] },
    { field: "asOf", header: "基準日", also: ["時点", "調査日", "現在日", "調査時点"] },
    NOTE,
  ],
  supportReports: [
    { field: "programme", header: "事業", also: ["事業名", "機関", "窓口", "支援機関"], isLabel: true },
    { field: "month", header: "月", also: ["年月", "報告月", "対象月", "相談月"], isLabel: true },
    { field: "consultations", header: "相談件数", also: ["相談", "相談数", "延べ相談件数", "利用件数"] },
    {
      field: "newRegistrations",
      header: "新規登録者",
      also: ["新規登録", "新規登録者数", "登録者数", "新規"],
    },
    NOTE,
  ],
  subsidyGrants: [
    { field: "subsidy", header: "補助金", also: ["補助金名", "制度", "制度名", "事業名"], isLabel: true },
    {
      field: "company",
      header: "企業",
      also: ["企業名", "事業者", "事業者名", "交付先", "法人番号"],
      isLabel: true,
    },
    { field: "countedAs", header: "対象者の区分", also: ["区分", "対象", "対象区分"] },
    { field: "people", header: "人数", also: ["対象人数", "対象者数", "人"] },
    { field: "decidedOn", header: "交付決定日", also: ["決定日", "交付決定年月日", "決定年月日"] },
    VOID,
    NOTE,
  ],
  placements: [
    {
      field: "personNumber",
      header: "利用者番号",
      also: ["整理番号", "登録番号", "個人番号", "利用者No", "登録No", "利用者ID", "求職番号"],
    },
    {
      field: "startedOn",
      header: "就職日",
      also: ["就職年月日", "採用日", "入社日", "就職決定日", "雇用開始日"],
    },
    { field: "kind", header: "就職の区分", also: ["区分", "新卒・既卒", "新卒既卒の別"] },
    { field: "inJurisdiction", header: "管内・管外", also: ["管内", "管内外", "管内管外の別", "就職地域"] },
    { field: "company", header: "就職先", also: ["企業", "企業名", "就職先企業", "就職先名", "法人番号"] },
    { field: "placeOfWork", header: "勤務地", also: ["就業場所", "勤務地市町村", "就業地"] },
    { field: "school", header: "学校", also: ["学校名", "出身校", "最終学校"] },
    { field: "graduationYear", header: "卒業年", also: ["卒業年度", "卒業年月"] },
    VOID,
    NOTE,
  ],
};

/** What two spellings of a header have in common. */
export function headerKey(header: string): string {
  return normaliseLine(header)
    .toLowerCase()
    .replace(/[(【[※*](人|件|単位.*|円|名|社|\d+)?[)】\]]?$/, "")
    .replace(/[\s_・:.,()]/g, "");
}

/** Columns about persons: their cells are not even stored. */
const PERSON = /氏名|名前|担当者|生年月日|電話|住所|メール|e-?mail|フリガナ|ふりがな|性別|年齢/i;

export function isPersonColumn(kind: FigureKind, header: string): boolean {
  const isName = kind === "placements" ? PERSON : /^(氏名|担当者|担当者名|生年月日|電話番号|メールアドレス)$/;
  return isName.test(headerKey(header));
}
