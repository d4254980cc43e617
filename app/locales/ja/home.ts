/** Words of the first page. */
export const home = {
  heading: "一関で働く、を見つける",
  lead: "一関市とその周りの企業、会社見学、インターンシップ、就職イベントを、ひとつの場所で探せます。登録しなくても読めます。",
  searchLabel: "企業をさがす",
  searchSupport: "企業名、仕事、つくっているもの、地域など。ひらがなでも探せます(例:かながた、介護 千厩)。",
  searchButton: "検索",
  wordsLabel: "よく探される言葉",
  words: [
    "金型",
    "半導体",
    "食べものをつくる",
    "介護",
    "プログラミング",
    "建物や道をつくる",
    "社員寮",
    "室根",
  ],
  counts: (companies: number, internships: number) =>
    `いま${companies.toLocaleString("ja-JP")}社を掲載し、${internships.toLocaleString("ja-JP")}件のインターンシップ・仕事体験を受け付けています。`,
  audiencesHeading: "ここでできること",
  eventsHeading: "これからのイベント",
  allEvents: "イベントをすべて見る",
  schoolsOnly: "学校単位の申込",
  noEvents: "予定しているイベントはまだありません。",
  noEventsNext: "決まりしだいここに載せます。メールマガジンでもお知らせします。",
  newestHeading: "新しく載った企業",
  allCompanies: "企業をすべて見る",
  publishedOn: (date: string) => `${date}掲載`,
  noCompanies: "掲載中の企業はまだありません。",
  description:
    "一関市とその周りの企業、会社見学、インターンシップ、就職イベントを探せる、若い人のための就職応援サイトです。",
} as const;

/** What each kind of reader can do here, with the first steps. */
export const audiences = [
  {
    title: "生徒・学生の方",
    text: "仕事の中身、休み、離職の状況まで載せた企業ページを読み、見学会やイベントに申し込めます。",
    links: [
      { to: "/companies", label: "企業をさがす" },
      { to: "/events", label: "イベントに申し込む" },
      { to: "/register", label: "アカウントを作る" },
    ],
  },
  {
    title: "企業の方",
    text: "自社の情報を無料で載せられます。内容は事務局が確認してから公開します。",
    links: [
      { to: "/register/company", label: "掲載を申し込む" },
      { to: "/company", label: "自社のページへ" },
      { to: "/manufacturing", label: "製造業データベースを見る" },
    ],
  },
  {
    title: "学校・先生の方",
    text: "会社見学や発見フェアに、生徒の氏名を出さず人数で申し込めます。",
    links: [
      { to: "/school", label: "学校の申込へ" },
      { to: "/events", label: "学校向けのイベントを見る" },
      { to: "/internships", label: "仕事体験を見る" },
    ],
  },
  {
    title: "市民・議会の方",
    text: "市の工業振興計画の目標と実績を、数え方までたどって読めます。",
    links: [
      { to: "/indicators", label: "計画の指標を見る" },
      { to: "/newsletter", label: "メールマガジンを受け取る" },
      { to: "/privacy", label: "個人情報の取り扱い" },
    ],
  },
] as const;
