/** Japan Standard Industrial Classification (14th revision, in force from April 2024): divisions and their middle codes. */

const divisions: readonly { letter: string; first: number; last: number; name: string }[] = [
  { letter: "A", first: 1, last: 2, name: "農業、林業" },
  { letter: "B", first: 3, last: 4, name: "漁業" },
  { letter: "C", first: 5, last: 5, name: "鉱業、採石業、砂利採取業" },
  { letter: "D", first: 6, last: 8, name: "建設業" },
  { letter: "E", first: 9, last: 32, name: "製造業" },
  { letter: "F", first: 33, last: 36, name: "電気・ガス・熱供給・水道業" },
  { letter: "G", first: 37, last: 41, name: "情報通信業" },
  { letter: "H", first: 42, last: 49, name: "運輸業、郵便業" },
  { letter: "I", first: 50, last: 61, name: "卸売業、小売業" },
  { letter: "J", first: 62, last: 67, name: "金融業、保険業" },
  { letter: "K", first: 68, last: 70, name: "不動産業、物品賃貸業" },
  { letter: "L", first: 71, last: 74, name: "学術研究、専門・技術サービス業" },
  { letter: "M", first: 75, last: 77, name: "宿泊業、飲食サービス業" },
  { letter: "N", first: 78, last: 80, name: "生活関連サービス業、娯楽業" },
  { letter: "O", first: 81, last: 82, name: "教育、学習支援業" },
  { letter: "P", first: 83, last: 85, name: "医療、福祉" },
  { letter: "Q", first: 86, last: 87, name: "複合サービス事業" },
  { letter: "R", first: 88, last: 96, name: "サービス業（他に分類されないもの）" },
  { letter: "S", first: 97, last: 98, name: "公務" },
  { letter: "T", first: 99, last: 99, name: "分類不能の産業" },
];

/** Division letter → its name. */
export const industryGroups: ReadonlyMap<string, string> = new Map(
  divisions.map(({ letter, name }) => [letter, name]),
);

/** The division letter of a code in any spelling ("E", "24", "E24", "2411"); "" when there is none. */
export function industryGroup(code: string): string {
  const unified = code.normalize("NFKC").trim().toUpperCase();
  if (/^[A-T]/.test(unified)) return unified[0]!;
  const middle = Number(unified.slice(0, 2));
  return divisions.find(({ first, last }) => middle >= first && middle <= last)?.letter ?? "";
}

/** The two digits of the middle code; "" when the code names a division only. */
export function industryMiddleCode(code: string): string {
  return /^[A-T]?-?(\d{2})/.exec(code.normalize("NFKC").trim().toUpperCase())?.[1] ?? "";
}
