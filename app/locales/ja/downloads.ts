/** Words of the page that offers the tables of the portal, and of their refusal. */
const count = (value: number) => value.toLocaleString("ja-JP");

export const downloads = {
  title: "データのダウンロード",
  description: "掲載中の企業、製造業データベース、イベントの一覧を、CSVファイルでダウンロードできます。",
  lead: "このサイトで公開している一覧を、表計算ソフトで開けるCSVファイルでお渡しします。",
  files: {
    companies: {
      title: "掲載企業の一覧",
      text: "掲載中で、検索で見つかる企業の公開項目です。「企業をさがす」で絞り込んだ結果だけを受け取ることもできます。",
    },
    manufacturing: {
      title: "製造業データベース",
      text: "製造業の技術・設備・製品・認証・問い合わせ先の一覧です。",
    },
    events: {
      title: "イベント一覧(オープンデータ)",
      text: "過去12か月と、これからのイベントです。国の「推奨データセット」の項目と順番に合わせ、1つの日程を1行にしています。",
    },
  },
  utf8: "CSV(UTF-8)",
  cp932: "CSV(Shift_JIS)",
  utf8Help: "ふつうはこちらをお使いください。すべての文字が入ります。",
  cp932Help: "UTF-8に対応していない古いソフト向けです。一部の漢字や絵文字は入りません。",
  about: "ファイルについて",
  notes: [
    "1行目は見出しで、1社(イベントは1つの日程)が1行です。空欄は「まだ記入されていない」という意味で、0や「なし」ではありません。",
    "「=」「+」「-」「@」などで始まるセルは、表計算ソフトが計算式として実行しないように、先頭に「'」を付けています。",
    "Shift_JISの「〜」は、Windowsでは「～」と表示されます。",
    "出典(サイト名)を示せば、自由に利用できます(CC BY 4.0)。",
  ],
  refusedTitle: (file: string) => `${file}をShift_JISのCSVにできません`,
  refusedText:
    "次のセルに、Shift_JISにない文字があります。文字が「?」に変わってしまうため、このファイルは作っていません。UTF-8のCSVには、すべての文字がそのまま入ります。",
  refusedMore: (shown: number) =>
    shown < 20 ? `${count(shown)}か所あります。` : "はじめの20か所を示しています。",
  refusedColumns: { row: "行", column: "列", character: "文字" },
  codePoint: (character: string) =>
    `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`,
  takeUtf8: "UTF-8のCSVをダウンロードする",
} as const;
