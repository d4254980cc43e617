import { jst } from "#app/platform/calendar.ts";
import {
  type Facts,
  type InternshipStartFact,
  isDayWithin,
  isKnownSince,
  isWithin,
  type Period,
} from "./facts.ts";
import { type Measure, missing, sumBy, type Tally, tally } from "./measure.ts";

/** Internships that began in the fiscal year; null when none is on record up to the as-of day. */
function startsOf(facts: Facts, period: Period): InternshipStartFact[] | null {
  const known = facts.internshipStarts.filter(
    ({ startedOn, knownAt }) => startedOn <= period.asOf && knownAt <= period.knownOn,
  );
  return known.length === 0 ? null : known.filter(({ startedOn }) => isDayWithin(period, startedOn));
}

/** The earliest row of each person, company … */
function earliestOf(
  starts: readonly InternshipStartFact[],
  keyOf: (start: InternshipStartFact) => string,
): InternshipStartFact[] {
  const first = new Map<string, InternshipStartFact>();
  for (const start of starts) {
    const known = first.get(keyOf(start));
    if (!known || start.startedOn < known.startedOn) first.set(keyOf(start), start);
  }
  return [...first.values()];
}

function distinctStarts(
  head: Pick<Measure, "key" | "name" | "definition" | "counts">,
  keyOf: (start: InternshipStartFact) => string,
): Measure {
  return {
    ...head,
    version: 1,
    timeNature: "flow",
    needs: ["internshipStarts"],
    compute(facts, period) {
      const starts = startsOf(facts, period);
      if (starts === null) return missing("no-records");
      const counted = earliestOf(starts, keyOf);
      const cells = [...Map.groupBy(starts, ({ schoolKind }) => schoolKind)].map(([key, rows]) => ({
        key,
        value: earliestOf(rows, keyOf).length,
      }));
      return tally(
        counted.map(({ id }) => ({ id, amount: 1 })),
        starts.length,
        [{ by: "schoolKind", counts: head.counts, partition: false, cells }],
      );
    },
  };
}

/** A day's bucket is known from the first moment of the day on; it grows until the day is over. */
function bucketsOf<Row extends { day: string }>(rows: readonly Row[], period: Period): Row[] | null {
  const known = rows.filter(({ day }) => day <= period.asOf && jst(day) <= period.knownOn);
  return known.length === 0 ? null : known.filter(({ day }) => isDayWithin(period, day));
}

function searchDemand(
  head: Pick<Measure, "key" | "name" | "definition">,
  amount: (search: Facts["searches"][number]) => number,
): Measure {
  return {
    ...head,
    version: 1,
    counts: "searches",
    timeNature: "flow",
    needs: ["searches"],
    compute(facts, period): Tally {
      const days = bucketsOf(facts.searches, period);
      if (days === null) return missing("no-records");
      const total = (of: typeof amount) => days.reduce((sum, day) => sum + of(day), 0);
      const without = total(({ withoutResult }) => withoutResult);
      const cells = [
        { key: "withResult", value: total(({ searches }) => searches) - without },
        { key: "withoutResult", value: without },
      ];
      return tally(
        days.map((day) => ({ id: day.day, amount: amount(day) })),
        days.length,
        [{ by: "searchResult", counts: "searches", partition: false, cells }],
      );
    },
  };
}

export const portalMeasures: Measure[] = [
  distinctStarts(
    {
      key: "internship-participants",
      name: "インターンシップ・仕事体験の参加者数(実人数)",
      definition:
        "年度の初めから基準日までに、企業から開始の報告があったインターンシップと仕事体験に参加した人の数。2社に参加した人も1人と数える。",
      counts: "people",
    },
    ({ personKey }) => personKey,
  ),
  distinctStarts(
    {
      key: "internship-person-times",
      name: "インターンシップ・仕事体験の参加者数(延べ人数)",
      definition:
        "年度の初めから基準日までに、企業から開始の報告があったインターンシップと仕事体験の参加の延べ人数。2社に参加した人は2と数える。",
      counts: "person-times",
    },
    ({ id }) => id,
  ),
  distinctStarts(
    {
      key: "internship-companies",
      name: "インターンシップ・仕事体験の受入企業数",
      definition:
        "年度の初めから基準日までに始まったインターンシップと仕事体験で、参加者を受け入れた企業の数。何人受け入れても1社と数える。",
      counts: "companies",
    },
    ({ companyId }) => companyId,
  ),
  {
    key: "published-internships",
    version: 1,
    name: "公開したインターンシップ・仕事体験の件数",
    definition:
      "年度の初めから基準日までに、企業がこのポータルで公開したインターンシップと仕事体験の件数。同じ企業の2つの募集は2件と数え、終わった募集も公開した年度に数える。",
    counts: "cases",
    timeNature: "flow",
    needs: ["internshipOffers"],
    compute(facts, period) {
      const known = facts.internshipOffers.filter(
        ({ publishedAt }) => publishedAt < period.until && isKnownSince(period, publishedAt),
      );
      if (known.length === 0) return missing("no-records");
      const counted = known.filter(({ publishedAt }) => isWithin(period, publishedAt));
      const companies = new Set(counted.map(({ companyId }) => companyId)).size;
      return tally(
        counted.map(({ id }) => ({ id, amount: 1 })),
        counted.length,
        [
          {
            by: "companies",
            counts: "companies",
            partition: false,
            cells: [{ key: "companies", value: companies }],
          },
        ],
      );
    },
  },
  {
    key: "newsletter-readers",
    version: 1,
    name: "メールマガジンの購読数",
    definition:
      "基準日の終わりに、確認の手続きを終えてメールマガジンを受け取っている宛先の数。配信を停止した宛先は、停止した日から数えない。",
    counts: "subscribers",
    timeNature: "stock",
    needs: ["subscribers"],
    compute(facts, period) {
      const begun = facts.subscribers.filter(({ since }) => since < period.until && since <= period.knownOn);
      if (begun.length === 0) return missing("no-records");
      const reading = begun.filter(
        ({ until }) => until === null || until >= period.until || until > period.knownOn,
      );
      return tally(
        reading.map(({ id }) => ({ id, amount: 1 })),
        begun.length,
      );
    },
  },
  searchDemand(
    {
      key: "search-demand",
      name: "企業・インターンシップ・催しの検索回数",
      definition:
        "年度の初めから基準日までに、このポータルで検索した回数。検索した人が分かる記録は残さず、日ごとの回数だけを数える。",
    },
    ({ searches }) => searches,
  ),
  searchDemand(
    {
      key: "searches-without-result",
      name: "見つからなかった検索の回数",
      definition:
        "年度の初めから基準日までの検索のうち、1件も見つからなかった回数。まだ応えられていない関心の大きさを示す。",
    },
    ({ withoutResult }) => withoutResult,
  ),
  {
    key: "page-views",
    version: 1,
    name: "ページの閲覧回数",
    definition:
      "年度の初めから基準日までに、企業、インターンシップ、催し、指標などの公開ページが開かれた回数。閲覧した人が分かる記録は残さず、日ごとの回数だけを数える。",
    counts: "views",
    timeNature: "flow",
    needs: ["pageViews"],
    compute(facts, period) {
      const days = bucketsOf(facts.pageViews, period);
      if (days === null) return missing("no-records");
      const views = ({ views: amount }: { views: number }) => amount;
      return tally(
        days.map(({ day, kind, views: amount }) => ({ id: `${day} ${kind}`, amount })),
        days.length,
        [{ by: "pageKind", counts: "views", partition: true, cells: sumBy(days, ({ kind }) => kind, views) }],
      );
    },
  },
];
