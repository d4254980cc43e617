/** Words of the booth planner: what it counts, and why a company is in or out. */

export const termNames = {
  coverage: "学科への対応",
  interest: "関心のある仕事",
  division: "業種の大分類の釣り合い",
  industry: "業種の中分類の釣り合い",
  area: "地域の釣り合い",
  leftOut: "前回までの見送り",
} as const;

export const termTexts = {
  coverage:
    "参加する人の学科ごとに、その学科に会いたい企業があると点が付きます。人数の多い学科ほど点が高く、同じ学科の企業が増えるほど1社の点は下がります(2社目は半分、3社目は3分の1)。",
  interest: "参加する人が関心をもつ仕事の企業に点が付きます。数え方は学科と同じです。",
  division:
    "日本標準産業分類の大分類(建設業・製造業など)のそれぞれに同じ点を分け、同じ分類の2社目は半分、3社目は3分の1になります。",
  industry: "中分類(金属製品・情報サービスなど)のそれぞれに同じ点を分け、同じように下がります。",
  area: "旧市町村のそれぞれに同じ点を分け、同じように下がります。",
  leftOut: "直近の同じ種類のイベントで続けて見送られた回数(3回まで)に、この点を掛けます。",
} as const;

export const resourceNames = { booths: "ブースの数", power: "電源の合計", space: "区画の合計" } as const;

/** Thousandths of a point as points with one decimal. */
export function points(thousandths: number): string {
  const tenths = Math.round(thousandths / 100) / 10;
  return `${(Object.is(tenths, -0) ? 0 : tenths).toLocaleString("ja-JP", { minimumFractionDigits: 1, maximumFractionDigits: 1 })}点`;
}

/** A change with its sign; ±0.0 for none. */
export function change(thousandths: number): string {
  const text = points(Math.abs(thousandths));
  if (text === "0.0点") return "±0.0点";
  return `${thousandths > 0 ? "+" : "−"}${text}`;
}

/** The name of a group by its kind and key, given by the page, which knows the lists. */
export type NameOf = (term: string, key: string) => string;

type Reason =
  | { code: "decided" | "fixed-in" | "fixed-out" | "serves-none" | "no-swap" }
  | { code: "blocked"; by: "booths" | "power" | "space" }
  | { code: "left-out"; times: number; points: number }
  | { code: "scarce"; key: string; people: number; count: number; points: number }
  | { code: "serves"; keys: readonly string[]; people: number; points: number }
  | { code: "interest"; key: string; people: number; count: number; points: number }
  | { code: "rare" | "crowded"; term: string; key: string; count: number; points: number }
  | { code: "enough"; keys: readonly string[]; count: number; points: number }
  | { code: "fewer-departments"; served: number; of: number };

const list = (nameOf: NameOf, keys: readonly string[]) =>
  keys.map((key) => nameOf("coverage", key)).join("・");

/** A reason as a sentence with its points. */
export function reasonWords(reason: Reason, nameOf: NameOf): string {
  switch (reason.code) {
    case "decided":
      return "出展がすでに決まっているため";
    case "fixed-in":
      return "職員が「必ず入れる」にしたため";
    case "fixed-out":
      return "職員が「入れない」にしたため";
    case "serves-none":
      return "参加する人の学科に、会いたい学科が当てはまらないため";
    case "no-swap":
      return "ほかの企業より点が低いため";
    case "blocked":
      return `${resourceNames[reason.by]}が足りないため`;
    case "left-out":
      return reason.times > 1
        ? `直近の${reason.times}回続けて見送られたため(${points(reason.points)})`
        : `前回の選定で見送られたため(${points(reason.points)})`;
    case "scarce":
      return `${nameOf("coverage", reason.key)}の参加予定${reason.people}人に対し、会える企業が${reason.count}社と少ないため(${points(reason.points)})`;
    case "serves":
      return `${list(nameOf, reason.keys)}(参加予定 計${reason.people}人)に会いたい企業のため(${points(reason.points)})`;
    case "interest":
      return `「${nameOf("interest", reason.key)}」仕事に関心のある${reason.people}人に対し、企業が${reason.count}社のため(${points(reason.points)})`;
    case "rare":
      return reason.count === 1
        ? `${kind(reason.term)}「${nameOf(reason.term, reason.key)}」の企業がほかにないため(${points(reason.points)})`
        : `${kind(reason.term)}「${nameOf(reason.term, reason.key)}」の企業が${reason.count}社だけのため(${points(reason.points)})`;
    case "crowded":
      return `${kind(reason.term)}「${nameOf(reason.term, reason.key)}」の企業がすでに${reason.count}社入っているため(加えても${points(reason.points)})`;
    case "enough":
      return `${list(nameOf, reason.keys)}に会いたい企業が、すでに${reason.count}社以上入っているため(加えても${points(reason.points)})`;
    case "fewer-departments":
      return `参加予定の${reason.of}学科のうち、会いたい学科が${reason.served}学科のため`;
  }
}

const kinds: Record<string, string> = { area: "同じ地域", interest: "同じ仕事", division: "同じ大分類" };
const kind = (term: string) => kinds[term] ?? "同じ業種";

/** What the company reads when it was not chosen: how was chosen, and the reasons without the names of others. */
export function declineNote({
  applied,
  limit,
  reasons,
}: {
  applied: number;
  limit: number;
  reasons: readonly Reason[];
}): string {
  const why = reasons.flatMap(publicReason);
  return [
    `${applied}社からお申し込みがあり、${limit}ブースに出展する企業を選びました。`,
    "参加する人の学科への対応、関心のある仕事、業種と地域の釣り合い、前回までの見送りを点数にして、合計が最も高くなる組み合わせにしています。",
    why.length > 0 ? `主な理由: ${why.join("、")}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

function publicReason(reason: Reason): string[] {
  switch (reason.code) {
    case "crowded":
      return [`${kind(reason.term)}の企業がすでに${reason.count}社ありました`];
    case "enough":
      return [`同じ学科に会いたい企業がすでに${reason.count}社以上ありました`];
    case "serves-none":
      return ["参加する人の学科に、会いたい学科が当てはまりませんでした"];
    case "fewer-departments":
      return [`参加予定の${reason.of}学科のうち、会いたい学科は${reason.served}学科でした`];
    case "blocked":
      return [`${resourceNames[reason.by]}が足りませんでした`];
    default:
      return [];
  }
}
