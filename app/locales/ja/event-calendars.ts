/** The calendars to subscribe to, and how. */
export const calendarFeeds = {
  names: {
    highSchool: "高校生向け",
    kosen: "高専生向け",
    university: "大学生など向け",
    jobSeeker: "仕事をさがす方向け",
    guardian: "保護者向け",
  },
  all: "すべてのイベント",
  title: (whose: string | null) => (whose ? `ジモトのイベント(${whose})` : "ジモトのイベント"),
  heading: "予定をカレンダーに入れる",
  lead: "お使いのカレンダーにイベントの予定を登録しておくと、新しいイベント、日程の変更、中止が自動で反映されます。登録の申し込みやログインは要りません。",
  column: { whose: "予定の範囲", subscribe: "登録する", address: "アドレス" },
  subscribe: (whose: string) => `${whose}の予定を登録する`,
  open: "カレンダーで開く",
  how: "登録のしかた",
  steps: [
    "iPhone・iPad・Mac:「カレンダーで開く」を押し、「照会」または「購読」を選びます。",
    "Googleカレンダー:パソコンで「他のカレンダー」の「+」から「URLで追加」を選び、アドレスを貼り付けます。スマートフォンにも、しばらくすると表示されます。",
    "Outlook:「予定表の追加」から「Webから定期受信」を選び、アドレスを貼り付けます。",
    "反映には、カレンダーによって数時間から1日ほどかかります。申し込んだイベントの変更は、メールでもお知らせします。",
  ],
  atom: "イベントの新着と変更(Atom)",
  csv: "イベントの一覧(CSV・オープンデータ)",
  school: (name: string) => `${name}向け`,
} as const;

/** Words inside calendar entries. */
export const calendarWords = {
  marks: { cancelled: "【中止】", postponed: "【延期】" },
  movedFrom: (when: string) => `日程が変わりました(変更前:${when})。`,
  online: "オンラインで参加できます。参加のしかたはイベントのページをご覧ください。",
} as const;

/** Words of the Atom feeds. */
export const feed = {
  title: "ジモト 新着の企業とイベント",
  companiesTitle: "ジモト 企業の新着と更新",
  eventsTitle: "ジモト イベントの新着と変更",
  eventMarks: { cancelled: "【中止】", postponed: "【延期】", moved: "【日程変更】" },
  labels: { company: "企業", event: "イベント", internship: "インターンシップ・仕事体験" },
} as const;

/** 2026年12月 */
export function eventMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年${number}月`;
}
