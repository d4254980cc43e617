import { people } from "./events.ts";

/** Words of the teacher's room: an event of the school, class lists. */
export const schoolEvent = {
  home: "学校の申込",
  shortTitle: "学校のイベント",
  title: (event: string) => `学校の準備:${event}`,
  lead: (school: string) => `${school}として申し込んだ人数と、引率の準備に使うページです。`,
  noSchool: "このアカウントには学校が登録されていません",
  noSchoolText: "学校の登録は、事務局にご連絡ください。",
  facts: "開催の内容",
  when: "日時",
  where: "場所",
  access: "行き方",
  parking: "駐車場",
  bring: "持ち物",
  contact: "問い合わせ先",
  stateNotice: {
    cancelled: "このイベントは中止になりました",
    postponed: "このイベントは延期になりました",
  },
  headCounts: "申し込んだ人数",
  headCountsNone: "この学校からの申し込みはありません",
  headCountsNoneText: "イベントのページから、人数を入力して申し込んでください。",
  columns: {
    category: "区分",
    headCount: "人数",
    change: "人数の変更",
    state: "状態",
    teacher: "申し込んだ先生",
  },
  you: "あなた",
  total: (category: string, headCount: number) => `${category} ${people(headCount)}`,
  totals: "申込済みの合計",
  newCount: (category: string, session: string) => `${category}${session ? `(${session})` : ""}の新しい人数`,
  change: "変える",
  changeHelp:
    "人数を減らすことは、開始までいつでもできます。増やせるのは、申し込みの受付中で、席が残っているときだけです。席が足りないときは、いまの人数のままになります。すべて取り消すときは、申し込んだ先生の参加票から取り消してください。",
  register: "人数を入力して申し込む",
  ticket: "参加票を見る",
  print: "生徒の名簿(名前は手書き)",
  printText: "名前の欄が空白の名簿を印刷できます。名前はジモトに登録せず、学校で書き込んでください。",
  printLink: "名簿を印刷する",
  visits: "企業見学の行き先",
  visitsLead: "公開された計画による、この学校の班の行き先です。",
  visitsNone: "行き先はまだ決まっていません。決まると、ここにクラスごとに出ます。",
  groups: "班と希望を入力する",
  visitColumns: { label: "番号", size: "人数", place: "見学先", when: "日時", bus: "バス" },
  noClass: "クラスなし",
};

export const schoolVisits = {
  title: "企業見学の班と希望",
  lead: "見学先を決めるために、班の番号と希望を入力してください。名前は入力しません。",
  open: "班と希望を入力する",
  closed: "入力した内容を見る",
  groups: (count: number) =>
    count === 0 ? "まだ入力していません" : `${count.toLocaleString("ja-JP")}班を入力済み`,
  published: "行き先が決まりました",
};

export const classList = {
  shortTitle: "参加する生徒の名簿",
  title: (event: string) => `参加する生徒の名簿:${event}`,
  lead: "クラス名と人数を入れると、名前を手で書き込む名簿ができます。印刷はブラウザーの「印刷」から行ってください(A4)。",
  className: "クラスなど(名簿の見出し)",
  classNameSupport: "例:2年A組",
  lines: "人数(名前の欄の数)",
  linesSupport: "1から100まで。空欄なら、申し込んだ生徒の人数になります。",
  make: "名簿を作る",
  byGroups: "班の番号が入った名簿",
  blank: "番号のない名簿",
  number: "番号",
  name: "名前(手書き)",
  note: "備考",
  place: "見学先",
  total: (lines: number) => people(lines),
  keep: "名前を書いた名簿は、学校で保管してください。市や企業には渡さないでください。",
};
