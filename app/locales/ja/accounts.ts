/** Words of the room of accounts: signing in, registration, passwords, and what staff do with accounts. */
export const stateNames = { active: "利用中", waiting: "承認待ち", closed: "停止中" } as const;

const fields = {
  email: "メールアドレス",
  password: "パスワード",
};

export const signInWords = {
  title: "ログイン",
  description: "ジモトにログインします。",
  lead: "登録したメールアドレスとパスワードを入力してください。企業やイベントの情報は、ログインしなくても見られます。",
  fields,
  submit: "ログイン",
  problems: {
    "wrong-credentials": {
      title: "メールアドレスかパスワードが違います",
      text: "大文字・小文字や全角・半角を確かめて、もう一度入力してください。パスワードが分からないときは、下のリンクから新しく決められます。",
    },
    "account-closed": {
      title: "このアカウントは停止されています",
      text: "ログインできません。心当たりがないときは、一関市 商工労働部 工業労政課にお問い合わせください。",
    },
    "address-unconfirmed": {
      title: "メールアドレスの確認が済んでいません",
      text: "登録のときにお送りしたメールのリンクを開き、「確認する」を押すとログインできます。",
    },
  },
  resend: "確認のメールをもう一度送る",
  forgotten: "パスワードを忘れたとき",
  registerTitle: "アカウントをお持ちでない方",
  registerStudent: "生徒・学生の利用登録",
  registerCompany: "企業の掲載のお申し込み",
  teacher: "教職員のアカウントは事務局が作成します。工業労政課にご連絡ください。",
  demoTitle: "デモのアカウント",
  demoText: "どのアカウントもパスワードは jimoto-demo-2024 です。",
  demoAccounts: [
    { role: "生徒・学生", email: "student@demo.example" },
    { role: "教職員", email: "teacher@demo.example" },
    { role: "企業", email: "company@demo.example" },
    { role: "市職員", email: "staff@demo.example" },
    { role: "管理者", email: "admin@demo.example" },
  ],
};

export const signOutWords = {
  title: "ログアウト",
  description: "ジモトからログアウトします。",
  text: (name: string) =>
    `${name}さんとしてログインしています。共用のパソコンやスマートフォンでは、使い終わったらログアウトしてください。`,
  submit: "ログアウトする",
  nobody: "いまはログインしていません。",
};

const consent = "個人情報の取り扱いを読み、同意します";
/** How the summary of errors names the box, and the link beside it. */
const agreement = { consentLabel: "同意", privacyLink: "個人情報の取り扱い" };
export const passwordSupport =
  "12文字以上で決めてください。使う文字の種類に決まりはありません。ほかのサイトと同じパスワードは使わないでください。";

export const studentRegistrationWords = {
  title: "生徒・学生の利用登録",
  description: "イベントや企業見学に申し込むための、生徒・学生の利用登録です。",
  lead: "登録すると、イベントへの申し込みや参加票の受け取りができます。企業に名前や連絡先が伝わることはありません。企業をさがしたり読んだりするだけなら、登録は要りません。",
  guardian: "16歳未満の方は、保護者の方といっしょに「個人情報の取り扱い」を読んでから登録してください。",
  fields: {
    ...fields,
    name: "呼ばれたい名前",
    schoolId: "学校",
    departmentId: "学科・コース",
    graduationYear: "卒業する年",
    consent,
  },
  ...agreement,
  support: {
    name: "受付でお呼びする名前です。本名でなくてもかまいません。",
    email: "申し込みの確認や参加票をお送りします。",
    password: passwordSupport,
    departmentId: "選ばなくても登録できます。",
    graduationYear: "卒業する予定の年の3月を選んでください。",
  },
  empty: "選んでください",
  noDepartment: "選ばない",
  year: (year: number, era: string) => `${year}年(${era})3月`,
  submit: "確認のメールを受け取る",
  company: "企業の方は、企業の掲載のお申し込みへ",
  haveAccount: "すでに登録した方は、ログインへ",
};

