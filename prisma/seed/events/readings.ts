/** Readings of the words in the titles of events; the longest word that fits is read first. */
const READINGS: Readonly<Record<string, string>> = {
  一関市ブース: "イチノセキシブース",
  一関学院高校: "イチノセキガクインコウコウ",
  一関修紅高校: "イチノセキシュウコウコウコウ",
  一関工業高校: "イチノセキコウギョウコウコウ",
  一関第二高校: "イチノセキダイニコウコウ",
  花泉高校: "ハナイズミコウコウ",
  大東高校: "ダイトウコウコウ",
  千厩高校: "センマヤコウコウ",
  高校生: "コウコウセイ",
  高校: "コウコウ",
  一関高専: "イチノセキコウセン",
  工業系: "コウギョウケイ",
  学科別: "ガッカベツ",
  先輩技術者: "センパイギジュツシャ",
  話す会: "ハナスカイ",
  家族で聞く: "カゾクデキク",
  地元: "ジモト",
  日目: "ニチメ",
  年生: "ネンセイ",
  一関: "イチノセキ",
  千厩: "センマヤ",
  仙台会場: "センダイカイジョウ",
  北上会場: "キタカミカイジョウ",
  滝沢会場: "タキザワカイジョウ",
  仙台: "センダイ",
  県南: "ケンナン",
  岩手県: "イワテケン",
  中東北: "ナカトウホク",
  地域企業情報: "チイキキギョウジョウホウ",
  地域企業見学会: "チイキキギョウケンガクカイ",
  企業見学会: "キギョウケンガクカイ",
  企業見学: "キギョウケンガク",
  企業説明会: "キギョウセツメイカイ",
  就職企業説明会: "シュウショクキギョウセツメイカイ",
  就職: "シュウショク",
  相談: "ソウダン",
  発見: "ハッケン",
  少人数: "ショウニンズウ",
  金型: "カナガタ",
  半導体: "ハンドウタイ",
  工場: "コウジョウ",
  見る: "ミル",
  開発: "カイハツ",
  現場: "ゲンバ",
  訪ねる: "タズネル",
  働く: "ハタラク",
  面接: "メンセツ",
  受け方: "ウケカタ",
  新入社員向け: "シンニュウシャインムケ",
  若手社員向け: "ワカテシャインムケ",
  若手社員: "ワカテシャイン",
  市長: "シチョウ",
  意見交換会: "イケンコウカンカイ",
  人財育成担当者向け: "ジンザイイクセイタントウシャムケ",
  令和: "レイワ",
  冬の回: "フユノカイ",
  春: "ハル",
  第: "ダイ",
  回: "カイ",
  年: "ネン",
  月: "ガツ",
  in: "イン",
  UIJ: "ユーアイジェー",
  IV: "フォー",
  "×": " ",
};

const WORDS = Object.keys(READINGS).sort((a, b) => b.length - a.length);
const WORD = new RegExp(WORDS.join("|"), "g");
const HIRAGANA = /[ぁ-ゖ]/g;
const KATAKANA_OFFSET = 0x60;

/** The title in full-width katakana; digits stay, signs become spaces. Throws for a word whose reading is not here. */
export function readingOf(title: string): string {
  const read = title
    .replace(WORD, (word) => READINGS[word]!)
    .replace(HIRAGANA, (sign) => String.fromCodePoint(sign.codePointAt(0)! + KATAKANA_OFFSET))
    .replace(/[()()「」・、]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!/^[\p{Script=Katakana}ー0-9 ]+$/u.test(read)) throw new Error(`no reading for ${title}: ${read}`);
  return read;
}
