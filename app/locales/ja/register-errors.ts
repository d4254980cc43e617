/** What the registers of schools, grant schemes and places answer to input that cannot be recorded, by error code. */
export const registerErrors: Record<string, (...parameters: string[]) => string> = {
  "school-taken": () =>
    "この名前の学校は、すでに登録されています(空白や全角・半角の違いは同じ名前とみなします)。一覧の「直す」から内容を確かめてください。",
  "school-kind-in-use": () =>
    "進路の人数が記録されているため、学校の種類は変えられません。変えると、これまでの指標の値も変わってしまいます。",
  "department-taken": () => "この学校に、同じ名前の学科があります。名前を変えてください。",
  "department-twice": (name) =>
    `「${name}」は、この学校にすでにあるか、2回入力されています。1つだけ残してください。`,
  "department-reserved": () =>
    "「全体」「合計」などは、学校全体の人数を表す言葉なので、学科の名前に使えません。学科の名前を入力してください。",
  "department-in-use": () =>
    "この学科を選んでいる生徒・学生がいるか、この学科の記録があるため、消せません。名前を元に戻してください。",
  "department-recorded": () =>
    "この学科の名前で進路の人数などが記録されているため、名前は変えられません。元に戻し、新しい名前の学科を追加してください。",
  "too-many-departments": (most) => `一度に追加できる学科は${most}までです。何回かに分けてください。`,
  "scheme-taken": () =>
    "この名前の制度は、すでに登録されています。名前を変えるか、一覧の「直す」から内容を確かめてください。",
  "scheme-in-use": () =>
    "交付決定が記録されているため、使いみちは変えられません。別の使いみちの制度は、新しく登録してください。",
  "area-taken": () =>
    "この名前の地域は、すでに登録されています。名前を変えるか、一覧の「直す」から内容を確かめてください。",
};
