/** Words of the pages on which staff see which mails were sent. */
export const mailKindNames: Record<string, string> = {
  ticket: "イベントの参加票",
  "registration-cancelled": "参加申込の取消",
  "password-reset": "パスワードの再設定",
  "address-confirmation": "メールアドレスの確認",
  "address-already-registered": "登録済みのお知らせ",
  "account-approved": "企業アカウントの承認",
  "account-declined": "企業アカウントの不承認",
  "profile-published": "企業情報の公開",
  "profile-returned": "企業情報の修正依頼",
  "newsletter-confirmation": "メールマガジンの登録確認",
  "newsletter-issue": "メールマガジン",
};

export const mailStateNames = {
  queued: "送信待ち",
  sent: "送信済み",
  failed: "送信できず",
  suppressed: "送信取りやめ",
} as const;

export const mailWords = {
  title: "送信メール",
  local: "この環境では、メールは外に送られません。送る内容をここで確かめられます。",
  kindFilter: "種類",
  stateFilter: "状態",
  all: "すべて",
  search: "絞り込む",
  count: (n: number) => `${n.toLocaleString("ja-JP")}通`,
  columns: ["件名", "宛先", "種類", "状態", "日時"],
  noSubject: "(作成前)",
  empty: "条件に合うメールはありません",
  emptyText: "種類や状態の条件を変えてください。イベントの申し込みなどがあると、ここに並びます。",
  facts: {
    recipient: "宛先",
    kind: "種類",
    state: "状態",
    createdAt: "受け付けた日時",
    sentAt: "送信した日時",
    attempts: "送信を試みた回数",
    lastError: "送れなかった理由(記号)",
    expiresAt: "送信の期限",
  },
  textHeading: "本文",
  htmlHeading: "HTML版のソース",
  htmlNote: "受信した人には、下のHTMLが装飾付きで表示されます。文面は本文と同じです。",
  htmlSummary: "ソースを表示する",
  attachmentHeading: (name: string) => `添付ファイル(${name})`,
  notRendered: "まだ作成していません。送信の順番が来ると、ここに本文が表示されます。",
  secret: "この種類のメールには、本人だけが使えるリンクが入っているため、本文は表示しません。",
};
