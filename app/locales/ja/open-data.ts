/** Words of the open data: the page that explains it, the descriptions in the OpenAPI file, the refusals of the API. */
export const openDataWords = {
  title: "オープンデータ",
  description:
    "一関市の掲載企業の情報を、API・CSV・更新情報で配布しています。利用のしかた、利用条件(CC BY 4.0)を説明します。",
  lead: "掲載中の企業の情報を、だれでも、申し込みなしで使える形で配布しています。授業や研究、アプリ、地域の調べものにお使いください。",
  licence: {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/deed.ja",
    attribution: "出典:一関市「ジモト」掲載企業データ",
    note: "写真は利用条件の対象外です。使いたいときは、掲載企業に確認してください。",
  },
  whatTitle: "配布しているもの",
  columns: { what: "内容", form: "形式", address: "アドレス" },
  sources: [
    {
      what: "掲載中の企業(CSV)",
      form: "CSV(UTF-8。Excelでそのまま開けます)",
      url: "/companies.csv",
    },
    {
      what: "製造業データベース(CSV)",
      form: "CSV(UTF-8。Excelでそのまま開けます)",
      url: "/manufacturing.csv",
    },
    { what: "掲載中の企業(API)", form: "JSON", url: "/api/v1/companies" },
    { what: "APIの仕様", form: "OpenAPI 3.1(JSON)", url: "/api/v1/openapi.json" },
    { what: "企業の新着と更新", form: "Atom", url: "/companies.atom" },
    { what: "企業とイベントの新着", form: "Atom", url: "/feed.atom" },
    { what: "イベントの予定", form: "iCalendar", url: "/events.ics" },
    { what: "公開ページの一覧", form: "サイトマップ(XML)", url: "/sitemap.xml" },
  ],
  holdsTitle: "入っているもの、入っていないもの",
  holds: [
    "公開ページに載っている内容と同じです。掲載企業の数は、いつでも公開ページと一致します。",
    "掲載を終えた企業は、その時から配布もしません。手もとのデータは、ときどき全件を取り直して照合してください。",
    "担当者の氏名、アカウント、イベントの申込者など、人の情報は入っていません。",
    '書かれていない項目は、空の文字("")、null、"unknown"、空の一覧([])のどれかです。0は「0と書かれている」ことを表します。',
  ],
  licenceTitle: "利用条件",
  licenceText:
    "クリエイティブ・コモンズ 表示 4.0 国際(CC BY 4.0)で提供します。次の出典を示せば、商用を含めて、複製・加工・再配布ができます。",
  licenceLink: "CC BY 4.0の説明(クリエイティブ・コモンズのサイト)",
  licenceChanged: "加工したときは、「上記のデータを加工して作成」のように書き添えてください。",
  termsTitle: "お願い",
  terms: (requests: number) => [
    `APIの利用は、1つの接続元から1分間に${requests}回までです。超えると429を返します。「Retry-After」の秒数を待ってから続けてください。`,
    "同じ内容を何度も取るときは、前回の「ETag」を「If-None-Match」に付けてください。変わっていなければ、本文なしの304を返します。",
    "高校生が企業に見学や応募の連絡をするときは、必ず学校を通してください。電話番号を一斉の勧誘に使わないでください。",
    "内容は企業が届け出て、市が確認したものです。利用によって生じた損害について、市は責任を負いません。",
    "項目は増えることがあります。知らない項目は読み飛ばす作りにしてください。項目をなくしたり意味を変えたりするときは、アドレスの「v1」を変えます。",
  ],
  apiTitle: "APIの使い方",
  apiLead:
    "アドレスを開くと、JSONで返します。登録やキーは要りません。ほかのサイトのスクリプトからも直接読めます(CORS)。",
  examplesTitle: "例",
  examples: [
    { what: "先頭の50社", url: "/api/v1/companies" },
    {
      what: "千厩か大東にあり、社員寮のある企業",
      url: "/api/v1/companies?area=千厩&area=大東&benefits=社員寮",
    },
    { what: "「金型」で見つかる企業", url: "/api/v1/companies?q=金型" },
    { what: "2026年4月1日から後に更新された企業", url: "/api/v1/companies?updatedSince=2026-04-01" },
  ],
  parametersTitle: "条件",
  parameterColumns: { name: "名前", meaning: "意味" },
  parametersNote:
    "同じ条件を2回以上書くと、どれかに当てはまる企業を返します。違う条件は、すべてに当てはまる企業を返します。知らない名前や値があるときは、何が違うかを書いて400を返します。",
  pagingTitle: "続きの取り方",
  paging:
    "続きがあるときは、「next」に次のアドレスが入ります。nullになるまで順にたどると、全件が1回ずつ取れます。途中で企業が増えても、重なりや抜けはありません。並びは内部の番号の順で、意味はありません。",
  contactTitle: "問い合わせ",
  contact: "データの誤りや、使い方の質問は、市の工業労政課にお寄せください。",
  parameters: {
    q: "探す言葉。サイトの検索と同じように、読みがなや別の呼び名でも見つかります(100文字まで)。",
    area: "地域(旧市町村)。くり返し書けます。",
    industryCode: "日本標準産業分類の中分類の番号(例:24)。くり返し書けます。",
    benefits: "働きやすさの条件。くり返し書けます。",
    certifications: "認証・認定。くり返し書けます。",
    updatedSince:
      "この日(日本時間の0時)または日時より後に更新された企業だけ。例:2026-04-01、2026-04-01T09:00:00+09:00",
    limit: "1回に返す数(1〜100。書かなければ50)。",
    cursor: "続きの位置。「next」のアドレスに入っているものを、そのまま使います。",
  },
  fields: {
    company: "掲載中の企業。公開ページに載っている内容です。",
    list: "条件に合う企業の1ページ分。",
    one: "1つの企業。",
    problem: "要求に応えられない理由(RFC 9457)。日本語と英語で書きます。",
    licence: "利用条件と出典の書き方。",
    total: "条件に合う企業の数。",
    next: "続きのアドレス。最後のページではnull。",
    id: "企業の番号。変わりません。",
    slug: "公開ページのアドレスに使う名前。変わりません。",
    url: "公開ページのアドレス。",
    corporateNumber: "法人番号(13桁)。個人事業主などはnull。",
    firstPublishedAt: "はじめて掲載した日時。",
    updatedAt: "いまの内容を公開した日時。",
    confirmedOn: "内容が今も正しいことを企業に確かめた日。確かめていなければnull。",
    industryCode: "日本標準産業分類の中分類。",
    industryEdition: "分類の版(JSIC-14は2023年7月改定)。",
    industryWords: "若い人に向けた業種の言い方。",
    photos: "写真。利用条件の対象外です。",
    photoAlt: "何が写っているかの説明。",
    photoFiles: "同じ写真の大きさ違い(WebP)。widthは横のピクセル数。",
    manufacturing: "製造業データベースの記載。載っていなければnull。",
  },
  api: {
    title: "ジモト オープンデータAPI",
    description:
      '掲載中の企業の情報を返します。登録もキーも要りません。書かれていない項目は空の文字・null・"unknown"・空の一覧で、0にはなりません。(Published companies of the town; no key needed. A fact that is not told is an empty string, null, "unknown" or an empty list, never 0.)',
    list: "掲載中の企業の一覧 (published companies)",
    one: "1つの企業 (one company)",
    etag: "内容の印。If-None-Matchに付けると、変わっていないときに304を返します。",
    retryAfter: "次に要求してよくなるまでの秒数。",
    rateLimit: "残りの回数(r)と、回数が戻るまでの秒数(t)。",
    notModified: "前回から変わっていません。",
    refusals: {
      "400": "条件の名前か値が違います。",
      "404": "その企業は掲載されていません。",
      "429": "1分間の回数を超えました。",
    },
  },
} as const;

