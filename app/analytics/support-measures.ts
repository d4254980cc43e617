import { type Facts, isDayWithin, isKnown, type Period, type SupportReportFact } from "./facts.ts";
import { type Cell, type CountUnit, type Measure, missing, sumBy, type Tally, tally } from "./measure.ts";

/** The monthly reports of a programme about months of the fiscal year that are over on the as-of day. */
export function reportsOf(facts: Facts, programme: string, period: Period): SupportReportFact[] {
  return facts.supportReports.filter(
    (report) =>
      report.programme === programme && isDayWithin(period, report.lastDay) && isKnown(period, report),
  );
}

/** Without a report or a placement in the fiscal year nobody knows yet: that is not zero. */
export function whyUnreported(facts: Facts, programme: string, period: Period): Tally {
  const known =
    facts.supportReports.some(
      (report) => report.programme === programme && report.lastDay <= period.asOf && isKnown(period, report),
    ) ||
    facts.placements.some(
      (placement) =>
        placement.source === programme && placement.startedOn <= period.asOf && isKnown(period, placement),
    );
  return missing(known ? "not-reported" : "no-records");
}

/** What a programme's monthly reports say. A month counts when it is over on the as-of day. */
function reported(
  programme: string,
  amount: (report: SupportReportFact) => number,
  head: { key: string; name: string; definition: string; counts: CountUnit },
): Measure {
  return {
    ...head,
    version: 1,
    timeNature: "flow",
    needs: ["placements", "supportReports"],
    compute(facts, period) {
      const counted = reportsOf(facts, programme, period);
      if (counted.length === 0) return whyUnreported(facts, programme, period);
      const cells: Cell[] = sumBy(counted, (report) => report.lastDay.slice(0, 7), amount).toSorted((a, b) =>
        a.key.localeCompare(b.key),
      );
      return tally(
        counted.map((report) => ({ id: report.id, amount: amount(report) })),
        counted.length,
        [{ by: "month", counts: head.counts, partition: true, cells }],
      );
    },
  };
}

export const supportMeasures: Measure[] = [
  reported("jobCafe", (report) => report.consultations, {
    key: "job-cafe-consultations",
    name: "ジョブカフェ一関 相談件数",
    definition: "年度の初めから、基準日までに終わった月までの、ジョブカフェ一関の月次報告による相談の件数。",
    counts: "cases",
  }),
  reported("jobCafe", (report) => report.newRegistrations, {
    key: "job-cafe-registrations",
    name: "ジョブカフェ一関 新規登録者数",
    definition:
      "年度の初めから、基準日までに終わった月までの、ジョブカフェ一関の月次報告による新規登録者の数。",
    counts: "people",
  }),
  reported("supportStation", (report) => report.consultations, {
    key: "support-station-consultations",
    name: "若者サポートステーション 相談件数",
    definition:
      "年度の初めから、基準日までに終わった月までの、若者サポートステーションの月次報告による相談の件数。",
    counts: "cases",
  }),
  reported("supportStation", (report) => report.newRegistrations, {
    key: "support-station-registrations",
    name: "若者サポートステーション 新規登録者数",
    definition:
      "年度の初めから、基準日までに終わった月までの、若者サポートステーションの月次報告による新規登録者の数。",
    counts: "people",
  }),
];
