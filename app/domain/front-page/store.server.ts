import { industryOf } from "#app/domain/companies/rules.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import { civilDateOf, jst } from "#app/platform/calendar.ts";

/** What the first page shows of the town today. */
export type FrontPage = {
  companies: number;
  openInternships: number;
  events: {
    id: string;
    kind: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
    venue: string;
    audience: string;
  }[];
  newest: {
    slug: string;
    name: string;
    area: string;
    industry: string;
    catchphrase: string;
    publishedAt: Date;
  }[];
};

// The first page may be this old; everybody opens it.
const frontPage = createMemo<FrontPage>(10);
const EVENTS_SHOWN = 4;
const COMPANIES_SHOWN = 4;

/** The first page's content, at most ten seconds old. */
export function readFrontPage(town: Pick<Town, "database" | "clock">): Promise<FrontPage> {
  return frontPage(town, "", () => queryFrontPage(town));
}

/** Reads counts, the next public events and the companies that were published last. */
async function queryFrontPage(town: Pick<Town, "database" | "clock">): Promise<FrontPage> {
  const now = town.clock.now();
  const today = jst(civilDateOf(now), "09:00");
  const published = { firstPublishedAt: { lte: now }, withdrawnAt: null, publishedRevisionId: { not: null } };
  const [companies, openInternships, events, newest] = await Promise.all([
    town.database.company.count({ where: published }),
    town.database.internship.count({ where: { state: "published", applyBy: { gte: today } } }),
    town.database.event.findMany({
      where: { state: "published", visibility: "listed", endsAt: { gte: now } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: EVENTS_SHOWN,
      select: {
        id: true,
        kind: true,
        title: true,
        startsAt: true,
        endsAt: true,
        venue: true,
        audience: true,
      },
    }),
    town.database.company.findMany({
      where: published,
      orderBy: [{ firstPublishedAt: "desc" }, { id: "asc" }],
      take: COMPANIES_SHOWN,
      select: { slug: true, firstPublishedAt: true, publishedRevision: { select: { profile: true } } },
    }),
  ]);
  return {
    companies,
    openInternships,
    events,
    newest: newest.map((company) => {
      const profile = company.publishedRevision!.profile as CompanyProfile;
      return {
        slug: company.slug,
        name: profile.name,
        area: profile.area,
        industry: industryOf(profile.industryCode)?.words[0] ?? "",
        catchphrase: profile.catchphrase,
        publishedAt: company.firstPublishedAt!,
      };
    }),
  };
}
