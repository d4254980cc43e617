import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { DomainEventKinds } from "#app/domain/audit/rules.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { ToldChange } from "./editing.rules.ts";
import type { Category } from "./rules.ts";

type Announced = DomainEventKinds["event.announced"];
export type AnnouncementReason = Announced["reason"];

/** Who is told: everybody who holds a seat, was offered one or waits, or those of categories, a school or a session. */
export type Audience = {
  eventId: string;
  categories?: readonly Category[];
  schoolId?: string | null;
  sessionId?: string | null;
};

const told = {
  id: true,
  userId: true,
  guestId: true,
  state: true,
  companionOfId: true,
  user: { select: { email: true, state: true } },
  guest: { select: { email: true } },
  pool: { select: { sessionId: true } },
} satisfies Prisma.RegistrationSelect;

export type Recipient = Prisma.RegistrationGetPayload<{ select: typeof told }>;

/**
 * The registrations to which a mail goes, one for each person and session: guardians who come along, and the students and
 * teachers that one teacher registered, share an address. Closed accounts get none.
 */
export async function findRecipients(
  tx: Pick<Transaction, "registration">,
  { eventId, categories = [], schoolId, sessionId }: Audience,
): Promise<Recipient[]> {
  const rows = await tx.registration.findMany({
    where: {
      eventId,
      state: { in: ["registered", "offered", "waiting"] },
      ...(categories.length > 0 ? { category: { in: [...categories] } } : {}),
      ...(schoolId ? { schoolId } : {}),
      ...(sessionId ? { pool: { sessionId } } : {}),
    },
    select: told,
    orderBy: [{ companionOfId: { sort: "asc", nulls: "first" } }, { registeredAt: "asc" }, { id: "asc" }],
  });
  const recipients = new Map<string, Recipient>();
  for (const row of rows) {
    const holder = `${row.userId ?? row.guestId} ${row.pool.sessionId}`;
    if (row.user?.state !== "closed" && !recipients.has(holder)) recipients.set(holder, row);
  }
  return [...recipients.values()];
}

/** How many mails an announcement would be now. */
export async function countRecipients(town: Pick<Town, "database">, audience: Audience): Promise<number> {
  return (await findRecipients(town.database, audience)).length;
}

/**
 * Announces something to participants in the transaction of the change: the record that says what, and the job that writes
 * the mails. Returns how many people will be told; nothing is recorded when there is nobody.
 */
export async function announce(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs">,
  announcement: Audience & {
    staffId: string;
    reason: AnnouncementReason;
    announcementId?: string;
    subject?: string;
    body?: string;
    changes?: readonly ToldChange[];
  },
): Promise<number> {
  const { eventId, staffId, announcementId = newId(), categories = [], changes = [] } = announcement;
  const recipients = (await findRecipients(tx, announcement)).length;
  if (recipients === 0) return 0;
  await recordEvent(tx, {
    kind: "event.announced",
    subjectId: eventId,
    actorId: staffId,
    occurredAt: town.clock.now(),
    data: {
      announcementId,
      reason: announcement.reason,
      recipients,
      subject: announcement.subject ?? "",
      body: announcement.body ?? "",
      categories: [...categories],
      schoolId: announcement.schoolId ?? null,
      sessionId: announcement.sessionId ?? null,
      changes: [...changes],
    },
  });
  await town.jobs.enqueue(tx, "events.announce", { eventId, announcementId });
  return recipients;
}

/** A message to participants, sent once for each `announcementId`: a second click changes nothing. */
export async function sendMessage(
  town: Pick<Town, "database" | "clock" | "jobs">,
  message: Audience & { staffId: string; announcementId: string; subject: string; body: string },
): Promise<
  { ok: true; recipients: number; repeated: boolean } | { ok: false; error: "no-such-event" | "nobody" }
> {
  return town.database.$transaction(async (tx) => {
    const [event] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Event" WHERE "id" = ${message.eventId} FOR NO KEY UPDATE`;
    if (!event) return { ok: false, error: "no-such-event" };
    const sent = await findAnnouncement(tx, message);
    if (sent) return { ok: true, recipients: sent.recipients, repeated: true };
    const recipients = await announce(tx, town, { ...message, reason: "message" });
    return recipients === 0 ? { ok: false, error: "nobody" } : { ok: true, recipients, repeated: false };
  });
}

/** What was announced under an id; null when nothing was. */
export async function findAnnouncement(
  tx: Pick<Transaction, "domainEvent">,
  { eventId, announcementId }: { eventId: string; announcementId: string },
): Promise<Announced | null> {
  const row = await tx.domainEvent.findFirst({
    where: {
      kind: "event.announced",
      subjectId: eventId,
      data: { path: ["announcementId"], equals: announcementId },
    },
  });
  return row ? (row.data as Announced) : null;
}

/** An announcement with what became of its mails. */
export type Announcement = Announced & {
  at: Date;
  by: string | null;
  mails: { written: number; queued: number; sent: number; failed: number; suppressed: number };
};

/** What participants of an event were told, the latest first. */
export async function listAnnouncements(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<Announcement[]> {
  const rows = await town.database.domainEvent.findMany({
    where: { kind: "event.announced", subjectId: eventId },
    orderBy: { id: "desc" },
    take: 100,
  });
  if (rows.length === 0) return [];
  const announced = rows.map((row) => row.data as Announced);
  const [actors, mails] = await Promise.all([
    town.database.user.findMany({
      where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, name: true },
    }),
    countMails(town, { ids: announced.map((data) => data.announcementId), since: rows.at(-1)!.occurredAt }),
  ]);
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  return rows.map((row, index) => {
    const data = announced[index]!;
    const count = (state: string) => mails.get(`${data.announcementId} ${state}`) ?? 0;
    const states = {
      queued: count("queued"),
      sent: count("sent"),
      failed: count("failed"),
      suppressed: count("suppressed"),
    };
    const written = Object.values(states).reduce((sum, value) => sum + value, 0);
    return {
      ...data,
      at: row.occurredAt,
      by: (row.actorId && nameOf.get(row.actorId)) ?? null,
      mails: { written, ...states },
    };
  });
}

// The mails of announcements by their state; the key of such a mail is event-announcement:<registration>:<announcement>.
async function countMails(
  town: Pick<Town, "database">,
  { ids, since }: { ids: string[]; since: Date },
): Promise<Map<string, number>> {
  const rows = await town.database.$queryRaw<{ announcement: string; state: string; count: number }[]>`
    SELECT split_part("dedupeKey", ':', 3) AS announcement, "state"::text AS state, count(*)::int AS count
    FROM "Mail"
    WHERE "createdAt" >= ${since} AND "kind" = 'event-announcement'
      AND split_part("dedupeKey", ':', 3) = ANY(${ids}::text[])
    GROUP BY 1, 2`;
  return new Map(rows.map((row) => [`${row.announcement} ${row.state}`, row.count]));
}
