/** Words about where somebody goes, for students and companies. */
export const placement = {
  title: "企業見学の行き先",
  lead: "行き先が決まりました。変更があるときは、学校から連絡があります。",
  when: "日時",
  where: "見学先",
  bus: "バス",
  label: "番号",
};

export const companyVisits = {
  title: "企業見学の受け入れ",
  home: "自社のページ",
  lead: "見学に来る人数と引率の人数です。生徒の名前や番号は、企業には伝えません。人数が変わるときは、事務局から連絡します。",
  coming: "これからの受け入れ",
  comingNone: "決まっている受け入れはありません",
  comingNoneText: "見学の計画が公開されると、日時と人数がここに出ます。",
  past: "過去12か月の受け入れ",
  columns: { when: "日時", event: "見学会", people: "人数", teachers: "引率", schools: "学校" },
  states: { published: "", cancelled: "中止", postponed: "延期" },
};
