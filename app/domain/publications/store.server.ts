import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Town } from "#app/town.ts";

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

/** Every public page of a company, an event or an internship, for search engines. */
export async function listAllPages(town: PublicTown): Promise<Pick<Publication, "path" | "updatedAt">[]> {
  const [companies, events, internships] = await Promise.all([
    findCompanies(town),
    findEvents(town),
    town.database.internship.findMany({
      where: { state: "published", company: { withdrawnAt: null, publishedRevisionId: { not: null } } },
      orderBy: { id: "asc" },
      select: { id: true, publishedAt: true, createdAt: true },
    }),
  ]);
  const pages = internships.map((row) => ({
    path: `/internships/${row.id}`,
    updatedAt: row.publishedAt ?? row.createdAt,
  }));
  return [...companies, ...events, ...pages];
}

async function findCompanies(town: PublicTown, take?: number): Promise<Publication[]> {
  const rows = await town.database.company.findMany({
    where: {
      firstPublishedAt: { lte: town.clock.now() },
      withdrawnAt: null,
      publishedRevisionId: { not: null },
    },
    orderBy: [{ firstPublishedAt: "desc" }, { id: "asc" }],
    take,
    select: {
      id: true,
      slug: true,
      firstPublishedAt: true,
      publishedRevision: { select: { profile: true, decidedAt: true } },
    },
  });
  return rows.map((row) => {
    const profile = row.publishedRevision!.profile as CompanyProfile;
    const publishedAt = row.firstPublishedAt!;
    return {
      kind: "company",
      id: row.id,
      path: `/companies/${row.slug}`,
      title: profile.name,
      summary: profile.catchphrase || profile.description,
      publishedAt,
      updatedAt: row.publishedRevision!.decidedAt ?? publishedAt,
    };
  });
}

async function findEvents(town: PublicTown, take?: number): Promise<Publication[]> {
  const rows = await town.database.event.findMany({
    where: { state: { not: "planned" }, publishedAt: { lte: town.clock.now() } },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take,
  });
  return rows.map((row) => ({
    kind: "event",
    id: row.id,
    path: `/events/${row.id}`,
    title: row.title,
    summary: row.summary,
    publishedAt: row.publishedAt!,
    updatedAt: row.updatedAt,
  }));
}
