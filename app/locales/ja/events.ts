/** Words of the room of events: kinds, categories, states, registration, tickets, the reception desk. */
export const kindNames = {
  guidanceFair: "就職ガイダンス",
  informationFair: "地域企業情報ガイダンス",
  companyVisit: "企業見学会",
  discoveryFair: "しごと発見フェア",
  visitTour: "企業見学ツアー",
  seminar: "セミナー",
  onlineGuidance: "オンライン企業説明会",
  outreachBooth: "出張相談ブース",
} as const;

export const categoryNames = {
  student: "生徒・学生",
  guardian: "保護者",
  teacher: "教職員",
  company: "企業",
  other: "一般",
} as const;

/** Whom an event is meant for. */
export const targetNames = {
  juniorHigh: "中学生",
  highSchool: "高校生",
  kosen: "高専生",
  university: "大学生など",
  jobSeeker: "仕事をさがす方",
  guardian: "保護者",
  teacher: "教職員",
} as const;

type PoolWords = {
  category: keyof typeof categoryNames;
  department: string;
  graduationYear: number | null;
};

/**
 * The people whom a pool of seats is for, in words: 「生徒・学生(一関高専 機械・知能系 2年)」. The grade (学年) is said where it is
 * known, else the month of graduation; only what the pool is narrowed to is named.
 */
export function poolName(
  pool: PoolWords,
  { schoolName = null, grade = null }: { schoolName?: string | null; grade?: number | null } = {},
): string {
  const year =
    pool.graduationYear === null ? "" : grade === null ? `${pool.graduationYear}年3月卒業` : `${grade}年`;
  const narrowed = [schoolName ?? "", pool.department, year].filter(Boolean).join(" ");
  return narrowed ? `${categoryNames[pool.category]}(${narrowed})` : categoryNames[pool.category];
}

/** The one word about an event in a list. */
export const statusNames = {
  plenty: "受付中",
  few: "残りわずか",
  full: "キャンセル待ち受付中",
  "not-open-yet": "受付前",
  closed: "受付終了",
  ended: "終了",
  cancelled: "中止",
  postponed: "延期",
  "no-registration": "申込不要",
} as const;

export const registrationStateNames = {
  registered: "申込済み",
  offered: "お席のご案内中",
  waiting: "キャンセル待ち",
  cancelled: "取消済み",
  expired: "ご案内の期限切れ",
} as const;

export const people = (count: number) => `${count.toLocaleString("ja-JP")}人`;
const seats = (count: number) => `${count.toLocaleString("ja-JP")}席`;

export const events = {
  title: "イベント",
  lead: "就職ガイダンスや企業見学会など、一関で働くことを知る機会です。申し込みは各イベントのページからできます。",
  description: "一関市と近隣で開かれる就職ガイダンス、企業見学会、セミナーの予定と申し込み。",
  filter: "イベントの種類",
  allKinds: "すべて",
  targetFilter: "対象",
  allTargets: "どなたでも",
  monthFilter: "開催の月",
  allMonths: "すべての月",
  moved: "日程変更",
  movedFrom: (when: string) => `変更前の日時:${when}`,
  guests: "アカウントがなくても申し込めます",
  coming: "これからのイベント",
  past: "過去12か月のイベント",
  schoolsOnly: "学校単位",
  none: "この条件のイベントは、いま予定されていません",
  noneText: "日程が決まりしだい、このページとメールマガジンでお知らせします。",
  noneLinks: { all: "すべてのイベントを見る", newsletter: "メールマガジンに登録する" },
  nonePast: "過去12か月に開かれたイベントはありません。",
  opensAt: (when: string) => `${when}から受付`,
} as const;

