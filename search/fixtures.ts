/** Forty invented companies of an invented town year, two internships and two events: for tests and trials only. */
import type { Kind, SearchDocument } from "./definition.ts";

// Name | reading | JSIC code, industry, friendly words | area | products | technologies | benefits | employees | description | alias
const companies = `
株式会社あおば精密 | カブシキガイシャアオバセイミツ | 24 金属製品製造業 金属をけずる | 一関 | 精密シャフト 歯車 | 切削加工 NC旋盤 三次元測定 | 社員寮 資格取得支援 | 120 | 自動車や医療機器に使う小さな部品を、千分の一ミリの精度で削り出しています。 | アオバ
株式会社髙橋金型製作所 | タカハシカナガタセイサクショ | 26 生産用機械器具製造業 金型をつくる | 花泉 | プレス金型 樹脂金型 | 放電加工 CAD/CAM | 奨学金返還支援 | 45 | 設計から仕上げまでを一つの工場で行う金型の専門会社です。
北の杜モールド株式会社 | キタノモリモールド | 26 生産用機械器具製造業 金型をつくる | 室根 | 射出成形用金型 | マシニング加工 CAD | 社員寮 車通勤可 | 62 | 家電や文具の形を生み出す型を設計し、製作しています。
有限会社斎藤鉄工 | ユウゲンガイシャサイトウテッコウ | 24 金属製品製造業 鉄をあつかう | 千厩 | 鉄骨 手すり | 溶接 板金 | 車通勤可 | 18 | 建物の骨組みを溶接して組み立てます。
栗駒プラスチック工業株式会社 | クリコマプラスチックコウギョウ | 18 プラスチック製品製造業 プラスチックをつくる | 東山 | 食品容器 キャップ | 射出成形 ブロー成形 | 完全週休2日 | 88 | 毎日の暮らしで使う容器を成形しています。
サンライズ電子株式会社 | サンライズデンシ | 28 電子部品・デバイス・電子回路製造業 電子部品をつくる | 一関 | コネクタ プリント基板 | 表面実装 はんだ付け | 社員食堂 社員寮 | 310 | スマートフォンや車の中で働く電子部品を量産しています。 | SRE
株式会社みちのくセミコン | ミチノクセミコン | 28 電子部品・デバイス・電子回路製造業 電子部品をつくる | 大東 | 半導体検査装置 | 画像処理 クリーンルーム | 完全週休2日 奨学金返還支援 | 150 | 半導体の良否を見分ける装置をつくります。
川嶋製作所株式会社 | カワシマセイサクショ | 25 はん用機械器具製造業 機械をつくる | 川崎 | ポンプ バルブ | 鋳造 切削加工 |  | 74 | 水を送るポンプを鋳造から組み立てまで手がけます。
株式会社はやてロボティクス | ハヤテロボティクス | 26 生産用機械器具製造業 ロボットをつくる | 一関 | 産業用ロボット 搬送装置 | 制御プログラム 画像認識 | 在宅勤務 完全週休2日 | 36 | 工場の人手不足をロボットで助けます。 | HAYATE
東磐自動車部品株式会社 | トウバンジドウシャブヒン | 31 輸送用機械器具製造業 車をつくる | 藤沢 | ブレーキ部品 ワイヤーハーネス | プレス加工 組立 | 社員寮 社員食堂 | 240 | 国内の車に載るブレーキとハーネスを届けています。
磐乃井フーズ株式会社 | イワノイフーズ | 09 食料品製造業 食べものをつくる | 一関 | 冷凍惣菜 もち | 急速冷凍 衛生管理 | 制服貸与 | 130 | 地元のもち米を使った惣菜を全国へ送っています。
有限会社花あかり菓子店 | ハナアカリカシテン | 09 食料品製造業 お菓子をつくる | 花泉 | カステラ 洋菓子 | 焼成 |  | 9 | 季節の果物を使ったケーキと焼き菓子の店です。
千代松酒造株式会社 | チヨマツシュゾウ | 10 飲料・たばこ・飼料製造業 お酒をつくる | 千厩 | 純米酒 甘酒 | 発酵 | 車通勤可 | 22 | 百年続く蔵で酒を醸します。
いわせ豆腐工房 | イワセトウフコウボウ | 09 食料品製造業 食べものをつくる | 東山 | 豆腐 油揚げ |  |  | 6 | 地大豆の豆腐を毎朝つくります。
株式会社ひだまりケアサービス | ヒダマリケアサービス | 85 社会保険・社会福祉・介護事業 お年寄りを支える | 一関 | デイサービス 訪問介護 |  | 資格取得支援 育児休業 | 95 | 住み慣れた家で暮らし続けられるように支えます。
社会福祉法人すずらん会 | シャカイフクシホウジンスズランカイ | 85 社会保険・社会福祉・介護事業 お年寄りを支える | 大東 | 特別養護老人ホーム グループホーム |  | 資格取得支援 社員寮 | 180 | 入居する方の一日一日を大切にする施設です。
医療法人清渓会 | イリョウホウジンセイケイカイ | 83 医療業 病気をなおす | 千厩 | 内科 リハビリテーション |  | 育児休業 制服貸与 | 140 | 地域の健康を守る病院です。
なないろ薬局 | ナナイロヤッキョク | 60 その他の小売業 薬をわたす | 一関 | 調剤 在宅訪問 |  | 完全週休2日 | 14 | 薬剤師と事務が力を合わせて働いています。
学校法人どんぐり学園 | ガッコウホウジンドングリガクエン | 81 学校教育 子どもを育てる | 一関 | 認定こども園 |  | 育児休業 | 40 | 森で遊び、よく食べ、よく眠る園です。
ことり保育室 | コトリホイクシツ | 85 社会保険・社会福祉・介護事業 子どもを育てる | 室根 | 小規模保育 |  |  | 12 | 十九人までの小さな保育室です。
進学塾まなびや | シンガクジュクマナビヤ | 82 その他の教育、学習支援業 勉強を教える | 花泉 | 学習塾 | 個別指導 |  | 8 | 小学生から高校生までに勉強を教えます。
株式会社コードリバー | コードリバー | 39 情報サービス業 ソフトウェアをつくる | 一関 | 業務システム スマホアプリ | Java クラウド | 在宅勤務 完全週休2日 | 28 | 役所や工場で使われるシステムを開発します。 | CodeRiver
合同会社ウェブの森 | ウェブノモリ | 40 インターネット附随サービス業 ホームページをつくる | 川崎 | ホームページ ネットショップ | TypeScript デザイン | 在宅勤務 | 5 | 小さな店のウェブサイトを作り、育てます。
大地建設株式会社 | ダイチケンセツ | 06 総合工事業 まちをつくる | 大東 | 道路 橋梁 | ICT施工 ドローン測量 | 社員寮 資格取得支援 | 85 | 道路と橋をつくり、雪の朝は除雪に出ます。
有限会社木の香工務店 | キノカコウムテン | 06 総合工事業 家を建てる | 藤沢 | 木造住宅 リフォーム | 墨付け 手刻み |  | 11 | 地元の杉で家を建てる大工の会社です。
日の出電設株式会社 | ヒノデデンセツ | 08 設備工事業 電気をとおす | 一関 | 電気工事 太陽光発電 | 高圧受電設備 | 資格取得支援 | 33 | 学校や工場の電気設備をつくり守ります。
水沢屋設備工業 | ミズサワヤセツビコウギョウ | 08 設備工事業 水をとおす | 千厩 | 給排水設備 空調 | 配管 |  | 16 | 水道とトイレの困りごとにすぐ駆けつけます。
つばめ運輸株式会社 | ツバメウンユ | 44 道路貨物運送業 ものを運ぶ | 花泉 | 食品輸送 | 大型トラック 運行管理 | 社員寮 資格取得支援 | 105 | 冷蔵トラックで東北の食卓へ届けます。
株式会社みなも交通 | ミナモコウツウ | 43 道路旅客運送業 人を運ぶ | 東山 | 路線バス タクシー |  | 制服貸与 | 58 | 通学と通院の足を守ります。
磐北物流センター株式会社 | バンポクブツリュウセンター | 47 倉庫業 ものを預かる | 一関 | 倉庫 流通加工 | フォークリフト | 社員食堂 | 66 | 広い倉庫で荷物を仕分けます。
スーパーたんぽぽ | スーパータンポポ | 58 飲食料品小売業 お店で売る | 室根 | 生鮮食品 惣菜 |  | 制服貸与 | 47 | 新鮮な野菜と魚をならべる町のスーパーです。
株式会社ほしぞら書店 | ホシゾラショテン | 60 その他の小売業 本を売る | 一関 | 書籍 文具 |  |  | 10 | 本と人が出会う店です。
カーサービス渡邊 | カーサービスワタナベ | 89 自動車整備業 車をなおす | 川崎 | 車検 板金塗装 | 整備 | 資格取得支援 | 7 | 安心して走れるように一台ずつ整備します。
農事組合法人緑の大地 | ノウジクミアイホウジンミドリノダイチ | 01 農業 野菜を育てる | 花泉 | 米 トマト | スマート農業 水稲 |  | 15 | 広い田と温室で米とトマトを育てます。
有限会社高原牧場 | コウゲンボクジョウ | 01 農業 動物を育てる | 藤沢 | 牛乳 ヨーグルト | 酪農 搾乳ロボット | 社員寮 | 13 | 乳牛を育て、しぼりたてを製品にします。
室根森林組合 | ムロネシンリンクミアイ | 02 林業 森を育てる | 室根 | 間伐材 苗木 | 高性能林業機械 | 資格取得支援 | 25 | 山の木を植え、育て、切り出します。
旅館月見荘 | リョカンツキミソウ | 75 宿泊業 お客さまをもてなす | 一関 | 温泉宿 宴会 |  | 社員寮 制服貸与 | 38 | 渓谷のそばの温泉宿です。
ヘアサロンこもれび | ヘアサロンコモレビ | 78 洗濯・理容・美容・浴場業 髪をととのえる | 千厩 | カット 着付け |  |  | 4 | 三世代が通う美容室です。
株式会社デザイン・ラボきらり | デザインラボキラリ | 15 印刷・同関連業 デザインをする | 大東 | ポスター パンフレット | オフセット印刷 | 育児休業 | 19 | チラシや冊子をデザインし、印刷します。
有限会社健康堂 | ケンコウドウ | 58 飲食料品小売業 お店で売る | 川崎 | 健康食品 米ぬか油 |  |  |  | 体にやさしい食品を選んで売っています。
見晴リサイクル株式会社 | ミハラシリサイクル | 88 廃棄物処理業 資源をいかす | 東山 | 古紙 金属くず | 選別 破砕 | 車通勤可 | 31 | 捨てられたものを資源に戻します。
縫製工房いとぐるま | ホウセイコウボウイトグルマ | 11 繊維工業 服をつくる | 大東 | 学生服 ユニフォーム | 縫製 裁断 | 育児休業 | 26 | 制服を一着ずつ縫い上げます。
`;

