import { passwordSupport } from "./accounts.ts";

const OFFICE = "一関市 商工労働部 工業労政課";

/** Words of a company's application to be listed: the form, how it stands, and what staff decide about it. */
const fields = {
  companyName: "企業名",
  companyKana: "企業名(カタカナ)",
  corporateNumber: "法人番号",
  noNumberReason: "法人番号がない理由",
  address: "所在地",
  phone: "電話番号",
  contactName: "担当者の名前",
  contactDepartment: "担当の部署",
};

const support = {
  companyName:
    "登記されている名前を、「株式会社」なども含めて入力してください。個人事業主の方は屋号を入力してください。",
  companyKana: "「カブシキガイシャ」などは省いてください(例:イワイセイミツ)。",
  corporateNumber: "13桁の数字です。国税庁の法人番号公表サイトで調べられます。",
  noNumberReason: "法人番号を入力したときは、選ばなくてかまいません。",
  address: "市内の事業所の所在地を、都道府県から番地まで入力してください。",
  phone: "例:0191-21-2111。確認のため、事務局からお電話することがあります。",
  contactName: "事務局からの連絡先になります。公開しません。",
  contactDepartment: "例:総務課。なければ空けておいてください。",
};

export const noNumberReasonWords: Record<string, string> = {
  "sole-trader": "個人事業主のため、法人番号がない",
  branch: "支店・営業所として掲載する(法人番号は本社のもの)",
};

/** What an applicant agrees to. A change here needs a new TERMS_VERSION in app/domain/companies/registration.rules.ts. */
export const terms = {
  title: "掲載の決まり",
  items: [
    "一関市内に事業所があり、そこで働く人を雇っている、または雇う予定がある企業・団体・個人事業主が掲載できます。掲載は無料です。",
    "事実を書いてください。分からない項目は空欄のままにし、数字には基準日を付けてください。",
    "性別や年齢を限る表現、本籍や家族のことなど仕事に関係のない事柄を求める表現は使えません。",
    "高校生への連絡や応募の受け付けは、学校を通じて行ってください。高校生や保護者に直接連絡することはできません。",
    "内容が変わったときは、すみやかに直してください。3か月ごとに、内容が今も正しいかを事務局がおたずねします。",
    "事務局は、掲載の前に内容を確認し、直していただくことや、掲載を終了することがあります。そのときは理由をお知らせします。",
    "写真は、写っている人の同意を得たものだけを載せてください。",
    "掲載した内容は、市の公表資料やオープンデータとして使われることがあります。担当者の名前とメールアドレスは公開しません。",
  ],
};

export const companyRegistrationWords = {
  title: "企業の掲載のお申し込み",
  description: "ジモトに企業情報を掲載するための、企業アカウントのお申し込みです。",
  lead: "一関市内に事業所がある企業・団体・個人事業主の方が掲載できます。掲載は無料です。",
  steps: [
    "このページで、企業と担当者のことを入力して申し込む",
    "届いたメールのリンクを開いて、メールアドレスを確認する",
    "事務局がお申し込みを確認する(目安は5営業日)。ログインすると状況が分かります",
    "承認のメールが届いたら、ログインして企業情報を入力し、申請する",
    "事務局の確認のあと、企業のページが公開される",
  ],
  companyHeading: "企業について",
  contactHeading: "担当者について",
  fields: {
    ...fields,
    email: "メールアドレス",
    password: "パスワード",
    consent: "掲載の決まりと個人情報の取り扱いを読み、同意します",
  },
  consentLabel: "同意",
  privacyLink: "個人情報の取り扱い",
  support: {
    ...support,
    email: "ログインと事務局からの連絡に使います。公開しません。",
    password: passwordSupport,
  },
  submit: "申し込む",
};

