import { GRANT_PROJECTS } from "#app/domain/employment/scheme.rules.ts";
import { type Facts, type GrantFact, isDayWithin, isKnown, type Period } from "./facts.ts";
import { type Breakdown, type Measure, missing, sumBy, tally } from "./measure.ts";

type Scheme = { projectCode: string; countedAs?: string };
type Head = { key: string; name: string; definition: string };

/** The known decisions of a scheme up to the as-of day, and those of them in the fiscal year. */
function grantsOf(facts: Facts, { projectCode, countedAs }: Scheme, period: Period) {
  const upToNow = facts.grants.filter(
    (grant) =>
      grant.projectCode === projectCode &&
      (countedAs === undefined || grant.countedAs === countedAs) &&
      grant.decidedOn <= period.asOf &&
      isKnown(period, grant),
  );
  return { upToNow, ofYear: upToNow.filter((grant) => isDayWithin(period, grant.decidedOn)) };
}

function companiesCell(grants: readonly GrantFact[]): Breakdown {
  const companies = new Set(grants.flatMap((grant) => grant.companyId ?? []));
  return {
    by: "companies",
    counts: "companies",
    partition: false,
    cells: [{ key: "companies", value: companies.size }],
  };
}

/** People whom grant decisions of a project's subsidy cover. */
function granted(scheme: Scheme, head: Head): Measure {
  return {
    ...head,
    version: 1,
    counts: "people",
    timeNature: "flow",
    needs: ["grants"],
    compute(facts, period) {
      const { upToNow, ofYear } = grantsOf(facts, scheme, period);
      if (upToNow.length === 0) return missing("no-records");
      const people = (grant: GrantFact) => grant.people;
      const breakdowns = [companiesCell(ofYear)];
      if (scheme.countedAs === undefined)
        breakdowns.push({
          by: "grantKind",
          counts: "people",
          partition: true,
          cells: sumBy(ofYear, (grant) => grant.countedAs, people),
        });
      return tally(
        ofYear.map((grant) => ({ id: grant.id, amount: grant.people })),
        ofYear.length,
        breakdowns,
      );
    },
  };
}

/** Companies to which a subsidy went, each once however many decisions it had; the first decision of the year stands for it. */
function grantedCompanies(scheme: Scheme, head: Head): Measure {
  return {
    ...head,
    version: 1,
    counts: "companies",
    timeNature: "flow",
    needs: ["grants"],
    compute(facts, period) {
      const { upToNow, ofYear } = grantsOf(facts, scheme, period);
      if (upToNow.length === 0) return missing("no-records");
      const first = new Map<string, GrantFact>();
      for (const grant of ofYear) {
        const known = grant.companyId === null ? undefined : first.get(grant.companyId);
        if (grant.companyId !== null && (!known || grant.decidedOn < known.decidedOn))
          first.set(grant.companyId, grant);
      }
      return tally(
        [...first.values()].map(({ id }) => ({ id, amount: 1 })),
        ofYear.length,
      );
    },
  };
}

const { training: TRAINING, internship: INTERNSHIP } = GRANT_PROJECTS;

export const grantMeasures: Measure[] = [
  granted(
    { projectCode: TRAINING, countedAs: "newHighSchoolGraduate" },
    {
      key: "training-subsidy-graduates",
      name: "人財育成支援補助金 交付対象人数(新規高卒者)",
      definition: "年度の初めから基準日までの交付決定で、補助の対象となった新規高卒者の人数。",
    },
  ),
  granted(
    { projectCode: TRAINING, countedAs: "youngPerson" },
    {
      key: "training-subsidy-young-people",
      name: "人財育成支援補助金 交付対象人数(若者等)",
      definition: "年度の初めから基準日までの交付決定で、補助の対象となった若者等の人数。",
    },
  ),
  granted(
    { projectCode: TRAINING },
    {
      key: "training-subsidy-people",
      name: "人財育成支援補助金 交付対象人数(合計)",
      definition:
        "年度の初めから基準日までの交付決定で、補助の対象となった新しい雇用の人数。新規高卒者と若者等を合わせて数える。",
    },
  ),
  grantedCompanies(
    { projectCode: TRAINING },
    {
      key: "training-subsidy-companies",
      name: "人財育成支援補助金 交付企業数",
      definition:
        "年度の初めから基準日までに人財育成支援補助金の交付決定を受けた企業の数。新規高卒者と若者等の両方で、または2度決定を受けた企業も1社と数える。",
    },
  ),
  granted(
    { projectCode: INTERNSHIP, countedAs: "internshipParticipant" },
    {
      key: "internship-subsidy-people",
      name: "インターンシップ促進助成金 助成人数",
      definition: "年度の初めから基準日までの交付決定で、助成の対象となったインターンシップ参加者の人数。",
    },
  ),
  grantedCompanies(
    { projectCode: INTERNSHIP },
    {
      key: "internship-subsidy-companies",
      name: "インターンシップ促進助成金 受入企業数",
      definition:
        "年度の初めから基準日までの交付決定で、助成の対象となったインターンシップを受け入れた企業の数。2度決定を受けた企業も1社と数える。",
    },
  ),
];
