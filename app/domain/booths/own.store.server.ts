import type { Town } from "#app/town.ts";
import { type BoothState, type BoothWindow, boothEnd, boothWindow } from "./rules.ts";
import { type BoothWishes, readWishes } from "./schema.ts";

type Reading = Pick<Town, "database" | "clock">;

/** A company's own application as its page shows it. */
export type OwnBooth = {
  state: BoothState;
  wishes: BoothWishes;
  message: string;
  boothNumber: number | null;
  decisionNote: string;
  appliedAt: Date;
  decidedAt: Date | null;
};

export type BoothEvent = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  venue: string;
  window: BoothWindow;
  opensAt: Date | null;
  /** The first moment at which it is closed. */
  closesAt: Date;
  limit: number | null;
  note: string;
  sessions: { id: string; title: string; startsAt: Date; endsAt: Date }[];
  own: OwnBooth | null;
};

/** The coming events for which booths can be asked, and every event for which the company asked, the next one first. */
export async function listBoothEvents(
  town: Reading,
  { companyId }: { companyId: string },
): Promise<{ coming: BoothEvent[]; past: BoothEvent[] }> {
  const now = town.clock.now();
  const rows = await town.database.event.findMany({
    where: {
      state: { not: "planned" },
      OR: [
        { boothLimit: { not: null }, endsAt: { gt: now } },
        { boothApplications: { some: { companyId } } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: include(companyId),
  });
  const events = rows.map((row) => toBoothEvent(row, now));
  return {
    coming: events.filter(({ endsAt }) => endsAt > now),
    past: events.filter(({ endsAt }) => endsAt <= now).reverse(),
  };
}

/** One of them; null for an event without booths for which the company did not ask. */
export async function findBoothEvent(
  town: Reading,
  { eventId, companyId }: { eventId: string; companyId: string },
): Promise<BoothEvent | null> {
  const row = await town.database.event.findUnique({
    where: {
      id: eventId,
      state: { not: "planned" },
      OR: [{ boothLimit: { not: null } }, { boothApplications: { some: { companyId } } }],
    },
    include: include(companyId),
  });
  return row && toBoothEvent(row, town.clock.now());
}

const include = (companyId: string) => ({
  sessions: { orderBy: [{ startsAt: "asc" as const }, { id: "asc" as const }] },
  boothApplications: { where: { companyId } },
});

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (town: Reading, companyId: string) =>
  town.database.event.findFirst({ include: include(companyId) });

function toBoothEvent(row: Row, now: Date): BoothEvent {
  const [application] = row.boothApplications;
  return {
    id: row.id,
    title: row.title,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    venue: row.venue,
    window: boothWindow(row, now),
    opensAt: row.boothOpensAt,
    closesAt: boothEnd(row),
    limit: row.boothLimit,
    note: row.boothNote,
    sessions: row.sessions.map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
    own: application
      ? {
          state: application.state,
          wishes: readWishes(application.wishes),
          message: application.message,
          boothNumber: application.boothNumber,
          decisionNote: application.decisionNote,
          appliedAt: application.appliedAt,
          decidedAt: application.decidedAt,
        }
      : null,
  };
}
