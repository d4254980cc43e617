import { people } from "./events.ts";

/** Words of the pages about sessions and seats, questions, and the state of an event. */
export const sessionWords = {
  title: (title: string) => `日程と定員:${title}`,
  shortTitle: "日程と定員",
  lead: "定員は、参加者の区分ごとに分けて持ちます。学校・学科・卒業年で、さらに分けることもできます。",
  session: (index: number) => `日程${index}`,
  name: "日程の名前",
  nameSupport: "日程が1つのときは空欄でかまいません。例:1日目(工業科)",
  date: "日付",
  from: "開始時刻",
  to: "終了時刻",
  notify: (count: number) => `日時を変えたときは、この日程の申込者など${people(count)}にメールで知らせる`,
  save: "日程を保存する",
  saveOf: (index: number) => `日程${index}を保存する`,
  remove: "この日程を消す",
  change: "名前と日時を変える",
  notRemovable: "申込の記録などがあるため、この日程は消せません。",
  pools: "定員",
  poolsNone: "この日程には定員がありません。定員を加えると、申し込めるようになります。",
  poolColumns: {
    scope: "区分",
    capacity: "定員",
    reserved: "申込・案内中",
    waiting: "待ち",
    change: "変える",
  },
  everySchool: "すべての学校",
  graduates: (year: number) => `${year}年3月卒`,
  capacity: "定員",
  capacityOf: (scope: string) => `${scope}の定員`,
  capacitySupport: "0から5,000までの数",
  resize: "定員を変える",
  resizeOf: (scope: string) => `${scope}の定員を変える`,
  removePool: "消す",
  removePoolOf: (scope: string) => `${scope}の定員を消す`,
  addPool: "定員を加える",
  category: "区分",
  school: "学校",
  department: "学科",
  departmentSupport: "学校が使っている名前で書きます。空欄のときは、すべての学科です。例:機械科",
  graduationYear: "卒業年",
  graduationYearSupport: "3月に卒業する年。空欄のときは、すべての年です。例:2028",
  addSession: "日程を加える",
  resized: (offered: number) =>
    offered > 0
      ? `定員を変えました。空いた席を、キャンセル待ちの${offered}件に案内しました。`
      : "定員を変えました。",
  labels: {
    title: "日程の名前",
    date: "日付",
    from: "開始時刻",
    to: "終了時刻",
    category: "区分",
    schoolId: "学校",
    department: "学科",
    graduationYear: "卒業年",
    capacity: "定員",
  },
  back: "編集に戻る",
} as const;

export const questionWords = {
  title: (title: string) => `申込のときの質問:${title}`,
  shortTitle: "申込のときの質問",
  lead: "申込の画面でたずねることを決めます。本当に要ることだけをたずねてください。病気や家族、思想・信条にかかわることはたずねません。",
  list: "たずねていること",
  none: "質問はありません",
  noneText: "質問がなくても申し込めます。送迎の希望や食事など、準備に要ることだけをたずねてください。",
  retired: "使うのをやめた質問",
  kinds: { text: "文章で答える", choice: "選択肢から選ぶ", number: "数で答える" },
  required: "必須",
  optional: "任意",
  everybody: "全員に",
  answers: (count: number) => `回答${count.toLocaleString("ja-JP")}件`,
  range: (min: number | null, max: number | null) => `${min ?? ""}〜${max ?? ""}`,
  up: "上へ",
  upOf: (label: string) => `「${label}」を上へ`,
  down: "下へ",
  downOf: (label: string) => `「${label}」を下へ`,
  change: "変える",
  changeOf: (label: string) => `「${label}」を変える`,
  retire: "使うのをやめる",
  retireOf: (label: string) => `「${label}」を使うのをやめる`,
  restore: "もう一度使う",
  restoreOf: (label: string) => `「${label}」をもう一度使う`,
  addTitle: "質問を加える",
  changeTitle: "質問を変える",
  stopChanging: "変えるのをやめる",
  label: "質問",
  labelSupport: "例:一ノ関駅からのバスに乗りますか",
  help: "補足",
  helpSupport: "答え方や、何のためにたずねるかを書きます。空欄でもかまいません。",
  kind: "答え方",
  options: "選択肢",
  optionsSupport: "1行に1つずつ、2つ以上。「選択肢から選ぶ」のときだけ使います。",
  requiredField: "必ず答えてもらう",
  categories: "たずねる区分",
  categoriesSupport: "選ばないと、全員にたずねます。",
  minimum: "最小の数",
  maximum: "最大の数",
  rangeSupport: "「数で答える」のときだけ使います。空欄でもかまいません。",
  kindStays:
    "回答があるため、答え方は変えられません。別の答え方にするときは、使うのをやめて新しく加えてください。",
  save: "質問を保存する",
  labels: {
    label: "質問",
    help: "補足",
    kind: "答え方",
    options: "選択肢",
    minimum: "最小の数",
    maximum: "最大の数",
  },
} as const;

