/** Words of the companies as staff see them, of a company's history, and of taking a page off and putting it back. */
export const listingWords = { listed: "掲載中", withdrawn: "掲載終了", unpublished: "未掲載" } as const;

export const revisionStateWords = {
  draft: "下書き",
  submitted: "承認待ち",
  published: "公開",
  returned: "差し戻し",
  superseded: "置き換え済み",
} as const;

export const companyList = {
  title: "企業",
  staff: "事務局",
  lead: "掲載中・掲載終了・未掲載のすべての企業です。掲載の履歴を確かめたり、掲載を終了したりできます。",
  name: "企業名または読みの一部",
  listing: "掲載の状態",
  all: "すべて",
  search: "絞り込む",
  count: (total: number) => `${total.toLocaleString("ja-JP")}社`,
  columns: ["企業名", "状態", "法人番号", "担当者"],
  waiting: "承認待ちあり",
  members: (count: number) => (count === 0 ? "なし" : `${count}人`),
  noName: "(企業名なし)",
  none: "なし",
  emptyTitle: "条件に合う企業はありません",
  emptyText: "企業名を短くするか、状態を「すべて」にしてお試しください。",
};

export const companyRecord = {
  title: "企業の記録",
  facts: "企業の状態",
  listing: "掲載の状態",
  kana: "読み",
  corporateNumber: "法人番号",
  noNumber: "なし",
  registeredOn: "登録日",
  firstPublishedOn: "はじめて掲載した日",
  withdrawnOn: "掲載を終了した日",
  confirmedOn: "内容を最後に確認した日",
  never: "まだありません",
  publishedNumber: "公開している版",
  numberOf: (number: number) => `第${number}版`,
  publicPage: "公開中のページを見る",
  registration: "掲載のお申し込み",
  waitingLink: "承認待ちの申請を開く",
  withdraw: "掲載を終了する",
  relist: "掲載を再開する",
  members: "担当者",
  noMembers:
    "担当者はいません。企業の方に編集していただくときは、招待のメールを送ってください。最初に招待を受けた人が代表担当者になります。",
  past: "これまでの出来事",
  noPast: "記録された出来事はありません。",
};

export const historyWords = {
  title: "掲載の履歴",
  lead: "申請した版と、事務局の判断の記録です。公開した内容は上書きされず、すべて残っています。",
  revisions: "版の履歴",
  none: "申請した版はまだありません",
  noneText: "企業情報を入力して申請すると、ここに記録が残ります。",
  submitted: (date: string, by: string) => (by ? `${date}に${by}さんが申請` : `${date}に申請`),
  decided: {
    published: (date: string, by: string) => `${date}に${by}が公開`,
    superseded: (date: string, by: string) => `${date}に${by}が公開し、その後、新しい版に置き換え`,
    returned: (date: string, by: string) => `${date}に${by}が差し戻し`,
  },
  supersededBefore: "判断の前に、新しい申請や掲載の終了によって取り下げられました",
  office: "事務局",
  submitterNote: "企業からの連絡",
  decisionNote: "事務局の連絡・理由",
  current: "公開中",
  differences: "2つの版の違い",
  from: "もとの版",
  to: "くらべる版",
  compare: "違いを見る",
  differenceOf: (from: number, to: number) => `第${from}版から第${to}版への変更`,
  same: "2つの版の内容は同じです。",
  one: "くらべられる版が2つそろうと、ここに違いが表示されます。",
  past: {
    "company.registered": "企業を登録",
    "company.registration-submitted": "掲載のお申し込みを受け付け",
    "company.registration-returned": "お申し込みを差し戻し",
    "company.registration-approved": "お申し込みを承認",
    "company.registration-declined": "お申し込みを承認せず",
    "company.withdrawn": "掲載を終了",
    "company.relisted": "掲載を再開",
    "company.member-joined": "担当者が加わった",
    "company.member-removed": "担当者が外れた",
    "company.ownership-handed-over": "代表担当者を交代",
  },
};

export const withdrawalReasonWords: Record<string, string> = {
  asked: "企業からの申し出",
  closed: "廃業・休業",
  moved: "市外への移転、市内の事業所の閉鎖",
  unreachable: "連絡がとれない",
  outdated: "内容が古く、確認がとれない",
  rules: "掲載の決まりに合わない",
};

export const staffPublication = {
  withdrawTitle: (name: string) => `${name}の掲載を終了する`,
  relistTitle: (name: string) => `${name}の掲載を再開する`,
  title: "掲載の終了・再開",
  withdrawEffects: [
    "企業のページは「掲載は終了しました」という案内に変わります。",
    "検索結果、インターンシップの一覧、製造業データベースにも、すぐに表示されなくなります。",
    "登録企業数の指標では、今日から数えません。",
    "承認待ちの申請があるときは、取り下げられます。これまでの内容は残ります。",
    "企業の担当者に、理由をメールで知らせます。",
  ],
  reason: "掲載を終了する理由",
  comment: "補足(任意)",
  commentSupport: "担当者へのメールに添え、履歴に残ります。個人の名前は書かないでください。",
  withdraw: "掲載を終了する",
  relistText: (number: number) =>
    `最後に公開した第${number}版の内容で、もう一度公開します。企業の担当者にメールで知らせます。`,
  relist: "掲載を再開する",
  nothingPublished: "もう一度公開できる版がありません",
  nothingPublishedText:
    "企業の担当者に、企業情報の申請を依頼してください。公開を承認すると、掲載が再開されます。",
  unpublished: "まだ掲載されていない企業です",
  unpublishedText: "掲載を終了することはできません。",
  back: "企業の記録に戻る",
  problems: {
    "not-listed": "この企業は、いま掲載されていません。ほかの職員か企業が先に変更しました。",
    "not-withdrawn": "この企業は、すでに掲載されています。ほかの職員が先に変更しました。",
    "nothing-published": "もう一度公開できる版がありません。",
    "waiting-already": "すでに承認待ちの申請があります。",
    "not-owner": "掲載の終了は、代表担当者だけができます。代表担当者に依頼してください。",
    "not-found": "この企業は見つかりません。",
  } as Record<string, string>,
};

export const ownPublication = {
  title: "掲載の終了・再開",
  withdrawTitle: "掲載を終了する",
  effects: [
    "自社のページは「掲載は終了しました」という案内に変わります。",
    "検索結果やインターンシップの一覧にも、すぐに表示されなくなります。",
    "承認待ちの申請があるときは、取り下げられます。",
    "これまでの内容は残ります。もう一度掲載したいときは、申請すると、事務局の確認のあとで公開されます。",
  ],
  confirm: "掲載を終了する",
  ownerOnly: "掲載の終了は、代表担当者ができます。代表担当者に依頼してください。",
  withdrawn: (date: string) => `${date}に掲載を終了しました`,
  askTitle: "もう一度掲載する",
  askText: "最後に公開していた内容のまま、もう一度掲載するよう申請します。事務局の確認のあとで公開されます。",
  ask: "同じ内容で申請する",
  edit: "内容を直して申請する",
  waiting: "もう一度掲載する申請を、事務局が確認しています",
  waitingText: "結果はメールでお知らせします。",
  unpublished: "まだ掲載されていません",
  unpublishedText: "企業情報を入力して申請すると、事務局の確認のあとで公開されます。",
  back: "自社のページに戻る",
};
