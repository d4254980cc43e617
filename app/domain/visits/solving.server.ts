import type { PlanAssignment, PlanInput, PlanResult } from "./plan.rules.ts";
import type { LinearEngine } from "./linear.rules.ts";
import { loadBuses, rideKey } from "./plan-buses.rules.ts";
import { applyChanges } from "./plan-changes.rules.ts";
import { dealVisits } from "./plan-dealing.rules.ts";
import { evenModel } from "./plan-evenness.rules.ts";
import { explainSlacks } from "./plan-explanations.rules.ts";
import { figuresOf, pointsOf } from "./plan-figures.rules.ts";
import { groundOf, type Ground } from "./plan-ground.rules.ts";
import { buildPlanModel, CHANGE_STEP, type PlanModel } from "./plan-model.rules.ts";
import { plainObstacles } from "./plan-obstacles.rules.ts";
import { LARGE_COLUMNS, startingPlan } from "./plan-start.rules.ts";

/** Share of the time for the points; the rest is for evenness and the buses. */
const POINTS_SHARE = 0.75;

/**
 * Solves an input that `problemOf` has no complaint about: first the most points, then among the plans with as many
 * the most even one, then the buses. `onPlan` is told of a plan of a large input that is complete but may still become
 * more even.
 */
export function solveWith(
  engine: LinearEngine,
  input: PlanInput,
  onPlan: (result: PlanResult) => void = () => {},
): PlanResult {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const secondsLeft = () => input.timeLimitSeconds - seconds();
  const failed = (): PlanResult => ({
    state: "failed",
    reason: "time-limit-without-plan",
    seconds: seconds(),
  });

  if (plainObstacles(input).length > 0) return explain(engine, input, secondsLeft, seconds) ?? failed();
  const ground = groundOf(input);
  const plan = buildPlanModel(ground, { elastic: false });
  const step = stepOf(plan.model.costs);
  // In whole steps the engine knows that nothing lies between two of them.
  plan.model.costs = plan.model.costs.map((cost) => (step > 0 ? Math.round(cost / step) : cost));
  const scale = step > 0 ? step : 1;
  const forPoints = () => input.timeLimitSeconds * POINTS_SHARE - seconds();
  const start = startingPlan(plan, engine, forPoints);
  const best = engine(plan.model, {
    timeLimitSeconds: forPoints(),
    absoluteGap: step > 0 ? 0.999 : 1e-6,
    ...(start.values ? { start: start.values } : {}),
  });
  if (best.status === "infeasible") return explain(engine, input, secondsLeft, seconds) ?? failed();
  if (!best.values) return failed();

  const cost = Math.max(best.bound, start.bound);
  const limit = (step > 0 ? Math.floor(-cost + 1e-6) : -cost) * scale;
  const complete = (values: readonly number[], evenness: "proven" | "best-found" | "not-asked") => {
    const assignments = assignmentsOf(ground, plan, values, engine, secondsLeft);
    if (!assignments) return failed();
    const objective = pointsOf(input, assignments);
    const proven = best.status === "optimal";
    const bound = proven ? objective : Math.max(objective, Math.min(mostPoints(ground), limit));
    return {
      state: "solved",
      proven,
      evenness,
      gap: objective === bound ? 0 : (bound - objective) / Math.max(1, Math.abs(objective)),
      objective,
      bound,
      assignments,
      figures: figuresOf(ground.input, assignments),
      seconds: seconds(),
    } satisfies PlanResult;
  };
  if (input.weights.evenness === 0) return complete(best.values, "not-asked");
  if (plan.model.costs.length >= LARGE_COLUMNS) onPlan(complete(best.values, "best-found"));
  const points = -Math.round(best.objective * (step > 0 ? 1 : 1e6)) / (step > 0 ? 1 : 1e6);
  const even = evenModel(ground, plan, { points: points - (step > 0 ? 0 : 1e-6), start: best.values });
  const spread = engine(even.model, {
    timeLimitSeconds: secondsLeft(),
    absoluteGap: Math.max(1e-6, 0.999 * even.step),
    start: even.start,
  });
  return complete(spread.values ?? best.values, spread.status === "optimal" ? "proven" : "best-found");
}

function assignmentsOf(
  ground: Ground,
  plan: PlanModel,
  values: readonly number[],
  engine: LinearEngine,
  secondsLeft: () => number,
): PlanAssignment[] | null {
  const visits = dealVisits(ground, plan.choices, values);
  const riders = loadBuses(ground, visits, engine, secondsLeft);
  if (!riders) return null;
  return visits
    .flatMap(({ unit, offer }) => {
      const { sessionId, placeId } = ground.offers[offer]!;
      return unit.groups.map((group) => ({
        groupId: group.id,
        sessionId,
        placeId,
        busId: riders.get(rideKey(sessionId, group.id)) ?? null,
      }));
    })
    .toSorted((a, b) => {
      const [x, y] = [`${a.groupId}\n${a.sessionId}`, `${b.groupId}\n${b.sessionId}`];
      return x < y ? -1 : x > y ? 1 : 0;
    });
}

/** Why there is no plan; null when that was not found out in time. */
function explain(
  engine: LinearEngine,
  input: PlanInput,
  secondsLeft: () => number,
  seconds: () => number,
): PlanResult | null {
  const explanations = plainObstacles(input);
  const changed = applyChanges(input, explanations);
  if (changed.visitsPerGroup > 0) {
    const ground = groundOf(changed);
    const elastic = buildPlanModel(ground, { elastic: true });
    const outcome = engine(elastic.model, {
      timeLimitSeconds: Math.max(2, secondsLeft()),
      absoluteGap: 0.999 * CHANGE_STEP,
    });
    if (!outcome.values) return null;
    explanations.push(...explainSlacks(ground, elastic, outcome.values));
  }
  return { state: "infeasible", explanations, seconds: seconds() };
}

/** The points if everybody could go where they like best: more than any plan has. */
function mostPoints({ classes, offers, visitsPerGroup }: Ground): number {
  return classes.reduce((sum, { units, gains, offers: own }) => {
    const places = [...new Set(own.map((at) => offers[at]!.placeId))];
    const dearest = places.map((placeId) => gains.get(placeId)!).toSorted((a, b) => b - a);
    return sum + units.length * dearest.slice(0, visitsPerGroup).reduce((all, gain) => all + gain, 0);
  }, 0);
}

/** The largest number of which all costs are multiples, to a thousandth; 0 when there is none. */
function stepOf(costs: readonly number[]): number {
  let step = 0;
  for (const cost of costs) {
    const scaled = Math.abs(cost) * 1000;
    if (Math.abs(scaled - Math.round(scaled)) > 1e-6) return 0;
    for (let rest = Math.round(scaled); rest > 0;) [step, rest] = [rest, step % rest];
  }
  return step / 1000;
}
