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

// What a workplace offers and no list of the town names: what is typed > the word for it > other words of documents.
const offers = `
家賃 家賃が出る 家賃が安い 家賃支援 アパート代 > 家賃補助 > 家賃 住宅手当 住宅補助 社宅 独身寮 社員寮
社員食堂 社食 食堂がある 食堂あり > 社員食堂 > 社食 食堂完備
昼ごはん お昼ごはん 昼食 まかない まかないつき まかない付き 賄い 食事つき 食事付き 食事補助 昼食補助 お昼が出る 昼食付き お弁当が出る > 食事補助 > まかない 昼食 食事 社員食堂 給食
残業少なめ 残業なし 残業がない 残業が少ない 残業ゼロ 残業無し 残業の少ない 定時 定時で帰れる 定時退社 定時上がり 早く帰れる ノー残業 ノー残業デー 残業月10時間以内 > 残業少なめ > 残業 定時
夜勤なし 夜勤がない 夜勤無し 日勤のみ 日勤だけ 日勤 昼間だけ 夜働かない > 夜勤なし > 日勤
在宅 在宅勤務 在宅ワーク 在宅で働く テレワーク リモート リモートワーク リモート勤務 家で働く 家で仕事 > 在宅勤務 > 在宅 テレワーク リモート
賞与 賞与あり ボーナス ボーナスあり ボーナスが出る > 賞与 > ボーナス
退職金 退職金あり 退職金制度 > 退職金 >
制服 制服あり 制服がある 制服貸与 制服支給 作業着支給 > 制服貸与 > 制服 ユニフォーム 作業着 作業服
家族手当 扶養手当 子ども手当 > 家族手当 > 扶養手当 子ども手当
通勤手当 交通費 交通費支給 交通費が出る > 通勤手当 > 交通費
皆勤手当 資格手当 手当 手当あり 手当が多い > 手当 >
社会保険 社会保険完備 社保 社保完備 福利厚生 福利厚生がいい 福利厚生が充実 > 社会保険 > 福利厚生 各種保険
有給 有給休暇 有給が取りやすい 有給が取れる 休みが取りやすい 休みやすい 年休 休みがとれる > 有給 > 休暇 年休
年間休日 休みが多い 休日が多い 連休 長期休暇 年間休日120日 夏休み 年末年始休み > 年間休日 > 長期休暇 連休 週休二日 週休2日 土日祝 土日休
研修 研修あり 研修制度 研修充実 未経験OK 未経験 未経験歓迎 初心者歓迎 初心者 > 研修 > 未経験 教育制度 資格取得
社員旅行 レクリエーション 社内行事 > 社員旅行 > レクリエーション
託児所 保育所あり 企業内保育 > 託児所 > 企業内保育 社内保育 保育所
服装自由 髪型自由 髪色自由 私服 ピアス > 服装自由 > 髪型自由 私服
副業 副業OK 副業可 ダブルワーク > 副業 > ダブルワーク
健康診断 人間ドック > 健康診断 > 人間ドック
財形貯蓄 財形 持株会 > 財形 > 持株
女性が働きやすい 女性活躍 女性が活躍 子育てしやすい 子育てと両立 > 女性 > 育児 産休 育休 子育て 時短
住むところ 住むところがある 一人暮らし 一人暮らし支援 引越し支援 > 住宅 > 寮 社宅 家賃 引越
正社員 正社員登用 > 正社員 >
`;

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

const listOf = (cell = "") => cell.split(" ").filter((word) => word !== "");

const offered: readonly WordFilter[] = offers
  .trim()
  .split("\n")
  .map((line) => {
    const [words = [], [value = ""] = [], also = []] = line.split(">").map(listOf);
    return { words, facet: "benefits", value, also };
  });

export const wordFilters: readonly WordFilter[] = [
  ...offered,
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
      "寮がある",
      "寮のある",
      "寮に入れる",
      "住まいあり",
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
    words: [
      "資格取得",
      "資格取得支援",
      "資格支援",
      "資格がとれる",
      "資格が取れる",
      "資格を取れる",
      "資格をとる",
      "資格を取る",
      "資格",
      "免許が取れる",
    ],
    facet: "benefits",
    value: "資格取得支援",
    also: ["資格"],
  },
  {
    words: [
      "育休",
      "育児休暇",
      "育児休業",
      "産休",
      "産休育休",
      "育休産休",
      "育休が取れる",
      "育児休業の実績あり",
      "子育て支援",
    ],
    facet: "benefits",
    value: "育児休業の実績",
    also: ["育児", "育休", "産休", "子育て"],
  },
  {
    words: [
      "週休二日",
      "週休2日",
      "週休2日制",
      "完全週休二日",
      "完全週休2日",
      "完全週休二日制",
      "完全週休2日制",
    ],
    facet: "benefits",
    value: "完全週休2日",
    also: ["週休二日", "週休2日", "土日休"],
  },
  {
    words: [
      "土日休み",
      "土日休",
      "土日が休み",
      "土日祝休み",
      "土日祝日休み",
      "週末休み",
      "週末が休み",
      "日曜休み",
      "カレンダー通り",
      "祝日休み",
    ],
    facet: "benefits",
    value: "土日休み",
    also: ["土日", "日祝", "完全週休2日", "完全週休二日", "カレンダー通り"],
  },
  {
    words: ["マイカー通勤", "マイカー通勤可", "車通勤", "車通勤可", "自動車通勤", "駐車場", "駐車場あり"],
    facet: "benefits",
    value: "車通勤可",
    also: ["マイカー", "車通勤", "駐車場"],
  },
  {
    words: ["家賃補助", "住宅手当", "家賃手当", "住宅補助"],
    facet: "benefits",
    value: "住宅手当",
    also: ["家賃", "住宅補助"],
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
