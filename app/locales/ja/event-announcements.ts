import { people } from "./events.ts";

/** Words of what participants are told: in the mails, and on the staff's page of messages. */
export const toldFieldNames = {
  when: "日時",
  venue: "会場",
  address: "住所",
  access: "交通",
  parking: "駐車場",
  onlineUrl: "オンライン参加のアドレス",
} as const;

export const announcementReasons = {
  cancelled: "中止のお知らせ",
  postponed: "延期のお知らせ",
  rescheduled: "日程変更のお知らせ",
  reopened: "開催のお知らせ(中止の取り消し)",
  changed: "変更のお知らせ",
  message: "事務局からの連絡",
} as const;

export const messages = {
  title: (eventTitle: string) => `参加者への連絡:${eventTitle}`,
  shortTitle: "参加者への連絡",
  lead: "申し込んだ方、席をご案内中の方、キャンセル待ちの方にメールを送ります。取り消した方には送りません。",
  write: "連絡を書く",
  nobody: "送る相手がいません",
  nobodyText: "申し込みがあると、ここから参加者にメールを送れます。",
  subject: "件名",
  subjectSupport: "80文字まで。件名の後ろに、イベント名が自動で付きます。",
  body: "本文",
  bodySupport: "3,000文字まで。個人の名前は書かないでください。",
  categories: "送る相手の区分",
  categoriesSupport: "選ばないと、すべての区分に送ります。",
  school: "学校",
  allSchools: "すべての学校・学校以外の申込",
  preview: "内容を確かめる",
  previewTitle: "この内容で送ります",
  previewTo: (count: number) => `${people(count)}にメールを送ります。`,
  previewNote: "送ったメールは取り消せません。宛先と文面を確かめてください。",
  send: (count: number) => `${people(count)}に送る`,
  edit: "書き直す",
  history: "送った連絡",
  historyNone: "まだ何も送っていません。",
  historyNote: "ページを開き直すと、送信の状況が新しくなります。",
  columns: ["日時", "種類と内容", "相手", "送信の状況"],
  by: (name: string) => `送った人:${name}`,
  everybody: "全員",
  session: "1つの日程",
  recipients: (count: number) => people(count),
  progress: (
    mails: {
      written: number;
      queued: number;
      sent: number;
      failed: number;
      suppressed: number;
    },
    recipients: number,
  ) => {
    const waiting = mails.queued + Math.max(0, recipients - mails.written);
    return [
      `送信済み ${mails.sent}通`,
      waiting > 0 && `送信待ち ${waiting}通`,
      mails.failed > 0 && `届かなかった ${mails.failed}通`,
      mails.suppressed > 0 && `送信取りやめ ${mails.suppressed}通`,
    ]
      .filter(Boolean)
      .join("、");
  },
} as const;
