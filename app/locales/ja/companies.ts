import { longDate } from "#app/platform/calendar.ts";

/** Words about companies: the fields of a profile and the page that the public reads. */
export const profileLabels = {
  name: "企業名",
  nameKana: "企業名(カナ)",
  aliases: "別の呼び名・略称",
  formerNames: "以前の名称",
  postalCode: "郵便番号",
  address: "所在地",
  area: "地域",
  phone: "電話番号",
  website: "ウェブサイト",
  contactDepartment: "問い合わせ先の部署・担当",
  establishments: "本社以外の事業所",
  industryCode: "業種(日本標準産業分類・中分類)",
  employeeCount: "従業員数",
  asOf: "記載内容の基準日",
  foundedYear: "設立・創業年",
  catchphrase: "ひとことで言うと",
  description: "仕事の内容",
  dayAtWork: "ある社員の一日",
  photos: "写真",
  videoUrl: "紹介動画",
  visiting: "見学のしかた",
  products: "製品・サービス",
  technologies: "技術",
  equipment: "主な設備",
  benefits: "働きやすさ",
  certifications: "認証・認定",
  departments: "歓迎する学科",
  workingHours: "勤務時間",
  nightShift: "夜勤",
  holidays: "休日",
  annualHolidays: "年間休日",
  startingPayHighSchool: "初任給(高校卒)",
  startingPayKosen: "初任給(高専卒)",
  startingPayUniversity: "初任給(大学卒)",
  fixedOvertimePay: "固定残業代(初任給に含まれる額)",
  fixedOvertimeHours: "固定残業代にあたる時間",
  fixedOvertimeExcessPaid: "固定残業時間を超えた分の支払い",
  termsAsOf: "勤務条件の基準日",
  commute: "通勤のしかた(冬を含む)",
  drivingLicence: "運転免許",
  kosenAlumni: "高専の卒業生",
  highSchoolAlumni: "地元高校の卒業生",
  graduateHires: "新卒採用と離職(年度・学校・男女別)",
  newGraduatesHired: "直近3年の新卒採用",
  newGraduatesLeft: "うち離職",
  youthFactsYear: "下の数値の年度",
  averageAge: "平均年齢",
  averageTenureYears: "平均勤続年数",
  averageOvertimeHours: "月平均の残業時間",
  averagePaidLeaveDays: "有給休暇の平均取得日数",
  childcareLeaveWomenEntitled: "育児休業の対象になった女性",
  childcareLeaveWomenTaken: "育児休業を取った女性",
  childcareLeaveMenEntitled: "育児休業の対象になった男性",
  childcareLeaveMenTaken: "育児休業を取った男性",
  womenDirectorsPercent: "役員に占める女性の割合",
  womenManagersPercent: "管理職に占める女性の割合",
  training: "研修",
  mentors: "メンター制度",
  careerConsulting: "キャリア相談",
  certificationSupport: "資格取得の支援",
} as const;

export const alumniWords: Record<string, string> = { yes: "います", no: "いません", unknown: "未記入" };

const yen = (value: number) => `${value.toLocaleString("ja-JP")}円/月`;
const people = (value: number) => `${value.toLocaleString("ja-JP")}人`;

const units: Record<string, (value: number) => string> = {
  employeeCount: people,
  foundedYear: (value) => `${value}年`,
  annualHolidays: (value) => `${value}日`,
  startingPayHighSchool: yen,
  startingPayKosen: yen,
  startingPayUniversity: yen,
  newGraduatesHired: people,
  newGraduatesLeft: people,
  averageTenureYears: (value) => `${value}年`,
  averageOvertimeHours: (value) => `${value}時間`,
  averagePaidLeaveDays: (value) => `${value}日`,
  fixedOvertimePay: yen,
  fixedOvertimeHours: (value) => `${value}時間/月`,
  youthFactsYear: (value) => `${value}年度`,
  averageAge: (value) => `${value}歳`,
  childcareLeaveWomenEntitled: people,
  childcareLeaveWomenTaken: people,
  childcareLeaveMenEntitled: people,
  childcareLeaveMenTaken: people,
  womenDirectorsPercent: (value) => `${value}%`,
  womenManagersPercent: (value) => `${value}%`,
};