export const confirmationWords = {
  title: "メールアドレスの確認",
  description: "利用登録のときに入力したメールアドレスを確認します。",
  sentTitle: "メールを送りました",
  sentText: (hours: number) =>
    `入力したメールアドレスに、登録を終えるためのリンクを送りました。${hours}時間以内にリンクを開き、「確認する」を押してください。`,
  sentHelp:
    "数分たっても届かないときは、迷惑メールの中と、アドレスの打ち間違いを確かめてから、下のフォームでもう一度送ってください。すでにアカウントがあるアドレスには、その旨をお知らせするメールを送っています。",
  demo: "デモではメールは外に送られません。市職員のアカウントで「送信メール」を開くと読めます。",
  openText: "「確認する」を押すと登録が終わり、ログインできるようになります。",
  confirm: "確認する",
  expiredTitle: "このリンクは使えません",
  expiredText:
    "期限が切れたか、新しいメールを送ったために古くなりました。下のフォームで、もう一度メールを送ってください。",
  resendHeading: "確認のメールをもう一度送る",
  resend: "もう一度送る",
  email: fields.email,
};

export const passwordWords = {
  forgottenTitle: "パスワードを忘れたとき",
  forgottenDescription: "新しいパスワードを決めるためのメールをお送りします。",
  forgottenLead:
    "登録したメールアドレスを入力してください。新しいパスワードを決めるためのリンクをお送りします。",
  forgottenSubmit: "メールを送る",
  sentTitle: "メールを送りました",
  sentText:
    "入力したアドレスにアカウントがあるときは、数分で届きます。リンクは60分間、1回だけ使えます。届かないときは、迷惑メールの中と、アドレスの打ち間違いを確かめてください。",
  resetTitle: "新しいパスワードを決める",
  resetDescription: "メールのリンクから、新しいパスワードを決めます。",
  resetLead: "新しいパスワードを決めると、ほかの端末も含めて、これまでのログインはすべて切れます。",
  resetSubmit: "パスワードを変える",
  fields: { email: fields.email, password: "新しいパスワード" },
  passwordSupport,
  expiredTitle: "このリンクは使えません",
  expiredText: "期限が切れたか、すでに使われています。もう一度メールを送ってください。",
  again: "メールをもう一度送る",
};

export const accountsWords = {
  title: "アカウント",
  waitingHeading: "承認を待っている企業アカウント",
  waitingEmpty: "承認を待っているお申し込みはありません",
  waitingEmptyText: "新しいお申し込みがあると、ここに並びます。",
  appliedOn: "申し込んだ日",
  contact: "担当者",
  email: fields.email,
  confirmed: "アドレス確認済み",
  unconfirmed: "アドレス未確認",
  noCompany: "(企業名なし)",
  waitingLead:
    "承認・差し戻しは、お申し込みのページで行います。差し戻したお申し込みは、申し込んだ方が直して送るのを待っています。",
  openRegistration: (company: string) => `${company}のお申し込みを開く`,
  registrationStates: {
    submitted: "事務局の確認待ち",
    returned: "差し戻し中",
    approved: "承認済み",
    declined: "承認せず",
  },
  noRegistration: "お申し込みの内容がまだ届いていません",
  listHeading: "すべてのアカウント",
  roleFilter: "役割",
  allRoles: "すべて",
  emailFilter: "メールアドレスの一部",
  search: "絞り込む",
  count: (total: number) => `${total.toLocaleString("ja-JP")}件`,
  listEmpty: "条件に合うアカウントはありません",
  listEmptyText: "役割やメールアドレスの条件を変えてください。",
  columns: ["メールアドレス・名前", "役割", "状態", "登録日", "操作"],
  own: "自分のアカウントは変更できません",
  newRole: "新しい役割",
  changeRole: "役割を変える",
  changeRoleNote: "変えると、その人のログインはすべて切れます。学校や企業との結び付きは変わりません。",
  close: "停止する",
  reopen: "再開する",
  change: "変更",
};
