import { people } from "./events.ts";

/** A table's own name, beside the heading of the section that it stands in. */
const table = (section: string) => `${section}の表`;

/** Words of the school's page about its registrations. */
export const school = {
  table,
  title: "学校の申込",
  lead: (name: string) =>
    `${name}として申し込んだイベントの一覧です。人数だけを扱い、生徒の名前は入力も表示もしません。`,
  noSchool: "このアカウントには学校が登録されていません",
  noSchoolText:
    "学校として申し込むには、事務局に学校名をお知らせください。登録が終わるとこのページから申し込めます。",
  registrations: "これからの申し込み",
  none: "学校として申し込んでいるイベントはありません",
  noneText: "下の「申し込めるイベント」から、人数を入力して申し込んでください。",
  past: "終わったイベントの申し込み",
  printHint:
    "印刷すると、申し込みの一覧だけが紙に出ます。内容の確認と取り消しは、イベント名から進んでください。",
  columns: { event: "イベントと日時", category: "区分", headCount: "人数", state: "状態" },
  colleague: "ほかの先生の申し込み",
  total: (headCount: number) => `申込済みの人数:のべ${people(headCount)}`,
  coming: "申し込めるイベント",
  comingNone: "いま予定されているイベントはありません",
  comingNoneText: "学校向けのイベントは、決まりしだいこのページに載せます。",
  register: "人数を入力して申し込む",
} as const;

/** Words of the reception desk. */
export const desk = {
  table,
  title: (eventTitle: string) => `概要と受付:${eventTitle}`,
  shortTitle: "イベントの受付",
  publicPage: "公開ページを見る",
  counts: "区分ごとの人数",
  columns: { category: "区分", capacity: "定員", registered: "申込", waiting: "待ち", checkedIn: "来場" },
  total: "合計",
  countsNote: "来場は、取り消した受付を除いた数です。ページを開き直すと最新の人数になります。",
  reload: "最新の人数にする",
  closedTitle: "きょうは受付できません",
  closedText: (when: string) => `受付は開催日(${when})に行えます。`,
  closedState: {
    planned: "公開前のイベントです。",
    cancelled: "中止になったイベントです。",
    postponed: "延期になったイベントです。",
  },
  ticketTitle: "参加票で受付",
  ticket: "参加票の番号",
  ticketSupport:
    "番号を入力するか、QRコードを読み取ってください。小文字や空白、ハイフンが入っていてもかまいません。例:K7M2-P9QX",
  ticketSubmit: "受付する",
  walkInTitle: "当日参加の受付",
  walkInText: "申し込みのない方が来たときに、区分と人数を記録します。名前は要りません。",
  category: "区分",
  headCount: "人数",
  walkInSubmit: "当日参加を記録する",
  walkIns: "当日参加の記録",
  walkInsNone: "当日参加の記録はまだありません。",
  time: "時刻",
  registrations: "申込者",
  registrationsNone: "申し込みはまだありません。",
  listColumns: { name: "名前", category: "区分", headCount: "人数", code: "番号", reception: "受付" },
  came: "来た人数",
  cameOf: (name: string) => `${name}の来た人数`,
  cameSupport: "団体で人数が変わったときだけ入力します。空欄なら申込のとおりに受付します。",
  correct: "人数を直す",
  correctOf: (name: string) => `${name}の人数を直す`,
  checkIn: "受付する",
  checkInOf: (name: string) => `${name}を受付する`,
  undo: "取り消す",
  undoOf: (name: string) => `${name}の受付を取り消す`,
  checkedInAt: (time: string) => `受付済み ${time}`,
  waiting: "キャンセル待ち",
  offered: "お席のご案内中",
  notToday: "開催日に受付",
  done: {
    made: "受付しました",
    people: (category: string, headCount: number) => `${category} ${people(headCount)}`,
  },
  errors: {
    "unknown-ticket": "この番号の参加票はありません。番号を確かめて、もう一度入力してください。",
    "ticket-cancelled":
      "この申し込みは取り消されています。参加する場合は「当日参加の受付」で記録してください。",
    "ticket-waiting": (free: number) =>
      `この申し込みはキャンセル待ちです。だれも予約していない席は${free}席です。席に余裕があれば「当日参加の受付」で記録してください。`,
    "ticket-offered": (free: number) =>
      `お席をご案内していますが、まだ返事がありません。本人の画面で「参加する」を押してもらうか、席を確かめて(空き${free}席)「当日参加の受付」で記録してください。`,
    "ticket-expired": (free: number) =>
      `お席のご案内の期限が切れた申し込みです。だれも予約していない席は${free}席です。席に余裕があれば「当日参加の受付」で記録してください。`,
    "no-such-event": "このイベントは公開中ではないため、受付できません。",
    "other-event": (title: string, when: string) => `別のイベントの参加票です:${title}(${when})`,
    "already-checked-in": (time: string) => `すでに受付済みです(${time})。`,
    "not-event-day": (when: string) => `受付は開催日(${when})に行えます。`,
    "no-such-check-in": "この受付の記録は見つかりません。ページを開き直してください。",
    "already-voided": "この受付はすでに取り消されています。",
  },
} as const;
