// npm run bench -- visits [--json]: the visit planner beside "in order of arrival" and beside chance.
import type { PlanAssignment, PlanInput } from "#app/domain/visits/plan.rules.ts";
import { figuresOf, pointsOf } from "#app/domain/visits/plan-figures.rules.ts";
import { unitsOf } from "#app/domain/visits/plan-ground.rules.ts";
import { solvePlan } from "#app/domain/visits/solver.server.ts";
import { randomFor } from "#prisma/seed/random.ts";
import { round } from "./bench-load.ts";
import { companyVisits, workplaceExperience, type Instance } from "./bench-visits-inputs.ts";

type Way = {
  /** Share of person-times at a first wish, and at any wish. */
  firstWishes: number;
  anyWish: number;
  departmentFit: number | null;
  /** Share of the points that no plan can exceed. */
  points: number;
  /** Person-times that found no room. */
  unplaced: number;
  /** Places that would cancel: people came, but fewer than the minimum. */
  belowMinimum: number;
};

export type VisitBench = {
  name: string;
  groups: number;
  places: number;
  sessions: number;
  state: string;
  seconds: number;
  /** Of the processor, all threads; on a busy machine less noisy than the clock. */
  cpuSeconds: number;
  proven: boolean;
  evenness: string;
  gap: number | null;
  planner: Way | null;
  arrival: Way;
  chance: Way;
};

/** Solves every instance once, through the worker as the portal does. */
export async function benchVisits(say: (text: string) => void): Promise<VisitBench[]> {
  const results: VisitBench[] = [];
  const instances = [
    ...companyVisits(),
    workplaceExperience("829 × 300, from one", { minimum: 1 }),
    workplaceExperience("829 × 300, from two", { minimum: 2 }),
    workplaceExperience("829 × 300, from three", { minimum: 3 }),
  ];
  for (const instance of instances) {
    const result = await benchOne(instance);
    results.push(result);
    const share = (way: Way | null) => (way ? `${Math.round(way.firstWishes * 100)} %` : "–");
    say(
      `${result.name.padEnd(30)} ${result.state} ${String(result.seconds).padStart(6)} s (processor ${result.cpuSeconds} s)  proven ${result.proven}, even ${result.evenness}, gap ${result.gap}  first wishes ${share(result.planner)}, arrival ${share(result.arrival)}, chance ${share(result.chance)}`,
    );
  }
  return results;
}

async function benchOne({ name, input }: Instance): Promise<VisitBench> {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = await solvePlan(input);
  const seconds = round((performance.now() - started) / 1000, 2);
  const used = process.cpuUsage(before);
  const solved = result.state === "solved" ? result : null;
  const best = solved?.bound ?? Number.NaN;
  const order = randomFor(`order/${name}`);
  return {
    name,
    groups: input.groups.length,
    places: input.places.length,
    sessions: input.sessions.length,
    state: result.state,
    seconds,
    cpuSeconds: round((used.user + used.system) / 1_000_000, 2),
    proven: solved?.proven ?? false,
    evenness: solved?.evenness ?? "–",
    gap: solved ? round(solved.gap, 6) : null,
    planner: solved ? judge(input, solved.assignments, best) : null,
    arrival: judge(
      input,
      arrange(input, (group) => [...group.wishes, ...input.places.map(({ id }) => id)]),
      best,
    ),
    chance: judge(
      input,
      arrange(input, () =>
        order.sample(
          input.places.map(({ id }) => id),
          input.places.length,
        ),
      ),
      best,
    ),
  };
}

/**
 * Those who stay together in turn take the first place of their list that has room for them; locked visits are made
 * before all others. Minima, teachers and buses are not looked at.
 */
function arrange(
  input: PlanInput,
  listOf: (group: PlanInput["groups"][number]) => string[],
): PlanAssignment[] {
  const room = new Map(input.offers.map((offer) => [`${offer.placeId} ${offer.sessionId}`, offer.maximum]));
  const plan: PlanAssignment[] = [];
  const units = unitsOf(input.groups).map(({ groups, size }) => ({
    groups,
    size,
    visits: new Map<string, string>(),
  }));
  type Unit = (typeof units)[number];
  const visit = (unit: Unit, placeId: string, sessionId: string) => {
    const key = `${placeId} ${sessionId}`;
    room.set(key, room.get(key)! - unit.size);
    unit.visits.set(sessionId, placeId);
    for (const { id } of unit.groups) plan.push({ groupId: id, sessionId, placeId, busId: null });
  };
  for (const unit of units)
    for (const { groupId, placeId, sessionId } of input.locks)
      if (unit.groups.some(({ id }) => id === groupId)) visit(unit, placeId, sessionId);
  for (const unit of units) {
    const seen = new Set(unit.visits.values());
    for (const placeId of new Set(listOf(unit.groups[0]!))) {
      if (unit.visits.size === input.visitsPerGroup) break;
      if (seen.has(placeId)) continue;
      const session = input.sessions.find(
        ({ id }) =>
          unit.groups.every(({ sessionIds }) => sessionIds.length === 0 || sessionIds.includes(id)) &&
          !unit.visits.has(id) &&
          (room.get(`${placeId} ${id}`) ?? 0) >= unit.size,
      );
      if (session) visit(unit, placeId, session.id);
    }
  }
  return plan;
}

function judge(input: PlanInput, plan: readonly PlanAssignment[], best: number): Way {
  const figures = figuresOf(input, plan);
  const all = input.groups.reduce((sum, { size }) => sum + size, 0) * input.visitsPerGroup;
  const minima = new Map(input.offers.map((offer) => [`${offer.placeId} ${offer.sessionId}`, offer.minimum]));
  return {
    firstWishes: round((figures.wishes.find(({ rank }) => rank === 1)?.people ?? 0) / all, 4),
    anyWish: round(figures.wishes.reduce((sum, { people }) => sum + people, 0) / all, 4),
    departmentFit: figures.departmentKnown ? round(figures.departmentFit / figures.departmentKnown, 4) : null,
    points: round(pointsOf(input, plan) / best, 4),
    unplaced: all - figures.visits,
    belowMinimum: figures.spread.filter(
      ({ placeId, sessionId, people }) => people > 0 && people < minima.get(`${placeId} ${sessionId}`)!,
    ).length,
  };
}
