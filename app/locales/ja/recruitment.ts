import { type CivilDate, longDate, plainDate } from "#app/platform/calendar.ts";

/** Words of the recruitment calendar: the public page, the banners, the staff screen, the calendar file. */
export const audienceNames = {
  highSchool: "高校生",
  kosen: "高専生(本科)",
  kosenAdvanced: "高専生(専攻科)",
  university: "大学生・短大生・専門学校生",
  general: "一般の求職者",
} as const;

export const stageNames = {
  jobCardsAccepted: "求人申込の受付",
  jobsPublic: "求人の公開",
  publicityOpen: "広報活動の開始",
  applicationsOpen: "応募の受付",
  selectionOpen: "選考・内定",
  severalApplications: "複数応募",
  offersFormal: "正式な内定",
} as const;

/** What begins on the day of a stage, in a sentence. */
const stageMeanings = {
  jobCardsAccepted: "ハローワークが、高校生向けの求人の申し込みを企業から受け付け始めます。",
  jobsPublic:
    "求人票が公開されます。企業は学校を訪ねることができ、生徒は学校を通して応募前の職場見学に行けます。",
  publicityOpen: "企業が採用の広報を始め、学生はエントリーや説明会への参加を始められます。",
  applicationsOpen: "学校が、生徒の応募書類を企業に送り始めます。",
  selectionOpen: "企業が面接や試験を始めます。この日より前の選考は認められていません。",
  severalApplications: "1人が同時に2社以上に応募できるようになります。",
  offersFormal: "企業が正式な内定を出せるようになります。",
} as const;

type Audience = keyof typeof audienceNames;
type Stage = keyof typeof stageNames;
type Reader = "student" | "teacher" | "company" | "public";

const classOf = (graduationYear: number) => `${graduationYear}年3月卒業`;

/** The one sentence for each reader about what may be done in a stage. */
const doing: Record<Audience, Partial<Record<Stage | "before", Partial<Record<Reader, string>>>>> = {
  highSchool: {
    before: {
      student:
        "企業やイベントの情報は、いつでも見られます。求人票は、公開の日から学校で見られます。気になる企業は、名前を先生に伝えておきましょう。",
      teacher:
        "企業見学会やガイダンスなど、仕事を知る催しには参加できます。求人票と応募前職場見学は、公開の日からです。",
      company:
        "企業の紹介と、仕事を知る催しへの出展ができます。高校生に求人の条件を示すこと、学校を求人で訪ねることは、まだできません。",
    },
    jobCardsAccepted: {
      student: "企業やイベントの情報は、いつでも見られます。求人票は、公開の日から学校で見られます。",
      teacher: "ハローワークで求人の受付が始まっています。求人票の公開と応募前職場見学は、公開の日からです。",
      company:
        "ハローワークに高校生向けの求人を申し込めます。高校生や学校に求人の条件を示すことは、公開の日まで待ってください。",
    },
    jobsPublic: {
      student:
        "学校で求人票を見られます。応募前の職場見学は、先生に申し出てください。企業への連絡は学校がします。",
      teacher:
        "求人票を生徒に示し、応募前職場見学を企業に申し込めます。応募書類を送るのは、応募の受付の日からです。",
      company:
        "学校を訪ね、学校からの職場見学を受け入れられます。見学は選考ではありません。応募書類の受け取りと面接は、まだできません。",
    },
    applicationsOpen: {
      student: "学校を通して応募できます。面接や試験は、選考の日からです。",
      teacher: "応募書類を企業に送れます。面接や試験は、選考の日からです。",
      company: "学校から応募書類を受け取れます。面接や試験は、選考の日まで待ってください。",
    },
    selectionOpen: {
      student: "面接や試験が始まっています。結果は学校に届きます。次の応募は、先生と相談してください。",
      teacher: "選考が始まっています。同時に2社以上に応募できる時期は、県の申し合わせに従ってください。",
      company:
        "面接や試験、内定ができます。結果は学校に知らせてください。生徒や保護者に直接連絡することはできません。",
    },
    severalApplications: {
      student: "同時に2社以上に応募できます。どこに応募するかは、先生と相談してください。",
      teacher: "同時に2社以上への応募ができます。",
      company: "応募者が他社にも応募していることがあります。結果は早めに学校に知らせてください。",
    },
  },
  kosen: later("学校推薦で応募するときは、学校の進路担当の先生に相談してください。"),
  kosenAdvanced: later("学校推薦で応募するときは、学校の進路担当の先生に相談してください。"),
  university: later("学校の就職支援の窓口にも相談できます。"),
  general: {},
};