const opportunities: readonly {
  kind: Kind;
  slug: string;
  company: number;
  name: string;
  nameKana: string;
  description: string;
}[] = [
  {
    kind: "internship",
    slug: "robot-5days",
    company: 8,
    name: "ロボット制御を体験する五日間",
    nameKana: "ロボットセイギョヲタイケンスルイツカカン",
    description: "本物の機械を動かすプログラムを書きます。",
  },
  {
    kind: "internship",
    slug: "care-1day",
    company: 14,
    name: "デイサービスの一日仕事体験",
    nameKana: "デイサービスノイチニチシゴトタイケン",
    description: "利用者さんと話し、食事の準備を手伝います。",
  },
  {
    kind: "event",
    slug: "autumn-visit",
    company: 1,
    name: "秋の金型工場見学会",
    nameKana: "アキノカナガタコウジョウケンガクカイ",
    description: "型ができるまでを工程の順に見て回ります。",
  },
  {
    kind: "event",
    slug: "spring-fair",
    company: 23,
    name: "春の建設しごとフェア",
    nameKana: "ハルノケンセツシゴトフェア",
    description: "重機の試乗ができます。",
  },
];

const list = (text: string) => text.split(" ").filter((word) => word !== "");

function companyOf(line: string, at: number): SearchDocument {
  const cells = line.split("|").map((cell) => cell.trim());
  const [
    name = "",
    nameKana = "",
    industry = "",
    area = "",
    products = "",
    technologies = "",
    benefits = "",
    employees = "",
  ] = cells;
  const [description = "", aliases = ""] = cells.slice(8);
  const [industryCode, industryName, ...words] = list(industry);
  const mentions = (company: number, kind: Kind) =>
    opportunities.filter((one) => one.company === company && one.kind === kind).length;
  return {
    id: `c${String(at + 1).padStart(2, "0")}`,
    kind: "company",
    slug: `company-${at + 1}`,
    version: 1,
    name,
    nameKana,
    aliases: list(aliases),
    industryCode: industryCode ?? "",
    industryName: industryName ?? "",
    industryWords: words,
    area,
    products: list(products),
    technologies: list(technologies),
    benefits: list(benefits),
    certifications: at % 7 === 0 ? ["ユースエール"] : [],
    departments: at % 3 === 0 ? ["機械科", "普通科"] : at % 3 === 1 ? ["普通科"] : [],
    employeeCount: employees === "" ? null : Number(employees),
    openInternships: mentions(at, "internship"),
    openEvents: mentions(at, "event"),
    description,
    updatedAt: new Date(Date.UTC(2026, 3, 1 + at)).toISOString(),
  };
}

/** A fresh copy of all sample documents: companies c01…, then internships and events o1… */
export function sampleDocuments(): SearchDocument[] {
  const firms = companies.trim().split("\n").map(companyOf);
  const others = opportunities.map(
    ({ kind, slug, company, name, nameKana, description }, at): SearchDocument => {
      const firm = firms[company]!;
      return {
        ...firm,
        id: `o${at + 1}`,
        kind,
        slug,
        name,
        nameKana,
        aliases: [firm.name],
        description,
        openInternships: 0,
        openEvents: 0,
      };
    },
  );
  return [...firms, ...others];
}

/** The id of the sample company with this name. */
export function sampleId(name: string): string {
  const found = sampleDocuments().find((document) => document.name === name);
  if (found === undefined) throw new Error(`No sample is called ${name}`);
  return found.id;
}
