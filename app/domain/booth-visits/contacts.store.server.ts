import type { Category } from "#app/domain/events/rules.ts";
import { addDays, civilDateOf, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { tellVisitors, type VisitorCounts } from "./rules.ts";

/** A visitor who let this company know who it was. */
export type SharedContact = {
  name: string;
  schoolName: string;
  department: string;
  category: Category;
  email: string;
  sharedAt: Date;
};

const DAYS_LISTED = 365;

/** The events of the last year and to come at which the company has (or had) a booth, the latest first. */
export async function listBoothEvents(
  town: Pick<Town, "database" | "clock">,
  { companyId }: { companyId: string },
): Promise<{ id: string; title: string; startsAt: Date; endsAt: Date; venue: string }[]> {
  const since = jst(addDays(civilDateOf(town.clock.now()), -DAYS_LISTED));
  const booths = await town.database.boothApplication.findMany({
    where: { companyId, state: "selected", event: { state: "published", endsAt: { gte: since } } },
    orderBy: [{ event: { startsAt: "desc" } }, { id: "asc" }],
    select: {
      event: { select: { id: true, title: true, startsAt: true, endsAt: true, venue: true } },
    },
  });
  return booths.map(({ event }) => event);
}

export type BoothVisitors = {
  eventId: string;
  eventTitle: string;
  startsAt: Date;
  endsAt: Date;
  venue: string;
  boothNumber: number | null;
  hasCode: boolean;
  /** Null until the event is over: while people come, a number that grows by one would tell who it was. */
  counts: VisitorCounts | null;
  contacts: SharedContact[];
};

/**
 * What a company reads about the visitors of its own booth: numbers by category after the event, and those who chose to
 * share. Null when the company has no booth there.
 */
export async function readBoothVisitors(
  town: Pick<Town, "database" | "clock">,
  { eventId, companyId }: { eventId: string; companyId: string },
): Promise<BoothVisitors | null> {
  const booth = await town.database.boothApplication.findUnique({
    where: { eventId_companyId: { eventId, companyId }, state: "selected" },
    include: { event: { select: { title: true, startsAt: true, endsAt: true, venue: true } } },
  });
  if (!booth) return null;
  const visits = await town.database.boothVisit.findMany({
    where: { eventId, companyId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: {
      registration: {
        select: {
          category: true,
          guest: { select: { name: true, email: true } },
          user: {
            select: {
              name: true,
              email: true,
              student: {
                select: { school: { select: { name: true } }, department: { select: { name: true } } },
              },
            },
          },
        },
      },
    },
  });
  const { event } = booth;
  const isOver = civilDateOf(town.clock.now()) > civilDateOf(event.endsAt);
  return {
    eventId,
    eventTitle: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    venue: event.venue,
    boothNumber: booth.boothNumber,
    hasCode: booth.visitCode !== null,
    counts: isOver ? tellVisitors(visits.map(({ registration }) => registration)) : null,
    contacts: visits.flatMap(({ sharedAt, registration: { category, user, guest } }) =>
      sharedAt === null
        ? []
        : [
            {
              name: user?.name ?? guest?.name ?? "",
              schoolName: user?.student?.school.name ?? "",
              department: user?.student?.department?.name ?? "",
              category,
              email: user?.email ?? guest?.email ?? "",
              sharedAt,
            },
          ],
    ),
  };
}
