import { eraYearOf, fiscalYearLabel, longDate } from "#app/platform/calendar.ts";
import { eraDate } from "./indicators-public.ts";

const count = (value: number) => value.toLocaleString("ja-JP");
const percent = (value: number) =>
  `${value.toLocaleString("ja-JP", { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
const length = (months: number) => (months % 12 === 0 ? `${months / 12}年` : `${months}か月`);

/** Words of the public page about who finds work and who stays. */
export const employmentFigureWords = {
  title: "就職と定着",
  description: "支援を受けて就職した人、就職のきっかけ、就職した人が続けているかどうかの、公表した値。",
  lead: "一関の企業や支援機関を通じて、どれだけの人が就職し、就職した人がどれだけ続けているかを示します。",
  back: "計画の指標",
  linkText: "就職と定着(だれが就職し、だれが続けているか)",
  methods: "数え方のくわしい説明",
  summary: "わかったこと",
  count,
  percent,
  length,
  people: (value: number) => `${count(value)}人`,
  placements: (value: number) => `${count(value)}件`,
  classOf: (year: number) => `${eraYearOf(`${year}-03-31`)}3月卒`,
  asOf: (day: string) => `${longDate(day)}現在`,
  known: (day: string) => `${eraDate(day)}までに分かった内容`,
  state: (fiscalYear: number, version: number) =>
    `${fiscalYearLabel(fiscalYear)}の資料(第${version}版)と同じ時点`,
  stateText:
    "年度の途中の値を1日ずつ比べると、1人のことが分かってしまいます。そのため、会議の資料で公表した時点の値だけを示します。",
  otherStates: "ほかの年度の値",
  showing: "表示中",
  unknownDay: "その日の値は公表していません。",
  unknownDayText: (day: string) => `公表した、${longDate(day)}現在の値を表示しています。`,
  noState: "就職の数は、まだ公表していません",
  noStateText: "会議の資料を公表すると、その時点の値をここに示します。定着の割合は、下の表で見られます。",

  says: {
    station: (from: string, day: string, placements: string, people: string, first: string) =>
      `${eraDate(from)}から${eraDate(day)}までに、若者サポートステーションの支援で就職したのは${placements}、実人数で${people}です。このうち${first}は、記録のある中で初めての就職です。`,
    route: (hires: string, route: string, own: string) =>
      `企業から報告のあった採用${hires}のうち、いちばん多いきっかけは「${route}」(${own})です。`,
    stay: (classLabel: string, time: string, share: string, unknown: string) =>
      `${classLabel}でこのポータルの掲載企業に就職した人のうち、${time}後も同じ企業で働いている人は${share}です(離職したかどうか分からない${unknown}は、割合に入れていません)。`,
    noStay: "定着の割合で、公表できる人数がそろったものは、まだありません。",
  },

  supportTitle: "相談と登録",
  supportText: "相談は延べの件数です。同じ人が何度相談しても、そのたびに1件と数えます。",
  supportHead: ["支援機関", "相談", "新規登録"],
  programmes: {
    jobCafe: "ジョブカフェ一関",
    supportStation: "若者サポートステーション",
    company: "企業からの報告",
    school: "学校からの報告",
    staffImport: "市が取り込んだ一覧",
    all: "全体(同じ人は1人)",
  },
  placedTitle: "就職した件数と人数",
  placedText:
    "件数と人数は、別に数えます。同じ人が年度に2度就職すれば、2件、1人です。1人が2つのところから報告されることがあるため、人数は上から順に足しても全体になるとは限りません。",
  placedHead: ["報告のもと", "就職", "実人数", "うち初めて", "うち以前にも"],
  placedNote: "「初めて」は、記録のある中で初めて就職した人です。",
  hiresTitle: "就職のきっかけ",
  hiresText: "企業から報告のあった採用を、企業が答えたきっかけで分けたものです。",
  hiresHead: ["きっかけ", "採用"],
  kindsTitle: "採用の種類",
  kindsHead: ["種類", "採用"],
  total: "合計",

  stayTitle: "就職した人は続けているか(卒業年ごと)",
  stayText:
    "3月に卒業し、6月までにこのポータルの掲載企業に就職した人を、卒業年ごとにまとめて追ったものです。離職したかどうかは、企業の回答と報告で分かります。回答のない人は割合に入れず、全員が離職していた場合と全員が働いている場合の間を、幅として示します。",
  stayHead: ["卒業年", "6か月後", "1年後", "3年後"],
  stayBasis: (stayed: string, left: string, unknown: string) =>
    `在職${stayed}、離職${left}、回答がないなど${unknown}`,
  bounds: (low: number, high: number) => `本当の値は${percent(low)}から${percent(high)}の間`,
  settled: (day: string, known: string) => `${eraDate(day)}現在、${eraDate(known)}までの回答`,
  staySettled:
    "それぞれの値は、その時期を過ぎた月の末日現在で、翌月の末日までに分かった内容で決めます。後から届いた回答では変えません。",
  ahead: (known: string) => `時期前(${eraDate(known)}に決まります)`,
  gaps: {
    "no-records": "記録なし",
    "not-reported": "この卒業年の報告なし",
    "not-due": "時期前",
    undefined: "算定できません(回答がありません)",
    "not-reproducible": "再計算できません(同意の取消しなどのため)",
    suppressed: "非公表(少人数)",
  },
  estimateTitle: "いまの見込み(途中の人も入れた推計)",
  estimateText:
    "まだ期間の途中の人も使い、カプラン・マイヤー法で見積もった割合です。卒業年ごとの値より新しい人が入りますが、推計のため、幅とあわせて読んでください。",
  estimateHead: ["時期", "続けている割合(推計)", "もとの人数"],
  estimateBasis: (all: string, left: string, unknown: string) =>
    `${all}(うち離職${left}、4か月より前から回答がない${unknown})`,
  after: (months: number) => `${length(months)}後`,

  contactTitle: "就職の前の、地域の企業や催しとの接点",
  contactCaution:
    "就職の前の24か月に、催しや企業見学などの記録があったかどうかを示します。接点があったから就職した、という意味ではありません。1人がいくつもの接点をもつため、接点ごとの人数は足せません。記録をあわせて読むことに同意した人だけを調べています。",
  contactHead: ["区分", "人数"],
  contactRows: {
    all: "就職した人",
    withoutConsent: "うち、同意していない人(調べていません)",
    had: "同意した人のうち、接点があった人",
    none: "同意した人のうち、接点の記録がない人",
  },
  contactKindsTitle: "接点の種類ごと(重なりがあるため足せません)",
  contactKindsHead: ["接点", "人数"],
  contactRate: (share: string) => `同意した人のうち、接点があった人は${share}です。`,
  contactNobody: "この時点では、記録をあわせて読むことに同意した人がいないため、割合は出せません。",
  contactHidden: "同意した人が少ないため、割合は公表していません。",
  hiddenNote: (limits: { people: number; denominator: number }) =>
    `「非公表(少人数)」は、${limits.people}人に満たない数、分母が${limits.denominator}人に満たない率と、引き算でそれらが分かってしまう値です。0はそのまま示します。`,
  cannotTell: "―",
} as const;
