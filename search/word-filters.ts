/** Words that are understood as a facet value when they are typed: 「寮あり」, 「室根」. Data only. */

export type WordFilter = {
  /** Every spelling and reading a person types. */
  words: readonly string[];
  facet: "area" | "benefits" | "open";
  /** The facet value as it stands in the documents. */
  value: string;
  /** Other words for the same thing inside the facet's texts. */
  also?: readonly string[];
  /** The town's own name: with other words it lifts its documents and excludes nothing. */
  whole?: true;
};

const areas: readonly [value: string, reading: string, whole?: true][] = [
  ["一関", "いちのせき", true],
  ["花泉", "はないずみ"],
  ["大東", "だいとう"],
  ["千厩", "せんまや"],
  ["東山", "ひがしやま"],
  ["室根", "むろね"],
  ["川崎", "かわさき"],
  ["藤沢", "ふじさわ"],
];

export const wordFilters: readonly WordFilter[] = [
  ...areas.map(([value, reading, whole]): WordFilter => ({
    words: [
      value,
      reading,
      ...["町", "地域", "地区"].map((ending) => value + ending),
      ...(whole ? [`${value}市`, `${reading}し`] : []),
    ],
    facet: "area",
    value,
    ...(whole ? { whole } : {}),
  })),
  {
    words: [
      "寮あり",
      "寮",
      "社員寮",
      "寮付き",
      "寮つき",
      "寮完備",
      "独身寮",
      "社宅",
      "社宅あり",
      "住み込み",
      "社員寮あり",
    ],
    facet: "benefits",
    value: "社員寮",
    also: ["寮", "社宅"],
  },
  {
    words: ["奨学金", "奨学金返還支援", "奨学金返還", "奨学金返済", "奨学金返済支援", "奨学金支援"],
    facet: "benefits",
    value: "奨学金返還支援",
    also: ["奨学金"],
  },
  {
    words: ["外国人", "外国人歓迎", "外国人が働きやすい", "留学生", "外国籍", "外国語", "外国語の対応"],
    facet: "benefits",
    value: "外国語の対応",
    also: ["外国人", "外国語"],
  },
  {
    words: ["資格取得", "資格取得支援", "資格支援", "資格がとれる", "資格が取れる"],
    facet: "benefits",
    value: "資格取得支援",
    also: ["資格"],
  },
  {
    words: ["育休", "育児休暇", "育児休業", "産休", "産休育休", "子育て支援"],
    facet: "benefits",
    value: "育児休業の実績",
    also: ["育児", "育休", "産休", "子育て"],
  },
  {
    words: ["週休二日", "週休2日", "週休2日制", "完全週休二日", "完全週休2日", "土日休み", "土日休"],
    facet: "benefits",
    value: "完全週休2日",
    also: ["週休二日", "週休2日", "土日休"],
  },
  {
    words: ["マイカー通勤", "マイカー通勤可", "車通勤", "車通勤可", "自動車通勤", "駐車場", "駐車場あり"],
    facet: "benefits",
    value: "車通勤可",
    also: ["マイカー", "車通勤", "駐車場"],
  },
  {
    words: ["家賃補助", "住宅手当", "家賃手当"],
    facet: "benefits",
    value: "住宅手当",
    also: ["家賃"],
  },
  {
    words: ["転勤なし", "転勤がない", "地元で働く", "地元勤務"],
    facet: "benefits",
    value: "転勤なし",
    also: ["転勤"],
  },
  {
    words: ["送迎", "送迎あり", "送迎バス", "通勤バス"],
    facet: "benefits",
    value: "送迎あり",
    also: ["送迎"],
  },
  {
    words: ["時短", "時短勤務", "短時間勤務"],
    facet: "benefits",
    value: "時短勤務",
    also: ["時短", "短時間"],
  },
  {
    words: ["フレックス", "フレックスタイム", "フレックス制"],
    facet: "benefits",
    value: "フレックスタイム",
    also: ["フレックス"],
  },
  {
    words: ["応募前職場見学", "職場見学"],
    facet: "benefits",
    value: "応募前職場見学",
    also: ["職場見学"],
  },
  {
    words: ["インターンシップ", "インターン", "仕事体験", "職場体験", "インターン募集中"],
    facet: "open",
    value: "internship",
  },
];
