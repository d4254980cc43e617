/** Everything the planner works from; ids are opaque, labels are for explanations. */
export type PlanInput = {
  sessions: {
    id: string;
    label: string;
    /** Japanese date. */
    day: string;
    /** Who can accompany, people; null means not limited. */
    teachers: number | null;
    /** Seats without the driver, teachers count. None means that no bus is needed. */
    buses: { id: string; name: string; seats: number }[];
  }[];
  places: { id: string; name: string; area: string; departments: string[] }[];
  /** Who takes people when; `minimum` and `maximum` are people, fewer than `minimum` do not come at all. */
  offers: {
    placeId: string;
    sessionId: string;
    minimum: number;
    maximum: number;
    teachersNeeded: number;
  }[];
  groups: {
    id: string;
    label: string;
    className: string;
    department: string;
    /** People who stay together. */
    size: number;
    /** Groups with the same word go to the same places in the same sessions; empty means alone. */
    together: string;
    /** Place ids, the dearest first. */
    wishes: string[];
    /** Sessions in which the group can go; none means any. */
    sessionIds: string[];
  }[];
  /** How many different places each group visits (one per session). */
  visitsPerGroup: number;
  locks: { groupId: string; sessionId: string; placeId: string }[];
  /** Worth of a wish and of a fitting department beside each other; `evenness` 0 leaves out the second solve. */
  weights: { wish: number; department: number; evenness: number };
  timeLimitSeconds: number;
};

/** One visit of one group; `busId` is null in a session without buses. */
export type PlanAssignment = { groupId: string; sessionId: string; placeId: string; busId: string | null };

/** What a plan achieves. Visits are counted in person-times: a group of 3 that visits 2 places counts 6. */
export type PlanFigures = {
  /** People who are placed, each once. */
  people: number;
  /** Person-times of all visits: `people` times the visits of each group. */
  visits: number;
  /** Person-times at a wished place, by rank (1 is the dearest); ranks without anybody are left out. */
  wishes: { rank: number; people: number }[];
  /** Person-times at a place that the group had not wished for although it stated wishes. */
  unwished: number;
  /** Person-times of groups that stated no wish at all. */
  withoutWishes: number;
  /** Person-times at a place that names the group's department. */
  departmentFit: number;
  /** Person-times for which fit can be told: the group has a department and the place names some. */
  departmentKnown: number;
  /** Every offer, the empty ones too. */
  spread: { placeId: string; sessionId: string; people: number; maximum: number }[];
};

export type PlanResult =
  | {
      state: "solved";
      /** No plan with more points exists. */
      proven: boolean;
      /** Whether, among the plans with as many points, none is more even; `not-asked` when its weight is 0. */
      evenness: "proven" | "best-found" | "not-asked";
      /** How far the points may be from the best possible, as a share of them: (bound − objective) / objective. */
      gap: number;
      /** Points reached; see docs/visit-planner.md. */
      objective: number;
      /** No plan can have more points than this. */
      bound: number;
      assignments: PlanAssignment[];
      figures: PlanFigures;
      seconds: number;
    }
  | { state: "infeasible"; explanations: PlanExplanation[]; seconds: number }
  | { state: "failed"; reason: "time-limit-without-plan"; seconds: number };

/**
 * One reason why there is no plan, with the smallest change that would help. All reasons of a result together, carried
 * out by `applyChanges`, leave an input that has a plan. Words are made by the locale.
 */
export type PlanExplanation =
  /** The change: lower the minimum to `possible`. */
  | {
      kind: "too-few-for-minimum";
      placeId: string;
      placeName: string;
      sessionId: string;
      sessionLabel: string;
      minimum: number;
      possible: number;
    }
  /**
   * The change: raise the maxima to those of `raise`. `placeName` is given where one place is too small,
   * `sessionLabel` where one session is; both are null when all offers together are too few.
   */
  | {
      kind: "too-little-room";
      sessionLabel: string | null;
      placeName: string | null;
      /** Person-times that need room there. */
      people: number;
      /** Sum of the maxima there. */
      room: number;
      missing: number;
      raise: PlanRoom[];
    }
  /** The change: `missing` more teachers. */
  | {
      kind: "teachers-missing";
      sessionId: string;
      sessionLabel: string;
      needed: number;
      available: number;
      missing: number;
    }
  /**
   * The change: as many seats as in `buses`. `people` are all who ride, teachers too; `party` is given where a group
   * that stays together is larger than every bus.
   */
  | {
      kind: "bus-too-small";
      sessionId: string;
      sessionLabel: string;
      people: number;
      seats: number;
      missing: number;
      party: { label: string; people: number } | null;
      buses: { id: string; name: string; seats: number; needed: number }[];
    }
  /** The change: take the lock away. */
  | {
      kind: "lock-not-possible";
      groupId: string;
      groupLabel: string;
      placeId: string;
      placeName: string;
      sessionId: string;
      sessionLabel: string;
      /** `no-offer`: the place takes nobody then; `session`: the group cannot go then; `twice`: the group or those with
       * it are locked elsewhere in this session, or here in another; `too-many`: more locks than visits; `room`: with
       * the others there is no plan. */
      why: "no-offer" | "session" | "twice" | "too-many" | "room";
    }
  /** The change: raise one maximum, see `raise`. `together` is the word, or the label of a single group. */
  | { kind: "together-too-large"; together: string; people: number; largest: number; raise: PlanRoom[] }
  /** The change: let these go in any session. `together` where the members have too few sessions in common. */
  | {
      kind: "group-without-session";
      groupIds: string[];
      groupLabel: string;
      together: string | null;
      /** Sessions with an offer in which they can go, and how many they need. */
      sessions: number;
      needed: number;
    }
  /** The change: fewer visits per group, `possible`; 0 when nobody offers anything. */
  | { kind: "not-enough-places"; visits: number; possible: number; places: number; sessions: number };

/** An offer with the maximum that it would need, people. */
export type PlanRoom = {
  placeId: string;
  placeName: string;
  sessionId: string;
  sessionLabel: string;
  maximum: number;
  needed: number;
};

/** What stands in an input that no plan can be made from, whatever the numbers. */
export type PlanProblem =
  | { kind: "nothing-to-plan"; what: "sessions" | "places" | "offers" | "groups" }
  | { kind: "duplicate"; what: "session" | "place" | "offer" | "group" | "bus" | "lock"; id: string }
  | { kind: "unknown"; what: "session" | "place" | "group"; id: string; in: "offer" | "group" | "lock" }
  | {
      kind: "not-a-count";
      what: "size" | "minimum" | "maximum" | "teachers" | "seats" | "visits";
      id: string;
    }
  | { kind: "minimum-above-maximum"; placeId: string; sessionId: string }
  | { kind: "weights" }
  | { kind: "time-limit" }
  | { kind: "too-large"; what: "groups" | "offers" | "people"; limit: number };
