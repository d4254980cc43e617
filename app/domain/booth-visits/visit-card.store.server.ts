import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Town } from "#app/town.ts";
import { canShareStill, sharingObstacle, visitObstacle } from "./rules.ts";

/** The visitor's own card: which booths of the event were visited, and which companies may know it. */
export type VisitCard = {
  eventId: string;
  /** How many booths with a code the event has; 0: no card is kept here. */
  booths: number;
  visits: {
    companyName: string;
    slug: string;
    /** The booth's page, where sharing is given and taken back; null when the booth is gone. */
    boothUrl: string | null;
    at: Date;
    sharedAt: Date | null;
  }[];
  sharingObstacle: ReturnType<typeof sharingObstacle>;
  isSharingOver: boolean;
  /** True on the day on which visits can be recorded. */
  isOpen: boolean;
};

/** The visit card of one's own registration (an account's or a guest's); null when it is not there. */
export async function findVisitCard(
  town: Pick<Town, "database" | "clock">,
  { registrationId, ...holder }: { registrationId: string } & ({ userId: string } | { guestId: string }),
): Promise<VisitCard | null> {
  const row = await town.database.registration.findUnique({
    where: { id: registrationId, ...holder },
    include: {
      event: {
        select: {
          id: true,
          endsAt: true,
          state: true,
          boothApplications: {
            where: { state: "selected", visitCode: { not: null } },
            select: { companyId: true, visitCode: true },
          },
        },
      },
      pool: { select: { session: { select: { startsAt: true, endsAt: true } } } },
      user: { select: { role: true, student: { select: { school: { select: { kind: true } } } } } },
      boothVisits: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        include: {
          company: { select: { slug: true, publishedRevision: { select: { profile: true } } } },
        },
      },
    },
  });
  if (!row) return null;
  const now = town.clock.now();
  const { event, user } = row;
  const codes = new Map(event.boothApplications.map((booth) => [booth.companyId, booth.visitCode]));
  return {
    eventId: event.id,
    booths: codes.size,
    visits: row.boothVisits.map((visit) => {
      const profile = visit.company.publishedRevision?.profile as CompanyProfile | undefined;
      const code = codes.get(visit.companyId);
      return {
        companyName: profile?.name ?? visit.company.slug,
        slug: visit.company.slug,
        boothUrl: code ? `/events/${event.id}/booths/${code}` : null,
        at: visit.at,
        sharedAt: visit.sharedAt,
      };
    }),
    sharingObstacle: sharingObstacle({
      role: user?.role ?? null,
      schoolKind: user?.student?.school.kind ?? null,
      category: row.category,
    }),
    isSharingOver: !canShareStill(event, now),
    isOpen:
      visitObstacle({
        eventState: event.state,
        registrationState: row.state,
        session: row.pool.session,
        now,
      }) === null,
  };
}