export const event = {
  when: "日時",
  where: "会場",
  access: "交通",
  online: "オンライン参加",
  onlineForHolders: "オンラインで参加できます。参加用のリンクは、申し込んだ方の参加票でお知らせします。",
  whatToBring: "持ち物",
  audience: "対象",
  everyone: "どなたでも参加できます(区分ごとに席を用意しています)。",
  targets: (names: string) =>
    `${names}に向けたイベントです。ほかの方の席がある場合は、下の「席の状況」に示しています。`,
  organizer: "主催",
  contact: "問い合わせ",
  parking: "駐車場",
  fee: "参加費",
  free: "無料",
  movedTerm: "日程の変更",
  movedText: (before: string) => `${before}から変更になりました。`,
  guestHint: "アカウントがない方も、メールアドレスだけで申し込めます。",
  attendance: "来場者",
  attendanceText: (count: number | "few") =>
    count === "few" ? "延べ5人未満" : `延べ${people(count)}(受付で数えた人数)`,
  survey: "参加した方には、アンケートのご案内をメールでお送りしています。ご感想は次の回に生かします。",
  posterQr: "くわしい内容と申し込み",
  posterCompanies: (count: number) =>
    `出展企業 ${count.toLocaleString("ja-JP")}社(一覧はQRコードのページで見られます)`,
  posterQrOf: (title: string) => `${title}のページのQRコード`,
  posterPrint: "このページを印刷すると、掲示や配布に使えるA4の1枚になります。",
  schools: "学校単位での参加です。生徒のみなさんは、学校の進路担当の先生に申し出てください。",
  period: "申込期間",
  periodText: (from: string | null, until: string) => `${from ? `${from}から` : ""}${until}まで`,
  seatsTitle: "席の状況",
  seatsCategory: "区分",
  seatsState: "席",
  plenty: (left: number) => `空きがあります(残り${seats(left)})`,
  few: (left: number) => `残りわずか(残り${seats(left)})`,
  full: "満席です(キャンセル待ちを受け付けています)",
  fullClosed: "満席です",
  closedSeats: (capacity: number) => `定員${people(capacity)}`,
  noPools: "申し込みは要りません。当日、会場へお越しください。",
  booths: "出展企業",
  companies: (count: number) => `${count.toLocaleString("ja-JP")}社`,
  boothsNone: "出展企業は、決まりしだいこのページに載せます。",
  stops: "見学先",
  register: "このイベントに申し込む",
  wait: "キャンセル待ちに登録する",
  calendar: "カレンダーに登録する(.ics)",
  notices: {
    cancelled: "このイベントは中止になりました",
    postponed: "このイベントは延期になりました",
    stateText: "申し込み済みの方は、手続きは要りません。",
    postponedText:
      "新しい日程が決まりしだい、このページでお知らせします。申し込み済みの方にはメールでもお知らせします。",
    oldDate: (when: string) => `予定していた日時:${when}`,
    moved: "日程が変わりました",
    movedText: (before: string, after: string) => `変更前:${before}\n変更後:${after}`,
    movedHeld:
      "申し込みは新しい日程に引き継がれています。都合が合わないときは、申込の内容から取り消してください。",
    full: "満席の区分は、キャンセル待ちを受け付けています",
    fullText:
      "キャンセル待ちに登録すると、席が空いたときに順番にメールでご案内します。期限までに受けると、申し込みが済みます。",
    ended: "このイベントは終了しました",
    closed: "申し込みの受付は終了しました",
    notOpen: (when: string) => `申し込みは${when}から受け付けます`,
    schools: "申し込みは学校の先生が行います",
    schoolsText: "参加したい生徒のみなさんは、学校の進路担当の先生に申し出てください。",
    held: "このイベントに申し込んでいます",
    heldWaiting: "このイベントのキャンセル待ちに登録しています",
    heldLink: "申込の内容を見る",
  },
} as const;

export const registration = {
  title: (eventTitle: string) => `申し込み:${eventTitle}`,
  shortTitle: "申し込み",
  needs: "申し込みに必要なもの",
  needsItems: [
    "ジモトのアカウント(生徒・学生、教職員、企業)",
    "参加する方の区分(生徒・学生、保護者、教職員、企業、一般)",
    "先生が学校として申し込むときは、人数だけを入力します。生徒の名前は入力しません。",
  ],
  needsSchools: [
    "学校の先生のアカウント",
    "参加する人数(生徒の名前は入力しません)",
    "生徒のみなさんは、学校の進路担当の先生に申し出てください。",
  ],
  needsLater:
    "申し込みが終わると、参加票をメールでお送りします。取り消しは、始まる前までマイページでできます。",
  signIn: "ログインして申し込む",
  createAccount: "アカウントをつくる",
  session: "日程",
  forSchool: (school: string) => `${school}として申し込みます。`,
  category: "参加する方の区分",
  categorySupport: "席は区分ごとに用意しています。",
  headCount: "人数",
  headCountSupport: "1から300までの数で入力してください。名前は要りません。例:32",
  submit: "申し込む",
  wait: "キャンセル待ちに登録する",
  waitHelp:
    "満席の区分は、キャンセル待ちに登録できます。席が空くと、登録した順にメールでお席をご案内します。期限までにお返事をいただくと、申し込みが確定します。",
  afterwards: "申し込むと、登録しているメールアドレスに参加票が届きます。",
  noCategory: "このアカウントで申し込める区分がありません",
  noCategoryText: {
    waiting: "アカウントの承認が終わると申し込めます。承認の状況はマイページで確かめられます。",
    schools: "このイベントは学校単位の申し込みです。学校の進路担当の先生に申し出てください。",
    other:
      "このイベントには、お使いのアカウントの区分の席がありません。ご不明な点は事務局にお問い合わせください。",
  },
  backToEvent: "イベントのページへ戻る",
  left: (left: number) => `残り${seats(left)}`,
  full: "満席",
} as const;