/** How an application stands, as the applicant follows it. */
export const ownRegistration = {
  title: "お申し込みの状況",
  none: "このアカウントに結び付いた企業がありません",
  noneText: "掲載のお申し込みをするか、社内の担当者から招待を受けてください。",
  register: "掲載のお申し込みへ",
  byStaff: "この企業は、事務局が登録しました",
  byStaffText: "お申し込みの記録はありません。企業情報の編集や担当者の招待は、これまでどおりできます。",
  missing: "お申し込みの内容がまだ届いていません",
  missingText: "下のフォームに入力して送ってください。事務局が確認します。",
  states: {
    submitted: "事務局が確認しています",
    returned: "直していただきたい点があります",
    approved: "承認されました",
    declined: "お申し込みは承認されませんでした",
  },
  texts: {
    submitted: (days: number) =>
      `お申し込みから${days}営業日以内を目安に確認し、結果をメールでお知らせします。お急ぎのときは${OFFICE}にお電話ください。`,
    returned: "下のフォームで内容を直して、もう一度送ってください。",
    approved: "企業情報の入力と申請ができます。",
    declined: "事情が変わったときは、下のフォームで内容を直して、もう一度送ることができます。",
  },
  reason: "事務局からの理由",
  sentOn: (date: string, round: number) => (round > 1 ? `${date}に送信(${round}回目)` : `${date}に送信`),
  factsHeading: "送った内容",
  correctHeading: "内容を直して送る",
  submit: "もう一度送る",
  historyHeading: "これまでの経過",
  company: "自社のページへ",
  notOpenTitle: "いまは送れません",
  notOpenText: "事務局が確認しているか、すでに判断が済んでいます。いまの状況を下で確かめてください。",
  blank: "なし",
  fields,
  support,
};

export const registrationStepWords = {
  submitted: (round: number) =>
    round > 1 ? `お申し込みを送り直しました(${round}回目)` : "お申し込みを送りました",
  returned: () => "事務局が差し戻しました",
  approved: () => "事務局が承認しました",
  declined: () => "事務局が承認しませんでした",
};

/** Reasons to return or decline an application, as they are mailed to the applicant. */
export const registrationReasonWords: Record<string, string> = {
  "corporate-number":
    "法人番号と企業名・所在地が一致しません。国税庁の法人番号公表サイトの登録と照らし合わせてください。",
  name: "企業名または読みに確認が必要です。登記されている名前を入力してください。",
  address: "所在地に確認が必要です。市内の事業所の所在地を、番地まで入力してください。",
  contact: "電話番号または担当者に連絡がつきませんでした。日中につながる連絡先を入力してください。",
  duplicate: `同じ企業がすでに登録されています。社内の担当者から招待を受けてください。担当者が分からないときは、${OFFICE}にお問い合わせください。`,
  "not-local":
    "市内に事業所があることを確認できませんでした。市内の事業所の所在地と電話番号を入力してください。",
  "not-a-business":
    "働く人を雇う事業であることを確認できませんでした。事業の内容を、お電話でお知らせください。",
};

/** The page on which staff decide about an application. */
export const registrationReview = {
  title: "掲載のお申し込みの確認",
  titleOf: (name: string) => `${name}の掲載のお申し込み`,
  facts: "お申し込みの内容",
  applicant: "お申し込みの人",
  confirmed: "アドレス確認済み",
  unconfirmed: "アドレス未確認",
  unconfirmedNote: "メールアドレスの確認がまだです。承認しても、確認が済むまでログインできません。",
  submitted: "送信日",
  round: (round: number) => `${round}回目`,
  consent: "同意",
  consentOf: (date: string, version: string) => `${date}に掲載の決まり(${version}版)に同意`,
  history: "これまでの経過",
  decision: "判断",
  approveTitle: "承認する",
  approveText:
    "企業アカウントが使えるようになり、担当者にメールで知らせます。企業情報の公開は、このあとの申請で判断します。",
  approve: "承認する",
  returnTitle: "差し戻す",
  returnText:
    "選んだ理由と書いた内容が、そのまま申し込んだ方にメールで届きます。直して送り直すことができます。",
  return: "差し戻す",
  declineTitle: "承認しない",
  declineText:
    "アカウントを停止します。理由を選ぶか書くとメールで知らせます。いたずらなどで知らせる必要がないときは、どちらも空けておいてください。",
  decline: "承認せずに停止する",
  reasons: "理由",
  comment: "補足",
  tooLateTitle: "ほかの職員が先に判断したか、新しい内容が送られてきました",
  tooLateText: "この操作は行われていません。現在の状態を下で確かめてください。",
  decided: {
    returned: (date: string) => `このお申し込みは${date}に差し戻されました`,
    approved: (date: string) => `このお申し込みは${date}に承認されました`,
    declined: (date: string) => `このお申し込みは${date}に承認されませんでした`,
  },
  decisionNote: "伝えた理由",
  company: "企業の記録を開く",
  back: "承認待ちの一覧へ",
};
