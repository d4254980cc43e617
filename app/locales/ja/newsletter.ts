/** Words of the newsletter: subscribing, confirming, unsubscribing, and writing and sending issues. */
export const segmentNames = {
  student: "生徒・学生",
  guardian: "保護者",
  teacher: "教職員",
  company: "企業",
  jobSeeker: "仕事を探している方",
} as const;

export const newsletterWords = {
  title: "メールマガジン",
  description: "一関市の企業やイベント、インターンシップのお知らせを、メールでお届けします。",
  lead: "企業説明会や見学会、インターンシップの募集などを月に1、2回お届けします。無料で、いつでもやめられます。",
  fields: {
    email: "メールアドレス",
    segment: "あなたについて",
    consent: "次の内容を確認し、メールの配信に同意します",
  },
  consentLabel: "同意",
  privacyLink: "個人情報の取り扱い",
  segmentSupport: "内容を合わせてお送りします。",
  emailSupport: "確認のメールをお送りします。リンクを開いて登録を完了するまで、配信は始まりません。",
  /** These are the words that CONSENT_VERSION in app/domain/newsletter/rules.ts counts; a change here is a new version there. */
  consentPoints: [
    "メールアドレスは、一関市がメールマガジンを送るためだけに使います。",
    "配信をやめるまで保存します。やめるときは、各号の末尾のリンクから1回の操作でできます。",
    "開封やクリックの記録は取りません。",
  ],
  submit: "確認のメールを受け取る",
  sentTitle: "確認のメールを送りました",
  sentText: (hours: number) =>
    `入力したアドレスにメールを送りました。${hours}時間以内にリンクを開き、「登録を完了する」を押してください。届かないときは、迷惑メールの中と、アドレスの打ち間違いを確かめてください。`,
  demo: "デモではメールは外に送られません。市職員のアカウントで「送信メール」を開くと読めます。",
};

export const confirmationWords = {
  title: "メールマガジンの登録",
  description: "メールマガジンの登録を完了します。",
  openText: (segment: string) =>
    `「登録を完了する」を押すと、「${segment}」向けのメールマガジンの配信が始まります。`,
  submit: "登録を完了する",
  doneTitle: "登録が完了しています",
  doneText: "次の号からお届けします。配信をやめるときは、各号の末尾のリンクをお使いください。",
  expiredTitle: "このリンクは使えません",
  expiredText: "期限が切れたか、新しいメールを送ったために古くなりました。もう一度お申し込みください。",
  again: "もう一度申し込む",
};

export const unsubscriptionWords = {
  title: "メールマガジンの配信停止",
  description: "メールマガジンの配信を停止します。",
  openText: "ボタンを押すと、このメールアドレスへの配信を停止します。ログインは要りません。",
  submit: "配信を停止する",
  doneTitle: "配信を停止しました",
  doneText: "今後はお送りしません。送信の準備に入っていた号も取りやめます。",
  again: "もう一度登録する",
  unknownTitle: "リンクを読み取れませんでした",
  unknownText:
    "アドレスが途中で切れているかもしれません。届いたメールマガジンの末尾にあるリンクを、もう一度開いてください。リンクを開けないときは、工業労政課にご連絡ください。",
};

const stateNames = { draft: "下書き", sending: "送信中", sent: "送信済み" } as const;

export const campaignWords = {
  listTitle: "メールマガジン",
  newHeading: "新しい号を書く",
  issuesHeading: "これまでの号",
  empty: "まだ号がありません",
  emptyText: "上のフォームから最初の号を書いてください。",
  fields: { subject: "件名", body: "本文", segment: "送り先" },
  bodySupport:
    "そのままの文章で書いてください。空の行で段落が変わり、「https://」から始まるアドレスはリンクになります。配信停止のリンクは自動で付きます。",
  everybody: "すべての購読者",
  save: "下書きを保存する",
  columns: ["件名", "送り先", "状態", "通数", "作成日"],
  stateNames,
  count: (n: number) => `${n.toLocaleString("ja-JP")}通`,
  people: (n: number) => `${n.toLocaleString("ja-JP")}人`,
  segment: "送り先",
  audience: "いまの購読者",
  sentAt: "送信日時",
  previewHeading: "届くメールの見え方",
  previewSubject: "件名",
  testHeading: "テスト送信",
  testText: (email: string) => `自分のアドレス(${email})だけに、件名に「テスト送信」を付けて送ります。`,
  test: "自分に送る",
  sendHeading: "送信",
  sendText: (n: number) => `${n.toLocaleString("ja-JP")}人の購読者に送ります。送信は取り消せません。`,
  confirmLabel: (n: number) => `内容と送り先(${n.toLocaleString("ja-JP")}人)を確かめました`,
  confirmField: "確認",
  send: "この号を送信する",
  noAudience: "この送り先には、いま購読者がいません。購読者が増えてから送信してください。",
  progressHeading: "送信の状況",
  progress: {
    queued: "送信待ち",
    sent: "送信済み",
    suppressed: "送信取りやめ(配信停止など)",
    failed: "送信できず",
  },
  progressNote: "ページを開き直すと新しくなります。",
  reload: "最新の状況を見る",
};
