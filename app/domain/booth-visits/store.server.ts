import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { canShareStill, sharingObstacle, type Visitor, visitObstacle } from "./rules.ts";

/** Who visited which booth, and which company may know it. */
type VisitTown = Pick<Town, "database" | "clock">;

/** By what a visitor is known: the account, or the registration in the cookie of a guest's ticket. */
export type VisitorKey = { userId: string } | { registrationId: string };

const registrationFacts = {
  event: { select: { id: true, title: true, state: true, endsAt: true } },
  pool: { select: { session: { select: { startsAt: true, endsAt: true } } } },
  user: { select: { role: true, student: { select: { school: { select: { kind: true } } } } } },
} satisfies Prisma.RegistrationInclude;

type RegistrationRow = Prisma.RegistrationGetPayload<{ include: typeof registrationFacts }>;

/** The registration by which this visitor takes part in the event: a seat before anything else; null without one. */
async function findRegistration(
  database: Town["database"] | Transaction,
  { eventId, visitor }: { eventId: string; visitor: VisitorKey },
): Promise<RegistrationRow | null> {
  const own =
    "userId" in visitor ? { userId: visitor.userId } : { id: visitor.registrationId, guestId: { not: null } };
  const rows = await database.registration.findMany({
    where: { eventId, ...own },
    include: registrationFacts,
    orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
  });
  return rows.find((row) => row.state === "registered") ?? rows[0] ?? null;
}

function visitorOf(row: RegistrationRow): Visitor {
  return {
    role: row.user?.role ?? null,
    schoolKind: row.user?.student?.school.kind ?? null,
    category: row.category,
  };
}

/** A booth as its page shows it to this visitor. */
export type BoothPage = {
  eventId: string;
  eventTitle: string;
  startsAt: Date;
  company: { name: string; slug: string; area: string; boothNumber: number | null };
  /** Null when this visitor has no registration here. */
  registrationId: string | null;
  visitObstacle: ReturnType<typeof visitObstacle>;
  visit: { at: Date; sharedAt: Date | null } | null;
  sharingObstacle: ReturnType<typeof sharingObstacle>;
  isSharingOver: boolean;
};

/** The booth with this code at this event, as the visitor may see and use it; null for a code of no booth here. */
export async function findBoothPage(
  town: VisitTown,
  request: { eventId: string; code: string; visitor: VisitorKey | null },
): Promise<BoothPage | null> {
  const booth = await findBooth(town.database, request);
  if (!booth) return null;
  const now = town.clock.now();
  const { eventId, visitor } = request;
  const registration = visitor && (await findRegistration(town.database, { eventId, visitor }));
  const visit =
    registration &&
    (await town.database.boothVisit.findUnique({
      where: { registrationId_companyId: { registrationId: registration.id, companyId: booth.companyId } },
    }));
  const profile = booth.company.publishedRevision?.profile as CompanyProfile | undefined;
  return {
    eventId,
    eventTitle: booth.event.title,
    startsAt: booth.event.startsAt,
    company: {
      name: profile?.name ?? booth.company.slug,
      slug: booth.company.slug,
      area: profile?.area ?? "",
      boothNumber: booth.boothNumber,
    },
    registrationId: registration?.id ?? null,
    visitObstacle: registration ? obstacleOf(registration, now) : "no-registration",
    visit: visit ? { at: visit.at, sharedAt: visit.sharedAt } : null,
    sharingObstacle: registration ? sharingObstacle(visitorOf(registration)) : null,
    isSharingOver: !canShareStill(booth.event, now),
  };
}

function obstacleOf(registration: RegistrationRow, now: Date) {
  return visitObstacle({
    eventState: registration.event.state,
    registrationState: registration.state,
    session: registration.pool.session,
    now,
  });
}

function findBooth(
  database: Town["database"] | Transaction,
  { eventId, code }: { eventId: string; code: string },
) {
  return database.boothApplication.findUnique({
    where: { visitCode: code, eventId, state: "selected" },
    include: {
      event: { select: { title: true, startsAt: true, endsAt: true } },
      company: { select: { slug: true, publishedRevision: { select: { profile: true } } } },
    },
  });
}

type VisitRequest = { eventId: string; code: string; visitor: VisitorKey };

/** Records that the visitor was at the booth, once; reading the code alone records nothing. */
export async function recordVisit(
  town: VisitTown,
  request: VisitRequest,
): Promise<
  | { ok: true; repeated: boolean }
  | { ok: false; error: "no-such-booth" | "no-registration" | "not-event-day" }
> {
  return town.database.$transaction(async (tx) => {
    const booth = await findBooth(tx, request);
    if (!booth) return { ok: false, error: "no-such-booth" };
    const registration = await findRegistration(tx, request);
    if (!registration) return { ok: false, error: "no-registration" };
    const now = town.clock.now();
    const obstacle = obstacleOf(registration, now);
    if (obstacle) return { ok: false, error: obstacle };
    const { companyId, eventId } = booth;
    const visit = {
      id: newId(),
      eventId,
      companyId,
      registrationId: registration.id,
      at: now,
      recordedAt: now,
    };
    const { count } = await tx.boothVisit.createMany({ data: visit, skipDuplicates: true });
    if (count === 0) return { ok: true, repeated: true };
    await recordEvent(tx, {
      kind: "booth-visit.made",
      subjectId: visit.id,
      actorId: registration.userId,
      occurredAt: now,
      data: { eventId, companyId },
    });
    return { ok: true, repeated: false };
  });
}

export type SharingError =
  | "no-such-booth"
  | "no-registration"
  | "not-visited"
  | "sharing-over"
  | Exclude<ReturnType<typeof sharingObstacle>, null>;

/**
 * Lets one company see who visited its booth (name, school, mail address), or takes that back: at once, always, and as
 * often as the visitor likes.
 */
export async function shareVisit(
  town: VisitTown,
  request: VisitRequest & { share: boolean },
): Promise<{ ok: true; repeated: boolean } | { ok: false; error: SharingError }> {
  return town.database.$transaction(async (tx) => {
    const booth = await findBooth(tx, request);
    if (!booth) return { ok: false, error: "no-such-booth" };
    const registration = await findRegistration(tx, request);
    if (!registration) return { ok: false, error: "no-registration" };
    const now = town.clock.now();
    if (request.share) {
      const obstacle = sharingObstacle(visitorOf(registration));
      if (obstacle) return { ok: false, error: obstacle };
      if (!canShareStill(booth.event, now)) return { ok: false, error: "sharing-over" };
    }
    const { companyId, eventId } = booth;
    const own = { registrationId: registration.id, companyId };
    const visit = await tx.boothVisit.findUnique({ where: { registrationId_companyId: own } });
    if (!visit) return { ok: false, error: "not-visited" };
    const { count } = await tx.boothVisit.updateMany({
      where: { id: visit.id, sharedAt: request.share ? null : { not: null } },
      data: { sharedAt: request.share ? now : null },
    });
    if (count === 0) return { ok: true, repeated: true };
    await recordEvent(tx, {
      kind: request.share ? "booth-visit.shared" : "booth-visit.unshared",
      subjectId: visit.id,
      actorId: registration.userId,
      occurredAt: now,
      data: { eventId, companyId },
    });
    return { ok: true, repeated: false };
  });
}
