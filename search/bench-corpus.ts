/** Generated companies and what people, and attackers, type: for the benchmark. */
import type { SearchDocument } from "./definition.ts";
import type { SearchQuery } from "./engine.ts";
import { randomFrom } from "./evaluation/random.ts";

const heads: readonly [string, string][] = [
  ["青葉", "アオバ"],
  ["若松", "ワカマツ"],
  ["北辰", "ホクシン"],
  ["みずほの", "ミズホノ"],
  ["栗林", "クリバヤシ"],
  ["白鳥", "シラトリ"],
  ["東雲", "シノノメ"],
  ["岩清水", "イワシミズ"],
  ["花巻屋", "ハナマキヤ"],
  ["大和田", "オオワダ"],
  ["佐久間", "サクマ"],
  ["髙梨", "タカナシ"],
  ["渡邊", "ワタナベ"],
  ["小笠", "オガサ"],
  ["月舘", "ツキダテ"],
  ["サンライト", "サンライト"],
  ["ミライ", "ミライ"],
  ["朝日野", "アサヒノ"],
  ["千葉原", "チバハラ"],
  ["及川屋", "オイカワヤ"],
];
const middles: readonly [string, string][] = [
  ["", ""],
  ["東", "ヒガシ"],
  ["第一", "ダイイチ"],
  ["中央", "チュウオウ"],
  ["新", "シン"],
  ["総合", "ソウゴウ"],
  ["南", "ミナミ"],
  ["東北", "トウホク"],
  ["共立", "キョウリツ"],
  ["協和", "キョウワ"],
];
const trades: readonly [string, string, string, string, string][] = [
  ["精密", "セイミツ", "24", "金属製品製造業", "歯車 シャフト 切削加工 旋盤"],
  ["金型", "カナガタ", "26", "生産用機械器具製造業", "プレス金型 樹脂金型 放電加工 CAD"],
  ["電子", "デンシ", "28", "電子部品製造業", "コネクタ 基板 はんだ付け 検査"],
  ["建設", "ケンセツ", "06", "総合工事業", "道路 橋梁 測量 舗装"],
  ["食品", "ショクヒン", "09", "食料品製造業", "冷凍惣菜 もち 菓子 衛生管理"],
  ["運輸", "ウンユ", "44", "道路貨物運送業", "食品輸送 倉庫 配送 運行管理"],
  ["福祉会", "フクシカイ", "85", "社会福祉・介護事業", "デイサービス 訪問介護 グループホーム リハビリ"],
  [
    "情報システム",
    "ジョウホウシステム",
    "39",
    "情報サービス業",
    "業務システム アプリ クラウド プログラミング",
  ],
  ["農園", "ノウエン", "01", "農業", "米 トマト りんご 温室栽培"],
  ["商店", "ショウテン", "58", "飲食料品小売業", "野菜 鮮魚 惣菜 宅配"],
];
const areas = ["一関", "花泉", "大東", "千厩", "東山", "室根", "川崎", "藤沢"];
const benefits = ["社員寮", "奨学金返還支援", "資格取得支援", "在宅勤務", "育児休業", "社員食堂"];
const phrases = [
  "地域とともに歩む",
  "若い人が中心となって働く",
  "品質を大切にする",
  "はじめての人にもていねいに教える",
  "お客さまの暮らしを支える",
  "新しい設備を取り入れた",
  "小さな工夫を積み重ねる",
  "休みを取りやすい",
];