export const NOT_FILLED = "未記入";

const thereIs = { yes: "あります", no: "ありません" };
const yesNoWords: Record<string, Record<string, string>> = {
  nightShift: thereIs,
  fixedOvertimeExcessPaid: { yes: "別に支払います", no: "支払いません" },
  drivingLicence: { needed: "必要です", "not-needed": "必要ありません" },
  mentors: thereIs,
  careerConsulting: thereIs,
};

export const schoolKindWords: Record<string, string> = {
  highSchool: "高校",
  kosen: "高専",
  university: "大学等",
};
export const sexWords: Record<string, string> = { female: "女性", male: "男性" };

type Row = Record<string, string | number | null>;

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

/** One row of a repeated group in one line: a place of business, a photograph, the hires of a year. */
function rowWords(field: string, row: Row): string {
  if (field === "establishments") return `${row["name"]}(${row["area"]})${row["address"]}`;
  if (field === "photos") return String(row["alt"]);
  const count = (value: unknown) => (typeof value === "number" ? people(value) : NOT_FILLED);
  return `${row["fiscalYear"]}年度 ${schoolKindWords[row["schoolKind"] as string]}・${sexWords[row["sex"] as string]}:採用${count(row["hired"])}、離職${count(row["left"])}`;
}

/** The words for the value of a profile field; a blank is 未記入 and never 0. Codes are put into words before. */
export function valueWords(field: string, value: unknown): string {
  if ((field === "asOf" || field === "termsAsOf") && typeof value === "string" && value !== "")
    return longDate(value);
  if (field === "kosenAlumni" || field === "highSchoolAlumni")
    return alumniWords[value as string] ?? NOT_FILLED;
  if (field in yesNoWords) return yesNoWords[field]![value as string] ?? NOT_FILLED;
  if (isRows(value))
    return value.length > 0 ? value.map((row) => rowWords(field, row)).join("\n") : NOT_FILLED;
  if (Array.isArray(value)) return value.length > 0 ? value.join("、") : NOT_FILLED;
  if (typeof value === "number") return units[field]?.(value) ?? String(value);
  return typeof value === "string" && value !== "" ? value : NOT_FILLED;
}

export const directory = {
  title: "製造業データベース",
  description:
    "一関市の製造業の技術・設備・製品の一覧です。取引先や協力企業をさがす方のためのデータベースです。",
  lead: "市内の製造業の技術・設備・製品をまとめた、取引先や協力企業をさがす方のためのデータベースです。",
  text: "技術・設備・製品・企業名の言葉",
  textSupport: "例:5軸、射出成形、めっき",
  area: "地域",
  allAreas: "すべての地域",
  industry: "業種(中分類)",
  allIndustries: "製造業すべて",
  submit: "絞り込む",
  count: (shown: number, listed: number) =>
    shown === listed ? `掲載 ${listed}社` : `掲載 ${listed}社のうち ${shown}社`,
  technology: "技術",
  equipment: "設備",
  products: "製品",
  employees: (value: number) => `従業員 ${value.toLocaleString("ja-JP")}人`,
  place: (area: string) => (area === "市外" ? "市外" : `${area}地域`),
  map: "地図で見る",
  website: "ウェブサイト",
  csv: "CSV(UTF-8)",
  cp932: "CSV(Shift_JIS)",
  qr: "この一覧のアドレスのQRコード",
  printedOn: (date: string) => `${date}に印刷`,
  newest: "最新の一覧は、QRコードか次のアドレスから開けます。",
  emptyTitle: "条件に合う企業が見つかりませんでした",
  emptyHelp: "言葉を短くするか、地域を「すべての地域」、業種を「製造業すべて」にしてお試しください。",
  showAll: "すべての掲載企業を見る",
  print: "この一覧は、ブラウザーの印刷でA4の用紙に印刷できます。",
};
