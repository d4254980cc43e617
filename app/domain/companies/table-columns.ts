import { normaliseLine } from "../text/rules.ts";
import { isBlank, PROFILE_FIELDS, type ProfileField } from "./profile.rules.ts";
import { industryOf } from "./rules.ts";
import type { CompanyProfile } from "./schema.ts";

/**
 * The columns of company tables. Their headers are a format that other programs read, so they are no words of the pages: a
 * header that was published stays. Groups of rows (establishments, photographs, hires by year) are in no table.
 */
export type ColumnField =
  | Exclude<ProfileField, "establishments" | "photos" | "graduateHires">
  | "corporateNumber";

/** A header and what else people call it; everything is compared as `headerKey` gives it. */
type Column = { field: ColumnField; header: string; also: readonly string[] };

export const COMPANY_COLUMNS: readonly Column[] = [
  { field: "corporateNumber", header: "法人番号", also: ["法人No", "法人ナンバー", "corporate number"] },
  {
    field: "name",
    header: "企業名",
    also: [
      "会社名",
      "名称",
      "事業所名",
      "法人名",
      "商号",
      "商号又は名称",
      "事業者名",
      "社名",
      "企業名称",
      "会社名称",
    ],
  },
  {
    field: "nameKana",
    header: "フリガナ",
    also: [
      "企業名カナ",
      "会社名カナ",
      "カナ",
      "ふりがな",
      "ヨミ",
      "読み",
      "名称カナ",
      "企業名フリガナ",
      "会社名フリガナ",
    ],
  },
  { field: "aliases", header: "別の呼び名", also: ["略称", "通称", "別名"] },
  { field: "formerNames", header: "以前の名称", also: ["旧名称", "旧社名", "旧商号"] },
  { field: "postalCode", header: "郵便番号", also: ["〒", "郵便", "zip"] },
  {
    field: "address",
    header: "所在地",
    also: ["住所", "本社所在地", "事業所所在地", "会社所在地", "本社住所", "所在地_連結表記"],
  },
  { field: "area", header: "地域", also: ["旧町村", "地区", "エリア"] },
  {
    field: "phone",
    header: "電話番号",
    also: ["電話", "TEL", "連絡先電話番号", "代表電話", "電話番号(代表)"],
  },
  {
    field: "website",
    header: "ウェブサイト",
    also: ["URL", "ホームページ", "HP", "WEB", "サイト", "ホームページアドレス"],
  },
  {
    field: "contactDepartment",
    header: "問い合わせ先の部署",
    also: ["担当部署", "部署", "担当課", "問合せ先", "問い合わせ先", "連絡先部署", "採用担当部署", "窓口"],
  },
  {
    field: "industryCode",
    header: "業種コード",
    also: ["業種", "業種(中分類)", "産業分類", "産業分類コード", "中分類", "日本標準産業分類"],
  },
  { field: "employeeCount", header: "従業員数", also: ["社員数", "従業員", "職員数", "人数", "従業者数"] },
  { field: "asOf", header: "基準日", also: ["記載内容の基準日", "時点", "更新日", "現在"] },
  { field: "foundedYear", header: "設立年", also: ["創業年", "設立", "創業", "設立年月日", "設立・創業年"] },
  { field: "catchphrase", header: "ひとこと紹介", also: ["キャッチフレーズ", "キャッチコピー", "PR"] },
  {
    field: "description",
    header: "仕事の内容",
    also: ["事業内容", "業務内容", "仕事内容", "事業概要", "概要", "主な事業"],
  },
  { field: "dayAtWork", header: "ある社員の一日", also: ["一日の流れ"] },
  { field: "videoUrl", header: "紹介動画", also: ["動画", "動画URL"] },
  { field: "visiting", header: "見学のしかた", also: ["見学", "職場見学", "企業見学"] },
  { field: "products", header: "製品・サービス", also: ["製品", "主要製品", "商品", "取扱品目", "主な製品"] },
  { field: "technologies", header: "技術", also: ["保有技術", "得意技術", "加工技術"] },
  { field: "equipment", header: "設備", also: ["主な設備", "主要設備", "保有設備"] },
  { field: "benefits", header: "働きやすさ", also: ["福利厚生"] },
  { field: "certifications", header: "認証・認定", also: ["認証", "認定", "取得認証"] },
  { field: "departments", header: "歓迎する学科", also: ["学科", "募集学科"] },
  { field: "workingHours", header: "勤務時間", also: ["就業時間"] },
  { field: "nightShift", header: "夜勤", also: ["夜勤の有無"] },
  { field: "holidays", header: "休日", also: ["休日・休暇", "休み"] },
  { field: "annualHolidays", header: "年間休日", also: ["年間休日数"] },
  { field: "startingPayHighSchool", header: "初任給(高校卒)", also: ["初任給(高卒)", "高卒初任給"] },
  { field: "startingPayKosen", header: "初任給(高専卒)", also: ["高専卒初任給"] },
  { field: "startingPayUniversity", header: "初任給(大学卒)", also: ["初任給(大卒)", "大卒初任給"] },
  { field: "fixedOvertimePay", header: "固定残業代", also: [] },
  { field: "fixedOvertimeHours", header: "固定残業時間", also: [] },
  { field: "fixedOvertimeExcessPaid", header: "固定残業時間を超えた分の支払い", also: [] },
  { field: "termsAsOf", header: "勤務条件の基準日", also: [] },
  { field: "commute", header: "通勤のしかた", also: ["通勤", "アクセス"] },
  { field: "drivingLicence", header: "運転免許", also: ["普通免許", "自動車免許"] },
  { field: "kosenAlumni", header: "高専の卒業生", also: ["高専OB"] },
  { field: "highSchoolAlumni", header: "地元高校の卒業生", also: ["高校OB"] },
  { field: "newGraduatesHired", header: "直近3年の新卒採用", also: ["新卒採用数", "新卒採用者数"] },
  { field: "newGraduatesLeft", header: "直近3年の新卒離職", also: ["新卒離職数", "新卒離職者数"] },
  { field: "youthFactsYear", header: "青少年雇用情報の年度", also: ["数値の年度"] },
  { field: "averageAge", header: "平均年齢", also: [] },
  { field: "averageTenureYears", header: "平均勤続年数", also: ["勤続年数"] },
  { field: "averageOvertimeHours", header: "月平均の残業時間", also: ["月平均残業時間", "残業時間"] },
  {
    field: "averagePaidLeaveDays",
    header: "有給休暇の平均取得日数",
    also: ["有給取得日数", "平均有給取得日数"],
  },
  { field: "childcareLeaveWomenEntitled", header: "育児休業の対象になった女性", also: [] },
  { field: "childcareLeaveWomenTaken", header: "育児休業を取った女性", also: [] },
  { field: "childcareLeaveMenEntitled", header: "育児休業の対象になった男性", also: [] },
  { field: "childcareLeaveMenTaken", header: "育児休業を取った男性", also: [] },
  { field: "womenDirectorsPercent", header: "役員に占める女性の割合", also: ["女性役員比率"] },
  { field: "womenManagersPercent", header: "管理職に占める女性の割合", also: ["女性管理職比率"] },
  { field: "training", header: "研修", also: ["研修制度"] },
  { field: "mentors", header: "メンター制度", also: [] },
  { field: "careerConsulting", header: "キャリア相談", also: [] },
  { field: "certificationSupport", header: "資格取得の支援", also: ["資格支援"] },
];

