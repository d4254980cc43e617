import { type Facts, isDayWithin, isKnown, type Period, type PlacementFact } from "./facts.ts";
import { type Breakdown, type Cell, type Measure, missing, sumBy, tally, textOf } from "./measure.ts";
import { reportsOf, whyUnreported } from "./support-measures.ts";

/** The earliest placement of each person. */
function firstOfEach(placements: readonly PlacementFact[]): Map<string, PlacementFact> {
  const first = new Map<string, PlacementFact>();
  for (const placement of placements) {
    const known = first.get(placement.personKey);
    if (!known || placement.startedOn < known.startedOn) first.set(placement.personKey, placement);
  }
  return first;
}

/**
 * Unique people among the placements, each by the earliest one, and those of them who have no earlier placement on
 * record. `all` holds every placement up to the as-of day; somebody placed twice within the time is one person.
 */
export function peopleAmong(
  placements: readonly PlacementFact[],
  all: readonly PlacementFact[],
): { people: PlacementFact[]; firstTime: PlacementFact[] } {
  const people = firstOfEach(placements);
  const earlier = new Set<string>();
  for (const { personKey, startedOn } of all) {
    const first = people.get(personKey);
    if (first !== undefined && startedOn < first.startedOn) earlier.add(personKey);
  }
  const everyone = [...people.values()];
  return { people: everyone, firstTime: everyone.filter(({ personKey }) => !earlier.has(personKey)) };
}

type Chosen = { all: PlacementFact[]; ofYear: PlacementFact[] };

// The measures of a sheet choose the same placements one after the other.
const lastChosen = new WeakMap<Facts["placements"], { asOf: string; knownOn: number; chosen: Chosen }>();

/** Known placements up to the as-of day, and those of the fiscal year among them; neither list is changed by anybody. */
export function placementsUpTo({ placements }: Facts, period: Period): Chosen {
  const { asOf } = period;
  const knownOn = period.knownOn.getTime();
  const before = lastChosen.get(placements);
  if (before?.asOf === asOf && before.knownOn === knownOn) return before.chosen;
  const all = placements.filter((placement) => placement.startedOn <= asOf && isKnown(period, placement));
  const chosen = { all, ofYear: all.filter((placement) => isDayWithin(period, placement.startedOn)) };
  lastChosen.set(placements, { asOf, knownOn, chosen });
  return chosen;
}

function each(placements: readonly PlacementFact[]) {
  return placements.map(({ id }) => ({ id, amount: 1 }));
}

type Head = { key: string; name: string; definition: string };

/** Placements that a programme reported. */
function placementsOf(programme: string, head: Head): Measure {
  return {
    ...head,
    version: 1,
    counts: "placements",
    timeNature: "flow",
    needs: ["placements", "supportReports"],
    compute(facts, period) {
      const { all, ofYear } = placementsUpTo(facts, period);
      const counted = ofYear.filter(({ source }) => source === programme);
      if (counted.length === 0 && reportsOf(facts, programme, period).length === 0)
        return whyUnreported(facts, programme, period);
      const { people, firstTime } = peopleAmong(counted, all);
      const cells = [
        { key: "uniquePeople", value: people.length },
        { key: "firstTimePeople", value: firstTime.length },
      ];
      return tally(each(counted), counted.length, [
        { by: "people", counts: "people", partition: false, cells },
      ]);
    },
  };
}

/**
 * People with a placement in the fiscal year, counted once; `firstTime`: only those without an earlier placement on
 * record. Each total is counted anew from the placements and never from the cells: somebody may stand in two of them.
 */
function peoplePlaced(
  { programme, firstTime }: { programme?: string; firstTime: boolean },
  head: Head,
): Measure {
  return {
    ...head,
    version: 1,
    counts: "people",
    timeNature: "flow",
    needs: programme === undefined ? ["placements"] : ["placements", "supportReports"],
    compute(facts, period) {
      const { all, ofYear } = placementsUpTo(facts, period);
      const counted = ofYear.filter(({ source }) => programme === undefined || source === programme);
      if (programme !== undefined && counted.length + reportsOf(facts, programme, period).length === 0)
        return whyUnreported(facts, programme, period);
      if (all.length === 0) return missing("no-records");
      const among = (rows: readonly PlacementFact[]) =>
        peopleAmong(rows, all)[firstTime ? "firstTime" : "people"];
      const bySource = Map.groupBy(counted, ({ source }) => source);
      const cells: Cell[] = [...bySource].map(([key, rows]) => ({ key, value: among(rows).length }));
      const breakdowns: Breakdown[] = [{ by: "programme", counts: "people", partition: false, cells }];
      return tally(each(among(counted)), counted.length, programme === undefined ? breakdowns : []);
    },
  };
}

export const ROUTES = [
  "schoolIntroduction",
  "helloWork",
  "jobCafe",
  "supportStation",
  "portal",
  "personalContact",
  "other",
] as const;
const NOT_TOLD = "notTold";

