import { fiscalYearLabel } from "#app/platform/calendar.ts";

const yearOf = (text: string | undefined) => fiscalYearLabel(Number(text) || 2000);

/** What the plan's desk answers to input that cannot be recorded, by error code. */
export const planErrors: Record<string, (...parameters: string[]) => string> = {
  "no-such-plan": () => "この計画は見つかりません。計画の一覧から開き直してください。",
  "plan-no-such-node": () => "この項目は見つかりません。計画の一覧から開き直してください。",
  "period-locked": (year) =>
    `${yearOf(year)}は締めてあるため、変えられません。直すときは「年度の締め」で理由を書いて開け、直した後にもう一度締めてください。`,
  "lock-already": (intent) =>
    intent === "unlock" ? "この年度は、すでに開いています。" : "この年度は、すでに締めてあります。",
  "plan-year-outside": (first, last) =>
    `計画の期間の外の年度です。${yearOf(first)}から${yearOf(last)}までの年度を選んでください。`,
  "after-plan-end": (last) =>
    `計画が終わった後の年度です。${yearOf(last)}までの年度を選んでください。計画を延ばすときは、先に計画の期間を変えてください。`,
  "plan-ends-before-begin": () =>
    "最後の年度が、始まる年度より前になっています。2つの年度を確かめてください。",
  "plan-begins-used": (year) =>
    `${yearOf(year)}から始まる項目があるため、それより後にはできません。${yearOf(year)}か、それより前の年度にしてください。`,
  "plan-ends-used": (year) =>
    `${yearOf(year)}の内容が登録されているため、それより前には縮められません。${yearOf(year)}か、それより後の年度にしてください。`,
  "plan-settings-changed": () =>
    "確かめている間に、ほかの職員がこの計画の登録内容を変えました。入力はそのまま残っています。もう一度「変わるところを確かめる」を押してください。",
  "scheme-order": (grade) => `${grade}の得点より低くしてください。`,
  "scheme-name-taken": () => "同じ名前の段階があります。違いが分かる名前にしてください。",
  "plan-too-long": () => "計画の期間が40年を超えています。年度を確かめてください。",
  "plan-not-yet": () => "この年度には、まだありません。もっと後の年度を選んでください。",
  "plan-nothing-changed": () => "今の内容と同じです。変えるところを書き換えてから確かめてください。",
  "plan-not-renamed": () => "名称が今のままです。新しい名称を入力するか、変更の種類を選び直してください。",
  "plan-cycle": () => "自分自身か、自分の下にある項目は選べません。ほかの項目を選んでください。",
  "plan-level": () => "この階層の項目を置ける場所ではありません。1つ上の階層の項目を選んでください。",
  "plan-parent-ended": () => "上の項目は、この年度より前に終わっています。続いている項目を選んでください。",
  "plan-code": () => "番号は、半角の数字、英字、ハイフンで入力してください。例:1-1-2",
  "plan-code-taken": () => "同じ年度に、同じ番号の項目があります。番号を変えてください。",
  "plan-has-children": () =>
    "この項目の下に、続いている項目があります。先に下の項目を終えるか、ほかの項目の下に移してください。",
  "plan-successor-missing": () => "統合するときは、引き継ぐ項目を選んでください。",
  "plan-successor": () => "引き継ぐ項目は、同じ階層で、次の年度にも続く項目から選んでください。",
  "plan-first-version": () =>
    "最初の内容は戻せません。計画から外すときは「終える・統合する」を使ってください。",
  "plan-not-newest": () =>
    "このページを開いた後に、新しい変更が記録されました。項目のページを開き直して、内容を確かめてください。",
  "weight-missing": () => "比重を入力してください。比重を使わないときは、すべて空欄にします。",
  "weight-sum": (sum) => `比重の合計が${sum}%です。100%になるように直してください。`,
  "shares-sum": (sum) => `割合の合計が${sum}%です。100%になるように直してください。`,
  "band-edge": () => "「範囲に保つ」指標では、範囲の下限と上限を両方入力してください。",
  "band-order": () => "範囲の上限は、下限より大きくしてください。",
  "band-not-used": () =>
    "範囲は「範囲に保つ」指標だけで使います。空欄にするか、目指す向きを選び直してください。",
  "definition-or-measure": () =>
    "数え方の説明を入力するか、値の出どころで記録から計算するものを選んでください。",
  "parameter-open": () =>
    "この出どころでは、何を数えるかを選べます。内容を確かめて、もう一度押してください。",
  "target-number": () =>
    "数で入力してください。数で表せない目標は「」で囲み、やめるときは「取消」と入力します。",
  "target-twice": () => "1つの年度に目標が2つあります。1つだけ入力してください。",
  "target-none": () => "目標が1つも入力されていません。変える指標と年度のところに入力してください。",
  "target-negative-count": (unit) => `単位が「${unit}」の目標に、負の値は使えません。`,
  "target-over-100": () => "全体に占める割合なので、0から100までで入力してください。",
  "grade-reason": (grade) =>
    `計算上の評価は${grade}です。異なる評価にするときは、その理由を入力してください。`,
  "evaluation-changed": () => "書いている間に、ほかの職員がこの評価を記録しました。",
};
