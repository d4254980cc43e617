import { fiscalYearLabel, longDate, plainDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

const months = (list: readonly string[]) =>
  list.map((month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`).join("、");

/** Words of the staff's page of signals, of the levers on their first page, and of what a plan would do to the figures. */
export const signalWords = {
  title: "指標の気づき",
  staff: "事務局",
  lead: (day: string) =>
    `${longDate(day)}の記録から、指標について確かめたほうがよいことを挙げています。理由と、次にすることを示します。対応が記録に反映されると、この一覧から消えます。`,
  none: "確かめることはありません",
  noneText: "報告の遅れ、目標のペース、公表値の更新、自己評価に、気になる点は見つかりませんでした。",
  groups: {
    missingReport: "届いていない報告",
    behindPace: "目標のペースに届いていない指標",
    silentInput: "記録が途切れているもの",
    lateSource: "更新が遅れている公表値",
    gradeAgainstScore: "計算した評価と合わない自己評価",
  },
  groupLeads: {
    missingReport: "期限を過ぎても届いていない報告です。届くまで、その指標は実際より少なく表示されます。",
    behindPace: "年度の経過した割合を目標に掛けた値を、実績が下回っています。",
    silentInput: "この90日間に1件も記録がありません。過去の同じ時期には記録がありました。",
    lateSource:
      "統計や担当課の報告から入力する値で、いつもの間隔を3か月以上過ぎても新しい値が入っていません。",
    gradeAgainstScore:
      "自己評価が、計画の評価基準で計算した評価と2段階以上違うか、違う理由が書かれていません。",
  },
  contents: "種類から選ぶ",
  countOf: (title: string, number: number) => `${title}(${count(number)})`,
  next: "次にすること",
  wholePlan: "計画全体",

  programmes: { jobCafe: "ジョブカフェ一関", supportStation: "若者サポートステーション" },
  monthsTitle: (programme: string, list: readonly string[]) =>
    `${programme}の${months(list)}の月次報告がありません`,
  monthsReason:
    "月次報告は翌月15日までに届くことになっています。この月の相談件数と就職件数は、まだ実績に入っていません。",
  mailSubject: (subject: string) => `【ジモト】${subject}のお願い`,
  monthsMail: "前回の報告者にメールで依頼する",
  monthsNoMail: "報告者のアカウントを確かめる",
  outcomeTitle: (school: string, year: number) => `${school}の${year}年3月卒業者の進路の報告がありません`,
  outcomeReason:
    "6月30日までに学校から届く人数です。届くまで、新規高卒者の管内就職率は報告のあった学校だけの値になります。",
  outcomeMail: (number: number) => `進路指導の先生(${count(number)}人)にメールで依頼する`,
  outcomeNoMail: "学校のアカウントを確かめる",
  outcomeSubject: (year: number) => `${year}年3月卒業者の進路状況の報告`,
  quarter: (quarter: string) => {
    const [year, number] = quarter.split("-Q");
    const first = Number(number) * 3 - 2;
    return `${year}年${first}月〜${first + 2}月`;
  },
  answersTitle: (quarter: string, unanswered: number) =>
    `${quarter}の在籍の確認に、${count(unanswered)}社が答えていません`,
  answersReason: (asked: number) =>
    `${count(asked)}社に尋ねました。答えのない人は定着率で「不明」と数えるため、率の幅が広がります。電話で聞いた答えも記録できます。`,
  answersList: "電話をかける企業",
  answersMore: (left: number) => `ほか${count(left)}社`,
  noPhone: "電話番号の掲載なし",
  toCompany: "企業の記録を開く",
  checkInsTitle: (title: string, day: string) => `${title}(${plainDate(day)})の受付の記録がありません`,
  checkInsReason:
    "終わったイベントですが、来場した人が1人も記録されていません。参加者数も開催回数も0のままです。",
  checkInsAction: "受付の記録を入力する",
  checkInsCancel: "開かなかったときは、中止を記録する",

  behindTitle: (name: string) => name,
  behindReason: (figures: { actual: string; pace: string; target: string }) =>
    `実績は${figures.actual}で、今日のペース${figures.pace}に届いていません。目標は${figures.target}です。`,
  behindDetails: "内訳を見て、どの月・どの催しで足りないかを確かめる",

  inputs: {
    publications: "企業の新しい掲載",
    directoryEntries: "製造業データベースへの新しい登録",
    checkIns: "イベントの受付",
    jobCafePlacements: "ジョブカフェ一関の就職の報告",
    supportStationPlacements: "若者サポートステーションの就職の報告",
    companyPlacements: "企業からの採用の報告",
    trainingGrants: "人財育成支援補助金の交付決定",
    internshipGrants: "インターンシップ促進助成金の交付決定",
    internshipStarts: "インターンシップの参加",
    answers: "在籍の確認への答え",
  },
  silentTitle: (input: string) => `${input}が90日間ありません`,
  silentReason: (earlier: readonly number[], last: string | null) =>
    `同じ時期の記録は、${earlier
      .map((number, at) => `${["前年", "2年前", "3年前"][at]}${count(number)}件`)
      .join("、")}でした。${last ? `最後の記録は${plainDate(last)}です。` : ""}`,
  silentActions: {
    publications: { text: "掲載の申請と承認を確かめる", to: "/staff/approvals" },
    directoryEntries: { text: "掲載中の製造業に登録を案内する", to: "/staff/companies?directory=missing" },
    checkIns: { text: "終わったイベントの受付を確かめる", to: "/staff/events" },
    jobCafePlacements: { text: "月次報告と合わせて、報告者に確かめる", to: "#missingReport" },
    supportStationPlacements: { text: "月次報告と合わせて、報告者に確かめる", to: "#missingReport" },
    companyPlacements: { text: "採用の報告を、メールマガジンで企業に依頼する", to: "/staff/newsletter" },
    trainingGrants: { text: "担当課に交付決定の記録を確かめ、入力する", to: "/staff/indicators" },
    internshipGrants: { text: "担当課に交付決定の記録を確かめ、入力する", to: "/staff/indicators" },
    internshipStarts: { text: "募集中のインターンシップの企業に確かめる", to: "/internships" },
    answers: { text: "在籍の確認に答えていない企業に電話する", to: "#missingReport" },
  },

  lateTitle: (source: string, number: number) =>
    `${source || "出典のない公表値"}:${count(number)}件の値が新しくなっていません`,
  lateReason: (late: { newest: string; usual: string; late: string }) =>
    `最も新しい値は${plainDate(late.newest)}現在です。これまでは${late.usual}ごとに入力されていて、次の値の時期を${late.late}過ぎています。`,
  lateList: (number: number) => `入力する指標(${count(number)}件)`,
  days: (days: number) =>
    days >= 350 ? `約${Math.round(days / 365)}年` : `約${Math.max(1, Math.round(days / 30))}か月`,

  gradeTitle: (place: string, fiscalYear: number) => `${place}(${fiscalYearLabel(fiscalYear)})`,
  gradeReason: (gap: { grade: string; computed: string; steps: number; hasReason: boolean }) =>
    [
      `自己評価は${gap.grade}、計算した評価は${gap.computed}です。`,
      gap.steps >= 2 ? `${gap.steps}段階違います。` : "",
      gap.hasReason ? "理由は書かれています。" : "違う理由が書かれていません。",
    ].join(""),
  gradeAction: "評価を見直すか、違う理由を書く",

  levers: {
    approvals: (waiting: number, late: number | null) =>
      `承認待ちが${count(waiting)}件あります${late ? `(うち${count(late)}件は10日以上前の申請)` : ""}。確かめて公開する`,
    returnedCompanies: (number: number) =>
      `差し戻したまま再申請のない企業が${count(number)}社あります。直しかたを電話で案内する`,
    unpublishedCompanies: (number: number) =>
      `アカウントがあり、まだ掲載を申請していない企業が${count(number)}社あります。掲載を案内する`,
    directoryCandidates: (number: number) =>
      `掲載中の製造業のうち${count(number)}社がデータベースにありません。登録を案内する`,
    seats: (number: number, events: number | null, kind: string) =>
      `これからの${kind}${events === null || events === 1 ? "" : `${count(events)}回`}に空席が${count(number)}席あります。申込を呼びかける`,
    booths: (number: number, kind: string) =>
      `${kind}の出展の申込が${count(number)}件、選定を待っています。選定する`,
    nextEvent: (kind: string) => `これからの${kind}の予定がありません。開催日を決めて登録する`,
    schools: (number: number, all: number | null, kind: string) =>
      `管内の高校・高専${count(all ?? number)}校のうち${count(number)}校が、今年度まだ${kind}に参加していません。学校に呼びかける`,
    readers: (number: number) => `メールマガジンの読者は${count(number)}人です。案内の号を送る`,
    hiresWithoutGrant: (number: number) =>
      `今年度の新卒採用を報告した企業のうち${count(number)}社が、補助金を使っていません。案内する`,
    internshipHosts: (number: number) =>
      `${count(number)}社がインターンシップを募集中です。助成金とあわせて学生に案内する`,
    unansweredCompanies: (number: number, asked: number | null) =>
      `在籍の確認に、${count(asked ?? number)}社のうち${count(number)}社が答えていません。電話で確かめる`,
    classesWithoutOutcome: (number: number) =>
      `この春の卒業者の進路を報告していない高校が${count(number)}校あります。報告を依頼する`,
  },

  home: "指標の気づき",
  homeCount: (number: number) => `${count(number)}件`,
  homeNote: "報告の遅れや、目標に届きそうにない指標です",
  homeNone: "気になる点はありません",

  effects: "計画の指標への効果",
  effectsLead:
    "この案のとおりに開催すると、計画の指標は次のようになります。実績は、当日の受付と出展の記録から数えます。",
  effectColumns: ["指標", "いまの値", "この案で開催すると", "目標"],
  effectReached: "目標に届きます",
  effectReachedBefore: "いまの値で目標に届いています",
  effectLeft: (left: string) => `目標まであと${left}`,
  effectNothing: "まだ記録がありません",
} as const;
