/** Words about plans of visits: their pages, moves, comparisons, lists, and why there is no plan. */
const count = (value: number) => value.toLocaleString("ja-JP");
const people = (value: number) => `${count(value)}人`;

export const visitPlan = {
  title: (number: number, event: string) => `計画${number}:${event}`,
  shortTitle: "見学の計画の内容",
  waiting: "計画を計算しています",
  waitingText: (seconds: number) =>
    `長くても${seconds}秒ほどで終わります。このページは3秒ごとに新しくなります。閉じても計算は続き、後から見られます。`,
  refresh: "最新の状態を見る",
  failed: "時間内に計画を作れませんでした",
  failedText:
    "計算にかける時間を長くして、もう一度作ってください。続けて失敗するときは、固定を減らすか、受け入れ人数を見直してください。",
  infeasible: "この条件では、全員の行き先を決められません",
  infeasibleText: "次のすべてを直すと、計画を作れます。リンクから、直す欄に進めます。",
  proven: "これよりよい計画はありません(計算で確かめました)。",
  gap: (share: string) =>
    `時間内に見つかった中で最もよい計画です。いちばんよい計画との差は、大きくても${share}です。`,
  evenBest: "見学先の人数のそろえ方は、時間内に見つかった中で最もよいものです。",
  took: (seconds: string) => `計算にかかった時間は${seconds}秒です。`,
  publishedNotice: (when: string) => `${when}から公開中です`,
  publishedText: "生徒は自分の行き先だけ、先生は自校の班だけ、企業は来る人数だけを見られます。",
  publish: "この計画を公開する",
  publishText:
    "公開すると、生徒は自分の行き先、先生は自校の班、企業は来る人数と学校名を見られます。ほかの計画が公開中のときは、この計画に入れ替わります。",
  withdraw: "公開をやめる",
  figures: "結果",
  figure: {
    people: "行き先が決まった人",
    wish: (rank: number) => `第${rank}希望`,
    unwished: "希望していない会社",
    withoutWishes: "希望を出していない",
    fit: "学科に合う会社",
    visits: "延べ人数",
  },
  fitOf: (fit: number, known: number) => `${people(fit)}(学科が分かる${people(known)}のうち)`,
  byHand: (number: number, labels: string, from: string, to: string) =>
    `計画${number}を手で直した計画です。${labels}を、${from}から${to}へ移しました。`,
  changes: (number: number) => `計画${number}から変わったところ`,
  changesNone: "行き先が変わった班はありません。",
  changesLead: (groups: number, better: number, worse: number, alike: number) =>
    `${count(groups)}班の行き先が変わりました。希望に近づいた人が${people(better)}、遠ざかった人が${people(worse)}、同じ程度の人が${people(alike)}です。`,
  changesTable: {
    caption: "行き先が変わった班",
    columns: { group: "番号", before: "前", after: "この計画" },
  },
  noGroup: "班がありません",
  assignments: "だれがどこへ行くか",
  assignmentsLead:
    "決まった行き先を変えたくない班や見学先にチェックを入れて「固定して作り直す」を押すと、それ以外を計算し直します。見学先の名前を押すと、行く班が開きます。",
  lock: (label: string) => `${label}を固定する`,
  lockedCount: (groups: number) => `固定 ${groups}班`,
  lockPlace: "この見学先の全員を固定する",
  lockHead: "固定",
  rank: (rank: number) => `第${rank}希望`,
  unwished: "希望外",
  noWishes: "希望なし",
  fits: "学科に合う",
  misfits: "学科と合わない",
  headCount: (heads: number, maximum: number) => `${people(heads)}(最大${people(maximum)})`,
  empty: (session: string, names: string) => `${session}:行く班がない見学先 ${names}`,
  move: "移す",
  moveOf: (label: string) => `${label}を手で移す`,
  columns: {
    lock: "固定",
    group: "番号",
    className: "クラス",
    department: "学科",
    size: "人数",
    wish: "希望",
    bus: "バス",
    move: "手で直す",
  },
  solveAgain: "固定して作り直す",
  solveAgainText:
    "条件(何を大切にするか、計算の時間など)は、この計画と同じです。条件を変えるときは「見学の計画」から作ってください。",
  lists: "名簿を印刷する(名前なし)",
  listsBy: { class: "クラスごと", bus: "バスごと", place: "見学先ごと" },
  compare: "ほかの計画と比べる",
  compareWith: "比べる計画",
  compareSubmit: "比べる",
};