type StepName = "publish" | "cancel" | "postpone" | "reschedule" | "reopen" | "delete";
type StepWords = {
  title: (name: string) => string;
  link: string;
  button: string;
  /** What will happen; `recipients` is how many people will get a mail. */
  effects: (recipients: number, isListed: boolean) => string[];
};

const mails = (count: number) =>
  count === 0
    ? "申し込んでいる方はいないため、メールは送りません。"
    : `申し込んでいる方、席をご案内中の方、キャンセル待ちの方、合わせて${people(count)}にメールでお知らせします。`;

export const stateWords = {
  back: "編集に戻る",
  note: "理由",
  noteSupport: "公開ページとメールに、このまま載ります。500文字まで。例:大雪の予報のため",
  date: "新しい開催日",
  dateSupport: "例:2027-06-19、令和9年6月19日",
  dateOptional: "決まっていないときは空欄にします。決まったら、このページから知らせられます。",
  from: "新しい開始時刻",
  to: "新しい終了時刻",
  timeSupport: "変わらないときは空欄にします。例:13:00",
  labels: { note: "理由", date: "新しい開催日", from: "新しい開始時刻", to: "新しい終了時刻" },
  wording: "文章の確認",
  problems: "公開する前に直すこと",
  problemWords: {
    "summary-missing": "案内文がありません。",
    "place-missing": "会場もオンライン参加のアドレスもありません。",
    "already-begun": "開始の日時を過ぎています。",
    "window-closed": "申込の締切を過ぎています。",
    "no-pools": "定員がないため、申込不要のイベントとして公開します。",
  },
  steps: {
    publish: {
      title: (name: string) => `公開する:${name}`,
      link: "公開する",
      button: "公開する",
      effects: (_count, isListed) => [
        isListed
          ? "公開ページ、イベントの一覧、検索、カレンダー、更新情報に載ります。"
          : "公開ページができます。一覧と検索には出さず、アドレスを知っている人だけが見られます。",
        "申込期間になると、申し込めるようになります。",
        "公開した後は、消すことはできません。取りやめるときは中止にします。",
      ],
    },
    cancel: {
      title: (name: string) => `中止にする:${name}`,
      link: "中止にする",
      button: "中止にして知らせる",
      effects: (count) => [
        mails(count),
        "公開ページは残り、中止と理由が表示されます。申し込みは締め切られ、席の案内も止まります。",
        "カレンダーに入れた予定は、中止として更新されます。",
      ],
    },
    postpone: {
      title: (name: string) => `延期する:${name}`,
      link: "延期する・日程を変える",
      button: "延期して知らせる",
      effects: (count) => [
        mails(count),
        "新しい開催日を入力すると、その日で公開を続けます。申し込みはそのまま引き継ぎ、締切も同じ日数だけ動きます。",
        "開催日を空けると「延期(日程は調整中)」になり、申し込みと席の案内は止まります。",
      ],
    },
    reschedule: {
      title: (name: string) => `新しい日程を知らせる:${name}`,
      link: "新しい日程で開催する",
      button: "新しい日程で公開して知らせる",
      effects: (count) => [
        mails(count),
        "申し込みとキャンセル待ちの順番は、そのまま引き継ぎます。日程が2つ以上あるときは、同じ日数だけ動きます。",
        "申し込みの受付を、締切まで再開します。締切も同じ日数だけ動きます。",
      ],
    },
    reopen: {
      title: (name: string) => `中止を取り消す:${name}`,
      link: "中止を取り消して開催する",
      button: "中止を取り消して知らせる",
      effects: (count) => [
        mails(count),
        "はじめの予定のとおりに開催します。申し込みはそのまま引き継ぎます。",
      ],
    },
    delete: {
      title: (name: string) => `下書きを消す:${name}`,
      link: "下書きを消す",
      button: "下書きを消す",
      effects: () => ["公開していないイベントを、日程・定員・質問ごと消します。元には戻せません。"],
    },
  } as Record<StepName, StepWords>,
  states: {
    planned: "公開前です。職員だけが見られます。",
    published: "公開しています。",
    postponed: "延期しています。新しい日程は決まっていません。",
    cancelled: "中止にしました。公開ページは残っています。",
  },
  unlisted: "一覧と検索には出していません。",
  previously: (when: string) => `はじめの日程:${when}`,
  over: "終わったイベントの状態は変えられません。",
  notPossible: "いまの状態では、この操作はできません。",
} as const;
