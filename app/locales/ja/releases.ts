import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { eraDate } from "./documents.ts";

/** Words of the pages on which the council's papers are read, and of the room in which staff release them. */
export const paperWords = {
  title: "会議の資料",
  publicTitle: "公表資料",
  description: "計画の会議に出した資料を、公表した版のまま公開しています。ExcelとCSV、JSONでも使えます。",
  publicLead:
    "計画を点検する会議の資料です。公表した版は変わりません。直したときは次の版を出し、どこを直したかを訂正のページに示します。",
  staffTitle: "会議の資料",
  staffLead:
    "計画の会議に出す資料を、基準日と「いつまでに記録された内容か」を選んでつくります。値はすべて記録と入力済みの公表値から出るため、打ち直しはありません。",
  staffNote:
    "この資料は市の内部のものです。人数の少ない値も隠していません。市民に出すときは「公表」から出してください。",
  plan: "計画",
  asOf: "基準日",
  asOfSupport: "例:令和7年1月31日、2025-01-31。この日までの実績を集計します。",
  knownOn: "いつまでに記録された内容か",
  knownOnSupport: "例:令和7年3月10日。空欄なら今の内容です。この日より後に記録・訂正されたものは使いません。",
  show: "資料をつくる",
  choose: "資料を選ぶ",
  open: (label: string, title: string) => `${label} ${title}`,
  empty: "この条件で載せるものがない資料",
  emptyNote: "計画に当てはまる指標や事業がないため、つくられません。",
  noPlan: "計画がまだ登録されていません",
  noPlanNext: "計画が登録されると、ここで資料をつくれます。",
  nothing: "この資料に載せるものがありません",
  nothingNext: "計画の指標と事業、基準日を確かめてください。",
  knownOnProblem: "「いつまでに」の日を読み取れなかったため、今の内容で示しています。",

  files: "ファイル",
  formats: {
    xlsx: "Excel(印刷の体裁つき)",
    csv: "CSV(1行に1つの値、UTF-8)",
    json: "JSON",
  },
  print: "印刷するときは、ブラウザーの印刷を使ってください。用紙の大きさと向きは資料ごとに決まっています。",
  paper: (size: string, orientation: string) => `用紙:${size}${orientation === "landscape" ? "横" : "縦"}`,
  scrollHint: "表は横に動かして読めます",
  markersTitle: "値の種類のしるし",

  noReleases: "公表した資料はまだありません",
  noReleasesNext: "会議の資料が公表されると、ここで読めます。最新の値は計画の指標のページで見られます。",
  indicators: "計画の指標",
  version: (number: number) => `第${number}版`,
  versions: "版",
  showing: "表示中",
  newest: "最新",
  oldVersion: (number: number) => `これは古い版です。最新は第${number}版です。`,
  toNewest: "最新の版を見る",
  publishedAt: (day: string) => `${eraDate(day)}公表`,
  yearOf: (year: number) => fiscalYearLabel(year),
  correctedBecause: "訂正の内容",
  correctionsLink: "訂正の一覧",
  hiddenNote: (count: number) =>
    `${count}か所の値は、人数や社数が少なく個人や企業が特定されるおそれがあるため、公表していません。`,

  corrections: {
    title: "訂正",
    description: "公表した資料を後から直した箇所を、直す前と後の値で示しています。",
    lead: "公表した資料に誤りや後からの確定があったときは、前の版を残したまま次の版を出します。ここでは、どこがどう変わったかをすべて示しています。",
    none: "訂正はまだありません",
    noneNext: "公表した資料を直したときは、ここに理由と直した箇所が載ります。",
    heading: (title: string, year: number, version: number) =>
      `${title} ${fiscalYearLabel(year)}の資料(第${version}版)`,
    count: (count: number) => `変わった箇所:${count}か所`,
    none_: "値の変更はありません",
    caption: "変わった箇所",
    columns: { paper: "資料", place: "箇所", before: "訂正前", after: "訂正後" },
    absent: "(なし)",
    before: "前の版",
    after: "この版",
  },
} as const;

