import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import type { Question } from "./answers.rules.ts";
import { takesGuests } from "./guests.rules.ts";
import { inCategoryOrder } from "./store.server.ts";
import { findParticipant, type HolderFacts } from "./participants.store.server.ts";
import { listHeldRegistrations } from "./registrations.store.server.ts";
import {
  type Category,
  type EventAudience,
  type Holder,
  maxHeadCount,
  type RegistrationState,
  type RegistrationWindow,
  registrationWindow,
  seatsLeft,
} from "./rules.ts";
import { companionPools, poolsFor } from "./seats.rules.ts";

/** A pool of seats as the form offers it. */
export type FormPool = {
  id: string;
  category: Category;
  schoolName: string | null;
  department: string;
  graduationYear: number | null;
  capacity: number;
  left: number;
};

export type FormSession = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** Those that the holder may choose, the most specific first. */
  pools: FormPool[];
  /** Seats for guardians who come along with a student; null where there are none for them. */
  guardianSeats: { capacity: number; left: number } | null;
};

/** Everything that the registration form of an event needs to know about the event and its reader. */
export type RegistrationForm = {
  event: {
    id: string;
    title: string;
    venue: string;
    startsAt: Date;
    endsAt: Date;
    stateNote: string;
    audience: EventAudience;
    registrationOpensAt: Date | null;
    takesGuests: boolean;
    hasSeats: boolean;
  };
  window: RegistrationWindow;
  sessions: FormSession[];
  questions: Question[];
  maxHeadCount: number;
  held: { id: string; state: RegistrationState }[];
  holder: HolderFacts | null;
};

const withSeats = {
  sessions: {
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: { pools: { include: { school: { select: { name: true } } }, orderBy: { id: "asc" } } },
  },
  questions: { where: { retiredAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.EventInclude;

/**
 * The form of a public event for a holder (null: a visitor, who sees no seats to choose). Sessions that are over, or of
 * which the holder has seats already, are left out; a school may add further pools. Null when there is no such event.
 */
export async function readRegistrationForm(
  town: Pick<Town, "database" | "clock">,
  { eventId, holder }: { eventId: string; holder: Holder | null },
): Promise<RegistrationForm | null> {
  const row = await town.database.event.findUnique({
    where: { id: eventId, state: { not: "planned" } },
    include: withSeats,
  });
  if (!row) return null;
  const now = town.clock.now();
  const facts = holder && (await findParticipant(town, holder));
  const held = holder ? await listHeldRegistrations(town, { eventId, ...holder }) : [];
  const isTeacher = facts !== null && "role" in facts.person && facts.person.role === "teacher";
  const { sessions, questions, ...event } = row;
  return {
    event: {
      ...event,
      takesGuests: takesGuests(row),
      hasSeats: sessions.some(({ pools }) => pools.length > 0),
    },
    window: registrationWindow(row, now),
    held: held.map(({ id, state }) => ({ id, state })),
    questions,
    holder: facts,
    maxHeadCount: facts ? maxHeadCount(facts.person, row.maxGroupSize) : 1,
    sessions: !facts
      ? []
      : sessions
          .filter((session) => session.endsAt > now)
          .map(({ pools, ...session }) => {
            const own = held.filter(({ sessionId }) => sessionId === session.id);
            const isFree = (pool: { id: string }) =>
              isTeacher ? own.every(({ poolId }) => poolId !== pool.id) : own.length === 0;
            const companions = isTeacher ? [] : companionPools(facts.person, pools);
            return {
              id: session.id,
              title: session.title,
              startsAt: session.startsAt,
              endsAt: session.endsAt,
              pools: poolsFor(facts.person, inCategoryOrder(pools), row.audience)
                .filter(isFree)
                .map(toFormPool),
              guardianSeats: companions[0] ? seatsOf(companions[0]) : null,
            };
          })
          .filter((session) => session.pools.length > 0),
  };
}

function toFormPool(
  pool: Prisma.CapacityPoolGetPayload<{ include: { school: { select: { name: true } } } }>,
): FormPool {
  const { id, category, department, graduationYear } = pool;
  return {
    id,
    category,
    schoolName: pool.school?.name ?? null,
    department,
    graduationYear,
    ...seatsOf(pool),
  };
}

function seatsOf(pool: { capacity: number; reserved: number }) {
  return { capacity: pool.capacity, left: seatsLeft(pool) };
}
