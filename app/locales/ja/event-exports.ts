/** Words of the staff's page of files, and the headers of the tables. */
export const exportWords = {
  title: (eventTitle: string) => `書き出し:${eventTitle}`,
  shortTitle: "書き出し",
  lead: "表をファイルに書き出します。だれが、いつ、どの表を書き出したかを記録しています。",
  personal: "個人情報が入っています",
  notice:
    "個人情報の入ったファイルは、決められた場所に保存し、使い終わったら消してください。高校生などの生徒の名前は、学校の人数申込には入っていません。",
  tables: {
    registrations: {
      name: "申込者",
      text: "取り消した方も含む、すべての申し込みです。",
      file: "申込者",
    },
    answers: {
      name: "質問への回答",
      text: "申し込みごとの、質問への回答です。名前の代わりに参加票の番号が入ります。",
      file: "質問への回答",
    },
    "check-ins": {
      name: "受付の記録",
      text: "取り消した受付を除く、来場の記録です。名前の代わりに参加票の番号が入ります。",
      file: "受付の記録",
    },
    booths: { name: "出展の申込", text: "企業の出展の申し込みと、その状態です。", file: "出展の申込" },
    counts: {
      name: "区分ごとの人数",
      text: "定員、申込、来場の人数です。来場は受付の記録から数えています。",
      file: "区分ごとの人数",
    },
  },
  formats: {
    xlsx: "Excel(.xlsx)",
    csv: "CSV(UTF-8)",
    "csv-cp932": "CSV(Shift_JIS)",
  },
  rows: (count: number) => `${count.toLocaleString("ja-JP")}行`,
  download: (table: string, format: string) => `${table}を${format}で書き出す`,
  print: "名簿を印刷する",
  unmappable: "Shift_JISのCSVには書き出せない文字があります",
  unmappableText: "次の文字は、Shift_JISにありません。CSV(UTF-8)かExcelで書き出してください。",
  cell: (cell: { row: number; header: string; character: string }) =>
    `${cell.row}行目「${cell.header}」の「${cell.character}」`,
  log: "書き出しの記録",
  logNone: "まだ何も書き出していません。",
  logColumns: ["日時", "書き出した人", "表", "形式", "行数"],
  unknown: "(アカウントなし)",
} as const;

/** The headers of the tables. */
export const exportHeaders = {
  registrations: [
    "参加票の番号",
    "日程",
    "日程の名前",
    "区分",
    "学校",
    "学科",
    "卒業年",
    "名前",
    "メールアドレス",
    "人数",
    "状態",
    "申込日時",
    "取消日時",
    "受付日時",
    "アカウント",
    "同伴",
  ],
  answers: ["参加票の番号", "区分", "人数", "状態"],
  "check-ins": ["受付日時", "区分", "人数", "種別", "学校・団体", "参加票の番号"],
  booths: [
    "企業名",
    "法人番号",
    "業種",
    "地域",
    "状態",
    "ブース番号",
    "事務局への連絡",
    "選んだ理由・見送った理由",
    "申込日時",
    "決定日時",
    "出展の確認",
  ],
  counts: ["区分", "定員", "申込", "案内中", "キャンセル待ち", "取消", "来場(のべ)", "うち当日参加"],
} as const;

export const exportCells = {
  account: "あり",
  guest: "なし",
  companion: "生徒に同伴",
  registered: "申込",
  walkIn: "当日参加",
  total: "合計",
  boothStates: { applied: "申込中", selected: "決定", declined: "見送り", withdrawn: "辞退" },
} as const;
