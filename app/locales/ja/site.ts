/** Words of the frame that every page stands in. */
export const site = {
  name: "ジモト",
  town: "一関市",
  tagline: "一関で働く、を見つける",
  demoBanner: "デモです。企業も人物も架空で、入力した内容は予告なく消えます。",
  skipToContent: "本文へ移動",
  menu: "メニュー",
  mainNavigation: [
    { to: "/companies", label: "企業をさがす" },
    { to: "/events", label: "イベント" },
    { to: "/internships", label: "インターンシップ・仕事体験" },
    { to: "/indicators", label: "計画の指標" },
    { to: "/newsletter", label: "メールマガジン" },
  ],
  signIn: "ログイン",
  signOut: "ログアウト",
  register: "登録",
  footer: [
    { to: "/saved", label: "保存した企業" },
    { to: "/compare", label: "企業を比べる" },
    { to: "/recruitment-calendar", label: "採用のカレンダー" },
    { to: "/manufacturing", label: "製造業データベース" },
    { to: "/register/company", label: "企業の方へ(掲載のお申し込み)" },
    { to: "/privacy", label: "個人情報の取り扱い" },
    { to: "/accessibility", label: "アクセシビリティ" },
    { to: "/open-data", label: "オープンデータ(CSV・API)" },
    { to: "/feed.atom", label: "更新情報(Atom)" },
    { to: "/events.ics", label: "イベントのカレンダー(iCalendar)" },
  ],
  operator: "一関市 商工労働部 工業労政課(デモ)",
} as const;

/** Where each role works, as links in the header. */
export const roleNavigation = {
  student: [
    { to: "/me", label: "マイページ" },
    { to: "/saved", label: "保存した企業" },
  ],
  teacher: [
    { to: "/school", label: "学校の申込" },
    { to: "/school/outcomes", label: "進路の人数" },
    { to: "/me", label: "マイページ" },
  ],
  company: [
    { to: "/company", label: "自社のページ" },
    { to: "/company/profile", label: "企業情報の編集" },
    { to: "/company/photos", label: "写真" },
    { to: "/company/history", label: "掲載の履歴" },
    { to: "/company/booths", label: "出展の申込" },
    { to: "/company/employment", label: "採用と在籍" },
    { to: "/company/members", label: "担当者" },
  ],
  applicant: [
    { to: "/company/registration", label: "お申し込みの状況" },
    { to: "/me", label: "マイページ" },
  ],
  staff: [
    { to: "/staff", label: "事務局" },
    { to: "/staff/signals", label: "指標の気づき" },
    { to: "/staff/approvals", label: "掲載の承認" },
    { to: "/staff/companies", label: "企業" },
    { to: "/staff/imports", label: "企業の取り込み" },
    { to: "/staff/events", label: "イベントと受付" },
    { to: "/staff/visits", label: "見学の計画" },
    { to: "/staff/booths", label: "出展企業の選定" },
    { to: "/staff/recruitment", label: "採用のカレンダー" },
    { to: "/staff/employment", label: "就職と定着" },
    { to: "/staff/schools", label: "学校と学科" },
    { to: "/staff/indicators", label: "指標" },
    { to: "/staff/documents", label: "会議の資料" },
    { to: "/staff/releases", label: "資料の公表" },
    { to: "/staff/figures", label: "数値の取り込み" },
    { to: "/staff/plan", label: "計画の編集" },
    { to: "/staff/newsletter", label: "メールマガジン" },
    { to: "/staff/freshness", label: "企業への確認" },
    { to: "/staff/wording", label: "表現の辞書" },
    { to: "/staff/mail", label: "送信メール" },
    { to: "/staff/accounts", label: "アカウント" },
    { to: "/staff/search/words", label: "検索された言葉" },
    { to: "/staff/search", label: "検索の状態" },
  ],
} as const;

export const roleNames = {
  student: "生徒・学生",
  teacher: "教職員",
  company: "企業",
  staff: "市職員",
  admin: "管理者",
} as const;

/** What went wrong and what to do, for each status that a page can answer with. */
export const statusWords: Record<number, { title: string; text: string }> = {
  400: {
    title: "送られた内容を読み取れませんでした",
    text: "アドレスや入力内容が途中で切れているかもしれません。前のページに戻って、もう一度お試しください。",
  },
  401: {
    title: "ログインが必要です",
    text: "時間がたってログインが切れたようです。ログインしてから、もう一度お試しください。",
  },
  403: {
    title: "このページを見る権限がありません",
    text: "ログイン中のアカウントでは利用できません。ほかのアカウントでログインし直すか、事務局にお問い合わせください。",
  },
  404: {
    title: "ページが見つかりません",
    text: "アドレスが変わったか、掲載が終わった可能性があります。検索やメニューからお探しください。",
  },
  405: {
    title: "この操作はできません",
    text: "ページを開き直してから、もう一度お試しください。",
  },
  409: {
    title: "ほかの人が先に変更しました",
    text: "最新の内容を開き直してから、もう一度お試しください。",
  },
  410: {
    title: "この企業の掲載は終了しました",
    text: "企業からの申し出などにより、企業情報の掲載を終了しました。ほかの企業は、企業の一覧からお探しください。",
  },
  413: {
    title: "送られたデータが大きすぎます",
    text: "一度に送れる大きさを超えています。文章を短くするか、ファイルを分けて送ってください。表のファイルは10MBまでです。",
  },
  429: {
    title: "操作の回数が多すぎます",
    text: "しばらく待ってから、もう一度お試しください。",
  },
  500: {
    title: "サーバーで問題が起きました",
    text: "ご迷惑をおかけします。記録を確認して直します。少し待ってから、もう一度お試しください。",
  },
};
