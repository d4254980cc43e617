import type { Prisma } from "#generated/prisma/client.ts";
import { addDays, type CivilDate, fiscalYearOf, fiscalYearRange, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";

/** What waits for staff and how the running year goes, in counts only. */
export type Desk = {
  /** Applications and submissions of companies, and since when the oldest waits. */
  approvals: { waiting: number; oldest: Date | null };
  waitingAccounts: number;
  /** Booth applications of coming events that staff have not decided. */
  boothApplications: number;
  /** Coming visits that have places or groups and no published plan. */
  visitsToPlan: number;
  /** Events of which a session is on this day; they have a reception. */
  todays: { id: string; title: string; startsAt: Date }[];
  subscribers: number;
  events: {
    id: string;
    kind: string;
    title: string;
    state: string;
    startsAt: Date;
    capacity: number;
    taken: number;
  }[];
  /** People who came since 1 April, by kind of event (voided check-ins left out). */
  checkIns: { kind: string; heads: number }[];
};

const EVENTS_SHOWN = 6;

/** Counts what stands on the desk of the staff now. */
export async function readDesk(
  town: Pick<Town, "database" | "clock">,
  { today }: { today: CivilDate },
): Promise<Desk> {
  const now = town.clock.now();
  const yearStart = jst(fiscalYearRange(fiscalYearOf(today)).first);
  const [submissions, applications, waitingAccounts, rooms, subscribers, events, checkIns] =
    await Promise.all([
      town.database.companyRevision.aggregate({
        where: { state: "submitted" },
        _count: true,
        _min: { submittedAt: true },
      }),
      town.database.companyRegistration.aggregate({
        where: { state: "submitted" },
        _count: true,
        _min: { submittedAt: true },
      }),
      town.database.user.count({ where: { state: "waiting" } }),
      readEventRooms(town, { today }),
      town.database.subscriber.count({ where: { state: "active" } }),
      town.database.event.findMany({
        where: { endsAt: { gte: now } },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        take: EVENTS_SHOWN,
        select: {
          id: true,
          kind: true,
          title: true,
          state: true,
          startsAt: true,
          sessions: { select: { pools: { select: { capacity: true, reserved: true } } } },
        },
      }),
      town.database.$queryRaw<{ kind: string; heads: number }[]>`
      SELECT e."kind"::text AS kind, sum(c."headCount")::int AS heads
      FROM "CheckIn" c JOIN "Event" e ON e."id" = c."eventId"
      WHERE c."voidedAt" IS NULL AND c."at" >= ${yearStart} AND c."at" <= ${now}
      GROUP BY e."kind" ORDER BY e."kind"`,
    ]);
  return {
    approvals: {
      waiting: submissions._count + applications._count,
      oldest: earlier(submissions._min.submittedAt, applications._min.submittedAt),
    },
    waitingAccounts,
    ...rooms,
    subscribers,
    events: events.map(({ sessions, ...event }) => {
      const pools = sessions.flatMap((session) => session.pools);
      return {
        ...event,
        capacity: pools.reduce((sum, pool) => sum + pool.capacity, 0),
        taken: pools.reduce((sum, pool) => sum + pool.reserved, 0),
      };
    }),
    checkIns,
  };
}

/** What waits in the rooms of events that are not over. */
async function readEventRooms(
  town: Pick<Town, "database" | "clock">,
  { today }: { today: CivilDate },
): Promise<Pick<Desk, "boothApplications" | "visitsToPlan" | "todays">> {
  const coming = {
    endsAt: { gt: town.clock.now() },
    state: { in: ["published", "planned"] },
  } satisfies Prisma.EventWhereInput;
  const [boothApplications, visitsToPlan, todays] = await Promise.all([
    town.database.boothApplication.count({ where: { state: "applied", event: coming } }),
    town.database.event.count({
      where: {
        ...coming,
        OR: [{ visitGroups: { some: {} } }, { sessions: { some: { visitOffers: { some: {} } } } }],
        visitPlans: { none: { publishedAt: { not: null } } },
      },
    }),
    town.database.event.findMany({
      where: {
        state: "published",
        sessions: { some: { startsAt: { lt: jst(addDays(today, 1)) }, endsAt: { gte: jst(today) } } },
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: { id: true, title: true, startsAt: true },
    }),
  ]);
  return { boothApplications, visitsToPlan, todays };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
