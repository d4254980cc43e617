import { INDUSTRIES, industryOf } from "../companies/rules.ts";

/** Industries in the words of young people. `key` stands in addresses; each middle code belongs to one group. */
export type IndustryGroup = { key: string; label: string; codes: readonly string[] };

export const INDUSTRY_GROUPS: readonly IndustryGroup[] = [
  { key: "machines", label: "機械をつくる", codes: ["25", "26", "27", "29", "30"] },
  { key: "metal", label: "金属のものをつくる", codes: ["23", "24"] },
  { key: "electronics", label: "電子部品・半導体にかかわる", codes: ["28"] },
  { key: "vehicles", label: "車の部品をつくる・車を直す", codes: ["31", "89"] },
  { key: "food", label: "食べもの・飲みものをつくる", codes: ["09", "10"] },
  {
    key: "materials",
    label: "プラスチック・ゴム・コンクリートなどをつくる",
    codes: ["18", "19", "21", "32"],
  },
  { key: "wood-paper", label: "木・紙・布のものをつくる、印刷する", codes: ["11", "12", "13", "14", "15"] },
  { key: "building", label: "建物・道・設備をつくる", codes: ["06", "07", "08"] },
  { key: "farm-forest", label: "野菜・動物・森を育てる", codes: ["01", "02"] },
  { key: "programming", label: "プログラミング・システムをつくる", codes: ["39"] },
  { key: "design", label: "デザイン・記事・映像をつくる", codes: ["41"] },
  { key: "transport", label: "人や荷物を運ぶ", codes: ["43", "44", "47"] },
  { key: "shops", label: "お店で売る・材料を売る", codes: ["53", "56", "58", "59", "60"] },
  { key: "hospitality", label: "旅館・ホテル・料理でもてなす", codes: ["75", "76"] },
  { key: "beauty", label: "美容・クリーニング", codes: ["78"] },
  { key: "medicine", label: "人を治す・看護する", codes: ["83"] },
  { key: "care", label: "人を支える・介護・保育", codes: ["85"] },
  { key: "teaching", label: "教える・子どもとかかわる", codes: ["81"] },
  { key: "money-homes", label: "お金・家・土地にかかわる", codes: ["62", "67", "69"] },
  { key: "expertise", label: "測量・設計・専門知識で支える", codes: ["72", "74"] },
  { key: "community", label: "地域や仕事を支える・リサイクル", codes: ["87", "88", "92"] },
];

/** A choice of industry in an address: a group's key, a middle code of the classification, or a division's letter. */
export function industryChoice(value: string): IndustryGroup | null {
  const group = INDUSTRY_GROUPS.find(({ key }) => key === value);
  if (group) return group;
  const industry = industryOf(value);
  return industry ? { key: value, label: industry.name, codes: [industry.code] } : null;
}

/** Middle codes that no group names; the test keeps this empty. */
export function ungroupedIndustries(): string[] {
  const grouped = new Set(INDUSTRY_GROUPS.flatMap(({ codes }) => codes));
  return INDUSTRIES.map(({ code }) => code).filter((code) => !grouped.has(code));
}
