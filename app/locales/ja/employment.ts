import { longDate, plainDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

export const placementKindNames: Record<string, string> = {
  newGraduate: "新卒採用",
  midCareer: "中途採用",
  supported: "支援を受けた就職",
};

export const placementSourceNames: Record<string, string> = {
  company: "企業の報告",
  school: "学校の報告",
  jobCafe: "ジョブカフェ一関",
  supportStation: "若者サポートステーション",
  staffImport: "事務局の取込",
};

export const placementRouteNames: Record<string, string> = {
  schoolIntroduction: "学校の紹介",
  helloWork: "ハローワーク",
  jobCafe: "ジョブカフェ一関",
  supportStation: "若者サポートステーション",
  portal: "ジモトを見て",
  personalContact: "縁故・知人の紹介",
  other: "その他",
};

export const schoolKindNames: Record<string, string> = {
  highSchool: "高校",
  kosen: "高専",
  juniorCollege: "短大",
  vocational: "専門学校",
  university: "大学・大学院",
  juniorHigh: "中学校",
  other: "その他",
};

export const separationKindNames: Record<string, string> = {
  resigned: "本人の希望(自己都合)",
  contractEnd: "契約期間の満了",
  dismissed: "会社の都合",
  other: "その他",
};

export const employmentStateNames: Record<string, string> = {
  still: "在籍している",
  left: "離職した",
  notKnown: "分からない",
};

export const people = (value: number) => `${count(value)}人`;
export const classOf = (year: number) => `${year}年3月卒`;
export const months = (quarter: { year: number; from: number; to: number }) =>
  `${quarter.year}年${quarter.from}月〜${quarter.to}月`;

/** The report of a company: by the link of the mail, signed in, or told to staff. */
export const reportWords = {
  title: "採用と在籍のおたずね",
  description: "掲載企業の担当者が、採用した人と在籍の状況を答えるページです。",
  lead: (name: string, quarter: string) =>
    `「${name}」の採用と在籍について、${quarter}のおたずねです。ログインは要りません。分かるところだけでかまいません。`,
  noNames:
    "お名前は書かないでください。社員番号や「2026年春-1」のような、社内でだけ分かる番号で結構です。次のおたずねで、どなたのことかが分かるように使います。一度離職して戻った方は、前と同じ番号にしてください。",
  answerBy: "回答の期限",
  present: "前にお知らせいただいた方の在籍",
  quick:
    "おたずねは、前にお知らせいただいた方の在籍と、新しい採用の2つです。変わりがなければ、2か所に印を付けて送るだけです。",
  presentText: (count: number) => `${count}人の方が今も在籍しているかをお知らせください。`,
  allStill: "下で選ぶ方のほかは、全員在籍しています",
  allStillPage: "このページの方だけに印が付きます。次のページの方は、次のページで答えてください。",
  each: "1人ずつ選ぶ(離職した方や、分からない方がいるとき)",
  unansweredText: "答えない方は「未回答」のまま残ります(在籍とも離職とも数えません)。",
  presentNone: "前にお知らせいただいた方はいません",
  presentNoneText: "下の「新しく採用した方」でお知らせいただくと、次のおたずねからここに表示されます。",
  person: (mark: string, start: string) => `${mark || "番号なし"}(${start}入社)`,
  lastAnswer: (state: string, day: string) => `前回の回答:${state}(${plainDate(day)})`,
  state: "在籍",
  states: [
    { value: "", label: "まだ答えない" },
    { value: "still", label: "在籍している" },
    { value: "left", label: "離職した" },
    { value: "notKnown", label: "分からない" },
  ],
  leaving: "離職した方は、離職日などを入力する",
  endedOn: "離職日",
  endedOnSupport: "例:2026年9月30日、R8.9.30",
  endKind: "離職のしかた",
  choose: "選んでください",
  hires: "新しく採用した方",
  hiresText:
    "まだお知らせいただいていない方を、1人ずつ入力してください。入社日が決まっている方は、6か月先まで入力できます(数えるのは入社日からです)。",
  hire: (number: number) => `採用した方 ${number}`,
  openHire: "採用した方を入力する",
  openNext: "次の方を入力する",
  typed: (number: number, facts: string) => `採用した方 ${number}:${facts}`,
  wrong: "確認が必要です",
  drop: "この方の入力を取り消す(送りません)",
  more: "学科・きっかけ・就職報告コード(分かるときだけ)",
  mark: "社内の番号",
  markSupport: "お名前は書かないでください。例:1024、2026年春-1",
  kind: "新卒か中途か",
  kindSupport: "卒業から3年以内に新卒として採用した方も「新卒採用」です。",
  kinds: [
    { value: "newGraduate", label: "新卒採用" },
    { value: "midCareer", label: "中途採用" },
  ],
  graduationYear: "卒業した年(3月)",
  graduationYearSupport: "西暦で入力してください。例:2026。新卒の方は必ず入力してください。",
  schoolKind: "卒業した学校の種類",
  schoolKindSupport: "新卒の方は必ず選んでください。",
  schoolKindEmpty: "分からない・答えない",
  departmentName: "学科・専攻",
  departmentNameSupport: "例:電子機械科",
  placeOfWork: "働く場所の市町村",
  placeOfWorkSupport: "例:一関市、平泉町、北上市。支店などで働く方は、その市町村に直してください。",
  startedOn: "入社日",
  startedOnSupport: "例:2026年4月1日、R8.4.1",
  route: "採用のきっかけ",
  routeEmpty: "分からない・答えない",
  code: "就職報告コード(ご本人から受け取ったとき)",
  codeSupport: "英数字8文字です。受け取っていなければ空欄で結構です。ご本人に求める必要はありません。",
  addRow: "この内容で加えて、次の方を入力する",
  mostRows: (rows: number) => `一度に入力できるのは${rows}人までです。続きは、送ったあとに入力してください。`,
  none: "この3か月に新しい採用はありません",
  noneTitle: "新しい採用がないとき",
  notSent: "入力した方は、「この内容で送る」を押すまで市には届きません。",
  send: "この内容で送る",
  told: "お知らせいただいた内容",
  toldText: "内容が違うときは「直す」から直せます。期限まで、同じリンクで何度でも開けます。",
  toldNothing: "「新しい採用はありません」と受け取りました。",
  thanks: "ありがとうございました",
  afterwards: "お知らせいただいた内容の使いみち",
  afterwardsText: [
    "市の工業振興計画の指標(管内就職率、就職者の定着など)を計算するために使います。",
    "公開するのは人数を合計した数字だけです。企業ごとの数字や、5人に満たない内訳は公開しません。",
    "見られるのは、貴社の担当者と市の担当職員だけです。ほかの企業や学校には見せません。",
  ],
  correct: "直す",
  correctFor: (mark: string, start: string) => `${mark || "番号なし"}(${start}入社)の記録を直す`,
  expiredTitle: "このリンクの期限が過ぎました",
  expiredText:
    "ログインして「採用と在籍」のページから答えるか、次の四半期のメールでお答えください。電話でも受け付けています(工業労政課)。",
  unknownTitle: "このリンクは使えません",
  unknownText:
    "アドレスが途中で切れていないか確かめ、メールのボタンをもう一度押してください。解決しないときは、工業労政課にお電話ください。",
  signIn: "ログインして答える",
  table: "お知らせいただいた方の一覧",
  columns: ["番号・入社日", "内容と在籍"],
  ahead: "入社予定",
  left: (day: string, kind: string) => `離職(${plainDate(day)}、${kind})`,
  unanswered: "未回答",
  notAsked: "次のおたずねでうかがいます",
  before: (answer: string) => `前は:${answer}`,
  answered: (state: string, day: string) => `${state}(${plainDate(day)}の回答)`,
  inside: "管内",
  outside: "管外",
  noPlace: "記録なし",
  noMark: "番号なし",
} as const;

/** The page that corrects one record. */
export const correctionWords = {
  title: "採用の記録を直す",
  description: "お知らせいただいた採用の記録を直すページです。",
  lead: "直す前の内容も、直した理由とともに残ります。公開した数字を、あとから説明できるようにするためです。",
  back: "一覧に戻る",
  now: "今の記録",
  missingTitle: "この記録は見つかりません",
  missingText: "すでに直されたか、取り消された記録です。一覧を開き直して、新しい記録を選んでください。",
  change: "内容を直す",
  reason: "直す理由",
  reasonSupport: "お名前は書かないでください。例:入社日の写し間違い",
  save: "直して保存する",
  leaving: "在籍と離職",
  leavingText: "離職したとき、または離職日などを直すときに入力してください。",
  leave: "離職を記録する",
  stay: "離職を取り消し、在籍中にする",
  stayText:
    "離職の知らせが間違いだったとき、または戻ってきたのではなく続けて在籍しているときに押してください。",
  void: "この採用はなかった",
  voidText:
    "採用が取りやめになったとき、ほかの方と取り違えたとき、二重にお知らせいただいたときに使います。集計から除きます。",
  voidReason: "取り消す理由",
  voidSubmit: "記録を取り消す",
} as const;

/** The signed-in company's page. */
export const companyEmploymentWords = {
  title: "採用と在籍",
  lead: "採用した方と、今も在籍しているかを市に知らせるページです。3か月に一度、担当者にメールでもおたずねしています。",
  open: (quarter: string, day: string) => `${quarter}のおたずねに回答できます。期限は${longDate(day)}です。`,
  answered: (day: string) =>
    `${longDate(day)}に回答をいただいています。変わったことがあれば、続けてお知らせください。`,
  noQuestion: "今は回答をお願いしているおたずねはありません。採用や離職があれば、いつでもお知らせください。",
  state: "おたずねの状況",
  report: "採用と在籍を知らせる",
  list: "これまでにお知らせいただいた方",
  none: "お知らせいただいた方はまだいません",
  noneText: "上の「採用と在籍を知らせる」からお知らせいただくと、ここに一覧で表示されます。",
} as const;
