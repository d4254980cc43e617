import { attendance, booths, boothVisits, GUESTS, held, registrations, visitStops } from "./event-tallies.ts";
import type { CountUnit, Measure } from "./measure.ts";

const FAIR_PEOPLE = "受付(チェックイン)で数え、取り消した受付と出展企業の人は含めない。";

/** The head of a measure whose definition is complete in one line. */
function head(key: string, counts: CountUnit, name: string, definition: string) {
  return { key, version: 1, counts, name, definition };
}

function heldOf(key: string, title: string, kind: string): Measure {
  return held(
    {
      key,
      version: 1,
      name: `${title}の開催回数`,
      definition: `年度の初めから基準日までに終わり、受付の記録がある${title}の回数。中止と延期は数えない。`,
    },
    kind,
  );
}

export const eventMeasures: Measure[] = [
  attendance(
    head(
      "fair-participants",
      "person-times",
      "就職ガイダンス延べ参加者数",
      `年度の初めから基準日までの就職ガイダンスに来場した人の延べ数。${FAIR_PEOPLE}`,
    ),
    { kind: "guidanceFair", categories: GUESTS },
  ),
  attendance(
    head(
      "june-fair-participants",
      "people",
      "就職ガイダンス参加者数(6月)",
      `6月に開いた就職ガイダンスに来場した人の数。${FAIR_PEOPLE}`,
    ),
    { kind: "guidanceFair", categories: GUESTS, month: 6 },
  ),
  attendance(
    head(
      "march-fair-participants",
      "people",
      "就職ガイダンス参加者数(3月)",
      `3月に開いた就職ガイダンスに来場した人の数。${FAIR_PEOPLE}`,
    ),
    { kind: "guidanceFair", categories: GUESTS, month: 3 },
  ),
  booths(
    head(
      "fair-booths",
      "booths",
      "就職ガイダンス出展数",
      "年度の初めから基準日までの就職ガイダンスに、実際に出展した企業のブースの数。同じ企業が2回出展すれば2と数える。",
    ),
    { kind: "guidanceFair" },
  ),
  booths(
    head(
      "june-fair-booths",
      "booths",
      "就職ガイダンス出展数(6月)",
      "6月に開いた就職ガイダンスに、実際に出展した企業のブースの数。",
    ),
    { kind: "guidanceFair", month: 6 },
  ),
  booths(
    head(
      "march-fair-booths",
      "booths",
      "就職ガイダンス出展数(3月)",
      "3月に開いた就職ガイダンスに、実際に出展した企業のブースの数。",
    ),
    { kind: "guidanceFair", month: 3 },
  ),
  held(
    {
      key: "information-fairs-held",
      version: 1,
      name: "地域企業情報ガイダンスの開催回数",
      definition:
        "年度の初めから基準日までに終わり、受付の記録がある地域企業情報ガイダンスの回数。中止と延期は数えない。",
    },
    "informationFair",
  ),
  attendance(
    head(
      "information-fair-participants",
      "person-times",
      "地域企業情報ガイダンス来場者数",
      "年度の初めから基準日までの地域企業情報ガイダンスに来場した人の延べ数。受付(チェックイン)で数え、企業の人も教職員も含む。取り消した受付は含めない。",
    ),
    { kind: "informationFair" },
  ),
  booths(
    head(
      "information-fair-booths",
      "booths",
      "地域企業情報ガイダンス参加企業数",
      "年度の初めから基準日までの地域企業情報ガイダンスに、実際に出展した企業のブースの数。",
    ),
    { kind: "informationFair" },
  ),
  held(
    {
      key: "company-visits-held",
      version: 1,
      name: "地域企業見学会の開催回数",
      definition:
        "年度の初めから基準日までに終わり、受付の記録がある地域企業見学会の回数。続く2日間の見学会は1回と数える。中止と延期は数えない。",
    },
    "companyVisit",
  ),
  attendance(
    head(
      "company-visit-participants",
      "person-times",
      "地域企業見学会参加者数",
      "年度の初めから基準日までの地域企業見学会に参加した学生と引率した教職員の延べ数。受付(チェックイン)で数え、取り消した受付は含めない。",
    ),
    { kind: "companyVisit", categories: GUESTS },
  ),
  visitStops(
    head(
      "company-visit-stops",
      "companies",
      "地域企業見学会の訪問企業数(延べ)",
      "年度の初めから基準日までの地域企業見学会で訪ねた企業の延べ数。",
    ),
    "companyVisit",
  ),
  attendance(
    head(
      "discovery-fair-students",
      "people",
      "しごと発見フェア参加生徒数",
      "年度の初めから基準日までのしごと発見フェアに参加した生徒の数。学校ごとに1日ずつ開くため、同じ生徒を2度数えることはない。",
    ),
    { kind: "discoveryFair", categories: ["student"] },
  ),
  attendance(
    head(
      "visit-tour-participants",
      "person-times",
      "少人数の見学会の参加人数",
      "年度の初めから基準日までの少人数の見学会に参加した人の延べ数。受付(チェックイン)で数え、引率した教職員と取り消した受付は含めない。",
    ),
    { kind: "visitTour", categories: ["student", "guardian", "other"] },
  ),
  attendance(
    head(
      "outreach-booth-visitors",
      "person-times",
      "一関市ブース訪問者数",
      "年度の初めから基準日までのUIJターン希望者向けの催しで、一関市のブースを訪ねた人の延べ数。取り消した受付は含めない。",
    ),
    { kind: "outreachBooth", categories: ["student", "guardian", "other"] },
  ),
  heldOf("guidance-fairs-held", "就職ガイダンス", "guidanceFair"),
  heldOf("discovery-fairs-held", "しごと発見フェア", "discoveryFair"),
  heldOf("visit-tours-held", "少人数の見学会", "visitTour"),
  heldOf("seminars-held", "セミナー", "seminar"),
  held({
    key: "events-held",
    version: 1,
    name: "催しの開催回数",
    definition:
      "年度の初めから基準日までに終わり、受付の記録がある催しの回数。ガイダンス、見学会、フェア、セミナーなど、すべての種類を合わせて数える。中止と延期は数えない。",
  }),
  attendance(
    head(
      "event-participants",
      "person-times",
      "催しの延べ参加者数",
      "年度の初めから基準日までの、すべての種類の催しに来場した人の延べ数。受付(チェックイン)で数え、企業の人も含む。2つの催しに来た人は2と数え、取り消した受付は含めない。",
    ),
    {},
  ),
  attendance(
    head(
      "seminar-participants",
      "person-times",
      "セミナー延べ参加者数",
      "年度の初めから基準日までのセミナーに参加した人の延べ数。受付(チェックイン)で数え、企業の人も含む。取り消した受付は含めない。",
    ),
    { kind: "seminar" },
  ),
  attendance(
    head(
      "online-guidance-participants",
      "person-times",
      "オンライン就職ガイダンス延べ参加者数",
      `年度の初めから基準日までのオンライン就職ガイダンスに参加した人の延べ数。${FAIR_PEOPLE}`,
    ),
    { kind: "onlineGuidance", categories: GUESTS },
  ),
  booths(
    head(
      "discovery-fair-booths",
      "booths",
      "しごと発見フェア出展数",
      "年度の初めから基準日までのしごと発見フェアに、実際に出展した企業のブースの数。同じ企業が3日出展すれば3と数え、日ごとの数を内訳に示す。",
    ),
    { kind: "discoveryFair" },
  ),
  registrations({
    key: "event-registrations",
    version: 1,
    name: "催しの申込人数(延べ)",
    definition:
      "基準日の年度に開く、すべての種類の催しに、基準日の終わりまでに申し込んだ人の延べ数。まだ開いていない催しも含む。取り消した人と、キャンセル待ちの人は含めない。中止と延期の催しは数えない。",
  }),
  boothVisits({
    key: "booth-visits",
    version: 1,
    name: "ブース訪問の延べ数",
    definition:
      "年度の初めから基準日までに、来場者がブースのコードを読み取って自分の訪問カードに記録した訪問の延べ数。1人が3社を訪ねれば3と数え、同じブースの2回目は数えない。記録は来場者の任意のため、実際の訪問より少ない。",
  }),
];