export const me = {
  title: "マイページ",
  account: "アカウント",
  greeting: (name: string) => `${name}さんのページです。申し込んだイベントの確認と取り消しができます。`,
  accountName: "お名前",
  accountEmail: "メールアドレス",
  accountRole: "区分",
  accountState: "状態",
  states: { active: "利用できます", waiting: "承認を待っています", closed: "利用を停止しています" },
  waitingTitle: "アカウントの承認を待っています",
  waitingText:
    "お申し込みの内容を市の担当者が確認しています。確認には数日かかることがあります。承認が終わるとメールでお知らせし、企業情報の編集や出展の申し込みができるようになります。それまでも、企業やイベントのページはご覧いただけます。",
  coming: "これからの参加予定",
  comingNone: "申し込んでいるイベントはありません",
  comingNoneText: "参加したいイベントを見つけて、イベントのページから申し込んでください。",
  past: "これまでの申し込み",
  pastNone: "終了した申し込みや、取り消した申し込みはここに残ります。",
  findEvents: "イベントをさがす",
  position: (position: number) => `キャンセル待ち ${position}番目`,
  eventStates: { cancelled: "中止", postponed: "延期" },
  links: "よく使うページ",
  roleLinks: {
    student: [
      { to: "/companies", label: "企業をさがす" },
      { to: "/internships", label: "インターンシップ・仕事体験" },
      { to: "/events", label: "イベント" },
    ],
    teacher: [
      { to: "/school", label: "学校の申込" },
      { to: "/events", label: "イベント" },
    ],
    company: [
      { to: "/company", label: "自社のページ" },
      { to: "/events", label: "イベント" },
    ],
    staff: [
      { to: "/staff", label: "事務局" },
      { to: "/staff/events", label: "イベントと受付" },
    ],
  },
} as const;

export const ticket = {
  title: (eventTitle: string) => `参加票:${eventTitle}`,
  shortTitle: "申込の内容",
  code: "参加票の番号",
  codeHelp: "当日、受付でこの番号かQRコードを見せてください。画面でも、印刷したものでもかまいません。",
  qr: (code: string) => `参加票の番号 ${code} のQRコード`,
  session: "日程",
  category: "区分",
  headCount: "人数",
  registeredAt: "申込日時",
  school: "学校",
  checkedIn: (when: string) => `受付済みです(${when})`,
  waitingTitle: "キャンセル待ちに登録しています",
  waitingText: (position: number) =>
    `いま${position}番目です。席が空くと、順番にメールでお席をご案内します。期限までにお返事をいただくと、申し込みが確定します。`,
  cancelledTitle: "この申し込みは取り消しました",
  eventCancelled: "このイベントは中止になりました。来場の必要はありません。",
  eventPostponed: "このイベントは延期になりました。新しい日程はイベントのページでお知らせします。",
  toEvent: "イベントのページを見る",
  toMe: "マイページへ戻る",
  calendar: "カレンダーに登録する(.ics)",
  cancelTitle: "申し込みを取り消す",
  cancelHelp: "取り消すと席はほかの方に回ります。もう一度申し込むときは、席が残っている場合に限られます。",
  cancelWaitingHelp: "取り消すと、キャンセル待ちの順番はなくなります。",
  cancelConfirm: "取り消しを確定する",
  print: "印刷するときは、ブラウザーの印刷機能をお使いください。参加票だけが印刷されます。",
} as const;
