const count = (value: number) => value.toLocaleString("ja-JP");

/** Words of the staff's list of searched words. */
export const demandWords = {
  title: "検索された言葉",
  lead: (days: number, fewest: number) =>
    `この${days}日間に検索された言葉です。個人が分からないように、${fewest}回以上検索された言葉だけを表示しています。`,
  zeroHits: "何も見つからなかった言葉",
  all: "すべての言葉",
  next: "次にできること",
  nextSteps: [
    "その言葉の仕事をしている企業が市内にあれば、掲載をお願いする。",
    "掲載中の企業が同じことを別の言葉で書いていれば、製品・技術・別の呼び名にその言葉を加えてもらう。",
    "言いかえれば見つかるはずの言葉は、同義語の一覧に加えるよう、システムの担当者に依頼する。",
  ],
  columns: ["言葉", "検索", "見つからなかった", "最後の日", "確かめる"],
  times: (value: number) => `${count(value)}回`,
  tryIt: "検索してみる",
  tryOf: (text: string) => `「${text}」で検索してみる`,
  emptyTitle: "表示できる言葉はまだありません",
  emptyText: "検索が行われると、1分ごとに集計されます。回数の少ない言葉は表示しません。",
};
