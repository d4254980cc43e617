/** The old municipalities that form the city today, in the order of the city's own lists. */
export const AREAS = ["一関", "花泉", "大東", "千厩", "東山", "室根", "川崎", "藤沢", "市外"] as const;
export type Area = (typeof AREAS)[number];

/** What young people and their parents look for beside the work itself; facet `benefits`. */
export const BENEFITS = [
  "社員寮",
  "住宅手当",
  "奨学金返還支援",
  "転勤なし",
  "完全週休2日",
  "育児休業の実績",
  "資格取得支援",
  "車通勤可",
  "送迎あり",
  "時短勤務",
  "フレックスタイム",
  "外国語の対応",
  "応募前職場見学",
] as const;

/** Certifications that a company can state; each is checked by staff at approval. */
export const CERTIFICATIONS = [
  "くるみん",
  "えるぼし",
  "ユースエール",
  "いわて女性活躍企業等認定",
  "いわて働き方改革認証",
  "健康経営優良法人",
  "SDGsパートナー",
] as const;

/** School departments that a company welcomes: the KOSEN's four fields and the kinds of high-school courses. */
export const DEPARTMENTS = [
  "機械・知能系",
  "電気・電子系",
  "情報・ソフトウェア系",
  "化学・バイオ系",
  "工業科",
  "商業科",
  "農業科",
  "普通科",
  "総合学科",
  "看護・福祉",
  "文系",
  "理系",
  "学科不問",
] as const;

/** 日本標準産業分類 (14th revision) middle codes that occur here, with the words that young people use. */
export type Industry = { code: string; name: string; words: readonly string[] };

export const INDUSTRY_EDITION = "JSIC-14";

