import { importStates, tableImports } from "./table-imports.ts";

/** Words of the room where staff import companies from a table. */
const count = (value: number) => value.toLocaleString("ja-JP");

export const imports = {
  title: "企業の取り込み",
  staff: "事務局",
  lead: "CSVまたはExcelの企業一覧をまとめて取り込みます。取り込む前に、1行ずつ何が変わるかを確かめられます。",
  upload: "ファイルを選ぶ",
  file: "企業一覧のファイル",
  fileSupport:
    "CSV(UTF-8またはShift_JIS)かExcelブック(.xlsx)。1行目は見出し、2行目から1社1行。10MB・20,000行・100万セルまで。",
  persons:
    "個人の名前は取り込みません。「代表者名」「担当者名」などの列は、読み取った時点で消します。問い合わせ先は部署の名前だけを入れてください。",
  submit: "読み取る",
  template: "ひな形(CSV)をダウンロードする",
  templateHelp: "見出しだけのファイルです。Excelで開いて、必要な列だけを残して使えます。",
  runs: "これまでの取り込み",
  runsEmpty: "まだ取り込みはありません",
  runsEmptyHelp: "上の「ファイルを選ぶ」から始めてください。読み取っただけでは、企業の情報は変わりません。",
  columns: { file: "ファイル", state: "状態", rows: "行", result: "結果", when: "読み取った日時" },
  rows: (value: number) => `${count(value)}行`,
  states: importStates,
} as const;

export const importRun = {
  ...tableImports,
  title: "企業の取り込みの内容",
  facts: (encoding: string, rows: number, columns: number) =>
    `${encoding}、${count(rows)}行、${count(columns)}列`,
  sameHelp: "もう一度取り込んでも、その後に変わった項目のほかは「変更なし」になります。",
  mappingLead:
    "ファイルの列ごとに、取り込む項目を選びます。見出しから推測した項目を選んであります。選んだ内容は、次に同じ見出しのファイルを取り込むときにも使います。",
  mappingBlank:
    "空欄のセルは、今の内容を変えません。地域の列がないときは所在地から、基準日の列がないときは今日の日付を、新しい企業に入れます。",
  sampleNone: "はじめの3行は空欄です",
  person: "個人の名前や連絡先の列とみられるため、セルの内容は保存していません。",
  checkingHelp: "企業の情報はまだ変わりません。ページを閉じても確認は続きます。",
  outcomes: { create: "新規", change: "変更", same: "変更なし", error: "エラー" },
  outcomeHelp: {
    create: "新しい企業として掲載します",
    change: "掲載中の内容を変えます",
    same: "掲載中の内容と同じです",
    error: "取り込みません",
  },
  apply: "反映する",
  applyLead: (create: number, change: number) =>
    `新しい企業${count(create)}社を掲載し、${count(change)}社の内容を変えます。すぐに公開され、検索でも見つかるようになります。`,
  applyErrors: (errors: number) =>
    `エラーの${count(errors)}行は取り込みません。直したファイルを後からもう一度取り込めます。`,
  confirm: (create: number, change: number) =>
    `新規${count(create)}社、変更${count(change)}社の内容を確かめました`,
  nothing: "反映する行はありません",
  nothingHelp: "新規と変更の行がないため、企業の情報は変わりません。",
  applied: (create: number, change: number, when: string) =>
    `${when}に、新規${count(create)}社・変更${count(change)}社を反映しました`,
  appliedHelp: "前の内容は版の記録に残っています。直すときは、直したファイルをもう一度取り込んでください。",
  discardedHelp: "企業の情報は何も変わっていません。読み取った行は消しました。",
  page: "掲載ページ",
  blank: "(空欄)",
  before: "前",
  after: "後",
  print: "この一覧は、ブラウザーの印刷で紙に印刷できます。",
  unnamed: "(企業名なし)",
  remap: "列の割り当てを見直す",
} as const;
