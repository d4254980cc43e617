import { eraYearOf, fiscalYearLabel, longDate, plainDate, timeOf } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

/** 令和7年3月10日: a day as it stands in running text. */
export function eraDate(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${eraYearOf(day)}${month}月${date}日`;
}

/** Words of the public pages where people work on a number. */
export const publicWords = {
  wants: "この計画がめざすこと",
  wantsText: (plan: { title: string; first: number; last: number; policies: number; projects: number }) =>
    `${plan.title}は、${fiscalYearLabel(plan.first)}から${fiscalYearLabel(plan.last)}までの計画です。` +
    (plan.projects > 0
      ? `次の${count(plan.policies)}つの方針のもとで、${count(plan.projects)}${plan.projects < 10 ? "つ" : ""}の事業に取り組んでいます。`
      : `次の${count(plan.policies)}つの方針のもとで進めています。`),
  wantsWithoutPolicies: (plan: { title: string; first: number; last: number }) =>
    `${plan.title}は、${fiscalYearLabel(plan.first)}から${fiscalYearLabel(plan.last)}までの計画です。`,
  stands: "いまの進みぐあい",
  standing: {
    indicators: (year: number, all: number, reached: number, not: number) =>
      `${fiscalYearLabel(year)}の事業の指標${count(all)}件のうち、目標に届いたのは${count(reached)}件、届いていないのは${count(not)}件です`,
    undecided: (left: number) => `(残りの${count(left)}件は、数値で比べられません)`,
    grades: (graded: number, grades: string) =>
      `担当課の自己評価がある${count(graded)}事業の内訳は、${grades}です。`,
    grade: (grade: string, meaning: string, projects: number) => `${grade}(${meaning})が${count(projects)}`,
    ungraded: (year: number) => `${fiscalYearLabel(year)}の自己評価は、まだ公表していません。`,
    gradeMeanings: { A: "順調", B: "おおむね順調", C: "やや遅れ", D: "遅れ" } as Record<string, string>,
    planReached: (all: number, names: string) =>
      `計画全体の指標${count(all)}件のうち、${names}は目標に届いています`,
    planNone: (all: number) => `計画全体の指標${count(all)}件のうち、目標に届いたものはまだありません`,
    planFigure: (name: string, figure: string, target: string) => `「${name}」(${figure}、目標${target})`,
    planNotReached: (names: string) => `が、${names}はまだ届いていません`,
    planUnknown: (left: number) => `。残りの${count(left)}件は、最新の値がまだ公表されていません`,
    noProjects: "この計画には、事業ごとの年度の指標はありません。",
    onlyOne: (name: string, figure: string, target: string) =>
      `「${name}」の最新の値は${figure}、目標は${target}です。`,
  },

  choose: "計画と時点を選ぶ",
  chooseState: "時点を選ぶ",
  releasedState: (state: { fiscalYear: number; version: number; asOf: string }, publishedOn: string) =>
    `${fiscalYearLabel(state.fiscalYear)}の資料 第${state.version}版(${eraDate(state.asOf)}現在、${eraDate(publishedOn)}公表)`,
  chooseStateWhy:
    "資料を公表した時点と、今日の値を選べます。1日ずつ比べると、その日に増えた人がだれのことか分かってしまうことがあるため、ほかの日の値は公表していません。",
  sameAsPapers: (year: number, version: number, publishedOn: string) =>
    `${fiscalYearLabel(year)}の資料(第${version}版、${eraDate(publishedOn)}公表)と同じ時点の値です。`,
  runningState: (limit: { people: number; companies: number }) =>
    `資料で公表する前の、途中の値です。だれのことか分からないように、人の数は${count(limit.people)}人ごと、企業の数は${count(limit.companies)}社ごとに切り下げて「○人以上」と示しています。正確な値と率、内訳は、資料の公表のときに示します。`,
  oldVersion: (year: number, version: number) => `${fiscalYearLabel(year)}の資料の第${version}版の値です`,
  oldVersionText: "この版は、後で訂正されました。いまの値とは違うことがあります。",
  toNewestVersion: "訂正後の値を見る",
  staffChoice: "どの日でも選べるのは職員だけです。市民は、公表した資料の時点と今日の値だけを見られます。",
  otherPlans: "ほかの自治体の計画と見比べる",
  otherPlansText:
    "見比べるために、公表された資料から登録した計画です。年度も数え方も本市の計画とは違うため、同じ表には並べず、順位も付けていません。盛岡市のシートでは、東北の県庁所在地の値も見られます。",
  plan: "計画",
  ownPlan: (title: string) => `${title}(本市)`,
  otherPlan: (title: string, area: string) => `${title}(${area})`,
  planNote: "ほかの自治体の計画は、本市の計画と見比べるために、公表された資料から登録したものです。",
  asOf: "基準日(いつ現在の値か)",
  asOfSupport: (first: string, last: string) =>
    `例:令和7年1月31日、2025-01-31。${plainDate(first)}から${plainDate(last)}までの日を選べます。`,
  knownOn: "いつ分かっていた内容で見るか",
  knownOnSupport:
    "例:令和7年3月10日。その日までに記録されていた内容だけで計算し直します。空欄なら、いま分かっている内容です。",
  show: "この条件で表示する",
  problems: {
    asOf: {
      "not-a-date": "基準日を日付として読み取れませんでした。",
      "no-such-day": "その基準日は暦にありません。",
      "before-plan": "計画が始まる前の日は選べません。",
      "after-plan": "計画が終わった後の日は選べません。",
      "in-future": "今日より後の日は選べません。",
      "not-released": "その日の値は公表していません。",
    },
    knownOn: {
      "not-a-date": "「いつ分かっていた内容で見るか」を日付として読み取れませんでした。",
      "no-such-day": "「いつ分かっていた内容で見るか」の日は暦にありません。",
      "before-plan": "計画が始まる前に分かっていた内容は選べません。",
      "after-plan": "計画が終わった後の日は選べません。",
      "in-future": "「いつ分かっていた内容で見るか」には、今日までの日を入れてください。",
      "not-released": "その時点で分かっていた内容は公表していません。",
    },
    plan: "その計画は見つかりませんでした。",
  },
  instead: {
    asOf: (day: string) => `${longDate(day)}現在の値を表示しています。`,
    knownOn: "いま分かっている内容を表示しています。",
    released: (day: string) => `公表した、${longDate(day)}現在の値を表示しています。`,
    plan: (title: string) => `「${title}」を表示しています。`,
  },
  pastTitle: (day: string) => `${eraDate(day)}時点で分かっていた内容`,
  pastAt: (day: string, instant: Date) => `${eraDate(day)}${timeOf(instant)}時点で分かっていた内容`,
  pastText: "これより後に記録された値、訂正、目標の変更は入っていません。今の内容とは違うことがあります。",
  pastBefore: "基準日より前の時点を選んでいるため、基準日までの記録がそろっていません。",
  toPresent: "いま分かっている内容で見る",
  showing: "表示中",
  latest: "最新の集計",
  latestNote: "日々の記録から計算しています",

  papers: "この計画の資料",
  papersLead: "会議の資料と同じ形で、画面、印刷、Excelで見られます。",
  papersNotReleased:
    "この計画の資料は、このポータルではまだ公表していません。値は上の表とデータのダウンロードで確かめられます。",
  paperLinks: [
    { key: "results", label: "資料№1 事業の実績" },
    { key: "evaluations", label: "資料№2 評価の一覧" },
    { key: "nextYear", label: "資料№3 次の年度の計画" },
  ],
  otherPaperLinks: [
    { key: "policySheet", label: "施策評価シート" },
    { key: "yearlyTable", label: "年度ごとの目標と実績の表" },
  ],
  more: "もっと知る",
  methods: "指標のつくり方",
  corrections: "訂正のお知らせ",
  download: "データのダウンロード",
  downloadLead: "表示している計画と時点のデータです。CC BY 4.0で、出典を示せば自由に使えます。",
  downloadColumns: "項目の説明",
  downloadCsv: "CSV(UTF-8。Excelで開けます)",
  downloadCsvCp932: "CSV(Shift_JIS)",
  downloadJson: "JSON(プログラム向け)",

  strategies: "方針と戦略ごとの指標",
  openAll: "すべての事業を開いて表示する(印刷用)",
  closeAll: "事業を閉じて表示する",
  folded: (projects: number, reached: number, compared: number) =>
    compared === 0
      ? `${count(projects)}事業`
      : `${count(projects)}事業・比べられる指標${count(compared)}件のうち${count(reached)}件が目標に到達`,
  showProjects: "事業を見る",
  shareText: (percent: string, reached: number, compared: number) =>
    `${percent}(${count(compared)}件のうち${count(reached)}件)`,
  otherLead: (area: string) =>
    `${area}の計画です。本市の計画と見比べるために、公表された資料から登録しました。指標の名前を選ぶと、数え方と、これまでの推移を見られます。`,
  chartOfPolicies: "方針ごとの、目標に届いた指標の割合",
  policyColumn: "方針",
  shareColumn: "目標に届いた割合",
  noFigures: "この時点では、まだ値がありません。",
  notYet: "この時点では、計画の内容がまだ登録されていません。",

  detail: {
    otherPlace: (area: string, plan: string) =>
      `${area}の「${plan}」の指標です。見比べるために登録したもので、本市の値ではありません。`,
    ofYear: (label: string) => `${label}の値`,
    toTarget: (left: string) => `目標まであと${left}`,
    overTarget: (over: string) => `目標を${over}上回っています`,
    underTarget: (under: string) => `目標を${under}下回っています`,
    pace: "ペースの目安",
    paceText: (pace: string, isBehind: boolean | null) =>
      `${pace}(年度が均等に進んだ場合の基準日の値)。${isBehind === null ? "" : isBehind ? "いまの値はこれより遅れています。" : "いまの値はこれに届いています。"}`,
    status: "値の確かさ",
    basis: "この数のもと",
    version: "数え方の版",
    versionFirst: (recordedOn: string) => `はじめの数え方(${recordedOn}に記録)`,
    upTo: (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日まで`,
    versionText: (from: number, recordedOn: string) =>
      `${fiscalYearLabel(from)}からの数え方(${recordedOn}に記録)`,
    numerator: "分子",
    denominator: "分母",
    ratePart: (text: string, number: string | null) =>
      number === null ? text : text === "" ? number : `${text}:${number}`,
    unknown: "分からないもの",
    unknownText: (unknown: string) => `分からないものが${unknown}あります。`,
    unknownNone: "分からないものはありません。",
    unknownHidden: "人数が少ないため、内訳は公表していません。",
    bounds: (low: string, high: string) =>
      `分からないものがすべて当てはまらない場合は${low}、すべて当てはまる場合は${high}です。本当の値はこの間にあります。`,
    unknownRule: "分からないものの扱い",
    recorded: "記録",
    recordedText: (at: Date, by: string) => `${longDate(at)} ${timeOf(at)}に${by}`,
    recordedComputed:
      "日々の受付、掲載、報告などの記録から、表示のたびに計算しています。人が数を打ち込むことはありません。",
    recorders: {
      staff: "市の担当者が記録",
      admin: "市の管理者が記録",
      school: "学校が記録",
      company: "企業が記録",
      system: "資料から登録",
    },
    origin: "出どころ",
    cell: (row: number | null, column: string | null) =>
      `取り込んだファイルの${row === null ? "" : `${count(row)}行目`}${column === null ? "" : `「${column}」の列`}`,
    file: (name: string) => `ファイル名:${name}`,
    versions: "数え方の変更",
    versionColumns: ["いつから", "数え方", "変更の理由", "前の値との比較"],
    comparable: "比べられます",
    breaks: "比べられません(系列が切れます)",
    firstVersion: "はじめの数え方",
    entered: "入力された値の記録",
    enteredLead:
      "これまでに入力された値です。訂正しても前の行は消さずに残しています。だれが記録したかは役割だけを示します。",
    enteredColumns: ["年度", "種類", "値", "いつ現在", "状態", "出どころ", "記録した日"],
    replaced: "訂正前",
    targetReplaced: "変更前",
    targetNow: "現在の目標",
    decidedBy: "決めたところ",
    earlierTarget: (text: string) => `変更前 ${text}`,
    ahead: "これから",
    chart: {
      text: (name: string, years: string) => `${name}の年度ごとの推移(${years})`,
      unit: (unit: string) => `単位:${unit}`,
      actual: "実績",
      target: "目標",
      earlierTarget: "変更前の目標",
      pace: "基準日のペースの目安",
      forecast: "年度末の予測と、その幅",
      break: "数え方が変わったところ",
      cutAxis: "縦のめもりは0から始まっていません。変化を見やすくするためです。",
      step: "「以上」の値は、切り下げた値で描いています。",
      gap: "値のない年度は、空けて示しています(0ではありません)。",
      same: "同じ値を、次の表に示しています。",
      breakNote: (year: number, reason: string) =>
        `${fiscalYearLabel(year)}から数え方が変わりました。前の年度とは、そのまま比べられません。${reason}`,
      says: (year: string, figure: string) => `${year}は${figure}`,
      saysTarget: (year: string, figure: string) => `目標は${year}に${figure}`,
    },
    forecast: "年度末の予測",
    forecastText: (expected: string, low: string, high: string) =>
      `年度末(3月31日)には${expected}になると見込まれます。5年に4年は、${low}から${high}の間に入ると考えられます。`,
    forecastMethods: {
      remaining: "求めかた:これまでの年度で、同じ日から年度末までに増えた分を、いまの値に足しました。",
      pace: "求めかた:これまでの年度で、同じ日から年度末までに増えた割合を、いまの値に当てはめました。",
    },
    forecastFrom: (cutOff: string, years: readonly string[]) =>
      `もとにした記録:${longDate(cutOff)}までの値と、${years.join("、")}の値。`,
    forecastError: (year: number, expected: string, actual: string) =>
      `前の年度の外れかた:${fiscalYearLabel(year)}は、同じ日に${expected}と見込み、実際は${actual}でした。`,
    forecastNoError: "前の年度の外れかたは、比べられる年度が足りないため、まだ示せません。",
    compare: "ほかの地域との比較",
    compareLead: (year: number) =>
      `${fiscalYearLabel(year)}の値を、大きい順に並べています。地域ごとに事情が違うため、順位をつけるものではありません。`,
    compareColumns: { area: "地域", value: "値" },
    own: "この計画の地域",
    compareYears: "年度ごとの値を見る",
    compareMissing: "この年度の値がない地域",
    toImport: "この取り込みを見る(職員用)",
    records: "もとの記録の一覧(職員用)",
    choose: "時点を選ぶ",
    toSheet: "計画の指標の一覧へ",
    missing: "まだ値がありません",
    factors: "進んだ理由",
    gaps: "届かなかった理由",
    gradeReason: "計算した評価と違う理由",
    owner: "担当",
  },

  statuses: {
    provisional: "速報",
    final: "確定",
    revised: "改定",
    estimated: "推計",
  },
  statusNotes: {
    provisional: "速報値です。確定した値が後で公表されると、置きかわります。",
    final: "",
    revised: "一度公表した値を改定したものです。前の値は「入力された値の記録」に残しています。",
    estimated: "推計した値です。",
  },
} as const;
