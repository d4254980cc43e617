import { people } from "./events.ts";

/** Words of the visit card: the booth's page, the visitor's card, the printed codes, the company's room. */
export const booth = {
  title: (companyName: string) => `ブースの訪問:${companyName}`,
  shortTitle: "ブースの訪問",
  description: "イベントで訪ねた企業のブースを、自分の訪問カードに記録するページです。",
  number: (boothNumber: number) => `ブース${boothNumber}番`,
  visit: "訪問を記録する",
  visitText: "「訪問を記録する」を押すと、あなたの訪問カードに残ります。読み取っただけでは何も記録しません。",
  visited: (when: string) => `${when}に訪問を記録しました`,
  unknown: "このブースのコードは使えません",
  unknownText:
    "別のイベントのコードか、番号の打ち間違いかもしれません。ブースの紙の番号を確かめるか、近くの係員に声をかけてください。",
  toEvent: "イベントのページを見る",
  profile: "この企業のページを見る",
  card: "訪問カードを見る",
  notSignedIn: "参加票のあるスマートフォンで開いてください",
  notSignedInText:
    "アカウントで申し込んだ方はログインしてください。メールアドレスだけで申し込んだ方は、メールの参加票のページをこのスマートフォンで一度開いてから、もう一度QRコードを読み取ってください。",
  signIn: "ログインして記録する",
  noRegistration: "このイベントの申し込みが見つかりません",
  noRegistrationText:
    "訪問カードは、申し込んで参加している方が使えます。当日参加の方は、企業のページを保存しておくと後から見返せます。",
  notEventDay: "訪問の記録は、イベントの当日にできます",
  shareTitle: "この企業に連絡先を伝える",
  shareText: (companyName: string) =>
    `伝えると、${companyName}の担当者が、あなたの名前・学校名・メールアドレスを見られます。ほかの企業には伝わりません。いつでも取り消せます。`,
  share: "連絡先を伝える",
  shared: (when: string) => `${when}に連絡先を伝えました`,
  sharedText: "取り消すと、企業の画面からすぐに消えます。企業がすでに控えた内容までは消せません。",
  unshare: "取り消す",
  obstacles: {
    "through-school":
      "高校生・中学生のみなさんの連絡先は、企業に伝えられません。就職についての連絡は、学校を通して行う決まりだからです。話を聞きたい企業は、進路担当の先生に伝えてください。",
    "school-unknown":
      "学校の登録がないため、連絡先を伝えられません。高校生の連絡は学校を通す決まりで、学校が分からないと確かめられないためです。",
    "not-a-visitor": "連絡先の共有は、学生と一般の参加者のための機能です。",
    "sharing-over": "連絡先を伝えられるのは、イベントから30日までです。",
    "not-visited": "先に訪問を記録してください。",
    "no-registration": "このイベントの申し込みが見つかりません。",
    "no-such-booth": "このブースは見つかりません。コードを確かめてください。",
    "not-event-day": "訪問の記録は、イベントの当日にできます。",
  },
} as const;

export const visitCard = {
  title: "訪問カード",
  lead: (visited: number, booths: number) => `${booths}社のブースのうち、${visited}社を訪ねました。`,
  none: "まだ記録がありません。ブースに置いてあるQRコードを読み取ると、ここに残ります。",
  code: "ブースの番号",
  codeSupport: "QRコードを読み取れないときは、ブースの紙にある8文字の番号を入力してください。",
  codeSubmit: "ブースを開く",
  columns: { company: "企業", at: "時刻", sharing: "連絡先" },
  table: "訪ねたブースの表",
  shared: "伝えています",
  notShared: "伝えていません",
  change: "伝える・取り消す",
  changeOf: (name: string) => `${name}に連絡先を伝える・取り消す`,
} as const;

export const boothCodes = {
  title: (eventTitle: string) => `ブースのQRコード:${eventTitle}`,
  shortTitle: "ブースのQRコード",
  lead: "印刷してブースに置くと、来場者が自分の訪問カードに記録できます。A4用紙1枚に4社分(A6)ずつ並びます。",
  none: "出展が決まった企業がありません",
  noneText: "ブースの申し込みから出展する企業を決めると、ここにQRコードの用紙が並びます。",
  missing: (count: number) => `${count}社のブースに、まだコードがありません。`,
  make: "コードを用意する",
  print: "印刷は、ブラウザの印刷(A4・縦・倍率100%)で行ってください。",
  scan: "QRコードを読み取ると、あなたの訪問カードに残ります",
  scanText: "スマートフォンのカメラで読み取り、「訪問を記録する」を押してください。",
  typed: "読み取れないときは、訪問カードに番号を入力:",
  qr: (name: string) => `${name}のブースのQRコード`,
  noCode: "コードがまだありません",
  own: "ブースのQRコード",
  ownText: "事務局でも印刷して用意します。手元でも印刷したいときに使ってください。",
} as const;

export const boothVisitors = {
  title: (eventTitle: string) => `ブースの来場者:${eventTitle}`,
  shortTitle: "ブースの来場者",
  list: "出展するイベントと来場者",
  listText: "ブースのQRコードの印刷、来場者の人数、連絡先を伝えてくれた来場者を見られます。",
  publicPage: "イベントの公開ページを見る",
  counts: "区分ごとの来場者",
  countsLater: "イベントの翌日に、区分ごとの人数を表示します。",
  countsNone: "QRコードを読み取った来場者はいませんでした。",
  countsNote:
    "QRコードを読み取って訪問を記録した人の数です。1人から4人の区分は、だれか分かってしまうおそれがあるため「5人未満」とし、差し引きで分かるときは合計も出しません。",
  total: "合計",
  few: "5人未満",
  hiddenTotal: "表示しません",
  columns: { category: "区分", count: "人数" },
  table: (section: string) => `${section}の表`,
  contacts: "連絡先を伝えてくれた来場者",
  contactsNone: "連絡先を伝えてくれた来場者は、まだいません。",
  contactsNote:
    "本人がこの企業に伝えると選んだ連絡先です。この催しについての連絡にだけ使い、本人が取り消すとここから消えます。高校生への連絡は、学校とハローワークを通してください。",
  contactColumns: {
    name: "名前",
    school: "学校・学科",
    category: "区分",
    email: "メール",
    sharedAt: "伝えた日",
  },
  csv: "CSVでダウンロード",
  code: "ブースのQRコードを印刷する",
  count: people,
} as const;

/** Headers of the file of shared contacts; a published header stays. */
export const contactHeader = ["名前", "学校", "学科", "区分", "メールアドレス", "伝えた日"] as const;
