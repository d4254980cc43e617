import {
  type Category,
  categoriesFor,
  type EventAudience,
  type Guest,
  type Participant,
  type PoolScope,
  type RegistrationState,
} from "./rules.ts";

const HOUR = 60 * 60 * 1000;
const LONGEST_OFFER = 48 * HOUR;
const SHORTEST_OFFER = HOUR;

/** How many guardians a student may bring along. */
export const MAX_GUARDIANS = 4;

/**
 * Until when a freed seat is held for the person it is offered to: 48 hours, near the day a quarter of the time that is
 * left, at least one hour, and never beyond the beginning of the session.
 */
export function offerExpiry({ now, sessionStartsAt }: { now: Date; sessionStartsAt: Date }): Date {
  const remaining = sessionStartsAt.getTime() - now.getTime();
  const held = Math.max(SHORTEST_OFFER, Math.min(LONGEST_OFFER, remaining / 4));
  return new Date(Math.min(sessionStartsAt.getTime(), now.getTime() + Math.floor(held)));
}

/** What about a person decides which pools of seats are open: for students their school, department and year. */
export type SeatPerson =
  | (Participant & {
      /** The school of a student, or the one that a teacher acts for. */
      schoolId: string | null;
      /** The name of a student's department; empty when it is not known. */
      department: string;
      graduationYear: number | null;
    })
  | Guest;

/**
 * The pools that a person may choose, the most specific first: seats of one's own school before those of every school,
 * then those of one's own department, then those of one's own year. Guests choose among the pools for everybody, teachers
 * also among all those of the own school.
 */
export function poolsFor<Pool extends PoolScope>(
  person: SeatPerson,
  pools: readonly Pool[],
  audience: EventAudience = "everyone",
): Pool[] {
  const categories = categoriesFor(person, audience);
  return pools
    .filter((pool) => categories.includes(pool.category) && isOpenTo(pool, person))
    .toSorted((one, other) => specificity(other) - specificity(one));
}

/** The pools in which a student's guardians come along: the same scope, another category. */
export function companionPools<Pool extends PoolScope>(person: SeatPerson, pools: readonly Pool[]): Pool[] {
  return pools
    .filter((pool) => pool.category === "guardian" && isOpenTo(pool, person))
    .toSorted((one, other) => specificity(other) - specificity(one));
}

function isOpenTo(pool: PoolScope, person: SeatPerson): boolean {
  if ("guest" in person) return specificity(pool) === 0;
  if (pool.schoolId !== null && pool.schoolId !== person.schoolId) return false;
  if (person.role === "teacher") return true;
  if (pool.department !== "" && pool.department !== person.department) return false;
  return pool.graduationYear === null || pool.graduationYear === person.graduationYear;
}

/** School weighs more than department, department more than year; no two different sets of limits weigh the same. */
function specificity(pool: PoolScope): number {
  return (
    (pool.schoolId === null ? 0 : 4) +
    (pool.department === "" ? 0 : 2) +
    (pool.graduationYear === null ? 0 : 1)
  );
}

/** Who on the waiting list gets the free seats: in the order given; a group that does not fit lets smaller ones pass. */
export function nextOffers<Entry extends { headCount: number }>(
  waiting: readonly Entry[],
  free: number,
): Entry[] {
  let left = free;
  return waiting.filter((entry) => {
    if (entry.headCount > left) return false;
    left -= entry.headCount;
    return true;
  });
}

/** Whether free seats of a session may be offered: only for an event that takes place and before it begins. */
export function mayOffer(event: { state: string }, session: { startsAt: Date }, now: Date): boolean {
  return event.state === "published" && now < session.startsAt;
}

/** Whether the terms of offers run: they stand still while an event is postponed, or is cancelled before it would begin. */
export function offersRunOut(event: { state: string }, session: { startsAt: Date }, now: Date): boolean {
  return event.state === "published" || (event.state !== "postponed" && now >= session.startsAt);
}

/** Whether guardians may come along with what a person takes: with a student's own registration, not with a school's. */
export function mayBringGuardians(person: SeatPerson, category: Category, guardians: number): boolean {
  if (guardians === 0) return true;
  const isTeacher = "role" in person && person.role === "teacher";
  return category === "student" && !isTeacher && guardians > 0 && guardians <= MAX_GUARDIANS;
}

/**
 * What becomes of a wish for seats in a pool whose overdue offers are settled. kept: what the person holds already stays
 * as it is. A group larger than the pool is refused instead of waiting for ever.
 */
export function decideSeats(wish: {
  pool: { capacity: number; reserved: number };
  /** What the person holds in this pool. */
  own: { state: RegistrationState } | null;
  headCount: number;
  waitWhenFull: boolean;
}): "kept" | "registered" | "waiting" | "full" {
  const { pool, own, headCount } = wish;
  if (own?.state === "registered" || own?.state === "offered") return "kept";
  if (pool.reserved + headCount <= pool.capacity) return "registered";
  if (own?.state === "waiting") return "kept";
  return wish.waitWhenFull && headCount <= pool.capacity ? "waiting" : "full";
}
