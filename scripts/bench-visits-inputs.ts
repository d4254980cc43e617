import type { PlanInput } from "#app/domain/visits/plan.rules.ts";
import { DEFAULT_WEIGHTS } from "#app/domain/visits/plan-points.rules.ts";
import { randomFor } from "#prisma/seed/random.ts";

/** An instance of the benchmark; the same name gives the same people and wishes. */
export type Instance = { name: string; input: PlanInput };

const DEPARTMENTS = ["機械", "電気", "情報", "化学", "建設"];

/** What differs between the visits of second-year students to eight companies on two days. */
type VisitShape = {
  visitsPerGroup: number;
  minimum: number;
  maximum: number;
  teachers: number | null;
  buses: number[];
  /** Students who go in fives and have to stay together. */
  teams?: boolean;
  /** Every other student can go on one day only. */
  halfBound?: boolean;
  locks?: number;
};

const SHAPES: Record<string, VisitShape> = {
  "one visit, room to spare": { visitsPerGroup: 1, minimum: 5, maximum: 15, teachers: 8, buses: [45, 45] },
  "one visit, tight": { visitsPerGroup: 1, minimum: 8, maximum: 10, teachers: 8, buses: [45, 45] },
  "one visit, seven places a day": {
    visitsPerGroup: 1,
    minimum: 10,
    maximum: 12,
    teachers: 7,
    buses: [45, 45],
    halfBound: true,
  },
  "two visits, room to spare": {
    visitsPerGroup: 2,
    minimum: 5,
    maximum: 25,
    teachers: 8,
    buses: [45, 45, 45, 45],
  },
  "two visits, tight": {
    visitsPerGroup: 2,
    minimum: 10,
    maximum: 20,
    teachers: 8,
    buses: [45, 45, 45, 29],
  },
  "two visits in teams of five": {
    visitsPerGroup: 2,
    minimum: 10,
    maximum: 20,
    teachers: 8,
    buses: [45, 45, 45, 45],
    teams: true,
  },
  "one visit, 20 locks": {
    visitsPerGroup: 1,
    minimum: 5,
    maximum: 12,
    teachers: 8,
    buses: [45, 45],
    locks: 20,
  },
};

/** 150 students, 8 companies and 2 days, in several shapes. */
export function companyVisits(): Instance[] {
  return Object.entries(SHAPES).map(([name, shape]) => ({ name, input: visitInput(name, shape) }));
}

function visitInput(name: string, shape: VisitShape): PlanInput {
  const random = randomFor(`visits/${name}`);
  const sessions = [1, 2].map((day) => ({
    id: `day${day}`,
    label: `${day}日目`,
    day: `2026-10-0${day + 6}`,
    teachers: shape.teachers,
    buses: shape.buses.map((seats, at) => ({ id: `day${day}-bus${at}`, name: `${at + 1}号車`, seats })),
  }));
  const places = Array.from({ length: 8 }, (_, at) => ({
    id: `place${at}`,
    name: `企業${at + 1}`,
    area: "",
    departments: random.sample(DEPARTMENTS, 1 + (at % 3)),
  }));
  const groups = Array.from({ length: 150 }, (_, at) => ({
    id: `student${String(at).padStart(3, "0")}`,
    label: `${at + 1}番`,
    className: `${1 + (at % 5)}組`,
    department: DEPARTMENTS[at % 5]!,
    size: 1,
    together: shape.teams ? `班${Math.floor(at / 5)}` : "",
    // Three companies are much more wished for than the others.
    wishes: skewed(
      random,
      places.map(({ id }) => id),
      3,
    ),
    sessionIds: shape.halfBound && at % 2 === 0 ? [sessions[Math.floor(at / 2) % 2]!.id] : [],
  }));
  const offers = sessions.flatMap(({ id }) =>
    places.map((place) => ({
      placeId: place.id,
      sessionId: id,
      minimum: shape.minimum,
      maximum: shape.maximum,
      teachersNeeded: 1,
    })),
  );
  return {
    sessions,
    places,
    offers,
    groups,
    visitsPerGroup: shape.visitsPerGroup,
    locks: Array.from({ length: shape.locks ?? 0 }, (_, at) => ({
      groupId: groups[at * 7]!.id,
      sessionId: sessions[at % 2]!.id,
      placeId: places[at % 8]!.id,
    })),
    weights: DEFAULT_WEIGHTS,
    timeLimitSeconds: 60,
  };
}

/** 829 junior-high students of ten schools, 300 establishments in eight areas, one stay of five days. */
export function workplaceExperience(name: string, { minimum }: { minimum: number }): Instance {
  const random = randomFor(`workplaces/${name}`);
  const areas = ["一関", "花泉", "大東", "千厩", "東山", "室根", "川崎", "藤沢"];
  const places = Array.from({ length: 300 }, (_, at) => ({
    id: `place${String(at).padStart(3, "0")}`,
    name: `事業所${at + 1}`,
    area: areas[at % areas.length]!,
    departments: [],
  }));
  const offers = places.map((place) => {
    const maximum = random.pick([1, 2, 2, 3, 3, 4, 5]);
    return {
      placeId: place.id,
      sessionId: "week",
      minimum: Math.min(minimum, maximum),
      maximum: Math.max(minimum, maximum),
      teachersNeeded: 0,
    };
  });
  const groups = Array.from({ length: 829 }, (_, at) => {
    const near = places.filter(({ area }) => area === areas[at % areas.length]);
    return {
      id: `student${String(at).padStart(3, "0")}`,
      label: `${at + 1}番`,
      className: `${1 + (at % 30)}組`,
      department: "",
      size: 1,
      together: at % 40 === 0 || at % 40 === 8 ? `組${Math.floor(at / 40)}` : "",
      wishes: skewed(
        random,
        near.map(({ id }) => id),
        3 + (at % 3),
      ),
      sessionIds: [],
    };
  });
  return {
    name,
    input: {
      sessions: [{ id: "week", label: "5日間", day: "2026-09-28", teachers: null, buses: [] }],
      places,
      offers,
      groups,
      visitsPerGroup: 1,
      locks: [],
      weights: DEFAULT_WEIGHTS,
      timeLimitSeconds: 55,
    },
  };
}

/** Different ids, the first of the list more often than the last. */
function skewed(random: { next(): number }, ids: readonly string[], count: number): string[] {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(ids[Math.floor(random.next() ** 1.8 * ids.length)]!);
  return [...chosen];
}
