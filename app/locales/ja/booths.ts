/** Words about asking for a booth: the company's pages and what staff see of an application. */

export const boothStates = {
  applied: "選定待ち",
  selected: "出展決定",
  declined: "今回は見送り",
  withdrawn: "取り下げ",
} as const;

export const boothPlaces = {
  venue: "会場で出展する",
  online: "オンラインだけで出展する",
  either: "会場でもオンラインでもよい",
} as const;

export const boothSizes = {
  standard: "標準(1区画)",
  wide: "広め(2区画。機械や車両の展示など)",
} as const;

type Wishes = {
  power: number;
  size: "standard" | "wide";
  place: "venue" | "online" | "either";
  tables: number;
  staff: number | null;
  departments: readonly string[];
  shows: string;
};

/** The needs of a booth as short words, for lists. */
export function needsInWords({ power, size, place, tables, staff }: Wishes): string[] {
  return [
    power > 0 ? `電源 ${power.toLocaleString("ja-JP")}W` : "電源なし",
    size === "wide" ? "2区画" : "",
    `机 ${tables}台`,
    staff === null ? "" : `${staff}人`,
    place === "online" ? "オンラインのみ" : place === "either" ? "オンラインも可" : "",
  ].filter(Boolean);
}

/** Everything that was asked for, for the receipt by mail. */
export function wishesInWords(wishes: Wishes): string {
  return [
    needsInWords(wishes).join("、"),
    wishes.departments.length > 0 ? `会いたい学科: ${wishes.departments.join("、")}` : "",
    wishes.shows ? `展示の内容: ${wishes.shows}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

export const companyBooths = {
  title: "出展の申込",
  home: "自社のページ",
  lead: "就職ガイダンスなどで、自社のブースを出すための申し込みです。申込が多いときは、事務局が公表している基準で選びます。",
  coming: "申し込めるイベントと申込の状況",
  comingNone: "出展を募集しているイベントはありません",
  comingNoneText:
    "募集が始まると、このページに表示されます。イベントの予定は「イベント」のページで確かめられます。",
  past: "これまでの申込",
  until: (closes: string) => `${closes}まで`,
  from: (opens: string) => `${opens}から`,
  windows: {
    none: "募集なし",
    cancelled: "中止・延期",
    "not-open-yet": "受付前",
    open: "受付中",
    closed: "受付終了",
  },
  opens: (moment: string) => `受付は${moment}から`,
  closes: (moment: string) => `受付は${moment}まで`,
  notApplied: "申し込んでいません",
  number: (number: number) => `ブース番号 ${number}番`,
  ineligible: {
    "no-company": {
      title: "企業の担当者として登録されていません",
      text: "社内の代表担当者から招待を受けてください。",
      to: "/company",
      link: "自社のページ",
    },
    "not-published": {
      title: "企業情報が公開されていないため、申し込めません",
      text: "出展する企業は、生徒・学生や保護者が事前に読めるように、企業情報を公開していることが必要です。企業情報を入力して承認を申請してください。",
      to: "/company/profile",
      link: "企業情報を編集する",
    },
    "not-confirmed": {
      title: "掲載内容の確認から180日以上たっているため、申し込めません",
      text: "企業情報を見直して承認を申請するか、事務局に「内容は今も正しい」とご連絡ください。確認が済むと申し込めます。",
      to: "/company/profile",
      link: "企業情報を見直す",
    },
  },
  form: {
    title: "申込の内容",
    newTitle: "出展を申し込む",
    note: "募集についてのお知らせ",
    facts: {
      when: "開催日時",
      venue: "会場",
      period: "受付期間",
      limit: "ブースの数",
      state: "申込の状態",
      number: "ブース番号",
      decision: "事務局から",
    },
    booths: (limit: number) => `${limit}ブース(申込がこれより多いときは、事務局が選びます)`,
    power: "使う電気の量(W)",
    powerSupport:
      "機械やパソコンの消費電力の合計を、数字で入力してください。使わないときは「0」です。例:ノートパソコン2台とモニターで300",
    size: "ブースの広さ",
    place: "出展のしかた",
    tables: "机の数",
    tablesSupport: (most: number) => `0から${most}までの数で入力してください。1台の机に椅子が3脚付きます。`,
    staff: "当日来る人数",
    staffSupport: (most: number) => `1から${most}までの数で入力してください。`,
    sessions: "出展できる日",
    sessionsSupport: "どの日でもよいときは、1つも選ばなくてかまいません。",
    departments: "会いたい学科",
    departmentsSupport: (own: string) =>
      own
        ? `1つも選ばないときは、企業情報の「歓迎する学科」(${own})で選定します。`
        : "企業情報の「歓迎する学科」が空欄です。ここで選ぶか、企業情報に書いてください。どちらもないときは、学科への対応の点数が付きません。",
    shows: "展示・体験の内容",
    showsSupport: "400文字まで。生徒・学生がブースで見たり、触ったり、試したりできるものを書いてください。",
    message: "事務局への連絡",
    messageSupport: "500文字まで。搬入や配慮してほしいことがあれば書いてください。公開されません。",
    submit: "出展を申し込む",
    submitChange: "変更した内容で申し込む",
    criteria: "選び方",
    criteriaText:
      "参加者の学科への対応、関心のある仕事、業種と地域のかたより、前回選ばれなかったことを点数にして、合計が最も高くなる組み合わせを選びます。点数の配分と結果の理由は記録し、見送りのときはメールで理由をお知らせします。",
    withdraw: "申込を取り下げる",
    withdrawSelected: "出展を取り下げる",
    withdrawText:
      "取り下げると、この申込は選定の対象から外れます。受付期間中であれば、もう一度申し込めます。",
    withdrawSelectedText:
      "出展が決まったブースを返します。空いたブースは、ほかの企業に回します。元に戻すときは、事務局に連絡してください。",
  },
  states: {
    applied: {
      kind: "info",
      title: "選定を待っています",
      text: "結果は、受付が終わったあとにメールでお知らせします。受付期間中は、内容を変えられます。",
    },
    appliedClosed: {
      kind: "info",
      title: "選定を待っています",
      text: "受付は終わりました。結果はメールでお知らせします。内容を変えたいときは、事務局に連絡してください。",
    },
    selected: { kind: "success", title: "出展が決まりました", text: "当日はよろしくお願いします。" },
    declined: {
      kind: "info",
      title: "今回は見送りになりました",
      text: "次の機会も、ぜひお申し込みください。",
    },
    withdrawn: {
      kind: "info",
      title: "申込を取り下げています",
      text: "受付期間中であれば、下のフォームからもう一度申し込めます。",
    },
  },
  windowTexts: {
    none: { title: "このイベントでは、出展を募集していません", text: "" },
    cancelled: {
      title: "中止または延期になったイベントです",
      text: "申し込みや変更はできません。新しい日程が決まると、このページでお知らせします。",
    },
    "not-open-yet": {
      title: "受付はまだ始まっていません",
      text: "受付が始まってから、このページを開き直してください。",
    },
    closed: { title: "受付は終わりました", text: "新しい申し込みと内容の変更はできません。" },
  },
} as const;
