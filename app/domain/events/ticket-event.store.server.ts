import type { Transaction } from "#app/platform/database.server.ts";
import type { Category, EventAudience, EventState, PoolScope } from "./rules.ts";

/** An event as the seat ledger and its mails need it, with its sessions in order. */
export type TicketEvent = {
  id: string;
  title: string;
  summary: string;
  venue: string;
  address: string;
  access: string;
  whatToBring: string;
  onlineUrl: string | null;
  state: EventState;
  audience: EventAudience;
  guestRegistration: boolean;
  maxGroupSize: number;
  startsAt: Date;
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  sequence: number;
  updatedAt: Date;
  sessions: TicketSession[];
};

export type TicketSession = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  pools: (PoolScope & { id: string; sessionId: string })[];
};

type Row = Omit<TicketEvent, "sessions"> &
  PoolScope & {
    sessionId: string | null;
    sessionTitle: string;
    sessionStartsAt: Date;
    sessionEndsAt: Date;
    poolId: string | null;
  };

/** Reads the event with its sessions and pools in one statement, because every registration does; null when there is none. */
export async function findTicketEvent(tx: Transaction, id: string): Promise<TicketEvent | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT event."id", event."title", event."summary", event."venue", event."address", event."access",
      event."whatToBring", event."onlineUrl", event."state"::text, event."audience"::text,
      event."guestRegistration", event."maxGroupSize", event."startsAt", event."endsAt",
      event."registrationOpensAt", event."registrationClosesAt", event."sequence", event."updatedAt",
      session."id" AS "sessionId", session."title" AS "sessionTitle",
      session."startsAt" AS "sessionStartsAt", session."endsAt" AS "sessionEndsAt",
      pool."id" AS "poolId", pool."category"::text, pool."schoolId", pool."department", pool."graduationYear"
    FROM "Event" event
    LEFT JOIN "EventSession" session ON session."eventId" = event."id"
    LEFT JOIN "CapacityPool" pool ON pool."sessionId" = session."id"
    WHERE event."id" = ${id}
    ORDER BY session."startsAt", session."id", pool."key"`;
  const first = rows[0];
  if (!first) return null;
  const sessions = new Map<string, TicketSession>();
  for (const row of rows) {
    if (row.sessionId === null) continue;
    const session = sessions.get(row.sessionId) ?? {
      id: row.sessionId,
      title: row.sessionTitle,
      startsAt: row.sessionStartsAt,
      endsAt: row.sessionEndsAt,
      pools: [],
    };
    sessions.set(session.id, session);
    if (row.poolId !== null) session.pools.push(toPool(row, row.poolId, session.id));
  }
  return { ...first, sessions: [...sessions.values()] };
}

function toPool(row: Row, id: string, sessionId: string): TicketSession["pools"][number] {
  const { category, schoolId, department, graduationYear } = row;
  return { id, sessionId, category: category satisfies Category, schoolId, department, graduationYear };
}
