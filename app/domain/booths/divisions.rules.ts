/** 大分類 of 日本標準産業分類 (14th revision) by the middle codes that they span. */
export type Division = { letter: string; name: string; first: string; last: string };

export const DIVISIONS: readonly Division[] = [
  { letter: "A", name: "農業、林業", first: "01", last: "02" },
  { letter: "B", name: "漁業", first: "03", last: "04" },
  { letter: "C", name: "鉱業、採石業、砂利採取業", first: "05", last: "05" },
  { letter: "D", name: "建設業", first: "06", last: "08" },
  { letter: "E", name: "製造業", first: "09", last: "32" },
  { letter: "F", name: "電気・ガス・熱供給・水道業", first: "33", last: "36" },
  { letter: "G", name: "情報通信業", first: "37", last: "41" },
  { letter: "H", name: "運輸業、郵便業", first: "42", last: "49" },
  { letter: "I", name: "卸売業、小売業", first: "50", last: "61" },
  { letter: "J", name: "金融業、保険業", first: "62", last: "67" },
  { letter: "K", name: "不動産業、物品賃貸業", first: "68", last: "70" },
  { letter: "L", name: "学術研究、専門・技術サービス業", first: "71", last: "74" },
  { letter: "M", name: "宿泊業、飲食サービス業", first: "75", last: "77" },
  { letter: "N", name: "生活関連サービス業、娯楽業", first: "78", last: "80" },
  { letter: "O", name: "教育、学習支援業", first: "81", last: "82" },
  { letter: "P", name: "医療、福祉", first: "83", last: "85" },
  { letter: "Q", name: "複合サービス事業", first: "86", last: "87" },
  { letter: "R", name: "サービス業(ほかに分類されないもの)", first: "88", last: "96" },
  { letter: "S", name: "公務", first: "97", last: "98" },
  { letter: "T", name: "分類不能の産業", first: "99", last: "99" },
];

/** The division of a middle code; T (分類不能) for anything that is no code. */
export function divisionOf(industryCode: string): Division {
  const found = DIVISIONS.find(({ first, last }) => industryCode >= first && industryCode <= last);
  return found ?? DIVISIONS.at(-1)!;
}

/** The name of a division by its letter. */
export function divisionName(letter: string): string {
  return DIVISIONS.find((division) => division.letter === letter)?.name ?? letter;
}