/** KOSEN and university students share their three dates. */
function later(hint: string): (typeof doing)["kosen"] {
  return {
    before: {
      student: `企業、イベント、インターンシップの情報は、いつでも見られます。${hint}`,
      teacher: "業界や企業を知る催しに参加できます。採用の広報は、広報活動の開始の日からです。",
      company:
        "企業の紹介とインターンシップの案内ができます。採用の広報は、広報活動の開始の日まで待ってください。",
    },
    publicityOpen: {
      student: `説明会への参加とエントリーができます。面接などの選考は、選考の日からです。${hint}`,
      teacher: "説明会への参加とエントリーが始まっています。選考は、選考の日からです。",
      company: "採用の広報と説明会ができます。面接などの選考は、選考の日まで待ってください。",
    },
    selectionOpen: {
      student: `面接などの選考が始まっています。正式な内定は、その日より後に出ます。${hint}`,
      teacher: "選考が始まっています。",
      company: "面接などの選考ができます。正式な内定は、決められた日から出してください。",
    },
    offersFormal: {
      student: `正式な内定が出る時期です。${hint}`,
      teacher: "正式な内定が出る時期です。",
      company: "正式な内定を出せます。",
    },
  };
}

export const actionNames = {
  handInJobCards: "企業が、求人をハローワークに申し込む",
  showJobTerms: "企業が、求人の条件を示す",
  visitWorkplace: "学校を通して、応募前の職場見学に行く",
  publicise: "企業が、採用の広報をする",
  apply: "応募する",
  select: "面接や試験をする",
  applyToSeveral: "同時に2社以上に応募する",
  offerFormally: "正式な内定を出す",
} as const;

export const prefectureName = (prefecture: string) => prefecture || "全国";

