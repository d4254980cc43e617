/** Invented towns: their parts, the names people give to firms there, and documents drawn from them. */
import { randomFrom, type Random } from "../random.ts";
import { trades, type Trade } from "./trades.ts";

/** A firm as it is known before it is written as a document. */
export type Firm = {
  id: string;
  name: string;
  /** Without the legal form. */
  core: string;
  head: readonly [word: string, kana: string];
  trade: Trade;
  tradeWord: readonly [word: string, kana: string];
  kana: string;
  /** In the order of the stated document form; some fields are missing on purpose. */
  document: Record<string, unknown>;
};

export type Town = {
  seed: number;
  size: number;
  areas: readonly string[];
  heads: readonly (readonly [word: string, kana: string])[];
  benefits: readonly string[];
  /** Share of firms that give no reading of their name. */
  withoutKana: number;
  departments: readonly string[];
};

const pairs = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]);

export const seaTown: Town = {
  seed: 31,
  size: 900,
  areas: ["汐見", "浜添", "大磯部", "北潟", "松ヶ浦", "港南", "帆立町", "みさき台"],
  heads: pairs(`
髙﨑=タカサキ 渡邊=ワタナベ 齋藤=サイトウ 廣澤=ヒロサワ 黒潮=クロシオ 海猫=ウミネコ 白波=シラナミ 千鳥=チドリ 磯村=イソムラ
潮騒=シオサイ 浜田屋=ハマダヤ 北斗=ホクト かもめ=カモメ なぎさ=ナギサ みなと=ミナト シーサイド=シーサイド マリン=マリン ブルーオーシャン=ブルーオーシャン
オーシャンテック=オーシャンテック 丸三=マルサン 大漁=タイリョウ 金華=キンカ 長谷部=ハセベ 佐々木=ササキ 小野寺=オノデラ 五十嵐=イガラシ 三浦=ミウラ
久慈屋=クジヤ 灯台=トウダイ 夕凪=ユウナギ 朝日=アサヒ 東海林=ショウジ 島津=シマヅ 嶋田=シマダ 濱口=ハマグチ 瀧本=タキモト 國分=コクブン
ユニバース=ユニバース アクティブ=アクティブ ヤマト第一=ヤマトダイイチ エヌケイ=エヌケイ 共栄=キョウエイ 新生=シンセイ 健友=ケンユウ 和光=ワコウ
つばさ=ツバサ ひまわり=ヒマワリ すみれ=スミレ あけぼの=アケボノ にこにこ=ニコニコ クローバー=クローバー ハーモニー=ハーモニー ジャパンパーツ=ジャパンパーツ
`),
  benefits: [
    "独身寮",
    "奨学金返済の支援",
    "資格手当",
    "土日祝休み",
    "マイカー通勤可",
    "食事補助",
    "育休取得の実績",
    "制服貸与",
  ],
  withoutKana: 0.08,
  departments: ["水産科", "機械科", "普通科", "商業科"],
};

export const valleyTown: Town = {
  seed: 77,
  size: 2400,
  areas: [
    "緑区",
    "本町一丁目",
    "上野原",
    "中郷",
    "下石神",
    "湯の沢",
    "旧市街",
    "東部工業団地",
    "谷地田",
    "サンタウン",
    "西の里村",
  ],
  heads: pairs(`
山吹=ヤマブキ 若葉=ワカバ 清流=セイリュウ 白樺=シラカバ 雪国=ユキグニ 信陽=シンヨウ 穂高=ホタカ 深雪=ミユキ 花菱=ハナビシ 三恵=サンケイ
眞田=サナダ 櫻井=サクライ 澤村=サワムラ 邉見=ヘンミ 齊木=サイキ 龍ヶ峰=リュウガミネ 富士見=フジミ 関東=カントウ 中部=チュウブ 日本=ニホン
信越=シンエツ 大和=ヤマト 太陽=タイヨウ 明星=ミョウジョウ 銀河=ギンガ 双葉=フタバ 常盤=トキワ 鈴木=スズキ 小林=コバヤシ 丸山=マルヤマ
もみじ=モミジ たんぽぽ=タンポポ きらら=キララ やまびこ=ヤマビコ せせらぎ=セセラギ ほほえみ=ホホエミ こもれび=コモレビ わくわく=ワクワク さくらんぼ=サクランボ
アルプス=アルプス フォレスト=フォレスト グリーンヒル=グリーンヒル ヴィレッジ=ヴィレッジ トータル=トータル ネクスト=ネクスト ミレニアム=ミレニアム
イノベーション=イノベーション エコロジー=エコロジー ティーエム=ティーエム ジェイテック=ジェイテック ウィング=ウィング フューチャー=フューチャー
共和=キョウワ 昭和=ショウワ 東洋=トウヨウ 大同=ダイドウ 三陽=サンヨウ 光=ヒカリ 栄=サカエ 藤原=フジワラ 長野屋=ナガノヤ 上条=カミジョウ
高原=コウゲン 湯川=ユカワ 石神=イシガミ 里山=サトヤマ 北陸=ホクリク 第一=ダイイチ 中央=チュウオウ 総合=ソウゴウ 協同=キョウドウ 健康堂=ケンコウドウ
`),
  benefits: [
    "社員寮あり",
    "奨学金返還支援制度",
    "完全週休二日制",
    "在宅ワーク可",
    "産休・育休",
    "社員割引",
    "交通費支給",
    "フレックスタイム制",
    "研修充実",
  ],
  withoutKana: 0.15,
  departments: ["工業科", "情報科", "家政科", "普通科"],
};

