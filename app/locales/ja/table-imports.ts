/** Words that the import of companies and the one of figures have in common. */
const count = (value: number) => value.toLocaleString("ja-JP");

export const importStates = {
  uploaded: "列の割り当て待ち",
  checking: "確認中",
  checked: "確認済み(未反映)",
  applying: "反映中",
  applied: "反映済み",
  failed: "反映できず",
  discarded: "取りやめ",
} as const;

export const tableImports = {
  encodings: {
    "utf-8": "CSV(UTF-8)",
    cp932: "CSV(Shift_JIS)",
    "utf-16": "テキスト(Unicode)",
    xlsx: "Excelブック",
  } as Record<string, string>,
  titleOf: (file: string) => `取り込み:${file}`,
  same: (when: string) => `同じファイルが${when}に反映されています`,
  sameLink: "前の取り込みを見る",
  mapping: "列の割り当て",
  skip: "取り込まない",
  sample: (values: string) => `例:${values}`,
  check: "この割り当てで確認する",
  checkAgain: "もう一度確認する",
  discard: "取り込みをやめる",
  progress: (done: number, all: number) => `${count(all)}行のうち${count(done)}行を確認しました`,
  progressLabel: "確認の進み具合",
  checkingTitle: "内容を確認しています",
  applyingTitle: "反映しています",
  applyingHelp: "すべての行をまとめて反映します。途中で止まったときは、何も反映されません。",
  refresh: "最新の状態を表示する",
  result: "確認の結果",
  all: "すべて",
  discarded: "この取り込みは取りやめました",
  failed: "反映できませんでした",
  rowsTitle: "行ごとの内容",
  rowsOf: (outcome: string, total: number) => `${outcome}:${count(total)}行`,
  rowNumber: (value: number) => `${count(value)}行目`,
  noRows: "この結果の行はありません",
  wholeRow: "行全体",
} as const;
