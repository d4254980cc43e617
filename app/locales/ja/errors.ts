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
  "number-range": (min, max) =>
    `${Number(min).toLocaleString("ja-JP")}から${Number(max).toLocaleString("ja-JP")}までの数を入力してください。`,
  "not-a-date": () =>
    "日付として読み取れません。2025年1月31日、令和7年1月31日、2025-01-31 のように入力してください。",
  "no-such-day": () => "この日付は暦にありません。月と日を確かめてください。",
  "corporate-number-digits": () => "法人番号は13桁の数字です。桁数を確かめてください。",
  "corporate-number-check": () =>
    "法人番号の検査数字(先頭の1桁)が合いません。番号を写し間違えていないか確かめてください。",
  "event-full": () =>
    "この区分は満席か、残りの席が足りません。人数や区分を変えるか、「キャンセル待ちに登録する」を押してください。",
  "not-open-yet": () => "申し込みの受付はまだ始まっていません。受付が始まってから、もう一度お試しください。",
  closed: () => "申し込みの受付は終了しました。",
  cancelled: () => "このイベントは中止または延期になったため、申し込めません。",
  "not-for-you": () => "このアカウントでは、この区分に申し込めません。区分を選び直してください。",
  "no-such-pool": () => "選んだ日程にこの区分の席はありません。日程と区分を選び直してください。",
  "ticket-code": () =>
    "参加票の番号は英数字8文字です(例:K7M2-P9QX)。参加票を見て、もう一度入力してください。",
  "postal-code": () => "郵便番号は7桁の数字で入力してください(例:021-8501)。",
  phone: () => "電話番号は市外局番から数字で入力してください(例:0191-21-2111)。",
  "too-many": (max) => `${max}個以内にしてください。`,
  "word-too-long": (max) => `1つの言葉は${max}文字以内にして、「、」で区切ってください。`,
  "more-left-than-hired": () =>
    "離職した人数が、採用した人数より多くなっています。2つの数を確かめてください。",
  "hired-missing": () => "離職した人数だけが入力されています。採用した人数も入力してください。",
  "fixed-overtime-together": () =>
    "固定残業代は、額・時間・超えた分の支払いの3つをそろえて記入してください。固定残業代がない場合は、3つとも空欄(「記入しない」)にしてください。",
  "fixed-overtime-excess": () =>
    "固定残業時間を超えて働いた分は、別に支払う必要があります(労働基準法第37条)。支払いのしかたを確かめてください。",
  "fixed-overtime-above-pay": () =>
    "固定残業代が、初任給と同じか、それより多くなっています。初任給に含まれる額を確かめてください。",
  "year-in-future": () => "まだ来ていない年です。年を確かめてください。",
  "wording-reason": () =>
    "修正が必要な表現があります。表現を直すか、このまま使う理由を書いてください。理由は事務局が確認します。",
  "return-reason": () => "差し戻す理由を選ぶか、補足に書いてください。",
  "password-short": () =>
    "12文字以上で入力してください。覚えやすい言葉をいくつか並べると、長くて安全なパスワードになります。",
  "password-simple": () =>
    "推測されやすいパスワードです。同じ文字の繰り返しやメールアドレスと同じ言葉を避けて、別のものにしてください。",
  "unknown-school": () => "学校を選び直してください。",
  "unknown-department": () =>
    "選んだ学校にこの学科・コースはありません。学科・コースを選び直すか、「選ばない」にしてください。",
  "corporate-number-registered": () =>
    "この法人番号の企業は、すでに登録されているか、お申し込みを受け付けています。社内の担当者に、ジモトの「担当者」のページから招待してもらってください。担当者が分からないときは、一関市 商工労働部 工業労政課にお問い合わせください。",
  "company-name-registered": () =>
    "同じ名前で、所在地か電話番号も同じ企業が、すでに登録されているか、お申し込みを受け付けています。社内の担当者から招待を受けるか、一関市 商工労働部 工業労政課にお問い合わせください。",
  "no-number-reason": () => "法人番号を入力するか、法人番号がない理由を選んでください。",
  "staff-wording-reason": () =>
    "修正が必要な表現が残っています。このまま公開するときは、公開してよいと判断した理由を書いてください。",
  "already-member": () => "この人は、すでに担当者です。",
  "invited-already": () =>
    "このアドレスには、すでに招待を送っています。届いていないときは「もう一度送る」を押してください。",
  "not-permitted": () =>
    "自分のアカウントの役割と状態は、自分では変えられません。ほかの管理者に依頼してください。",
  "sent-already": () =>
    "この号はすでに送信されています。ほかの画面か、ほかの職員が先に送信しました。同じ号が二重に届くことはありません。",
  "no-recipients": () => "この送り先には、いま購読者がいません。購読者が増えてから送信してください。",
  "too-many-attempts": (minutes) =>
    `回数が多すぎるため、しばらく受け付けられません。約${minutes}分たってから、もう一度お試しください。`,
  "search-not-checked": () =>
    "照らし合わせられない索引がありました。検索サーバーが動いているかを確かめて、もう一度お試しください。",
  url: () => "「https://」から始まるアドレスを入力してください。",
  "decimal-number": () => "数字で入力してください(例:120、48.2)。",
  "too-many-decimals": (digits) =>
    digits === "0"
      ? "この指標は整数で入力してください。"
      : `この指標は小数点以下${digits}桁までで入力してください。`,
  "date-in-future": () => "今日より後の日付です。日付を確かめてください。",
  "value-or-reason": () => "値か、値がない理由のどちらか一方を入力してください。",
  "correction-note": () => "この年度には同じ種類の値がすでにあります。訂正する理由を注記に書いてください。",
  "official-note": () =>
    "この指標の実績は記録から計算しています。公表値を並べて示す理由を注記に書いてください。",
  "before-plan": () => "計画が始まる前の日は選べません。計画の期間の中の日を入力してください。",
  "no-search": () =>
    "お知らせする条件を読み取れませんでした。検索のページで条件を選び、もう一度お申し込みください。",
  "in-future": () => "今日より後の日は選べません。今日までの日を入力してください。",
  "photo-missing": () => "写真のファイルを選んでください。",
  "file-missing": () => "取り込むファイルを選んでください。",
  "table-empty": () => "ファイルに何も書かれていません。1行目に見出しがある表を選んでください。",
  "table-header-only": () => "見出しだけのファイルです。2行目からデータを入れて、選び直してください。",
  "table-not-a-table": () =>
    "CSVファイルまたはExcelブック(.xlsx)として読み取れません。Excelで開き、「名前を付けて保存」で保存し直してください。",
  "table-old-excel": () =>
    "古い形式のExcelファイル(.xls)は読み取れません。Excelで開き、「Excelブック(.xlsx)」として保存し直してください。",
  "table-encoding": () =>
    "文字コードを判別できません。Excelの「CSV UTF-8」または「CSV」の形式で保存し直してください。",
  "table-too-large": (max) =>
    `${max}MB以内のファイルにしてください。行を分けて、何回かに分けて取り込めます。`,
  "table-unpacks-too-large": () =>
    "展開すると大きすぎるファイルです。必要なシートだけを新しいブックに保存し直してください。",
  "table-too-many-rows": (max) =>
    `一度に取り込めるのは${Number(max).toLocaleString("ja-JP")}行までです。ファイルを分けてください。`,
  "table-too-many-columns": (max) => `列は${max}列までです。使わない列を消してください。`,
  "table-duplicate-header": (header) =>
    `「${header}」という見出しの列が2つあります。片方の見出しを変えるか、列を消してください。`,
  "table-quotes": (line) =>
    `${line}行目の付近で、引用符(")の組が合いません。前後のセルの「"」を確かめてください。`,
  "table-precision": (cell) =>
    `セル${cell}の数値は、Excelの中で桁が失われています。セルを「文字列」の書式にして、番号を入力し直してください。`,
  "table-formula": (cell) =>
    `セル${cell}は計算式で、計算の結果が保存されていません。Excelで開いて上書き保存するか、値として貼り付けてください。`,
  "table-error-value": (cell) =>
    `セル${cell}がエラー(#N/A など)になっています。正しい値を入れるか、空欄にしてください。`,
  "import-name-column": () => "「企業名」にあたる列を1つ選んでください。",
  "import-field-twice": () => "同じ項目を2つの列に割り当てています。片方を「取り込まない」にしてください。",
  "import-state": () =>
    "この取り込みは、ほかの画面か、ほかの職員の操作で先に進んでいます。今の状態を確かめてください。",
  "import-confirm": () => "取り込む内容を確かめて、チェックを入れてください。",
  "import-stale": (rows, count) =>
    `確認した後に、企業の情報が変わっていました(${rows}行目${Number(count) > 10 ? ` ほか、計${count}行` : ""})。何も取り込んでいません。もう一度確認してください。`,
  "import-industry": () =>
    "業種を読み取れません。日本標準産業分類の中分類のコード(例:24)か、名称(例:金属製品製造業)を入れてください。",
  "import-area": () =>
    "地域は、一関・花泉・大東・千厩・東山・室根・川崎・藤沢・市外のどれかを入れてください。",
  "import-choice": () => "「あり」か「なし」(運転免許は「必要」か「不要」)で入れてください。",
  "import-extra-cells": () => "見出しのない列に値があります。列がずれていないか確かめてください。",
  "import-column-missing": () =>
    "新しい企業の掲載に必要な項目ですが、ファイルに列がありません。列を加えるか、割り当てを見直してください。",
  "import-duplicate-row": (row) => `${row}行目と同じ企業です。どちらか1行にしてください。`,
  "import-several-companies": () =>
    "同じ名前の企業が複数登録されています。法人番号の列を加えて、どの企業かを示してください。",
  "import-other-number": () =>
    "同じ地域に同じ名前で、法人番号が違う企業が登録されています。法人番号を確かめてください。",
  "import-withdrawn": () =>
    "掲載を終了した企業です。再び掲載するときは、企業からの申請を受け付けてください。",
  "import-not-published": () => "掲載の申込を受け付けている企業です。先に「掲載の承認」で確認してください。",
  "import-waiting": () =>
    "企業から変更の申請が出ているため、上書きしません。先に「掲載の承認」で確認してください。",
  "import-wording": (phrase) => `「${phrase}」は掲載できない表現です。言い換えてください。`,
};

/** The sentence for an error code; an unknown code still gets a sentence that helps. */
export function errorWords(code: string): string {
  const [name = "", ...parameters] = code.split(":");
  return words[name]?.(...parameters) ?? "入力内容を確かめてください。";
}

/** True when the code has its own sentence; a test asks it for every code that the schemas use. */
export function hasErrorWords(code: string): boolean {
  const [name = ""] = code.split(":");
  return Object.hasOwn(words, name);
}
