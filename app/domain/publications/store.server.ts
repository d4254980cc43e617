import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Town } from "#app/town.ts";
import { comingEvent, PUBLISHED } from "../companies/store.server.ts";
import { LISTED_EVENT } from "../events/feeds.store.server.ts";
import { listedInternships } from "../internships/rules.ts";

/** A public page that came into the world at `publishedAt` and changed last at `updatedAt`. */
export type Publication = {
  kind: "company" | "event" | "internship";
  id: string;
  /** The path of its page. */
  path: string;
  title: string;
  summary: string;
  publishedAt: Date;
  updatedAt: Date;
};

type PublicTown = Pick<Town, "database" | "clock">;

/** The companies and events that were published last, the newest first; the feed's content. */
export async function listNewest(town: PublicTown, { limit }: { limit: number }): Promise<Publication[]> {
  const [companies, events] = await Promise.all([findCompanies(town, limit), findEvents(town, limit)]);
  return [...companies, ...events]
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.path.localeCompare(b.path))
    .slice(0, limit);
}

/** The companies that were published or changed last, the latest change first. */
export async function listChangedCompanies(
  town: PublicTown,
  { limit }: { limit: number },
): Promise<Publication[]> {
  const rows = await town.database.company.findMany({
    where: PUBLISHED,
    orderBy: [{ publishedRevision: { decidedAt: { sort: "desc", nulls: "last" } } }, { id: "asc" }],
    take: limit,
    select: publishedCompany,
  });
  return rows.map(companyPublication);
}

/** A sitemap holds at most this many addresses (sitemaps.org). */
const MOST_ADDRESSES = 50_000;

/**
 * Every page of a published company, an event that is not over and an internship that is open, with its last change;
 * for search engines. What is over keeps its page and is no longer offered.
 */
export async function listLivePages(town: PublicTown): Promise<Pick<Publication, "path" | "updatedAt">[]> {
  const now = town.clock.now();
  const { database } = town;
  const [companies, events, internships] = await Promise.all([
    database.company.findMany({
      where: PUBLISHED,
      orderBy: { id: "asc" },
      take: MOST_ADDRESSES,
      select: { slug: true, firstPublishedAt: true, publishedRevision: { select: { decidedAt: true } } },
    }),
    database.event.findMany({
      where: comingEvent(now),
      orderBy: { id: "asc" },
      select: { id: true, updatedAt: true },
    }),
    database.internship.findMany({
      where: { ...listedInternships(now), company: PUBLISHED },
      orderBy: { id: "asc" },
      select: { id: true, publishedAt: true, createdAt: true },
    }),
  ]);
  return [
    ...events.map(({ id, updatedAt }) => ({ path: `/events/${id}`, updatedAt })),
    ...internships.map((row) => ({
      path: `/internships/${row.id}`,
      updatedAt: row.publishedAt ?? row.createdAt,
    })),
    ...companies.map((row) => ({
      path: `/companies/${row.slug}`,
      updatedAt: row.publishedRevision?.decidedAt ?? row.firstPublishedAt ?? now,
    })),
  ].slice(0, MOST_ADDRESSES);
}

const publishedCompany = {
  id: true,
  slug: true,
  createdAt: true,
  firstPublishedAt: true,
  publishedRevision: { select: { profile: true, decidedAt: true } },
} as const;

async function findCompanies(town: PublicTown, take: number): Promise<Publication[]> {
  const rows = await town.database.company.findMany({
    where: {
      ...PUBLISHED,
      firstPublishedAt: { lte: town.clock.now() },
    },
    orderBy: [{ firstPublishedAt: "desc" }, { id: "asc" }],
    take,
    select: publishedCompany,
  });
  return rows.map(companyPublication);
}

function companyPublication(row: {
  id: string;
  slug: string;
  createdAt: Date;
  firstPublishedAt: Date | null;
  publishedRevision: { profile: unknown; decidedAt: Date | null } | null;
}): Publication {
  const profile = row.publishedRevision!.profile as CompanyProfile;
  const publishedAt = row.firstPublishedAt ?? row.createdAt;
  return {
    kind: "company",
    id: row.id,
    path: `/companies/${row.slug}`,
    title: profile.name,
    summary: profile.catchphrase || profile.description,
    publishedAt,
    updatedAt: row.publishedRevision!.decidedAt ?? publishedAt,
  };
}

/**
 * The listed events that were announced or changed last, the latest change first: a new time, a cancellation and a
 * postponement come up again.
 */
export async function listChangedEvents(
  town: PublicTown,
  { limit }: { limit: number },
): Promise<(Publication & { state: "published" | "cancelled" | "postponed"; isMoved: boolean })[]> {
  const rows = await town.database.event.findMany({
    where: { ...LISTED_EVENT, publishedAt: { lte: town.clock.now() } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({
    ...eventPublication(row),
    state: row.state === "planned" ? "published" : row.state,
    isMoved: row.previousStartsAt !== null,
  }));
}

async function findEvents(town: PublicTown, take: number): Promise<Publication[]> {
  const rows = await town.database.event.findMany({
    where: { ...LISTED_EVENT, publishedAt: { lte: town.clock.now() } },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take,
  });
  return rows.map(eventPublication);
}

function eventPublication(row: {
  id: string;
  title: string;
  summary: string;
  publishedAt: Date | null;
  updatedAt: Date;
}): Publication {
  return {
    kind: "event",
    id: row.id,
    path: `/events/${row.id}`,
    title: row.title,
    summary: row.summary,
    publishedAt: row.publishedAt!,
    updatedAt: row.updatedAt,
  };
}
