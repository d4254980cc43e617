import { fiscalYearLabel, plainDate } from "#app/platform/calendar.ts";
import { observed, programmes } from "./figure-words.ts";
import { importStates, tableImports } from "./table-imports.ts";

/** Words of the room where staff import figures. */
const count = (value: number) => value.toLocaleString("ja-JP");

export const figureKinds = {
  observations: {
    name: "指標の値(実績・基準値・見込)",
    help: "公的統計や調査で決まる指標の値。1行に1つの値の表も、年度を横に並べた表も読み取れます。",
  },
  targets: {
    name: "指標の目標値",
    help: "会議などで決めた目標値。決めた日と決めた人を添えて、1回の決定として記録します。前の目標は残ります。",
  },
  schoolOutcomes: {
    name: "学校の進路のまとめ",
    help: "学校・学科ごとの卒業者と進路の人数。内訳の合計が卒業者と合うかを確かめます。",
  },
  supportReports: {
    name: "就労支援の月報",
    help: "ジョブカフェと若者サポートステーションの、月ごとの相談件数と新規登録者。",
  },
  subsidyGrants: {
    name: "補助金の交付決定",
    help: "補助金ごとの交付決定日、企業、対象者の区分と人数。",
  },
  placements: {
    name: "就職の一覧",
    help: "支援機関からの就職者の一覧。氏名は取り込みません。機関の利用者番号は、元に戻せない符号に変えて保存します。",
  },
} as const;

export const figureImports = {
  title: "数値の取り込み",
  staff: "事務局",
  lead: "公的統計、学校や支援機関の報告、目標値などを、CSVまたはExcelの表からまとめて取り込みます。取り込む前に、セルごとに何が変わるかを確かめられます。",
  upload: "ファイルを選ぶ",
  kind: "表の内容",
  file: "表のファイル",
  fileSupport:
    "CSV(UTF-8またはShift_JIS)かExcelブック(.xlsx)。10MB・20,000行・100万セルまで。見出しの上に表題があっても読み取れます。",
  sheet: "シートの名前",
  sheetSupport:
    "Excelで2枚目以降のシートを取り込むときだけ入力します。空欄なら、表示されている1枚目を読み取ります。",
  persons: "氏名、電話番号、メールアドレスなど、個人が分かる列は、読み取った時点で消します。",
  submit: "読み取る",
  templates: "ひな形をダウンロードする",
  templatesLead: (year: string) =>
    `${year}の行を用意した表です。値を入れて、そのまま取り込めます。値を入れない行や列は、空欄のままでかまいません。`,
  templateExcel: "Excel",
  templateCsv: "CSV",
  templateOf: (name: string) => `(${name})`,
  templateFile: (name: string) => `${name}のひな形`,
  runs: "これまでの取り込み",
  runsEmpty: "まだ取り込みはありません",
  runsEmptyHelp: "上の「ファイルを選ぶ」から始めてください。読み取っただけでは、記録は変わりません。",
  columns: { file: "ファイル", kind: "内容", state: "状態", result: "結果", when: "読み取った日時" },
  resultOf: (create: number, change: number, same: number, error: number) =>
    [
      create > 0 ? `新規${count(create)}` : "",
      change > 0 ? `変更${count(change)}` : "",
      same > 0 ? `変更なし${count(same)}` : "",
      error > 0 ? `エラー${count(error)}` : "",
    ]
      .filter(Boolean)
      .join("、"),
  states: importStates,
} as const;

export const figureSettings = {
  planId: "計画",
  observedKind: "値の種類",
  observedKinds: observed,
  periodKind: "期間の区切り",
  periodKinds: { fiscalYear: "年度(4月〜3月)", calendarYear: "暦年(1月〜12月)" },
  status: "確定の状態",
  statuses: { final: "確報(確定した値)", provisional: "速報(後で変わることがある値)", estimated: "推計" },
  fiscalYear: "年度",
  fiscalYearSupport: "表に年度の列がないときだけ入力します。例:令和6年度、R6、2024",
  asOf: "基準日(いつ現在の値か)",
  asOfSupport:
    "表に基準日の列がないときに使います。空欄なら、各年度の末日とします。年度を横に並べた表では、この日が入る年度の値だけに使います。例:令和7年1月31日",
  asOfNeeded: "例:令和6年5月1日",
  source: "出典(資料の名前)",
  sourceSupport: "例:令和6年度 経済センサス 確報",
  note: "注記",
  noteSupport: "すでにある値を改めるときは必ず、その理由を書いてください。値と一緒に残ります。",
  fillDown: "空欄の見出しの列は、上の行と同じとみなす(結合したセルのある表)",
  allowEarlier: "計画が始まる前の年度の値も取り込む",
  adoptedOn: "決定した日",
  adoptedOnSupport: "例:令和4年3月31日",
  decidedBy: "決定した会議・人",
  decidedBySupport: "例:商工審議会",
  reason: "決定の理由",
  reasonSupport:
    "すでにある目標を変えるときは必ず書いてください。前の目標は残り、変えた理由と一緒に示されます。",
  graduationYear: "卒業年",
  graduationYearSupport: "表に卒業年の列がないときだけ入力します。例:令和6年3月卒、令和5年度卒",
  programme: "事業",
  programmeSupport: "表に事業の列がないときに選びます。",
  programmes,
  subsidyId: "補助金",
  subsidySupport: "表に補助金の列がないときに選びます。",
  office: "報告した機関",
  offices: { ...programmes, staffImport: "市の調べ" },
  placementKind: "就職の区分",
  placementKindSupport: "表に区分の列がないときに使います。",
  placementKinds: { supported: "支援による就職", newGraduate: "新卒", midCareer: "中途" },
  fromTable: "表の列から読む",
} as const;