export const releaseWords = {
  title: "資料の公表",
  lead: "会議の資料を市民に公表します。公表した版は固定され、後から記録が変わっても変わりません。直すときは、理由を付けて次の版を出します。",
  list: "公表した版",
  caption: "公表した版の一覧",
  columns: {
    plan: "計画",
    year: "年度",
    version: "版",
    asOf: "基準日",
    published: "公表した日",
    hidden: "秘匿した値",
    note: "訂正の内容",
  },
  none: "公表した版はまだありません",
  noneNext: "下の「公表の準備」で計画と基準日を選び、内容を確かめてから公表してください。",
  prepare: "公表の準備",
  prepareSubmit: "公表する内容を確かめる",
  previewTitle: "公表する内容の確認",
  previewLead: "まだ公表していません。内容と、秘匿する値を確かめてください。",
  correctionTitle: "訂正の確認",
  correctionLead: (version: number) =>
    `第${version}版を残したまま、次の版を出します。前の版と変わる箇所を確かめてください。`,
  contents: "公表する資料",
  contentsLine: (label: string, title: string, tables: number) => `${label} ${title}(表${tables})`,
  cut: "集計の範囲",
  hidden: "公表しない値",
  hiddenNone: "秘匿する値はありません。",
  hiddenLead: (count: number, version: number) =>
    `公表の基準(第${version}版)により、次の${count}か所を「秘匿」とします。合計や前の版から計算できる値も含みます。`,
  reasons: {
    primary: "人数・社数が少ない",
    secondary: "ほかの値から計算できる",
  },
  hiddenColumns: { paper: "資料", place: "箇所", reason: "理由" },
  masked: "伏せる文章",
  maskedLead:
    "秘匿する値が文章の中に書かれていたため、数字を「○」に置き換えます。読みにくいときは、評価の文章を直してから確かめ直してください。",
  maskedColumns: { before: "もとの文章", after: "公表する文章" },
  alreadyPublic: (count: number) =>
    `${count}か所の小さな値は、前の版で公表済みです。新しい版では秘匿しますが、前の版からは読めます。`,
  changes: "前の版と変わる箇所",
  changesNone: "前の版から変わる箇所はありません。訂正は出せません。",
  note: "市民に示す訂正の内容",
  noteSupport:
    "何を、なぜ直したかを、1文か2文で。例:若者サポートステーションの11月の相談件数を、報告の訂正により改めました。",
  confirmed: "内容と秘匿する値を確かめました",
  publish: "この内容で公表する",
  correct: "訂正して次の版を公表する",
  startCorrection: "訂正の準備をする",
  correctionAsOf: "基準日は変えられません。訂正は同じ基準日の内容を、今分かっている記録でつくり直します。",
  open: "公表した資料を見る",
  difference: "前の版からの変更",
  locked: "この年度は確定(締め)済みです。",
  notLocked:
    "この年度はまだ確定(締め)していません。公表した値のもとになる記録がこれ以上変わらないよう、計画の管理で年度を締めることをおすすめします。",
  toLocks: "年度の締めを開く",
  back: "資料の公表",
  existing: (year: number, version: number) =>
    `${fiscalYearLabel(year)}は第${version}版まで公表しています。直すときは、その版のページから訂正を出してください。`,
  toExisting: "公表した版を開く",
  problems: {
    "no-such-plan": "この計画は見つかりません。一覧から選び直してください。",
    "nothing-to-release": "この基準日に公表できる資料がありません。計画の年度と基準日を確かめてください。",
    "as-of-in-future": "基準日は今日までの日にしてください。",
    "known-on-in-future": "「いつまでに記録された内容か」は今日までの日にしてください。",
    "hidden-not-safe":
      "秘匿する値を、公表する値から計算できてしまいます。公表を止めました。事業の指標の載せ方を見直してから、もう一度お試しください。",
  },
} as const;

/** Words of computing a release again. */
export const replayWords = {
  title: "計算し直して確かめる",
  lead: "この資料の値を、公表のときに分かっていた記録だけから計算し直し、公表した値と同じになるかを確かめます。公表した資料も記録も変わりません。",
  submit: "計算し直す",
  nothing: "この資料には、記録から計算した値がありません。",
  result: (runs: number, same: number) =>
    runs === same
      ? `${runs}件の計算すべてが、公表した値と同じになりました。`
      : `${runs}件の計算のうち、${same}件が公表した値と同じになりました。違うものは下の表のとおりです。`,
  otherCode: "公表のときとは違う版のシステムで計算しました。",
  caption: "公表した値と同じにならなかった計算",
  columns: ["数え方", "理由", "公表した値", "計算し直した値", "記録の違い"],
  outcomes: {
    differs: "公表した後に、もとの記録が変わりました。担当者が記録の履歴を確かめてください。",
    "not-reproducible":
      "同意の取消しなどで記録が消えたため、計算し直せません。公表した値は、公表のときの計算として残っています。",
    altered: "保存した計算の記録が書き換えられています。管理者に連絡してください。",
    "unknown-measure": "この数え方は、今の版のシステムにありません。",
  },
  unknown: "不明",
  none: "なし",
  members: (added: number, gone: number) => `増えた記録${added}件、なくなった記録${gone}件`,
};
