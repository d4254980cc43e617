import type { PlanInput } from "./plan.rules.ts";
import { gainOf } from "./plan-points.rules.ts";

export type Group = PlanInput["groups"][number];
export type Place = PlanInput["places"][number];
export type Session = PlanInput["sessions"][number];
export type Offer = PlanInput["offers"][number] & {
  place: Place;
  session: Session;
  /** Place in `sessions` of the ground. */
  sessionAt: number;
};

/** Groups that go everywhere together: one group, or all with the same word. */
export type Unit = { key: string; groups: Group[]; size: number };

/**
 * Units that are interchangeable: same size, department, wishes and sessions, no lock and nobody to stay with. The
 * solver decides how many of them go where; who it is, is dealt out afterwards.
 */
export type UnitClass = {
  units: Unit[];
  size: number;
  /** Offers (by their place in `offers`) that they may take. */
  offers: number[];
  /** Points for one unit at each place. */
  gains: ReadonlyMap<string, number>;
  wished: ReadonlySet<string>;
  /** Offers at which a lock holds them. */
  locked: number[];
  /** Classes with the same word differ in their wishes only; null where the class is a matter of its own. */
  pool: string | null;
};

/** The input in one fixed order with its references followed. */
export type Ground = {
  input: PlanInput;
  sessions: Session[];
  offers: Offer[];
  classes: UnitClass[];
  visitsPerGroup: number;
};

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The same input in an order that does not depend on the one in which it was written down. */
export function sortedInput(input: PlanInput): PlanInput {
  const byId = (a: { id: string }, b: { id: string }) => byText(a.id, b.id);
  const key = (lock: { sessionId: string; placeId: string; groupId?: string }) =>
    `${lock.sessionId}\n${lock.placeId}\n${lock.groupId ?? ""}`;
  return {
    ...input,
    sessions: input.sessions
      .map((session) => ({ ...session, buses: session.buses.toSorted(byId) }))
      .toSorted(byId),
    places: input.places.toSorted(byId),
    offers: input.offers.toSorted((a, b) => byText(key(a), key(b))),
    groups: input.groups
      .map((group) => ({ ...group, sessionIds: group.sessionIds.toSorted(byText) }))
      .toSorted(byId),
    locks: input.locks.toSorted((a, b) => byText(key(a), key(b))),
  };
}

/** The groups that go together, in the order of their first members. */
export function unitsOf(groups: readonly Group[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const group of groups) {
    const key = group.together === "" ? `group ${group.id}` : `together ${group.together}`;
    const unit = units.get(key) ?? { key, groups: [], size: 0 };
    unit.groups.push(group);
    unit.size += group.size;
    units.set(key, unit);
  }
  return [...units.values()];
}

/** Whether all members can go in a session. */
export function canGo(unit: Unit, sessionId: string): boolean {
  return unit.groups.every((group) => group.sessionIds.length === 0 || group.sessionIds.includes(sessionId));
}

/** Follows the references of a sound input (`problemOf` finds nothing) and gathers interchangeable units. */
export function groundOf(unsorted: PlanInput): Ground {
  const input = sortedInput(unsorted);
  const { sessions } = input;
  const places = new Map(input.places.map((place) => [place.id, place]));
  const sessionAt = new Map(sessions.map((session, at) => [session.id, at]));
  const offers = input.offers.map((offer) => {
    const at = sessionAt.get(offer.sessionId)!;
    return { ...offer, place: places.get(offer.placeId)!, session: sessions[at]!, sessionAt: at };
  });
  const named = new Set(input.places.flatMap((place) => place.departments));

  const locked = new Map<string, Set<number>>();
  for (const lock of input.locks) {
    const at = offers.findIndex(
      (offer) => offer.placeId === lock.placeId && offer.sessionId === lock.sessionId,
    );
    locked.set(lock.groupId, (locked.get(lock.groupId) ?? new Set()).add(at));
  }

  const classes = new Map<string, UnitClass>();
  for (const unit of unitsOf(input.groups)) {
    const holds = new Set(unit.groups.flatMap((group) => [...(locked.get(group.id) ?? [])]));
    const first = unit.groups[0]!;
    const alone = unit.groups.length === 1 && holds.size === 0;
    // A department that no place names makes no difference.
    const pool = [first.size, named.has(first.department) ? first.department : "", first.sessionIds];
    const key = alone ? JSON.stringify([pool, first.wishes]) : unit.key;
    const known = classes.get(key);
    if (known) {
      known.units.push(unit);
      continue;
    }
    classes.set(key, {
      units: [unit],
      size: unit.size,
      offers: offers.flatMap((offer, at) => (canGo(unit, offer.sessionId) ? [at] : [])),
      gains: new Map(input.places.map((place) => [place.id, gainOf(unit.groups, place, input.weights)])),
      wished: new Set(unit.groups.flatMap((group) => group.wishes)),
      locked: [...holds].toSorted((a, b) => a - b),
      pool: alone && input.visitsPerGroup === 1 ? JSON.stringify(pool) : null,
    });
  }
  return {
    input,
    sessions,
    offers,
    classes: [...classes.values()],
    visitsPerGroup: input.visitsPerGroup,
  };
}
