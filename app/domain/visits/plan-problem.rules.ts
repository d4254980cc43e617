import type { PlanInput, PlanProblem } from "./plan.rules.ts";

/** What one plan may hold; beyond it the solver's memory would be the limit. */
export const PLAN_LIMITS = { groups: 5_000, offers: 3_000, people: 20_000 } as const;

/** Everything in an input that no plan can be made from, whatever the numbers; none when it can be solved. */
export function problemOf(input: PlanInput): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const what of ["sessions", "places", "offers", "groups"] as const)
    if (input[what].length === 0) problems.push({ kind: "nothing-to-plan", what });

  type Duplicate = Extract<PlanProblem, { kind: "duplicate" }>["what"];
  const duplicates = (what: Duplicate, ids: string[]) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) problems.push({ kind: "duplicate", what, id });
      seen.add(id);
    }
    return seen;
  };
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const known = {
    session: duplicates("session", ids(input.sessions)),
    place: duplicates("place", ids(input.places)),
    group: duplicates("group", ids(input.groups)),
  };
  for (const session of input.sessions) duplicates("bus", ids(session.buses));
  duplicates(
    "offer",
    input.offers.map(({ placeId, sessionId }) => `${placeId} ${sessionId}`),
  );
  duplicates(
    "lock",
    input.locks.map(({ groupId, placeId, sessionId }) => `${groupId} ${placeId} ${sessionId}`),
  );

  const refer = (what: keyof typeof known, id: string, from: "offer" | "group" | "lock") => {
    if (!known[what].has(id)) problems.push({ kind: "unknown", what, id, in: from });
  };
  for (const offer of input.offers) {
    refer("place", offer.placeId, "offer");
    refer("session", offer.sessionId, "offer");
  }
  for (const group of input.groups) {
    for (const id of group.wishes) refer("place", id, "group");
    for (const id of group.sessionIds) refer("session", id, "group");
  }
  for (const lock of input.locks) {
    refer("group", lock.groupId, "lock");
    refer("place", lock.placeId, "lock");
    refer("session", lock.sessionId, "lock");
  }

  type Count = Extract<PlanProblem, { kind: "not-a-count" }>["what"];
  const count = (what: Count, id: string, number: number, least: number) => {
    if (!Number.isSafeInteger(number) || number < least || number > 100_000)
      problems.push({ kind: "not-a-count", what, id });
  };
  for (const { id, teachers, buses } of input.sessions) {
    if (teachers !== null) count("teachers", id, teachers, 0);
    for (const bus of buses) count("seats", bus.id, bus.seats, 1);
  }
  for (const { placeId, sessionId, minimum, maximum, teachersNeeded } of input.offers) {
    const id = `${placeId} ${sessionId}`;
    count("minimum", id, minimum, 0);
    count("maximum", id, maximum, 0);
    count("teachers", id, teachersNeeded, 0);
    if (minimum > maximum) problems.push({ kind: "minimum-above-maximum", placeId, sessionId });
  }
  for (const group of input.groups) count("size", group.id, group.size, 1);
  count("visits", "", input.visitsPerGroup, 1);

  const { wish, department, evenness } = input.weights;
  if (![wish, department, evenness].every((weight) => weight >= 0 && weight <= 1000))
    problems.push({ kind: "weights" });
  if (!(input.timeLimitSeconds > 0 && input.timeLimitSeconds <= 600)) problems.push({ kind: "time-limit" });
  const sizes = {
    groups: input.groups.length,
    offers: input.offers.length,
    people: input.groups.reduce((sum, { size }) => sum + size, 0),
  };
  for (const what of ["groups", "offers", "people"] as const)
    if (sizes[what] > PLAN_LIMITS[what]) problems.push({ kind: "too-large", what, limit: PLAN_LIMITS[what] });
  return problems;
}
