const count = (value: number) => value.toLocaleString("ja-JP");

/** Words that the three registers share. */
export const registerWords = {
  edit: "直す",
  add: "登録する",
  save: "保存する",
  cancel: "直すのをやめる",
} as const;

export const schoolWords = {
  title: "学校と学科",
  lead: "生徒・学生の登録、席の区分、進路の人数、数値の取り込みで選ぶ学校です。ここに登録した名前で、表の中の学校をさがします。",
  list: (schools: number) => `登録している学校(${count(schools)}校)`,
  none: "学校がまだ登録されていません",
  noneText: "下の欄から登録すると、生徒・学生がアカウントを作るときや、進路の人数を入力するときに選べます。",
  columns: ["学校", "種類", "ある地域", "管内", "学科", "直す"],
  noDepartments: "学科なし",
  inside: "管内",
  outside: "管外",
  toRegister: "学校と学科を登録する・直す",
  toRegisterText: "下のリンクから管内の高校などを登録すると、ここで進路の人数を入力できます。",
  add: "学校を登録する",
  change: (name: string) => `${name}を直す`,
  name: "学校の名前",
  nameSupport: "正式な名前を入力します。例:一関第一高等学校",
  nameKana: "学校の名前(カタカナ)",
  nameKanaSupport: "一覧の並び順に使います。",
  kind: "学校の種類",
  kindEmpty: "選んでください",
  kindSupport: "「高校」の人数が、新規高卒者の指標の計算に入ります。",
  area: "ある地域",
  areaSupport: "市内は合併前の市町村の名前、市外は市町村の名前を入力します。例:千厩、平泉町",
  inJurisdiction: "ハローワークの管内(一関市・平泉町)にありますか",
  inJurisdictionSupport: "管内の学校に、進路の人数をお聞きします。",
  yes: "管内にある",
  no: "管内にない",
  departments: "今の学科",
  departmentsSupport:
    "名前を直せます。空欄にして保存すると、その学科を消します。生徒・学生や記録のある学科は消せません。",
  department: (number: number) => `学科${number}`,
  newDepartments: "追加する学科",
  newDepartmentsSupport: "1行に1つずつ入力します。学科のない学校は空欄のままにしてください。",
} as const;

export const schemeWords = {
  title: "補助金・助成金の制度",
  lead: "交付決定を入力するときに選ぶ制度です。使いみちによって、どの指標の人数と企業の数に入るかが決まります。",
  list: "登録している制度",
  none: "制度がまだ登録されていません",
  noneText: "下の欄から登録すると、交付決定を入力できるようになります。",
  columns: ["制度", "使いみち", "交付決定の記録", "直す"],
  records: (value: number) => (value === 0 ? "まだありません" : `${count(value)}件`),
  add: "制度を登録する",
  change: (name: string) => `${name}を直す`,
  name: "制度の名前",
  nameSupport: "要綱にある名前を入力します。例:インターンシップ促進助成金",
  use: "使いみち",
  supportOfUse: "交付決定を記録した後は、使いみちを変えられません。",
  uses: {
    training: "新規高卒者・若者等の人財育成",
    internship: "インターンシップの受け入れ",
    other: "そのほか",
  },
  notesOfUses: {
    training: "指標「人財育成支援補助金」の交付対象人数と交付企業数に入ります。",
    internship: "指標「インターンシップ促進助成金」の助成人数と受入企業数に入ります。",
    other: "交付決定は記録に残りますが、どの指標にも入りません。",
  },
  toGrants: "交付決定を入力する",
} as const;

export const areaWords = {
  title: "地域(比較する市町村など)",
  lead: "計画と数値が、どの地域のものかを表します。数値の取り込みでは、表の中の地域をここに登録した名前でさがします。",
  list: "登録している地域",
  onlyOwn: "比較する地域がまだ登録されていません",
  onlyOwnText:
    "下の欄から近隣の市町村や県を登録し、数値の取り込みで、その地域の値を入れると、指標のページで比べられます。",
  columns: ["地域", "種類", "計画", "比較のための値", "直す"],
  kinds: {
    own: "この市",
    neighbour: "近隣の市町村",
    peer: "比較する都市",
    prefecture: "都道府県",
    nation: "全国",
  },
  plans: (value: number) => (value === 0 ? "なし" : `${count(value)}件`),
  figures: (value: number) => (value === 0 ? "なし" : `${count(value)}件`),
  add: "地域を登録する",
  change: (name: string) => `${name}を直す`,
  name: "地域の名前",
  nameSupport: "統計の表にある名前を入力します。例:平泉町、岩手県、全国",
  kind: "種類",
  ownText: "この市を表す地域です。名前だけ直せます。",
  toFigures: "数値の取り込みへ",
} as const;