/** Hires of the fiscal year that a company reported. */
function hiresOf(facts: Facts, period: Period) {
  const isHire = ({ source }: PlacementFact) => source === "company";
  const { all, ofYear } = placementsUpTo(facts, period);
  return { onRecord: all.some(isHire), hires: ofYear.filter(isHire) };
}

/** The route that is counted unless another one is asked for. */
const ROUTE = { route: "portal" };

export const placementMeasures: Measure[] = [
  placementsOf("jobCafe", {
    key: "job-cafe-placements",
    name: "ジョブカフェ一関 就職件数",
    definition:
      "年度の初めから基準日までに、ジョブカフェ一関の支援を受けて就職した件数。同じ人が2度就職すれば2件と数え、実人数は別に示す。",
  }),
  placementsOf("supportStation", {
    key: "support-station-placements",
    name: "若者サポートステーション 就職件数",
    definition:
      "年度の初めから基準日までに、若者サポートステーションの支援を受けて就職した件数。離職して再び利用した人の就職も1件と数え、実人数と、記録のある中で初めて就職した人の数は別に示す。",
  }),
  peoplePlaced(
    { firstTime: false },
    {
      key: "people-placed",
      name: "就職した人の数(実人数)",
      definition:
        "年度の初めから基準日までに就職した人の数。企業、学校、ジョブカフェ、若者サポートステーションのどこから報告があっても、同じ人は1人と数える。",
    },
  ),
  peoplePlaced(
    { firstTime: true },
    {
      key: "first-time-people-placed",
      name: "初めて就職した人の数(実人数)",
      definition: "年度の初めから基準日までに就職した人のうち、それより前の就職の記録がない人の数。",
    },
  ),
  peoplePlaced(
    { programme: "jobCafe", firstTime: false },
    {
      key: "job-cafe-people-placed",
      name: "ジョブカフェ一関 就職した人の数(実人数)",
      definition:
        "年度の初めから基準日までに、ジョブカフェ一関の支援を受けて就職した人の数。同じ人が2度就職しても1人と数える。",
    },
  ),
  peoplePlaced(
    { programme: "jobCafe", firstTime: true },
    {
      key: "job-cafe-first-time-people",
      name: "ジョブカフェ一関 初めて就職した人の数(実人数)",
      definition:
        "年度の初めから基準日までに、ジョブカフェ一関の支援を受けて就職した人のうち、それより前の就職の記録がない人の数。",
    },
  ),
  peoplePlaced(
    { programme: "supportStation", firstTime: false },
    {
      key: "support-station-people-placed",
      name: "若者サポートステーション 就職した人の数(実人数)",
      definition:
        "年度の初めから基準日までに、若者サポートステーションの支援を受けて就職した人の数。同じ人が2度就職しても1人と数える。",
    },
  ),
  peoplePlaced(
    { programme: "supportStation", firstTime: true },
    {
      key: "support-station-first-time-people",
      name: "若者サポートステーション 初めて就職した人の数(実人数)",
      definition:
        "年度の初めから基準日までに、若者サポートステーションの支援を受けて就職した人のうち、それより前の就職の記録がない人の数。",
    },
  ),
  {
    key: "company-hires",
    version: 1,
    name: "企業から報告のあった採用",
    definition:
      "就職した日が年度の初めから基準日までの、企業から報告のあった採用の件数。就職のきっかけと採用の種類を内訳に示す。",
    counts: "placements",
    timeNature: "flow",
    needs: ["placements"],
    compute(facts, period) {
      const { onRecord, hires } = hiresOf(facts, period);
      if (!onRecord) return missing("no-records");
      const one = () => 1;
      return tally(each(hires), hires.length, [
        {
          by: "route",
          counts: "placements",
          partition: true,
          cells: sumBy(hires, ({ route }) => route ?? NOT_TOLD, one, [...ROUTES, NOT_TOLD]),
        },
        {
          by: "placementKind",
          counts: "placements",
          partition: true,
          cells: sumBy(hires, ({ kind }) => kind, one, ["newGraduate", "midCareer", "supported"]),
        },
      ]);
    },
  },
  {
    key: "hires-by-route",
    version: 1,
    name: "きっかけ別の採用",
    definition:
      "就職した日が年度の初めから基準日までの、企業から報告のあった採用のうち、指定したきっかけ(指定がなければこのポータル)によるものの件数。きっかけの報告がない採用は数えない。",
    counts: "placements",
    timeNature: "flow",
    needs: ["placements"],
    parameters: ROUTE,
    compute(facts, period, asked) {
      const route = textOf("route", asked, ROUTE);
      const { onRecord, hires } = hiresOf(facts, period);
      if (!onRecord) return missing("no-records");
      return tally(each(hires.filter((hire) => hire.route === route)), hires.length);
    },
  },
];