type Said = { title: string; detail: string; titleEn: string; detailEn: string };

/** What the API says when it refuses, in both languages. */
export const openDataProblems = {
  parameters: (): Said => ({
    title: "条件を読み取れません",
    detail: "parametersに挙げた名前か値を確かめてください。使える条件は /open-data に書いてあります。",
    titleEn: "Wrong query parameters",
    detailEn: "Check the names and values listed in parameters. See /open-data for what is understood.",
  }),
  cursor: (): Said => ({
    title: "続きの位置を読み取れません",
    detail: "cursorは、前の答えの「next」に入っているものをそのまま使ってください。",
    titleEn: "Unreadable cursor",
    detailEn: "Use the cursor of the previous answer's next address as it is.",
  }),
  tooWide: (total: number): Said => ({
    title: "見つかる企業が多すぎます",
    detail: `qで${total}社が見つかりました。言葉を足すか、areaなどの条件で絞ってください。`,
    titleEn: "The text finds too many companies",
    detailEn: `q finds ${total} companies. Add a word or another filter.`,
  }),
  missing: (): Said => ({
    title: "見つかりません",
    detail: "アドレスが違うか、掲載を終えた企業です。",
    titleEn: "Not found",
    detailEn: "There is no such address, or the company is not published any more.",
  }),
  method: (): Said => ({
    title: "読むことだけができます",
    detail: "GETかHEADを使ってください。",
    titleEn: "Read only",
    detailEn: "Use GET or HEAD.",
  }),
  tooMany: (seconds: number): Said => ({
    title: "回数が多すぎます",
    detail: `${seconds}秒待ってから、もう一度お試しください。`,
    titleEn: "Too many requests",
    detailEn: `Wait ${seconds} seconds.`,
  }),
};

export const openDataReasons = {
  unknown: { reason: "この名前の条件はありません。", reasonEn: "There is no such parameter." },
  value: { reason: "この値は使えません。", reasonEn: "This value is not understood." },
};