const forms: readonly [form: string, kana: string, share: number][] = [
  ["株式会社", "カブシキガイシャ", 40],
  ["㈱", "カブシキガイシャ", 8],
  ["有限会社", "ユウゲンガイシャ", 14],
  ["(有)", "ユウゲンガイシャ", 4],
  ["合同会社", "ゴウドウガイシャ", 8],
  ["", "", 20],
];

function formFor(trade: Trade, random: Random): readonly [form: string, kana: string] {
  if (trade.code === "83") return random.chance(0.7) ? ["医療法人", "イリョウホウジン"] : ["", ""];
  if (trade.code === "85") return random.chance(0.6) ? ["社会福祉法人", "シャカイフクシホウジン"] : ["", ""];
  if (trade.code === "81") return ["学校法人", "ガッコウホウジン"];
  if (["62", "63", "86", "87", "93", "98"].includes(trade.code)) return ["", ""];
  let at = random.next() * forms.reduce((sum, [, , share]) => sum + share, 0);
  const [form, kana] = forms.find(([, , share]) => (at -= share) < 0) ?? forms[0]!;
  return [form, kana];
}

const phrases = [
  "地域の皆さまに支えられて五十年になります。",
  "一人ひとりの声を大切にしています。",
  "入社後は先輩がついて、ゆっくり仕事を覚えます。",
  "県外からの移住者も働いています。",
  "新しい設備を入れ、作業が楽になりました。",
  "休みの希望が通りやすい職場です。",
  "若手が中心となって改善を進めています。",
];

function drawFirm(town: Town, random: Random, at: number): Firm {
  const head = random.pick(town.heads);
  const trade = random.pick(trades);
  const tradeWord = random.pick(trade.names);
  const [form, formKana] = formFor(trade, random);
  const core = head[0] + tradeWord[0];
  const before = random.chance(0.5) || form === "㈱" || form.endsWith("法人");
  const name = before ? form + core : core + form;
  const plainKana = head[1] + tradeWord[1];
  const spoken = random.chance(0.3) ? (before ? formKana + plainKana : plainKana + formKana) : plainKana;
  const withKana = !random.chance(town.withoutKana);
  const products = random.sample(trade.products, random.int(1, 3));
  const technologies = random.sample(trade.technologies, random.int(0, 2));
  const id = `${town.seed}-${String(at).padStart(4, "0")}`;
  return {
    id,
    name,
    core,
    head,
    trade,
    tradeWord,
    kana: withKana ? plainKana : "",
    document: {
      id,
      name,
      ...(withKana ? { nameKana: spoken } : {}),
      ...(random.chance(0.15) ? { aliases: [`旧${head[0]}${random.pick(["商会", "工業", "屋"])}`] } : {}),
      industryCode: trade.code,
      industryName: trade.industryName,
      area: random.pick(town.areas),
      products,
      ...(technologies.length > 0 ? { technologies } : {}),
      benefits: town.benefits.filter(() => random.chance(0.25)),
      departments: random.sample(town.departments, random.int(0, 2)),
      ...(random.chance(0.9) ? { employeeCount: 1 + Math.floor(random.next() ** 3 * 300) } : {}),
      description: random.chance(0.1)
        ? ""
        : `${random.pick(phrases)}${products.join("や")}を通じて${random.pick(town.areas)}にも拠点を広げています。${random.pick(phrases)}`,
    },
  };
}

/** All firms of a town, always the same; no two have the same name. */
export function firmsOf(town: Town): Firm[] {
  const random = randomFrom(town.seed);
  const names = new Set<string>();
  const firms: Firm[] = [];
  for (let tries = 0; firms.length < town.size && tries < town.size * 20; tries += 1) {
    const firm = drawFirm(town, random, firms.length + 1);
    if (names.has(firm.core)) continue;
    names.add(firm.core);
    firms.push(firm);
  }
  return firms;
}
