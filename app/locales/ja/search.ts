import { longDate } from "#app/platform/calendar.ts";

/** Words of the search: the box and its tabs, the list of companies, its conditions and cards. */
export const search = {
  title: "企業をさがす",
  allTitle: "まとめてさがす",
  allTitleOf: (text: string) => `「${text}」の検索結果`,
  allDescription: "一関市の企業・インターンシップ・イベントを、ひとつの言葉でまとめてさがせます。",
  tabsLabel: "さがす対象",
  tabs: { all: "すべて", company: "企業", internship: "インターンシップ", event: "イベント" },
  things: (count: number) => `${count.toLocaleString("ja-JP")}件`,
  sectionTitles: {
    company: "企業",
    internship: "募集中のインターンシップ・仕事体験",
    event: "これからのイベント",
  },
  seeAll: {
    company: (count: number) => `企業 ${count.toLocaleString("ja-JP")}社をすべて見る`,
    internship: (count: number) =>
      `インターンシップ・仕事体験 ${count.toLocaleString("ja-JP")}件をすべて見る`,
    event: (count: number) => `イベント ${count.toLocaleString("ja-JP")}件をすべて見る`,
  },
  startTitle: "さがし方",
  startText:
    "上の欄に、会社名・仕事・つくっているもの・地域などの言葉を入れてください。企業・インターンシップ・イベントをまとめてさがします。ひらがなでもさがせます。",
  startIndustries: "仕事の種類からさがす",
  startAreas: "地域からさがす",
  allEmptyTitle: "言葉に合うものが見つかりませんでした",
  otherKinds: "ほかの対象では見つかりました",
  suggestionsLabel: "検索する言葉の候補",
  suggestionCount: (count: number) => `候補が${count}件あります。上下の矢印キーで選べます。`,
  suggestionNone: "候補はありません。",
  suggestionKinds: { company: "企業", industry: "仕事の種類", area: "地域", condition: "働きやすさ" },
  description:
    "一関市で働ける企業を、仕事の内容・地域・働きやすさからさがせます。会社名の読みがなや、製品・技術の名前でもさがせます。",
  box: "会社名・仕事・製品・技術・地域などの言葉",
  boxSupport: "例:かながた、プログラミング、千厩 寮あり",
  submit: "さがす",
  narrow: "条件で絞り込む",
  narrowed: (count: number) => `条件で絞り込む(${count}件の条件を選択中)`,
  facets: {
    area: "地域",
    industry: "仕事の種類",
    benefit: "働きやすさ",
    department: "歓迎する学科",
    certification: "認証",
    size: "従業員数",
    open: "いま募集中",
  },
  facetNotes: { all: "選んだものがすべてそろう企業をさがします。" },
  facetChosen: (count: number) => `${count}件選択中`,
  apply: "この条件で絞り込む",
  applied: "選んだ条件",
  removeCondition: (label: string) => `${label}の条件を外す`,
  text: "言葉",
  clear: "条件をすべて外す",
  sortLabel: "並べ方",
  count: (total: number) => `${total.toLocaleString("ja-JP")}社`,
  countLabel: (total: number, page: number, pages: number) =>
    pages > 1
      ? `${total.toLocaleString("ja-JP")}社が見つかりました(${page}/${pages}ページ)`
      : `${total.toLocaleString("ja-JP")}社が見つかりました`,
  cut: (max: number) => `検索できるのは${max}文字までです。先頭の${max}文字で検索しました。`,
  corrected: (typed: string, corrected: string) =>
    `「${typed}」に合うものがなかったため、「${corrected}」で検索しました。`,
  wordFilter: (word: string, value: string) => `「${word}」は条件「${value}」としてさがしました。`,
  asTyped: "この言葉のままさがす",
  isAsTyped: "入力した言葉のまま、条件に読みかえずにさがしています。",
  notAsTyped: "条件に読みかえてさがす",
  why: "表示の理由",
  /** `asOf` is a civil date, YYYY-MM-DD. */
  employees: (count: number, asOf: string) => {
    const [year, month, day] = asOf.split("-").map(Number);
    return `従業員${count.toLocaleString("ja-JP")}人(${year}年${month}月${day}日現在)`;
  },
  /** `on` is a civil date, YYYY-MM-DD. */
  confirmedOn: (on: string) => `企業による内容の確認:${longDate(on)}`,
  amber: "確認から90日以上たっています",
  openInternships: (count: number) => `インターンシップ・仕事体験 ${count}件募集中`,
  comingEvents: (count: number) => `イベント ${count}件に参加予定`,
  moreBenefits: (count: number) => `ほか${count}件`,
  titleOf: (text: string) => `「${text}」の企業検索`,
  emptyTitle: "条件に合う企業が見つかりませんでした",
  emptyHelp: "言葉を短くする、ひらがなで入力する、条件を減らす、のどれかをお試しください。",
  relaxTitle: "次のように変えると見つかります",
  relax: (dropped: string, total: number) => `「${dropped}」を外す(${total.toLocaleString("ja-JP")}社)`,
  relaxThings: (dropped: string, total: number) => `「${dropped}」を外す(${total.toLocaleString("ja-JP")}件)`,
  relaxAll: (total: number) => `地域などの条件をすべて外す(${total.toLocaleString("ja-JP")}社)`,
  showAll: "すべての企業を見る",
  csv: "この一覧を表計算ソフト用のファイル(CSV)で受け取る",
  showAllThings: { internship: "すべてのインターンシップ・仕事体験を見る", event: "すべてのイベントを見る" },
  thingsFound: (total: number, page: number, pages: number) =>
    pages > 1
      ? `${total.toLocaleString("ja-JP")}件が見つかりました(${page}/${pages}ページ)`
      : `${total.toLocaleString("ja-JP")}件が見つかりました`,
  onlyOpen: {
    internship: "募集中のものだけを、言葉との関連が強い順に並べています。",
    event: "これから開かれるものだけを、言葉との関連が強い順に並べています。",
  },
  openWords: { internship: "インターンシップ・仕事体験を募集中", event: "イベントに参加予定" } as Record<
    string,
    string
  >,
  rankingTitle: "並び順のきまり",
  ranking: [
    "「関連の強い順」は、入力した言葉がどこに当てはまったかだけで決まります。強い順に、企業名・読みがな・別の呼び名、業種と業種をあらわす言葉、地域、製品・技術、働きやすさ・学科、紹介文です。",
    "「働きやすさ」と「認証」は、選んだものがすべてそろう企業だけを表示します。ほかの条件は、選んだもののどれかに当てはまる企業を表示します。",
    "同じ強さのとき、または言葉を入力していないときは、五十音順です。",
    "掲載料や広告、市職員の判断で順番が変わることはありません。一人ひとりの閲覧の記録も使いません。",
  ],
};