/** Generated companies of about 190 characters each; the same ones for the same count. */
export function* generateDocuments(count: number): Generator<SearchDocument> {
  const { next: random } = randomFrom(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  for (let at = 0; at < count; at += 1) {
    const [[head, headKana], [middle, middleKana], [trade, tradeKana, industryCode, industryName, words]] = [
      pick(heads),
      pick(middles),
      pick(trades),
    ];
    const serial = at.toString(36).toUpperCase();
    const tags = words.split(" ").filter(() => random() < 0.6);
    yield {
      id: `g${at}`,
      kind: "company",
      slug: `g${at}`,
      version: 1,
      name: `株式会社${head}${middle}${trade}${serial}`,
      nameKana: `${headKana}${middleKana}${tradeKana}`,
      aliases: [],
      industryCode,
      industryName,
      industryWords: [],
      area: pick(areas),
      products: tags.slice(0, 2),
      technologies: tags.slice(2),
      benefits: benefits.filter(() => random() < 0.25),
      certifications: [],
      departments: random() < 0.5 ? ["普通科"] : ["機械科", "電気科"],
      employeeCount: Math.floor(random() ** 3 * 400) + 1,
      openInternships: random() < 0.1 ? 1 : 0,
      openEvents: 0,
      description: `${pick(phrases)}${industryName}の会社です。${tags.join("と")}を手がけ、${pick(phrases)}職場です。${pick(phrases)}ことを心がけ、${pick(areas)}と${pick(areas)}に拠点があります。${pick(phrases)}仲間を待っています。`,
      updatedAt: "2026-04-01T00:00:00.000Z",
    };
  }
}

/** The kinds of query in the mix, each drawn from what a reader types. */
export function generateQueries(count: number): SearchQuery[] {
  const { next: random } = randomFrom(11);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const kinds: (() => string)[] = [
    () => `株式会社${pick(heads)[0]}${pick(middles)[0]}${pick(trades)[0]}`,
    () => pick(heads)[0] + pick(trades)[0],
    () => pick(heads)[1] + pick(middles)[1],
    () => pick(trades)[4].split(" ")[0]!,
    () => `${pick(trades)[0]} ${pick(areas)}`,
    () => `${pick(heads)[0]} ${pick(trades)[4].split(" ")[1]!}`,
    () => pick(["aoba", "seimitsu", "wakamatsu", "kanagata", "hokushin", "unyu"]),
    () => pick(["子どもとかかわる", "IT", "ものづくり", "食べもの", "介護", "はこぶ"]),
    () => pick(["金型", "電子", "建設", "製造", "農業"]),
    () => pick(["健", "車", "米", "寮", "花"]),
    () => pick(["アオパセイミツ", "わかまつうんう", "ほくしんけんせす", "しらとりでんぢ", "プログラミソグ"]),
    () => pick(["あお", "わか", "みず", "しょく", "プログ"]),
  ];
  return Array.from({ length: count }, (_, at) => ({
    text: kinds[at % kinds.length]!(),
    page: 1,
    pageSize: 20,
    filters: random() < 0.3 ? { area: [pick(areas)] } : {},
  }));
}

const areaQuery = (area: string[], text = ""): SearchQuery => ({
  text,
  page: 1,
  pageSize: 20,
  filters: { area },
});

/** Pages of the directory without a word: filters and counts only. */
export function facetQueries(count: number): SearchQuery[] {
  const { sample, pick, int } = randomFrom(13);
  return Array.from({ length: count }, (): SearchQuery => ({
    ...areaQuery(sample(areas, int(0, 3))),
    filters: {
      area: sample(areas, int(0, 3)),
      benefits: sample(benefits, int(0, 2)),
      industryCode: int(0, 1) === 0 ? [] : [pick(trades)[2]],
    },
  }));
}

const operators = [
  '"',
  "'",
  "*",
  "NEAR",
  "-",
  "AND",
  "OR",
  "NOT",
  "^",
  "(",
  ")",
  "{name} :",
  ";--",
  "%",
  "_",
  "\\",
];

/** What nobody types in good faith: novels, symbols, operators, control characters, broken characters, filter syntax. */
export function hostileQueries(count: number): SearchQuery[] {
  const { pick, sample, int } = randomFrom(17);
  const novel = (characters: string, length: number) =>
    Array.from({ length }, () => pick([...characters])).join("");
  const kinds: (() => string)[] = [
    () => novel("あいうえおかきくけこ金型電子建設製造", 5000),
    () => novel("abcdefghijklmnopqrstuvwxyz", 5000),
    () => novel("アイウエオカキクケコサシスセソ", 100),
    () => novel("\"'*^-(){}:;,.!?%_", 5000),
    () => sample(operators, 12).join(" "),
    () => `${pick(operators)}${pick(trades)[0]}${pick(operators)} NEAR(${pick(heads)[0]}, 3)`,
    () => novel("\u0000\u0001\u0007\u001b\u007f\u200b\u202e\ufeff", 200),
    () => `\ud800${pick(trades)[0]}\udc00`,
    () => "あ ".repeat(2500),
    () => "a b c d e f g h ",
    () => "株式会社 ".repeat(600),
    () => novel("健車米花木水人東北南", 100),
    () => "ー".repeat(300),
    () => "n".repeat(100),
    () => "kyouichinonananoni".repeat(5),
    () => `' OR 1=1; DROP TABLE documents; --${int(0, 99)}`,
  ];
  return Array.from({ length: count }, (_, at) => ({
    ...areaQuery(
      [`' OR 1=1 --`, `area = "x" OR kind EXISTS`, "\u0000"].slice(0, at % 4),
      kinds[at % kinds.length]!(),
    ),
    page: at % 5 === 0 ? 1_000_000_000 : 1,
  }));
}
