/** Words of the page on which staff see how search is doing. */
export const searchDeskWords = {
  title: "検索の状態",
  lead: "企業・インターンシップ・イベントの検索が、公開中の内容と合っているかを確かめるページです。公開や変更は、ふつう2秒以内に検索へ反映されます。",
  nowHeading: "いまの状態",
  engine: "検索の方式",
  engines: {
    embedded: "内蔵の索引",
    meilisearch: "Meilisearch(検索サーバー)",
  } as Record<string, string>,
  waiting: "反映を待っている変更",
  count: (n: number) => `${n.toLocaleString("ja-JP")}件`,
  server: "検索サーバーの応答",
  serverStates: {
    closed: "応答しています",
    open: "応答がないため、内蔵の索引で検索しています",
    "half-open": "応答が戻ったかを確かめています",
  },
  lastFailure: "最後に応答しなかったとき",
  noFailure: "起動してからありません",
  failure: (moment: string, code: string) => `${moment}(記号:${code})`,
  fallbacks: "内蔵の索引が代わりに答えた回数",
  times: (n: number) => `${n.toLocaleString("ja-JP")}回`,
  serverNote:
    "検索サーバーが止まっても、検索は内蔵の索引で続きます。その間の変更は残っていて、サーバーが戻ると反映されます。",
  indexHeading: "索引と公開内容の照らし合わせ",
  indexColumns: ["索引", "件数", "照らし合わせた日時", "不足", "古い", "余分", "結果"],
  notChecked: "まだ照らし合わせていません",
  results: { same: "一致", repaired: "そろえました", failed: "そろえられませんでした" },
  incomplete: "準備中",
  rebuilt: (index: string, moment: string) => `${index}は、${moment}にすべてつくり直しました。`,
  checkText:
    "1分ごとに自動で照らし合わせ、違いがあればそろえます。すぐに確かめたいときは、次のボタンを押してください。",
  check: "いま照らし合わせる",
  reindexHeading: "索引をつくり直す",
  reindexText:
    "検索の結果がおかしいときに使います。つくり直している間も、いままでの索引で検索できます。企業が1万社でも数十秒で終わります。",
  confirmField: "確認",
  confirm: "検索の索引をすべてつくり直します",
  reindex: "索引をつくり直す",
};
