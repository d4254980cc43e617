import { longDate } from "#app/platform/calendar.ts";

/** Words of the text checker: under a field, in a review, and on the staff's page of the dictionary. */
export const wordingLevels = {
  block: "修正が必要",
  warn: "確認が必要",
  hint: "言いかえの提案",
} as const;

/** What staff and companies do about each level. */
export const wordingLevelNotes = {
  block: "法令や採用のルールに触れるおそれがあります。直すか、残す理由を書いて事務局の確認を受けます。",
  warn: "前後の文や事実によっては問題になります。内容を確かめてください。",
  hint: "問題ではありませんが、もっと伝わる書き方があります。",
} as const;

export const wordingSubjects = {
  sex: "性別",
  age: "年齢",
  "fair-selection": "公正な採用選考",
  minors: "18歳未満の仕事",
  "direct-contact": "高校生との連絡",
  misleading: "誤解を招く表示",
  pay: "固定残業代",
  internship: "インターンシップの名称",
  exclusion: "障害・国籍などによる排除",
  outdated: "古い言い方",
} as const;

export const wordingWords = {
  none: "気になる表現は見つかりませんでした。",
  count: (count: number) => `気になる表現が${count.toLocaleString("ja-JP")}件あります。`,
  replacement: (text: string) => `言いかえの例:${text}`,
  tooLong: "一度に確認できる文章は、合わせて20,000文字までです。",
  tooMany: "確認の回数が多いため、少し待ってから続けます。",
  badRequest: "送られた内容を読み取れませんでした。",
};

export const wordingPage = {
  title: "表現の辞書",
  description: "企業の紹介文や募集文を確かめるときに使う辞書です。",
  lead: (rules: number) =>
    `企業の紹介文、インターンシップや見学の案内を、${rules}件のルールで確かめています。同じルールが、企業の入力画面と承認の画面で働きます。判断に迷うときは労働局・ハローワークに確認してください。`,
  levels: "3つの段階",
  tryTitle: "文章を試す",
  text: "確かめたい文章",
  textSupport: "20,000文字まで。入力した文章は保存しません。",
  audience: "誰に向けた文章ですか",
  audiences: { everybody: "広く一般(企業の紹介など)", highSchool: "高校生(職場見学、高卒求人など)" },
  submit: "確かめる",
  result: "確かめた結果",
  dictionary: "ルールの一覧",
  columns: ["見つける表現", "段階", "根拠", "理由と言いかえ", "当てはまらない場合", "いつから"],
  validFrom: (date: string) => `${longDate(date)}から`,
  lawful: "理由が書かれていれば「確認が必要」になります。",
  forPupils: "高校生に向けた文章だけ",
  noExceptions: "—",
  takenBack:
    "打ち消しの文(「〜しません」「〜ではなく」)と、言葉そのものの説明(「〜という表現」)では見つけません。",
  back: "事務局",
} as const;