export const COLUMN_FIELDS: readonly ColumnField[] = COMPANY_COLUMNS.map(({ field }) => field);

/** How headers are compared: width, case, spaces, brackets' kind and a trailing note of a requirement do not matter. */
export function headerKey(header: string): string {
  return normaliseLine(header)
    .toLowerCase()
    .replace(/[※*【[].*$/, "")
    .replace(/[\s_・:]/g, "");
}

export function columnHeader(field: ColumnField): string {
  return COMPANY_COLUMNS.find((column) => column.field === field)!.header;
}

const THERE_IS: Record<string, string> = { yes: "あり", no: "なし" };

/** The codes of a choice in the words of a table; unknown is a blank. */
export const CHOICE_WORDS: Partial<Record<ColumnField, Record<string, string>>> = {
  nightShift: THERE_IS,
  fixedOvertimeExcessPaid: THERE_IS,
  drivingLicence: { needed: "必要", "not-needed": "不要" },
  kosenAlumni: THERE_IS,
  highSchoolAlumni: THERE_IS,
  mentors: THERE_IS,
  careerConsulting: THERE_IS,
};

/** One field as the cell of a table. A blank stays a blank. */
export function cellOf(field: ProfileField, value: unknown): string {
  if (isBlank(value)) return "";
  const words = CHOICE_WORDS[field as ColumnField];
  if (words) return words[String(value)] ?? "";
  return Array.isArray(value) ? value.join("、") : String(value);
}

const LAST_COLUMNS = ["業種名", "掲載日", "ページ"] as const;

/** The header of the public table of companies. */
export const COMPANY_TABLE_HEADER: readonly string[] = [
  ...COMPANY_COLUMNS.map(({ header }) => header),
  ...LAST_COLUMNS,
];

/** A published company as a row of the public table. `publishedOn` is a JST day. */
export function companyTableRow(company: {
  corporateNumber: string | null;
  profile: CompanyProfile;
  publishedOn: string;
  pageUrl: string;
}): string[] {
  const { profile } = company;
  return [
    ...COMPANY_COLUMNS.map(({ field }) =>
      field === "corporateNumber" ? (company.corporateNumber ?? "") : cellOf(field, profile[field]),
    ),
    industryOf(profile.industryCode)?.name ?? "",
    company.publishedOn,
    company.pageUrl,
  ];
}

/** Fields of a profile that no table has; a test keeps the two lists together. */
export function fieldsWithoutColumn(): ProfileField[] {
  return PROFILE_FIELDS.filter((field) => !(COLUMN_FIELDS as readonly string[]).includes(field));
}
