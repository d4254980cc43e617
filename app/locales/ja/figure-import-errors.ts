import { fiscalYearLabel } from "#app/platform/calendar.ts";

const yearOf = (year: string) => fiscalYearLabel(Number(year));
const count = (value: string) => Number(value).toLocaleString("ja-JP");

/** What is wrong with a cell, a row or a step of an import of figures, and what to do. */
export const figureImportErrors: Record<string, (...parameters: string[]) => string> = {
  "figure-no-number": () => "数として読み取れません。数字で入れるか、値がないときは「-」にしてください。",
  "figure-separators": () => "数の区切りが正しくありません。「,」は3桁ごと、小数点は「.」で入れてください。",
  "figure-parentheses": () =>
    "かっこで囲んだ数は、内数か負の数か判別できません。数だけにするか、負の数は「△」を付けてください。",
  "figure-not-exact": () => "「約」「以上」などの付いた数は取り込めません。確かな値を入れてください。",
  "figure-too-long": () => "桁が多すぎます。数を確かめてください。",
  "figure-unit": (given, wanted) =>
    `単位が「${given}」ですが、この指標の単位は「${wanted}」です。単位を確かめてください。`,
  "figure-negative": () => "負の数にならない値です。符号を確かめてください。",
  "figure-over-hundred": () => "100%を超える割合です。値を確かめてください。",
  "figure-over-hundred-note": () => "100%を超えています。正しい値のときは、注記に理由を書いてください。",
  "figure-part-missing": () => "分子・分母・不明には数を入れてください。分からないときは空欄にしてください。",
  "figure-part-over-whole": () => "分子が分母より大きくなっています。2つの数を確かめてください。",
  "figure-rate-differs": (computed) =>
    `分子÷分母は${computed}%で、値と合いません。どちらかを直してください。`,
  "figure-year": () => "年度を読み取れません。令和6年度、R6、2024 のように入れてください。",
  "figure-year-outside": (year, first, last) =>
    `${yearOf(year)}は計画の期間(${yearOf(first)}〜${yearOf(last)})の外です。年度を確かめてください。計画より前の実績を取り込むときは、条件の「計画が始まる前の年度の値も取り込む」にチェックを入れてください。`,
  "figure-year-future": () => "まだ始まっていない年度の実績です。年度か、値の種類を確かめてください。",
  "figure-as-of": () => "年度の途中の値です。いつ現在の値か、基準日を入れてください。",
  "figure-status": () => "「速報」「確報」「推計」のどれかを入れてください。",
  "figure-locked": (year, reason) =>
    `${yearOf(year)}は締め切られています(${reason})。計画の画面で締め切りを解いてから、もう一度確認してください。`,
  "figure-no-indicator": () =>
    "この名前・番号の指標はありません。計画の指標名のとおりに書くか、ひな形の指標IDを使ってください。",
  "figure-other-indicator": (names) =>
    `この番号に、その名前の指標はありません。この番号の指標は「${names}」です。どれかの名前にするか、ひな形の指標IDを使ってください。`,
  "figure-several-indicators": () => "同じ名前の指標が複数あります。番号の列か、指標IDの列を加えてください。",
  "figure-indicator-blank": () =>
    "どの指標の値か分かりません。指標名か番号を入れてください。結合したセルの続きのときは、条件の「上の行と同じとみなす」にチェックを入れてください。",
  "figure-indicator-ended": (year) =>
    `この指標は${yearOf(year)}より前に終わっています。年度を確かめてください。`,
  "figure-no-area": () =>
    "この地域は登録されていません。名前を確かめるか、「計画の編集」の「地域」で登録してください。市の値のときは空欄にしてください。",
  "figure-note": () =>
    "記録と違う値です。改めるときは、注記に理由を書いてください(すべての行に使う注記でもかまいません)。",
  "figure-target-reason": () => "今の目標と違う値です。変えるときは、条件の「決定の理由」を書いてください。",
  "figure-twice": (cell) => `セル${cell}と同じ年度・同じ指標の値です。どちらか1つにしてください。`,
  "figure-row-twice": (row) => `${row}行目と同じ内容の行です。どちらか1行にしてください。`,
  "figure-merged-label": (area) =>
    `結合したセル(${area})の続きです。結合を解くか、条件の「空欄の見出しの列は、上の行と同じとみなす」にチェックを入れてください。`,
  "figure-merged": (area) =>
    `値のセルが結合されています(${area})。どのセルの値か分からないため、結合を解いてください。`,
  "figure-label-blank": () =>
    "空欄です。結合したセルの続きのときは、条件の「空欄の見出しの列は、上の行と同じとみなす」にチェックを入れてください。",
  "figure-no-school": () =>
    "この学校は登録されていません。学校名を正式な名前にするか、「学校と学科」で登録してください。合計の行は除いてください。",
  "figure-no-department": () => "この学校に、その名前の学科は登録されていません。学科名を確かめてください。",
  "figure-class": () =>
    "卒業年を読み取れません。令和6年3月卒、2024年3月、令和5年度卒 のように入れてください。",
  "figure-sum": (graduates, sum) =>
    `進路の内訳の合計は${count(sum)}人で、卒業者${count(graduates)}人と合いません。人数を確かめてください。`,
  "figure-count-blank": () => "空欄です。0人のときは0と入れてください。",
  "figure-count-missing": (mark) =>
    `「${mark}」では、0なのか不明なのか分かりません。0のときは0と入れ、不明のときは「未定・不明」に数えてください。`,
  "figure-programme": () =>
    "事業を読み取れません。「ジョブカフェ」か「若者サポートステーション」を入れてください。",
  "figure-month": () => "月を読み取れません。2024年4月、令和6年4月、R6.4 のように、年も入れてください。",
  "figure-month-future": () => "まだ来ていない月です。年と月を確かめてください。",
  "figure-no-subsidy": () =>
    "この補助金は登録されていません。名前を確かめるか、「補助金・助成金の制度」で登録してください。",
  "figure-no-company": () =>
    "この企業は登録されていません。企業名か法人番号を確かめるか、空欄にしてください。",
  "figure-several-companies": () => "同じ名前の企業が複数あります。法人番号を入れてください。",
  "figure-counted-as": () =>
    "対象者の区分は「新規高卒者」「若年者」「インターンシップ参加者」のどれかにしてください。",
  "figure-void": () => "「取消」の列は、取り消すときだけ「○」を入れ、ほかは空欄にしてください。",
  "figure-void-none": () =>
    "取り消す記録がありません。すでに取り消されているか、別の内容に改められています。この行を除いてください。",
  "figure-outcome-mixed": () =>
    "この学校・卒業年には、学校全体の人数が記録されています。学科の人数を加えても集計に使われません。学科の行を除くか、学校全体の人数を改めてください。",
  "figure-as-of-before-class": () =>
    "基準日が、卒業する年度の始まりより前です。基準日か卒業年を確かめてください。",
  "figure-withdraw-nothing": () =>
    "取り消せる値がありません。取り込んだ後にすべて改められたか、前の記録のない人数だけです。",
  "figure-person-number": () => "利用者番号がありません。機関が付けている番号を入れてください。",
  "figure-jurisdiction": () => "「管内」か「管外」を入れてください。",
  "figure-placement-kind": () => "「新卒」「中途」「支援」のどれかを入れてください。",
  "figure-column-needed": (header) => `「${header}」にあたる列を1つ選んでください。`,
  "figure-indicator-column": () => "「指標名」「番号」「指標ID」のどれかにあたる列を選んでください。",
  "figure-value-column": () =>
    "値の列を選んでください。年度を横に並べた表では、列ごとに年度を選んでください。",
  "figure-year-column": () => "「年度」の列を選ぶか、条件の「年度」を入力してください。",
  "figure-both-forms": () =>
    "年度ごとの列と「値」の列を、両方割り当てています。どちらかを「取り込まない」にしてください。",
  "figure-header-row": (rows) =>
    `このファイルは${count(rows)}行です。見出しの下に行が残るように選んでください。`,
  "figure-rows": () => "行を選んでください。",
  "figure-import-stale": (rows, all) =>
    `確認した後に、記録が変わっていました(${rows}行目${Number(all) > 10 ? ` ほか、計${all}行` : ""})。何も取り込んでいません。もう一度確認してください。`,
  "figure-import-rechecked": () =>
    "この画面を開いた後に、もう一度確認されています。今の結果を確かめてから、取り込んでください。",
};
