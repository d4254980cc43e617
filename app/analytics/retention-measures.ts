import type { CivilDate } from "#app/platform/calendar.ts";
import { type Facts, isKnown, type Period, type PlacementFact } from "./facts.ts";
import {
  type Breakdown,
  type Measure,
  type MeasureParameters,
  membersIn,
  missing,
  numberOf,
  rateTally,
  type Tally,
  textOf,
} from "./measure.ts";
import { addMonths } from "./months.ts";
import {
  classDay,
  closedCohort,
  estimateRetention,
  newestClosedClass,
  type Stay,
  staysOf,
} from "./retention.rules.ts";

const HORIZONS = [6, 12, 36] as const;
/** Companies are asked every quarter; one month more gives them time to answer. */
const MONTHS_TO_ANSWER = 4;

/** New graduates at companies of the portal: only these are asked who is still there. */
function graduatesAtCompanies(
  facts: Facts,
  period: Period,
  asked: MeasureParameters | undefined,
): PlacementFact[] {
  const schoolKind = textOf("schoolKind", asked);
  return facts.placements.filter(
    (placement) =>
      placement.kind === "newGraduate" &&
      placement.companyId !== null &&
      placement.startedOn <= period.asOf &&
      (schoolKind === null || placement.schoolKind === schoolKind) &&
      isKnown(period, placement),
  );
}

function staysAsKnown(placements: readonly PlacementFact[], facts: Facts, period: Period): Stay[] {
  const wanted = new Set(placements.map(({ id }) => id));
  return staysOf(
    placements,
    facts.separations.filter(
      (row) => wanted.has(row.placementId) && row.endedOn <= period.asOf && isKnown(period, row),
    ),
    facts.employmentAnswers.filter(
      (row) => wanted.has(row.placementId) && row.asOf <= period.asOf && row.knownAt <= period.knownOn,
    ),
  );
}

/** Whom a class took up work with: from March to June of the year in which it left school. */
function isOfClass({ graduationYear, startedOn }: PlacementFact, year: number): boolean {
  return graduationYear === year && startedOn >= `${year}-03-01` && startedOn <= `${year}-06-30`;
}

function stayBreakdown(cells: Record<string, readonly Stay[]>): Breakdown {
  return {
    by: "stay",
    counts: "people",
    partition: false,
    cells: Object.entries(cells).map(([key, stays]) => ({ key, value: stays.length })),
  };
}

function retentionOfClass(months: number): Measure {
  const parameters = { months };
  return {
    key: `retention-${months}-months`,
    version: 1,
    name: `新規学卒就職者の${months}か月後の定着率`,
    definition: `基準日までに就職から${months}か月がたった最も新しい卒業年の、3月から6月までにこのポータルの掲載企業に就職した新規学卒者のうち、4月1日から${months}か月後に同じ企業で働いている人の割合(%)。厚生労働省の新規学卒就職者の離職状況と同じく、卒業年ごとの集団を閉じて数える。100からこの割合を引くと離職率になる。`,
    numerator: `${months}か月後に同じ企業で働いている人の数`,
    denominator: `${months}か月後に働いているか、それまでに離職したかが分かっている人の数`,
    unknownRule:
      "企業から回答がない人、企業が分からないと答えた人は、分子にも分母にも入れず、人数を並べて示す。全員が働き続けている場合と、全員が離職した場合の割合を、幅として示す。",
    counts: "people",
    timeNature: "cohort",
    needs: ["placements", "separations", "employmentAnswers"],
    parameters,
    compute(facts, period, asked) {
      const length = numberOf("months", asked, parameters)!;
      const year = numberOf("graduationYear", asked) ?? newestClosedClass(period.asOf, length);
      const onRecord = graduatesAtCompanies(facts, period, asked);
      if (onRecord.length === 0) return missing("no-records");
      const day = classDay(year, length);
      const ofClass = onRecord.filter((placement) => isOfClass(placement, year));
      if (day > period.asOf) return missing("not-due", ofClass.length);
      if (ofClass.length === 0) return missing("not-reported");
      const { stayed, left, unknown } = closedCohort(staysAsKnown(ofClass, facts, period), day);
      return rateTally(
        { numerator: stayed.length, denominator: stayed.length + left.length, unknown: unknown.length },
        [
          ...membersIn(stayed, "numerator"),
          ...membersIn(left, "denominator"),
          ...membersIn(unknown, "unknown"),
        ],
        ofClass.length,
        [
          stayBreakdown({
            stayed,
            separated: left,
            notKnown: unknown.filter(({ saidNotKnown }) => saidNotKnown),
            unanswered: unknown.filter(({ saidNotKnown }) => !saidNotKnown),
          }),
        ],
      );
    },
  };
}

/** Since when people have begun of whom some are still on the way, with a year's class before them. */
function recentSince(months: number, asOf: CivilDate): CivilDate {
  return addMonths(asOf, -(months + 12));
}

function estimatedRetention(months: number): Measure {
  const parameters = { months };
  return {
    key: `retention-estimate-${months}-months`,
    version: 1,
    name: `新規学卒就職者の${months}か月後の定着率(推計)`,
    definition: `基準日の前${months + 12}か月にこのポータルの掲載企業に就職した新規学卒者が、${months}か月後に同じ企業で働いている割合(%)の、カプラン・マイヤー法による推計。まだ${months}か月たっていない人も、働いていると分かっている最後の日まで数えに入れる。`,
    numerator: "各時点で、離職せずに働き続けた人の割合を掛け合わせたもの",
    denominator: "各時点の直前まで、働いていることが分かっている人の数",
    unknownRule: `${MONTHS_TO_ANSWER}か月より前から企業の回答がない人は、働いていると分かっている最後の日までを数えに入れる。その翌日に離職した場合と、基準日まで働いている場合の割合を、幅として示す。`,
    counts: "people",
    timeNature: "cohort",
    needs: ["placements", "separations", "employmentAnswers"],
    parameters,
    compute(facts, period, asked): Tally {
      const length = numberOf("months", asked, parameters)!;
      const onRecord = graduatesAtCompanies(facts, period, asked);
      if (onRecord.length === 0) return missing("no-records");
      const since = recentSince(length, period.asOf);
      const recent = onRecord.filter(({ startedOn }) => startedOn > since);
      if (recent.length === 0) return missing("not-reported");
      const estimate = estimateRetention(staysAsKnown(recent, facts, period), {
        months: length,
        asOf: period.asOf,
        answeredSince: addMonths(period.asOf, -MONTHS_TO_ANSWER),
      });
      if (estimate === null) return missing("not-due", recent.length);
      const { share, low, high, stayed, left, followed, unanswered } = estimate;
      return {
        value: share * 100,
        missing: null,
        members: [
          ...membersIn(stayed, "numerator"),
          ...membersIn([...left, ...followed], "denominator"),
          ...membersIn(unanswered, "unknown"),
        ],
        inputs: recent.length,
        breakdowns: [stayBreakdown({ stayed, separated: left, followed, unanswered })],
        bounds: { low: low * 100, high: high * 100 },
      };
    },
  };
}

export const retentionMeasures: Measure[] = [
  ...HORIZONS.map(retentionOfClass),
  ...HORIZONS.map(estimatedRetention),
];
