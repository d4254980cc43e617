/** Words of the staff's page on a company's line in the manufacturing directory. */
export const directoryEntry = {
  title: "製造業データベースへの登録",
  pageTitle: (name: string) => `${name}の製造業データベース`,
  lead: "製造業データベースは、取引先や協力企業をさがす方が見る一覧です。ここでの登録・削除は、すぐに一覧と「製造業データベースの登録企業数」の指標に反映されます。",
  state: "登録の状態",
  listed: (day: string) => `${day}から登録されています。`,
  delisted: (day: string) => `${day}に一覧から外しました。もう一度登録できます。`,
  never: "まだ登録されていません。企業情報に書かれた技術と設備を、下の欄に入れてあります。",
  technology: "技術",
  technologySupport: "200字まで。例:5軸加工、精密板金、樹脂成形。取引先がさがす言葉で書いてください。",
  equipment: "設備(任意)",
  equipmentSupport: "200字まで。例:5軸マシニングセンタ、三次元測定機。",
  list: "登録する",
  change: "変更を保存する",
  delist: "一覧から外す",
  delistTitle: "一覧から外す",
  delistText:
    "企業のページは残ります。今日からは登録企業数に数えません。これまでの日の数は変わりません。まちがえて外したときは、もう一度登録できます。",
  obstacles: {
    "not-published": {
      title: "掲載中の企業だけを登録できます",
      text: "この企業はいま公開されていません。企業情報が公開されると、登録できるようになります。",
    },
    "not-manufacturing": {
      title: "製造業の企業だけを登録できます",
      text: "公開中の企業情報の業種が製造業(中分類09〜32)ではありません。業種が違うときは、企業に訂正を依頼してください。",
    },
  },
  problems: {
    "not-published": "この企業は、いま公開されていません。ほかの職員か企業が先に変更しました。",
    "not-manufacturing": "公開中の企業情報の業種が、製造業ではなくなりました。",
    "not-in-directory": "この企業は、すでに一覧から外されています。",
  } as Record<string, string>,
  public: "公開中の一覧を見る",
  back: "企業の記録に戻る",
  link: "製造業データベース",
};
