import { fiscalYearLabel, longDate } from "#app/platform/calendar.ts";

const count = (value: number) => value.toLocaleString("ja-JP");

/** Words of the staff's first page and of the room where staff work with the indicators. */
export const staffWords = {
  home: {
    title: "事務局",
    today: (day: string) => `${longDate(day)}の状況です。`,
    waiting: "いま対応が必要なもの",
    approvals: "掲載の承認待ち",
    approvalsCount: (waiting: number) => `${count(waiting)}件`,
    oldest: (days: number) =>
      days === 0 ? "最も古い申請は今日です" : `最も古い申請は${count(days)}日前です`,
    noApprovals: "承認待ちはありません",
    accounts: "承認待ちのアカウント",
    people: (value: number) => `${count(value)}人`,
    subscribers: "メールマガジンの購読者",
    registered: "登録企業数と目標",
    target: "目標",
    leftToTarget: (left: number) => `目標まであと${count(left)}社`,
    targetReached: "目標に届いています",
    noTarget: "目標値がありません",
    events: "これからのイベント",
    noEvents: "これからのイベントはありません",
    noEventsNext: "イベントを登録すると、ここに申込の状況が表示されます。",
    eventColumns: ["日時", "イベント", "申込", "状態"],
    seats: (taken: number, capacity: number) =>
      capacity === 0 ? "定員なし" : `${count(taken)} / ${count(capacity)}席`,
    eventStates: {
      planned: "準備中(非公開)",
      published: "公開中",
      cancelled: "中止",
      postponed: "延期",
    } as Record<string, string>,
    year: (fiscalYear: number) => `${fiscalYearLabel(fiscalYear)}の記録`,
    checkIns: "来場・参加(受付の記録、延べ人数)",
    noCheckIns:
      "この年度の受付の記録はまだありません。イベントの当日に受付を記録すると、ここと指標の実績に反映されます。",
    eventKind: "イベントの種類",
    heads: "人数(延べ)",
    placements: "就職の報告",
    placementColumns: ["報告元", "就職(件)", "実人数(人)"],
    placementSources: {
      company: "企業",
      school: "学校",
      jobCafe: "ジョブカフェ一関",
      supportStation: "若者サポートステーション",
      staffImport: "事務局の取込",
    },
    placementsTotal: "合計(実人数は重複を除く)",
    noPlacements: "この年度の就職の報告はまだありません。",
    localRate: "新規高卒者の管内就職率",
    localRateSource: (source: string) => `出典:${source}`,
    localRateMissing: "公表値が入力されていません。",
    behind: "目標のペースに届いていない指標",
    behindLead: (day: string) =>
      `${longDate(day)}までに年度の何割が過ぎたかを目標に掛けた値と比べて、下回っている指標です。`,
    noneBehind: "ペースを下回っている指標はありません。",
    behindColumns: ["指標", "いまの値", "ペース", "目標", "次にできること"],
    rooms: "事務局の仕事",
    roomNotes: {
      "/staff/approvals": "企業から届いた掲載内容を確かめて公開します。",
      "/staff/companies": "企業の掲載の履歴を確かめ、掲載の終了や担当者の招待を扱います。",
      "/staff/events": "イベントの申込を確かめ、当日の受付を記録します。",
      "/staff/indicators": "計画の目標と実績を確かめ、公表値を入力します。",
      "/staff/newsletter": "購読者に号を作って送ります。",
      "/staff/mail": "送った通知と、届かなかった通知を確かめます。",
      "/staff/accounts": "アカウントの役割と停止を扱います。",
    } as Record<string, string>,
  },

  /** What staff can do next about an indicator that is behind, by the measure that computes it. */
  nextSteps: {
    "registered-companies": {
      text: "承認待ちを公開し、未登録の企業に掲載を案内する",
      to: "/staff/approvals",
    },
    "manufacturing-directory": {
      text: "掲載企業のうち製造業に、データベースへの登録を案内する",
      to: "/manufacturing",
    },
    "fair-participants": {
      text: "申込の状況を確かめ、メールマガジンで学生と保護者に案内する",
      to: "/staff/newsletter",
    },
    "june-fair-participants": {
      text: "申込の状況を確かめ、メールマガジンで学生と保護者に案内する",
      to: "/staff/newsletter",
    },
    "march-fair-participants": {
      text: "申込の状況を確かめ、メールマガジンで学生と保護者に案内する",
      to: "/staff/newsletter",
    },
    "visit-tour-participants": { text: "見学会の申込を確かめ、学校に参加を呼びかける", to: "/staff/events" },
    "company-visit-participants": {
      text: "見学会の申込を確かめ、学校に参加を呼びかける",
      to: "/staff/events",
    },
    "discovery-fair-students": { text: "フェアの申込を確かめ、学校に参加を呼びかける", to: "/staff/events" },
    "outreach-booth-visitors": { text: "催しの案内をメールマガジンで求職者に送る", to: "/staff/newsletter" },
    "information-fairs-held": { text: "開催日を決めて公開する", to: "/staff/events" },
    "company-visits-held": { text: "開催日を決めて公開する", to: "/staff/events" },
    "training-subsidy-graduates": { text: "採用を報告した企業に補助金を案内する", to: "/staff/newsletter" },
    "training-subsidy-young-people": {
      text: "採用を報告した企業に補助金を案内する",
      to: "/staff/newsletter",
    },
    "internship-subsidy-people": {
      text: "インターンシップを掲載する企業と学生に助成金を案内する",
      to: "/staff/newsletter",
    },
  } as Record<string, { text: string; to: string }>,
  nextStepOtherwise: "内訳を見て、どの月・どの催しで足りないかを確かめる",

  indicators: {
    title: "指標の管理",
    lead: "計画の木に沿って、目標、実績、見込、評価を確かめます。記録から計算できる値は入力しません。市の統計や担当課の報告は、出典を付けて入力します。",
    today: "今日の値",
    publicPage: "公開ページを見る",
    expected: "見込",
    results: "成果",
    issues: "課題",
    enter: "公表値を入力",
    enterFor: (name: string) => `${name}の公表値を入力`,
    evaluation: "成果と課題",
    notBehind: "ペースどおり",
    behind: "ペースを下回る",
    noPace: "—",
    pace: (figure: string) => `ペース ${figure}`,
    columns: ["指標", "前年度", "目標", "実績", "見込", "達成率", "ペース", "操作"],
    entryTitle: "公表値の入力",
    entryLead:
      "入力した値は上書きも削除もできません。誤りは、同じ年度・同じ種類の値を入力し直し、注記に理由を書いて訂正します。前の値は記録に残ります。",
    entryOpen: "公表値を入力する",
    submit: "この値を記録する",
    fields: {
      indicatorId: "指標",
      fiscalYear: "年度",
      kind: "値の種類",
      state: "値の確かさ",
      value: "値",
      missingReason: "値がない理由",
      observedOn: "いつ現在の値か",
      source: "出典",
      note: "注記",
    },
    support: {
      value: "単位を付けずに数字で入力します(例:48.2)。",
      missingReason:
        "値が出ないときだけ、理由を書きます(例:調査が休止のため)。0人・0件は値として入力します。",
      observedOn: "例:令和7年4月30日、2025-04-30",
      source: "統計や報告の名前と公表日を書きます。氏名は書かないでください。",
      note: "訂正の理由や、前の値と比べるときの注意を書きます。公開ページに表示されます。氏名は書かないでください。",
    },
    kinds: { actual: "実績", expected: "年度末の見込", baseline: "基準値" },
    states: { final: "確定", provisional: "速報", estimated: "推計", revised: "訂正" },
    choose: "選んでください",
    recorded: (name: string) => `${name}の記録`,
    noneRecorded: "この指標には、入力された値がまだありません。",
    recordColumns: ["年度", "種類", "値", "現在", "確かさ", "出典", "注記"],
  },
} as const;