export const visitMove = {
  choose: "どの班を移すかが選ばれていません",
  chooseText: "計画のページで、移したい班の「移す」を選んでください。",
  back: "計画のページへ",
  title: (label: string, number: number) => `${label}を移す(計画${number})`,
  shortTitle: "班を移す",
  lead: (from: string, wish: string) =>
    `いまの行き先は${from}(${wish})です。移す先を選ぶ前に、希望や人数がどう変わるかを確かめてください。`,
  with: (labels: string) => `一緒に行く組なので、${labels}も移ります。`,
  options: "移せる先",
  columns: { place: "移す先", wish: "希望", fit: "学科", people: "人数", keep: "決める" },
  wishChange: (before: string, after: string) => `${before} → ${after}`,
  peopleChange: (before: number, after: number, maximum: number) =>
    `${people(before)} → ${people(after)}(最大${people(maximum)})`,
  keep: "移した計画を残す",
  keepOf: (place: string) => `${place}へ移した計画を残す`,
  keepText:
    "移した計画は、新しい番号の計画になります。いまの計画はそのまま残ります。バスの座席も確かめます。",
  not: "移せない先とその理由",
  none: "いま移せる先はありません。下の理由を見て、受け入れ人数などを直してください。",
  problems: {
    session: "この班は、この日程に参加できません。",
    twice: "この班は、同じ日にほかの見学があるか、この会社へ別の日に行きます。",
    "too-many": (heads: number, maximum: number) =>
      `${people(heads)}になり、最大の${people(maximum)}を超えます。`,
    "too-few": (heads: number, minimum: number) =>
      `${people(heads)}になり、最少の${people(minimum)}に足りません。`,
    teachers: (needed: number, available: number) =>
      `引率の教職員が${people(needed)}必要になり、${people(available)}では足りません。`,
  },
};

export const visitComparison = {
  title: (one: number, other: number) => `計画${one}と計画${other}を比べる`,
  shortTitle: "計画を比べる",
  figures: "結果のちがい",
  changes: "行き先が違う班",
  item: "項目",
  spread: "見学先ごとの人数",
  spreadItem: "見学先と日程",
  same: "行き先が違う班はありません。",
  settings: {
    emphasis: "大切にしたこと",
    locks: "固定した見学",
    proven: "よりよい計画",
    provenYes: "ないと確かめた",
    provenNo: (share: string) => `差は大きくても${share}`,
  },
  none: "比べられる計画がありません",
  noneText: "できあがった計画が2つ以上あるときに、比べられます。",
};

export const visitLists = {
  title: (by: string, event: string) => `名簿(${by}):${event}`,
  shortTitle: "見学の名簿",
  by: { class: "クラスごと", bus: "バスごと", place: "見学先ごと" },
  lead: "番号だけの名簿です。印刷すると、1つの名簿ごとに紙が変わります。",
  print: "印刷は、ブラウザーの「印刷」から行ってください(A4)。",
  csv: "CSVで保存する",
  noClass: "クラスなし",
  noBus: "バスなし",
  total: (heads: number, groups: number) => `合計 ${people(heads)}(${count(groups)}班)`,
  teachers: (value: number) => `引率 ${people(value)}`,
  departments: "学科の内訳",
  noDepartment: "学科なし",
  stops: "回る先",
  seats: (taken: number, seats: number) => `${people(taken)}乗車(座席${count(seats)})`,
  columns: {
    list: "名簿",
    label: "番号",
    className: "クラス",
    department: "学科",
    size: "人数",
    session: "日程",
    time: "時間",
    place: "見学先",
    bus: "バス",
    check: "確認",
  },
  notSolved: "この計画はまだできていないので、名簿はありません",
  notSolvedText: "計画ができあがってから、もう一度開いてください。",
};

export const explanations = {
  raise: (place: string, session: string, needed: number) =>
    `${place}(${session})の最大を${people(needed)}にする`,
  busNeeds: (name: string, needed: number) => `${name}の座席を${count(needed)}にする`,
  link: "直す欄へ進む",
};
