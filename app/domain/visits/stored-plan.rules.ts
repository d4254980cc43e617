import type { PlanAssignment, PlanInput } from "./plan.rules.ts";

/** A visit that staff moved by hand. */
export type HandMove = {
  groupIds: string[];
  from: { sessionId: string; placeId: string };
  to: { sessionId: string; placeId: string };
};

/** What a stored plan was made from: the planner's input and, where it grew out of another plan, which and how. */
export type StoredInput = {
  problem: PlanInput;
  /** The number of the plan that staff had before them. */
  basedOn: number | null;
  /** Made by hand: everything is locked but the move; `locks` are those that staff had set. */
  hand: { move: HandMove; locks: PlanInput["locks"] } | null;
};

export const EMPHASES = ["wish", "balanced", "department"] as const;
export type Emphasis = (typeof EMPHASES)[number];

/** How long the planner may look for something better, seconds. */
export const TIME_LIMITS = [10, 30, 60] as const;

/** What staff decide for one run. `teachers` by session; null is not limited. */
export type PlanSettings = {
  teachers: Record<string, number | null>;
  visitsPerGroup: number;
  emphasis: Emphasis;
  even: boolean;
  timeLimitSeconds: number;
};

const WEIGHTS: Record<Emphasis, { wish: number; department: number }> = {
  wish: { wish: 3, department: 1 },
  balanced: { wish: 1, department: 1 },
  department: { wish: 1, department: 3 },
};

export function weightsOf({ emphasis, even }: Pick<PlanSettings, "emphasis" | "even">): PlanInput["weights"] {
  return { ...WEIGHTS[emphasis], evenness: even ? 1 : 0 };
}

/** The settings with which a plan was made, to begin the next one with. */
export function settingsOf({ problem }: StoredInput): PlanSettings {
  const { wish, department, evenness } = problem.weights;
  const emphasis = EMPHASES.find((name) => {
    const weights = WEIGHTS[name];
    return weights.wish * department === weights.department * wish;
  });
  return {
    teachers: Object.fromEntries(problem.sessions.map(({ id, teachers }) => [id, teachers])),
    visitsPerGroup: problem.visitsPerGroup,
    emphasis: emphasis ?? "balanced",
    even: evenness > 0,
    timeLimitSeconds: problem.timeLimitSeconds,
  };
}

/** The locks that staff set: those of the input, without what a move by hand added. */
export function staffLocks(stored: StoredInput): PlanInput["locks"] {
  return stored.hand ? stored.hand.locks : stored.problem.locks;
}

/** Locks for every visit but the moved ones, which are locked at their new place. */
export function locksOfMove(assignments: readonly PlanAssignment[], move: HandMove): PlanInput["locks"] {
  const isMoved = (visit: PlanAssignment) =>
    move.groupIds.includes(visit.groupId) &&
    visit.sessionId === move.from.sessionId &&
    visit.placeId === move.from.placeId;
  return [
    ...assignments
      .filter((visit) => !isMoved(visit))
      .map(({ groupId, sessionId, placeId }) => ({ groupId, sessionId, placeId })),
    ...move.groupIds.map((groupId) => ({ groupId, ...move.to })),
  ];
}

/**
 * The locks that a form of boxes asks for: single visits (`group session place`) and whole places (`session place`, all
 * that go there). What is no visit of the plan is left out.
 */
export function locksOfForm(
  { lock, lockPlace }: { lock: readonly string[]; lockPlace: readonly string[] },
  assignments: readonly PlanAssignment[],
): PlanInput["locks"] {
  const [single, whole] = [new Set(lock), new Set(lockPlace)];
  return assignments
    .filter(
      ({ groupId, sessionId, placeId }) =>
        single.has(`${groupId} ${sessionId} ${placeId}`) || whole.has(`${sessionId} ${placeId}`),
    )
    .map(({ groupId, sessionId, placeId }) => ({ groupId, sessionId, placeId }));
}
