import { longDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

/** Beside a company: when its facts were last confirmed. */
export const freshnessNote = {
  confirmed: (day: string) => `掲載内容の確認日:${longDate(day)}`,
  amber: "確認から90日以上",
  amberText: (day: string) =>
    `掲載内容は${longDate(day)}に確認されたもので、90日以上たっています。勤務条件などは変わっている場合があります。`,
  hiddenTitle: "掲載内容が長く確認されていません",
  hiddenText: (day: string | null) =>
    `${day ? `最後の確認は${longDate(day)}で、180日以上` : "180日以上"}たっているため、検索には表示していません。応募や見学を考えるときは、勤務条件などを企業か学校に確かめてください。`,
};

/** The page that a company opens from the mail. */
export const confirmationWords = {
  title: "掲載内容の確認",
  description: "掲載企業の担当者が、掲載内容が今も正しいかを答えるページです。",
  lead: (name: string) =>
    `「${name}」の掲載内容は今も正しいですか。下の内容を見て、どちらかのボタンを押してください。`,
  facts: "いまの主な掲載内容",
  asOf: (words: string, day: string) => `${words}\n${longDate(day)}現在`,
  confirmedOn: "前回の確認日",
  answerBy: "回答の期限",
  wholePage: "公開ページの全体を見る",
  answer: "回答",
  answers: { "still-true": "変わりありません", "needs-change": "変更があります" },
  stillTrueNote: "今日の日付で「確認済み」になります。",
  needsChangeNote: "ログインして掲載内容を直す画面に進みます。",
  doneTitle: {
    "still-true": "「変わりありません」の回答を受け取っています",
    "needs-change": "「変更があります」の回答を受け取っています",
  },
  doneText: {
    "still-true": (day: string) =>
      `${longDate(day)}に回答をいただきました。このあと内容が変わったときは、ログインして掲載内容を直してください。`,
    "needs-change": (day: string) =>
      `${longDate(day)}に回答をいただきました。ログインして掲載内容を直し、承認を申請してください。`,
  },
  edit: "掲載内容を直す(ログインが必要です)",
  expiredTitle: "このリンクの期限が過ぎました",
  expiredText:
    "ログインして掲載内容を直すか、次の四半期のメールでお答えください。電話でのご連絡も受け付けています(工業労政課)。",
  unknownTitle: "このリンクは使えません",
  unknownText:
    "アドレスが途中で切れていないか確かめ、メールのボタンをもう一度押してください。解決しないときは、工業労政課にお電話ください。",
} as const;

/** The staff's list of companies to call. */
export const staleWords = {
  title: "企業への確認",
  description: "確認日が古い企業の一覧です。",
  lead: "企業には四半期ごとにメールで確認しています。確認から90日で公開ページに「確認から90日以上」と表示し、180日で検索から外します。電話で確かめたら「電話で確認済みにする」を押してください。",
  counts: "件数",
  fresh: "確認済み(90日未満)",
  amber: "90日以上",
  hidden: "180日以上(検索に出ない)",
  companies: (value: number) => `${count(value)}社`,
  amberTitle: "確認から90日以上の企業(検索から外れる日が近い順)",
  hiddenTitle: "検索から外れている企業",
  noneAmber: "確認から90日以上の企業はありません",
  noneAmberText: "すべての企業が90日以内に掲載内容を確認しています。",
  noneHidden: "検索から外れている企業はありません",
  noneHiddenText: "180日以上確認のない企業があると、ここに表示されます。",
  columns: ["企業", "電話番号・担当", "最後の確認", "メールでの確認", "電話で確認"],
  days: (value: number) => `${count(value)}日前`,
  never: "記録がありません",
  leaves: (day: string) => `${longDate(day)}に検索から外れます`,
  notAsked: "まだ送っていません",
  noAccount: "有効なアカウントがないため、メールを送れません",
  asked: (day: string) => `${longDate(day)}に送信`,
  unanswered: "回答がありません",
  answered: {
    "still-true": "変わりありません",
    "needs-change": "変更があります(直す内容を待っています)",
  } as Record<string, string>,
  open: "電話で確認済みにする",
  openFor: (name: string) => `${name}を電話で確認済みにする`,
  confirmText: (name: string) => `${name}に電話し、公開中の内容が今も正しいことを確かめましたか。`,
  confirm: "確かめたので記録する",
  telephone: "電話",
} as const;