export const recruitmentWords = {
  title: "採用のカレンダー",
  description:
    "高校生、高専生、大学生などの採用で、いつから何ができるか。卒業年ごとの求人公開、応募、選考の日と、今日できることを示します。",
  lead: "いつから求人を見られるか、いつから応募や選考ができるかは、卒業年と学校の種類ごとに申し合わせで決まっています。日付は市が登録したもので、0時に切り替わります。",
  all: "すべて",
  filter: "だれのカレンダーか",
  section: (audience: Audience, year: number) => `${audienceNames[audience]}(${classOf(year)})`,
  classOf,
  today: (date: CivilDate) => `今日は${longDate(date)}です。`,
  todayTitle: "今日できること",
  always: "企業の紹介を見る、イベントに参加する",
  alwaysNote: "1年中できます(学年を問いません)。",
  open: "できます",
  openSince: (date: CivilDate) => `${plainDate(date)}から`,
  shut: "まだできません",
  shutUntil: (date: CivilDate) => `${longDate(date)}から`,
  unknown: "日付が決まっていません",
  unknownNote: "学校または市にお問い合わせください。",
  unknownSeveral:
    "県の申し合わせの日付を、まだ登録していません。それまでは1人1社です。学校の先生に確かめてください。",
  over: "この年の卒業生の就職活動は終わりました。",
  datesTitle: "日付の一覧",
  columns: { date: "日付", meaning: "この日から" },
  stageMeanings,
  noDates: (year: number) =>
    `${classOf(year)}の日付は、まだ登録されていません。国と県の申し合わせが決まりしだい載せます。`,
  following: (year: number) => `次の学年(${classOf(year)})`,
  calendarLink: "この日付をカレンダーに登録する(.ics)",
  sourceOf: (source: string) => `出典:${source}`,
  print: "印刷すると、この一覧が紙で配れる形になります。",
  schoolRule:
    "高校生への連絡は、かならず学校を通して行います。企業から生徒や保護者に、電話・メール・SNSで直接連絡することはできません。",
  calendar: {
    name: "採用のカレンダー(ジモト)",
    nameFor: (audience: Audience) => `採用のカレンダー:${audienceNames[audience]}(ジモト)`,
    entry: (row: { graduationYear: number; audience: Audience; stage: Stage; prefecture: string }) =>
      `${stageNames[row.stage]}(${audienceNames[row.audience]}・${classOf(row.graduationYear)}${row.prefecture ? `・${row.prefecture}` : ""})`,
  },
  banner: {
    label: "採用のカレンダー",
    whose: (audience: Audience, year: number) => `${audienceNames[audience]}・${classOf(year)}`,
    now: (stage: Stage, since: CivilDate) =>
      `いまは「${stageNames[stage]}」の時期です(${plainDate(since)}から)`,
    before: "いまは、求人の公開より前の時期です",
    beforeOther: "いまは、採用の広報より前の時期です",
    next: (stage: Stage, date: CivilDate) => `次は「${stageNames[stage]}」:${longDate(date)}から`,
    unknown: "日付は、まだ登録されていません",
    unknownText:
      "国と県の申し合わせが決まりしだい、ここに載せます。急ぐときは、学校または市にお問い合わせください。",
    over: "この年の就職活動は終わりました",
    link: "採用のカレンダーを見る",
    doing,
  },
  /** What the text checker says about a job offer to high-school leavers before its day. */
  jobTerms: {
    source: "高等学校就職問題検討会議の取りまとめ(求人の公開の日)",
    note: (year: number, from: CivilDate | null) =>
      `高校生(${classOf(year)})への求人の条件や求人番号は、${from ? `求人公開の日(${longDate(from)})` : "求人公開の日(まだ登録されていません)"}より前に公開できません。求人を知らせる文でないときは、その理由を書いてください。`,
    replacement: "仕事の内容や働き方の紹介にする(求人は、公開の日から求人票で示す)",
  },
  /** Beside the pay for high-school leavers in a company's profile. */
  payNote:
    "初任給(高校卒)は、これまでの実績を示すもので、求人の条件ではありません。高校生への求人の条件は、求人票で確かめてください。",
  payFrom: (date: CivilDate) => `求人票は、${longDate(date)}から学校で見られます。`,
  payOpen: "求人票は、いま学校で見られます。",
  occasion: {
    title: "高校生が参加する催しでの決まり",
    "no-job-terms": (year: number, from: CivilDate | null) =>
      `この催しは仕事と企業を知る場です。開催日は${from ? `求人公開の日(${longDate(from)})` : "求人公開"}より前のため、高校生(${classOf(year)})に求人の条件を示すこと、応募を勧めることはできません。`,
    "no-selection": (year: number, from: CivilDate | null) =>
      `この催しは選考の場ではありません。開催日は${from ? `選考開始の日(${longDate(from)})` : "選考開始"}より前のため、高校生(${classOf(year)})への面接、応募書類の受け取り、採用の約束はできません。`,
    staff:
      "事務局への注意:出展企業への案内に、この決まりを書き添えてください。開催そのものは禁じられていません。",
  },
  staff: {
    title: "採用のカレンダー",
    lead: "卒業年ごとに、求人公開や選考の日付を登録します。ここの日付が、公開ページ、各部屋のお知らせ、公開できる内容を決めます。日付は毎年の申し合わせで確かめてください。",
    classes: "卒業年",
    table: (year: number) => `${classOf(year)}の日付`,
    empty: "この卒業年の日付は、まだありません",
    emptyText: "前の年から写すか、下のフォームで1つずつ登録してください。",
    columns: {
      audience: "対象",
      stage: "段階",
      prefecture: "地域",
      date: "日付",
      source: "出典とメモ",
      edit: "変更",
    },
    edit: "変更する",
    editOf: (what: string) => `${what}を変更する`,
    formTitle: "日付を登録する",
    formEdit: "日付を変更する",
    fields: {
      graduationYear: "卒業年(3月卒業の年)",
      audience: "対象",
      stage: "段階",
      prefecture: "地域",
      date: "日付",
      source: "出典",
      note: "メモ",
    },
    support: {
      prefecture: "県の申し合わせが全国と違うときだけ、県を選びます。県の日付は全国の日付より優先します。",
      date: "この日の0時から始まります。例:2026-07-01",
      source: "申し合わせや通知の名前と日付。例:高等学校就職問題検討会議 申し合わせ(2026年2月)",
      note: "公開のカレンダーにも表示されます。",
    },
    save: "登録する",
    copyTitle: "次の年に写す",
    copyText: (from: number) =>
      `${classOf(from)}の日付を、1年後の日付として${classOf(from + 1)}に写します。すでにある日付は変わりません。写したあと、新しい申し合わせで確かめてください。`,
    copy: (to: number) => `${classOf(to)}に写す`,
    copySource: (from: number) => `${classOf(from)}の日付を写したもの。新しい申し合わせで確かめてください`,
    removeTitle: "この日付を取り消す",
    removeText:
      "登録を誤ったときなどに取り消します。取り消すと、この段階は「日付が決まっていません」になります。",
    reason: "取り消す理由",
    remove: "取り消す",
    missing: "この日付は、ほかの人が先に取り消しました。",
    noClass: "写す日付がありません。",
    publicPage: "公開ページを見る",
    consequence: "変更は記録に残り、公開ページにすぐ反映されます。",
  },
} as const;
