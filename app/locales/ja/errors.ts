/** Words for the error codes of app/domain/text/schema.ts and of the domain; each says what to do. */
const words: Record<string, (...parameters: string[]) => string> = {
  required: () => "入力してください。",
  choose: () => "選択肢から選んでください。",
  agree: () => "内容を確認のうえ、チェックを入れてください。",
  "too-long": (max) => `${Number(max).toLocaleString("ja-JP")}文字以内で入力してください。`,
  "too-short": (min) => `${Number(min).toLocaleString("ja-JP")}文字以上で入力してください。`,
  kana: () => "カタカナで入力してください(例:イワイセイミツ)。",
  email: () => "メールアドレスの形が正しくありません。「@」の前後を確かめてください(例:taro@example.jp)。",
  "whole-number": () => "数字だけで入力してください(例:120)。",
  "number-range": (min, max) => `${Number(min).toLocaleString("ja-JP")}から${Number(max).toLocaleString("ja-JP")}までの数を入力してください。`,
  "not-a-date": () => "日付として読み取れません。2025年1月31日、令和7年1月31日、2025-01-31 のように入力してください。",
  "no-such-day": () => "この日付は暦にありません。月と日を確かめてください。",
  "corporate-number-digits": () => "法人番号は13桁の数字です。桁数を確かめてください。",
  "corporate-number-check": () => "法人番号の検査数字(先頭の1桁)が合いません。番号を写し間違えていないか確かめてください。",
  url: () => "「https://」から始まるアドレスを入力してください。",
};

/** The sentence for an error code; an unknown code still gets a sentence that helps. */
export function errorWords(code: string): string {
  const [name = "", ...parameters] = code.split(":");
  return words[name]?.(...parameters) ?? "入力内容を確かめてください。";
}

/** True when the code has its own sentence; a test asks it for every code that the schemas use. */
export function hasErrorWords(code: string): boolean {
  return code.split(":")[0]! in words;
}