export const figureImport = {
  ...tableImports,
  title: "数値の取り込みの内容",
  facts: (kind: string, encoding: string, sheet: string, rows: number) =>
    `${kind}。${encoding}${sheet ? `のシート「${sheet}」` : ""}、見出しより下に${count(rows)}行。`,
  otherSheets: (names: readonly string[]) =>
    `このファイルには、ほかに${names.map((name) => `「${name}」`).join("、")}のシートがあります。取り込むときは、シートの名前を入れて、もう一度読み取ってください。`,
  sameHelp: "もう一度取り込んでも、その後に変わった値のほかは「変更なし」になります。",
  newer: (when: string) => `同じ名前で内容の違うファイルが、${when}に読み取られています`,
  newerHelp: "ファイルが新しくなっているかもしれません。どちらを取り込むか確かめてください。",
  newerLink: "新しいほうを見る",
  hidden: (columns: readonly string[], rows: readonly string[]) =>
    `このシートには、Excelで非表示の${[
      columns.length > 0 ? `列(${columns.slice(0, 10).join("、")}${columns.length > 10 ? " ほか" : ""})` : "",
      rows.length > 0 ? `行(${rows.slice(0, 10).join("、")}${rows.length > 10 ? " ほか" : ""}行目)` : "",
    ]
      .filter(Boolean)
      .join("と")}があります`,
  hiddenHelp:
    "画面では見えない値も読み取っています。取り込まない列は「取り込まない」にし、取り込まない行はファイルから消して、もう一度読み取ってください。",
  layout: "見出しの行",
  layoutLead: (first: number, last: number) =>
    first === last
      ? `${first}行目を見出しとして読み取りました。違うときは選び直してください。`
      : `${first}行目から${last}行目までを見出しとして読み取りました。違うときは選び直してください。`,
  headerRow: "見出しが始まる行",
  headerRowSupport: "ファイルの上から数えた行の番号",
  headerRows: "見出しの行数",
  headerRowsSupport: "年度の下に「目標」「実績」が並ぶような2段の見出しは2",
  relayout: "見出しを読み直す",
  preview: "ファイルのはじめの行",
  rowHead: "行",
  mapping: "列の割り当てと条件",
  mappingLead:
    "ファイルの列ごとに、取り込む項目を選びます。見出しから推測した項目を選んであります。条件は、表の列にないときに、すべての行に使います。",
  mappingBlank:
    "空欄のセルは、取り込みません(0とは扱いません)。「-」「…」「x」は、値がない理由として記録します。",
  yearOption: (year: number) => `${fiscalYearLabel(year)}の値`,
  sampleNone: "はじめの行は空欄です",
  person: "個人が分かる列とみられるため、セルの内容は保存していません。",
  personNumberHelp:
    "利用者番号は、確認のときに、元に戻せない符号に変えます。取り込まない列の内容も、そのときに消します。",
  settings: "すべての行に使う条件",
  remap: "列の割り当てと条件を見直す",
  checkingHelp: "記録はまだ変わりません。ページを閉じても確認は続きます。",
  checkedAt: (when: string) => `${when}の記録と比べた結果です。`,
  cellTitles: {
    create: "新しい値",
    change: "変わる値",
    same: "変わらない値",
    error: "エラー",
    blank: "空欄",
  },
  cellHelp: {
    create: "まだ記録のない値です",
    change: "前の値を残したまま、改めます",
    same: "記録と同じです",
    error: "直すか、除くまで取り込めません",
    blank: "何も取り込みません",
  },
  outcomes: {
    error: "エラー",
    change: "変更",
    create: "新規",
    same: "変更なし",
    leftOut: "除く行",
    blank: "値のない行",
  },
  cell: (column: string, row: number) => `セル${column}${row}`,
  before: "今の記録",
  after: "取り込む値",
  isNew: "記録なし",
  sameCells: (value: number, columns: string) => `記録と同じ値${count(value)}件(${columns}列)`,
  sameValue: (value: string) => `記録と同じ:${value}`,
  blanks: (value: number) => `空欄${count(value)}セル`,
  leave: "この行のエラーを除いて取り込む",
  leaveChosen: "選んだ行のエラーを除く",
  leaveAll: (rows: number) => `エラーの${count(rows)}行を、すべて除く`,
  leaveHelp:
    "ファイルを直して読み取り直すのが確かです。直せないときは、エラーを除いて取り込めます。年度を横に並べた表では、その行のエラーのセルだけを除きます。除いたことは記録に残ります。",
  putBack: "除くのをやめる",
  leftOutNote: "除いて取り込みます",
  apply: "取り込む",
  applyLead: (create: number, change: number) =>
    `新しい値${count(create)}件を記録し、${count(change)}件の値を改めます。前の値は消えません。`,
  applyLeftOut: (cells: number) => `除いた${count(cells)}件のエラーは取り込みません。`,
  confirm: (create: number, change: number) =>
    `新しい値${count(create)}件、変わる値${count(change)}件の内容を確かめました`,
  blocked: (rows: number) => `エラーの行が${count(rows)}行あるため、まだ取り込めません`,
  blockedHelp: "ファイルを直してもう一度読み取るか、エラーの行を除いてください。",
  nothing: "取り込む値はありません",
  nothingHelp: "新しい値も変わる値もないため、記録は変わりません。",
  applied: (create: number, change: number, when: string) =>
    `${when}に、新しい値${count(create)}件・変わった値${count(change)}件を反映しました`,
  appliedHelp:
    "一部の値が誤っていたときは、正しい値の表を、注記に訂正の理由を書いて取り込んでください。表ごと誤っていたときは、下の「この取り込みを取り消す」から、取り込む前の値に戻せます。どちらの場合も記録は消えず、いつの時点で何を示していたかを再現できます。",
  withdrawal: "この取り込みを取り消す",
  withdrawalLead:
    "取り込む前の値に戻すための表を作り、何が変わるかを示します。この時点では、まだ何も変わりません。内容を確かめて「取り込む」を押すと、訂正として記録します。",
  withdrawalLimits:
    "この取り込みの後に別の値に改められたものは、そのまま残します。学校の進路と就労支援の月報は、前の記録があるものだけを戻せます。前の記録がないものは、正しい人数の表を取り込んでください。",
  withdrawalReason: "取り消す理由",
  withdrawalReasonSupport: "値と一緒に残ります。例:令和5年度の表を、令和6年度として取り込んだため",
  withdraw: "取り消しの内容を確かめる",
  discardedHelp: "記録は何も変わっていません。読み取った行は消しました。",
  remarks: {
    "figure-read-as-missing": () => "値がない理由として記録します",
    "figure-formula": () => "計算式の、保存されていた結果です",
    "figure-note-mark": (mark: string) => `「${mark}」は注の印とみて、数だけを読み取りました`,
    "figure-shown-scaled": () => "Excelの表示のとおり、千や百万の単位で読み取りました",
    "figure-shown-as-dash": () =>
      "Excelでは「-」や空欄に見えますが、セルの値は0です。0でよいか確かめてください",
    "figure-converted": (unit: string) => `「${unit}」に換算しました`,
    "figure-rounded": (digits: string) =>
      digits === "0" ? "整数に四捨五入しました" : `小数点以下${digits}桁に四捨五入しました`,
    "figure-tiny-percent": () => "1%未満です。0.482のような割合の値でないか確かめてください",
    "figure-from-parts": () => "分子と分母から計算しました",
    "figure-revision": () => "改定として記録し、前の値も残します",
    "figure-confirmed": () => "速報・推計が確定します",
    "figure-value-to-missing": () => "値があったものが、値なしになります",
    "figure-beside-count": () => "記録から計算した値と並べて示します",
    "figure-other-day": (day: string) =>
      `同じ年度に、${plainDate(day)}現在の値があります。別の時点の値として加えます`,
    "figure-target-withdrawn": () => "前の目標を取り下げます",
    "figure-target-zero": () => "目標が0です。達成率は計算できません",
    "figure-company-not-listed": () => "就職先は掲載企業にないため、企業と結び付けずに記録します",
  } as Record<string, (...parts: string[]) => string>,
} as const;

/** The sentence of a remark's code. */
export function remarkWords(code: string): string {
  const [name = "", ...parts] = code.split(":");
  return figureImport.remarks[name]?.(...parts) ?? "";
}
