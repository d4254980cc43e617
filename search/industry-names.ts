/** Middle groups of the Japan Standard Industrial Classification by name, for documents that state the name and no code. */
import { industryGroup } from "./industries.ts";

// Code and official name of the 14th revision, one a line; what stands in brackets is left out when names are compared.
const table = `
01 農業
02 林業
03 漁業
04 水産養殖業
05 鉱業、採石業、砂利採取業
06 総合工事業
07 職別工事業
08 設備工事業
09 食料品製造業
10 飲料・たばこ・飼料製造業
11 繊維工業
12 木材・木製品製造業
13 家具・装備品製造業
14 パルプ・紙・紙加工品製造業
15 印刷・同関連業
16 化学工業
17 石油製品・石炭製品製造業
18 プラスチック製品製造業
19 ゴム製品製造業
20 なめし革・同製品・毛皮製造業
21 窯業・土石製品製造業
22 鉄鋼業
23 非鉄金属製造業
24 金属製品製造業
25 はん用機械器具製造業
26 生産用機械器具製造業
27 業務用機械器具製造業
28 電子部品・デバイス・電子回路製造業
29 電気機械器具製造業
30 情報通信機械器具製造業
31 輸送用機械器具製造業
32 その他の製造業
33 電気業
34 ガス業
35 熱供給業
36 水道業
37 通信業
38 放送業
39 情報サービス業
40 インターネット附随サービス業
41 映像・音声・文字情報制作業
42 鉄道業
43 道路旅客運送業
44 道路貨物運送業
45 水運業
46 航空運輸業
47 倉庫業
48 運輸に附帯するサービス業
49 郵便業
50 各種商品卸売業
51 繊維・衣服等卸売業
52 飲食料品卸売業
53 建築材料、鉱物・金属材料等卸売業
54 機械器具卸売業
55 その他の卸売業
56 各種商品小売業
57 織物・衣服・身の回り品小売業
58 飲食料品小売業
59 機械器具小売業
60 その他の小売業
61 無店舗小売業
62 銀行業
63 協同組織金融業
64 貸金業、クレジットカード業等非預金信用機関
65 金融商品取引業、商品先物取引業
66 補助的金融業等
67 保険業
68 不動産取引業
69 不動産賃貸業・管理業
70 物品賃貸業
71 学術・開発研究機関
72 専門サービス業
73 広告業
74 技術サービス業
75 宿泊業
76 飲食店
77 持ち帰り・配達飲食サービス業
78 洗濯・理容・美容・浴場業
79 その他の生活関連サービス業
80 娯楽業
81 学校教育
82 その他の教育、学習支援業
83 医療業
84 保健衛生
85 社会保険・社会福祉・介護事業
86 郵便局
87 協同組合
88 廃棄物処理業
89 自動車整備業
90 機械等修理業
91 職業紹介・労働者派遣業
92 その他の事業サービス業
93 政治・経済・文化団体
94 宗教
95 その他のサービス業
96 外国公務
97 国家公務
98 地方公務
`;

/** What two spellings of one name have in common: no brackets, no punctuation, no code in front. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\(.*?\)/g, "")
    .replace(/付随/g, "附随")
    .replace(/^[A-T]?\d{0,2}/i, "")
    .replace(/[\s、,・･:：.]/g, "");
}

const codes: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => [plainName(line.slice(3)), line.slice(0, 2)]),
);

/** The middle code of an official name, where it does not contradict the division of the given code; "" for all others. */
export function middleCodeOfName(name: string, givenCode: string): string {
  const code = name === "" ? undefined : codes.get(plainName(name));
  const group = industryGroup(givenCode);
  return code === undefined || (group !== "" && industryGroup(code) !== group) ? "" : code;
}
