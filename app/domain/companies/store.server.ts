import type { Town } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { createMemo } from "#app/platform/memo.ts";
import { listedInternships } from "../internships/rules.ts";
import { readProfile } from "./profile.rules.ts";
import type { CompanyProfile } from "./schema.ts";

/** A company is read by the public while it has a published revision and was not withdrawn. */
export const PUBLISHED = { withdrawnAt: null, publishedRevisionId: { not: null } } as const;

/** An event that is announced and not over, in which a company has its selected booth. */
export function comingBooths(now: Date) {
  return { state: "selected" as const, event: comingEvent(now) };
}

/** An announced event that is not over and that may be found without its address. */
export function comingEvent(now: Date) {
  return {
    state: { in: ["published" as const, "postponed" as const] },
    visibility: "listed" as const,
    endsAt: { gt: now },
  };
}

export type ComingEvent = {
  id: string;
  title: string;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  postponed: boolean;
};

export type PublishedCompany = {
  id: string;
  slug: string;
  corporateNumber: string | null;
  profile: CompanyProfile;
  /** The day on which staff published what the page shows. */
  publishedOn: string;
  /** The last day on which the company or staff said that it is still true: the publication when nobody was asked since. */
  confirmedOn: string;
  internships: { id: string; type: string; title: string; firstDay: string; applyBy: string; days: number }[];
  /** Coming events at which the company can be met: with a booth or as a stop of a visit. */
  events: ComingEvent[];
};

// Events and internships of a page may be this old; its content never is.
const publicPages = createMemo<PublishedCompany | null>(10, 500);

/** The public page of a company; null while it is not published or after it was withdrawn. */
export async function findPublishedCompany(
  town: Pick<Town, "database" | "clock">,
  { slug }: { slug: string },
): Promise<PublishedCompany | null> {
  const [found] = await town.database.$queryRaw<{ publishedRevisionId: string }[]>`
    SELECT "publishedRevisionId" FROM "Company"
    WHERE "slug" = ${slug} AND "publishedRevisionId" IS NOT NULL AND "withdrawnAt" IS NULL`;
  if (!found) return null;
  return publicPages(town, found.publishedRevisionId, () => readPublicPage(town, slug));
}

async function readPublicPage(
  town: Pick<Town, "database" | "clock">,
  slug: string,
): Promise<PublishedCompany | null> {
  const now = town.clock.now();
  const company = await town.database.company.findFirst({
    where: { slug, ...PUBLISHED },
    select: {
      id: true,
      slug: true,
      corporateNumber: true,
      firstPublishedAt: true,
      confirmedAt: true,
      publishedRevision: { select: { profile: true, decidedAt: true } },
      internships: {
        where: listedInternships(now),
        orderBy: [{ applyBy: "asc" }, { id: "asc" }],
        select: { id: true, type: true, title: true, firstDay: true, applyBy: true, days: true },
      },
      boothApplications: { where: comingBooths(now), select: { event: { select: eventFacts } } },
      visitStops: {
        where: { voidedAt: null, session: { event: comingEvent(now) } },
        select: { session: { select: { event: { select: eventFacts } } } },
      },
    },
  });
  if (!company?.publishedRevision) return null;
  const { id, corporateNumber, publishedRevision, internships, boothApplications, visitStops } = company;
  const publishedAt = publishedRevision.decidedAt ?? company.firstPublishedAt ?? now;
  const { confirmedAt } = company;
  return {
    id,
    slug: company.slug,
    corporateNumber,
    profile: readProfile(publishedRevision.profile),
    publishedOn: civilDateOf(publishedAt),
    confirmedOn: civilDateOf(confirmedAt && confirmedAt > publishedAt ? confirmedAt : publishedAt),
    internships: internships.map((internship) => ({
      ...internship,
      firstDay: dayOf(internship.firstDay),
      applyBy: dayOf(internship.applyBy),
    })),
    events: distinctEvents([
      ...boothApplications.map((booth) => booth.event),
      ...visitStops.map((stop) => stop.session.event),
    ]),
  };
}

/** What is read of an event beside a company. */
export const eventFacts = {
  id: true,
  title: true,
  venue: true,
  startsAt: true,
  endsAt: true,
  state: true,
} as const;

type EventFacts = Omit<ComingEvent, "postponed"> & { state: string };

/** Each event once, the next first. */
export function distinctEvents(events: EventFacts[]): ComingEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ state, ...event }) => ({ ...event, postponed: state === "postponed" }));
}

/** A column of type date as the civil date that it holds. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
