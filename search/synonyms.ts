/** Words that mean the same to a reader, in both directions. Data only; what leads one way stands in friendly-words.ts. */

import { everydayWords } from "./everyday-words.ts";
import { friendlyWords, type OneWaySynonyms } from "./friendly-words.ts";

export type { OneWaySynonyms };

/** What is typed and what it stands for, of both tables. */
export const oneWaySynonyms: readonly OneWaySynonyms[] = [...friendlyWords, ...everydayWords];

export type TwoWaySynonyms = readonly string[];

// One group a line.
const twoWay = `
金型 モールド ダイ・モールド
切削 切削加工 マシニング 機械加工
旋盤 旋削 NC旋盤
溶接 ようせつ ウェルディング
板金 鈑金 シートメタル
めっき メッキ 鍍金
プレス プレス加工 打ち抜き
プラスチック 樹脂 合成樹脂
射出成形 射出成型 インジェクション成形 インジェクション
鋳造 鋳物 ダイカスト ダイキャスト
研磨 研削 研摩
プリント基板 基板実装 電子基板 実装基板
半導体 ICチップ 半導体製造装置
ロボット 産業用ロボット 自動機 FA 自動化設備
ねじ ネジ 螺子 ボルト
ソフトウェア ソフト開発 システム開発 アプリ開発 ソフトウェア開発
プログラミング プログラマー コーディング プログラム
ホームページ ウェブサイト Web制作 ウェブ制作 ホームページ制作
介護 介護施設 老人ホーム デイサービス 特別養護老人ホーム 訪問介護
福祉 社会福祉 障害者支援 障がい者支援
病院 医院 クリニック 診療所
看護 看護師 ナース
薬局 ドラッグストア 調剤 調剤薬局
保育 保育園 保育所 こども園 認定こども園
学習塾 塾 進学塾
大工 木造建築 工務店
建築 住宅 建物
土木 土木工事 道路工事
電気工事 電気設備 電設
配管 水道工事 給排水 管工事
リフォーム 改修 リノベーション
造園 庭づくり 植木
トラック 運送 貨物輸送 運輸
物流 倉庫 ロジスティクス
バス タクシー ハイヤー 旅客運送
スーパー スーパーマーケット 食料品店
自動車整備 車検 カーメンテナンス
自動車部品 車載部品 カーパーツ
美容 美容室 ヘアサロン 美容院
ホテル 旅館 宿泊 温泉宿
飲食店 レストラン 食堂 カフェ
パン ベーカリー 製パン
お菓子 菓子 スイーツ 製菓 洋菓子 和菓子
日本酒 酒造 酒蔵 清酒 地酒
豆腐 大豆加工 納豆
肉 食肉 精肉 ハム
牛乳 乳製品 酪農
畜産 養豚 養鶏 肉牛 牧場
農業 農園 農家 農場
林業 森林 製材
家具 木工 建具
縫製 アパレル 衣料 洋服
印刷 製本 プリンティング
リサイクル 再資源化 廃棄物処理 産業廃棄物
警備 セキュリティ 警備員
清掃 ビルメンテナンス クリーニング
銀行 信用金庫 金融機関
設計 CAD 製図
検査 品質管理 測定 品質保証
営業 セールス 営業職
経理 会計 税理士
測量 測量設計 地質調査
ガス LPガス プロパンガス
太陽光 ソーラー 再生可能エネルギー 太陽光発電
石材 墓石 石屋
葬儀 葬祭 セレモニー
保険 損害保険 生命保険
不動産 賃貸 住宅販売
`;

const linesOf = (table: string) => table.split("\n").filter((line) => line.trim() !== "");
const wordsOf = (cell = "") => cell.split(" ").filter((word) => word !== "");

export const twoWaySynonyms: readonly TwoWaySynonyms[] = linesOf(twoWay).map(wordsOf);
