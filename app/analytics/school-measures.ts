import { type Facts, isKnown, type Period, type SchoolOutcomeFact } from "./facts.ts";
import { type Measure, missing, numberOf, rateTally, textOf } from "./measure.ts";

const PARAMETERS = { schoolKind: "highSchool" };

/** Outcomes of a class: the newest known count of each school up to the as-of day. */
function newestOutcomes(
  facts: Facts,
  { schoolKind, graduationYear }: { schoolKind: string; graduationYear: number },
  period: Period,
): { newest: SchoolOutcomeFact[]; inputs: number } {
  const known = facts.schoolOutcomes.filter(
    (row) =>
      row.schoolKind === schoolKind &&
      row.graduationYear === graduationYear &&
      row.asOf <= period.asOf &&
      isKnown(period, row),
  );
  const schools = new Map<string, Map<string, SchoolOutcomeFact>>();
  for (const row of known) {
    const departments = schools.get(row.schoolId) ?? new Map<string, SchoolOutcomeFact>();
    const name = row.departmentName ?? "";
    const other = departments.get(name);
    if (!other || row.asOf >= other.asOf) departments.set(name, row);
    schools.set(row.schoolId, departments);
  }
  // A count of the whole school stands for its departments, which are in it.
  const newest = [...schools.values()].flatMap((departments) => {
    const whole = departments.get("");
    return whole ? [whole] : [...departments.values()];
  });
  return { newest, inputs: known.length };
}

function placedElsewhere({ placedPrefecture, placedOutside }: SchoolOutcomeFact): number {
  return placedPrefecture + placedOutside;
}

const OUTCOMES = [
  "placedLocal",
  "placedPrefecture",
  "placedOutside",
  "furtherStudy",
  "other",
  "unknown",
] as const;

export const schoolMeasures: Measure[] = [
  {
    key: "local-employment-rate",
    version: 1,
    name: "新規高卒者の管内就職率",
    definition:
      "基準日の年度の直前の3月に高等学校を卒業した生徒のうち、就職した人に占める、管内の事業所に就職した人の割合(%)。学校ごとに、基準日までの最も新しい報告を使う。",
    numerator: "管内の事業所に就職した人の数",
    denominator: "就職した人の数(管内、県内のほかの地域、県外の合計)",
    unknownRule:
      "就職先が決まっていない人と学校が把握していない人は、分子にも分母にも入れず、人数を並べて示す。全員が管内に就職した場合と、全員が管外に就職した場合の割合を、幅として示す。",
    counts: "people",
    timeNature: "cohort",
    needs: ["schoolOutcomes"],
    parameters: PARAMETERS,
    compute(facts, period, asked) {
      const schoolKind = textOf("schoolKind", asked, PARAMETERS)!;
      const graduationYear = numberOf("graduationYear", asked) ?? period.fiscalYear;
      const { newest, inputs } = newestOutcomes(facts, { schoolKind, graduationYear }, period);
      if (inputs === 0) {
        const isDue = facts.schoolOutcomes.some(
          (row) => row.schoolKind === schoolKind && row.asOf <= period.asOf && isKnown(period, row),
        );
        return missing(isDue ? "not-reported" : "no-records");
      }
      const sum = (amount: (row: SchoolOutcomeFact) => number) =>
        newest.reduce((all, row) => all + amount(row), 0);
      const numerator = sum((row) => row.placedLocal);
      const rate = {
        numerator,
        denominator: numerator + sum(placedElsewhere),
        unknown: sum((row) => row.unknown),
      };
      const members = newest.flatMap((row) => [
        { id: row.id, amount: row.placedLocal, role: "numerator" as const },
        { id: row.id, amount: placedElsewhere(row), role: "denominator" as const },
        { id: row.id, amount: row.unknown, role: "unknown" as const },
        { id: row.id, amount: row.furtherStudy + row.other, role: "excluded" as const },
      ]);
      const cells = OUTCOMES.map((key) => ({ key, value: sum((row) => row[key]) }));
      const result = rateTally(
        rate,
        members.filter(({ amount }) => amount > 0),
        inputs,
        [{ by: "outcome", counts: "people", partition: false, cells }],
      );
      const isProvisional = newest.some(({ status }) => status === "provisional" || status === "estimated");
      return { ...result, status: isProvisional ? "provisional" : "final" };
    },
  },
];
