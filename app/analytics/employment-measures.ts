import type { CivilDate } from "#app/platform/calendar.ts";
import {
  type Facts,
  type GrantFact,
  isDayWithin,
  type Period,
  type PlacementFact,
  type SupportReportFact,
} from "./facts.ts";
import { type Cell, type CountUnit, type Measure, missing, sumBy, tally } from "./measure.ts";

/**
 * Unique people among the placements, and those of them who have no earlier placement on record. `all` holds every
 * placement up to the as-of day; somebody placed twice within the time is one person.
 */
export function countPeople(placements: readonly PlacementFact[], all: readonly PlacementFact[]) {
  const firstOf = (rows: readonly PlacementFact[]) => {
    const first = new Map<string, CivilDate>();
    for (const { personKey, startedOn } of rows)
      if (startedOn < (first.get(personKey) ?? "9999-12-31")) first.set(personKey, startedOn);
    return first;
  };
  const people = firstOf(placements);
  const everPlaced = firstOf(all);
  const firstTime = [...people].filter(([key, startedOn]) => (everPlaced.get(key) ?? startedOn) >= startedOn);
  return { people: people.size, firstTime: firstTime.length };
}

function reportsOf(facts: Facts, programme: string, period: Period): SupportReportFact[] {
  return facts.supportReports.filter(
    (report) => report.programme === programme && isDayWithin(period, report.lastDay),
  );
}

/** Without a report or a placement in the fiscal year nobody knows yet: that is not zero. */
function whyMissing(facts: Facts, programme: string, period: Period) {
  const known =
    facts.supportReports.some((report) => report.programme === programme && report.lastDay <= period.asOf) ||
    facts.placements.some(
      (placement) => placement.source === programme && placement.startedOn <= period.asOf,
    );
  return missing(known ? "not-reported" : "no-records");
}

/** Placements that a programme reported. */
function placementsOf(programme: string, head: { key: string; name: string; definition: string }): Measure {
  return {
    ...head,
    version: 1,
    counts: "placements",
    timeNature: "flow",
    compute(facts, period) {
      const counted = facts.placements.filter(
        (placement) => placement.source === programme && isDayWithin(period, placement.startedOn),
      );
      if (counted.length === 0 && reportsOf(facts, programme, period).length === 0)
        return whyMissing(facts, programme, period);
      const earlier = facts.placements.filter((placement) => placement.startedOn <= period.asOf);
      const { people, firstTime } = countPeople(counted, earlier);
      return tally(
        counted.map(({ id }) => ({ id, amount: 1 })),
        counted.length,
        [
          {
            by: "people",
            counts: "people",
            partition: false,
            cells: [
              { key: "uniquePeople", value: people },
              { key: "firstTimePeople", value: firstTime },
            ],
          },
        ],
      );
    },
  };
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
    compute(facts, period) {
      const counted = reportsOf(facts, programme, period);
      if (counted.length === 0) return whyMissing(facts, programme, period);
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

/** People whom grant decisions of a project's subsidy cover. */
function granted(
  projectCode: string,
  countedAs: string,
  head: { key: string; name: string; definition: string },
): Measure {
  const isOfKind = (grant: GrantFact) => grant.projectCode === projectCode && grant.countedAs === countedAs;
  return {
    ...head,
    version: 1,
    counts: "people",
    timeNature: "flow",
    compute(facts, period) {
      const ofKind = facts.grants.filter((grant) => isOfKind(grant) && grant.decidedOn <= period.asOf);
      if (ofKind.length === 0) return missing("no-records");
      const counted = ofKind.filter((grant) => isDayWithin(period, grant.decidedOn));
      const companies = new Set(counted.flatMap((grant) => grant.companyId ?? []));
      return tally(
        counted.map((grant) => ({ id: grant.id, amount: grant.people })),
        counted.length,
        [
          {
            by: "companies",
            counts: "companies",
            partition: false,
            cells: [{ key: "companies", value: companies.size }],
          },
        ],
      );
    },
  };
}

export const employmentMeasures: Measure[] = [
  placementsOf("jobCafe", {
    key: "job-cafe-placements",
    name: "ジョブカフェ一関 就職件数",
    definition:
      "年度の初めから基準日までに、ジョブカフェ一関の支援を受けて就職した件数。同じ人が2度就職すれば2件と数え、実人数は別に示す。",
  }),
  reported("jobCafe", (report) => report.consultations, {
    key: "job-cafe-consultations",
    name: "ジョブカフェ一関 相談件数",
    definition: "年度の初めから、基準日までに終わった月までの、ジョブカフェ一関の月次報告による相談の件数。",
    counts: "cases",
  }),
  placementsOf("supportStation", {
    key: "support-station-placements",
    name: "若者サポートステーション 就職件数",
    definition:
      "年度の初めから基準日までに、若者サポートステーションの支援を受けて就職した件数。離職して再び利用した人の就職も1件と数え、実人数と、記録のある中で初めて就職した人の数は別に示す。",
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
  granted("1-1-12", "newHighSchoolGraduate", {
    key: "training-subsidy-graduates",
    name: "人財育成支援補助金 交付対象人数(新規高卒者)",
    definition: "年度の初めから基準日までの交付決定で、補助の対象となった新規高卒者の人数。",
  }),
  granted("1-1-12", "youngPerson", {
    key: "training-subsidy-young-people",
    name: "人財育成支援補助金 交付対象人数(若者等)",
    definition: "年度の初めから基準日までの交付決定で、補助の対象となった若者等の人数。",
  }),
  granted("1-1-14", "internshipParticipant", {
    key: "internship-subsidy-people",
    name: "インターンシップ促進助成金 助成人数",
    definition: "年度の初めから基準日までの交付決定で、助成の対象となったインターンシップ参加者の人数。",
  }),
];