export const INDUSTRIES: readonly Industry[] = [
  { code: "01", name: "農業", words: ["野菜やくだものを育てる", "動物を育てる"] },
  { code: "02", name: "林業", words: ["森を育てる", "木を切り出す"] },
  { code: "06", name: "総合工事業", words: ["建物や道をつくる"] },
  { code: "07", name: "職別工事業", words: ["大工・左官などの職人"] },
  { code: "08", name: "設備工事業", words: ["電気や水道の設備をつくる"] },
  { code: "09", name: "食料品製造業", words: ["食べものをつくる"] },
  { code: "10", name: "飲料・たばこ・飼料製造業", words: ["飲みものをつくる"] },
  { code: "11", name: "繊維工業", words: ["服や布をつくる"] },
  { code: "12", name: "木材・木製品製造業", words: ["木でものをつくる"] },
  { code: "13", name: "家具・装備品製造業", words: ["家具をつくる"] },
  { code: "14", name: "パルプ・紙・紙加工品製造業", words: ["紙や箱をつくる"] },
  { code: "15", name: "印刷・同関連業", words: ["印刷する"] },
  { code: "18", name: "プラスチック製品製造業", words: ["プラスチックのものをつくる"] },
  { code: "19", name: "ゴム製品製造業", words: ["ゴムのものをつくる"] },
  { code: "21", name: "窯業・土石製品製造業", words: ["コンクリートや焼きものをつくる"] },
  { code: "23", name: "非鉄金属製造業", words: ["金属の材料をつくる"] },
  { code: "24", name: "金属製品製造業", words: ["金属のものをつくる"] },
  { code: "25", name: "はん用機械器具製造業", words: ["機械をつくる"] },
  { code: "26", name: "生産用機械器具製造業", words: ["機械をつくる", "金型をつくる"] },
  { code: "27", name: "業務用機械器具製造業", words: ["機械をつくる", "医療の器具をつくる"] },
  { code: "28", name: "電子部品・デバイス・電子回路製造業", words: ["電子部品をつくる", "半導体にかかわる"] },
  { code: "29", name: "電気機械器具製造業", words: ["電気の機械をつくる"] },
  { code: "30", name: "情報通信機械器具製造業", words: ["通信の機械をつくる"] },
  { code: "31", name: "輸送用機械器具製造業", words: ["車の部品をつくる"] },
  { code: "32", name: "その他の製造業", words: ["ものをつくる"] },
  { code: "39", name: "情報サービス業", words: ["プログラミング", "システムをつくる"] },
  { code: "41", name: "映像・音声・文字情報制作業", words: ["デザイン", "記事や映像をつくる"] },
  { code: "43", name: "道路旅客運送業", words: ["人を運ぶ"] },
  { code: "44", name: "道路貨物運送業", words: ["荷物を運ぶ"] },
  { code: "47", name: "倉庫業", words: ["荷物を預かる"] },
  { code: "53", name: "建築材料、鉱物・金属材料等卸売業", words: ["材料を売る"] },
  { code: "56", name: "各種商品小売業", words: ["お店で売る"] },
  { code: "58", name: "飲食料品小売業", words: ["お店で売る", "食べものを売る"] },
  { code: "59", name: "機械器具小売業", words: ["車や家電を売る"] },
  { code: "60", name: "その他の小売業", words: ["お店で売る"] },
  { code: "62", name: "銀行業", words: ["お金にかかわる"] },
  { code: "67", name: "保険業", words: ["お金にかかわる"] },
  { code: "69", name: "不動産賃貸業・管理業", words: ["家や土地にかかわる"] },
  { code: "72", name: "専門サービス業", words: ["専門知識で支える"] },
  { code: "74", name: "技術サービス業", words: ["測量・設計"] },
  { code: "75", name: "宿泊業", words: ["旅館やホテル", "おもてなし"] },
  { code: "76", name: "飲食店", words: ["料理をつくる"] },
  { code: "78", name: "洗濯・理容・美容・浴場業", words: ["美容", "クリーニング"] },
  { code: "81", name: "学校教育", words: ["子どもとかかわる", "教える"] },
  { code: "83", name: "医療業", words: ["人を治す", "看護"] },
  { code: "85", name: "社会保険・社会福祉・介護事業", words: ["人を支える", "介護", "子どもとかかわる"] },
  { code: "87", name: "協同組合", words: ["地域を支える"] },
  { code: "88", name: "廃棄物処理業", words: ["リサイクル"] },
  { code: "89", name: "自動車整備業", words: ["車を直す"] },
  { code: "92", name: "その他の事業サービス業", words: ["仕事を支える"] },
];

export function industryOf(code: string): Industry | undefined {
  return INDUSTRIES.find((industry) => industry.code === code);
}

/** Middle codes 09 to 32 are manufacturing (division E). */
export function isManufacturing(industryCode: string): boolean {
  return industryCode >= "09" && industryCode <= "32";
}

/**
 * 法人番号: 13 digits, the first is a check digit over the other twelve (ordinance on corporate numbers):
 * 9 − (Σ Pn·Qn mod 9), n counted from the right, Q = 1 for odd n and 2 for even n.
 */
export function corporateNumberCheckDigit(lastTwelve: string): number {
  const sum = [...lastTwelve]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}

export function isCorporateNumber(text: string): boolean {
  return /^[1-9]\d{12}$/.test(text) && Number(text[0]) === corporateNumberCheckDigit(text.slice(1));
}

/** The area of an address in the city; 市外 when it names none of the old municipalities. */
export function areaOfAddress(address: string): Area {
  const outlying = AREAS.find((area) => area !== "一関" && area !== "市外" && address.includes(area));
  return outlying ?? (address.includes("一関") ? "一関" : "市外");
}

/** Reasons to return a submission that staff choose from; the words are in app/locales/ja/approvals.ts. */
export const RETURN_REASONS = [
  "unclear-work",
  "wording",
  "facts",
  "working-conditions",
  "contact",
  "duplicate",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Working days within which staff answer a submission. */
export const REVIEW_TARGET_WORKING_DAYS = 5;
