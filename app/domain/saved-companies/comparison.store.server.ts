import type { Town } from "#app/town.ts";
import { type CompanyCardFacts, readCompanyCards } from "../companies/cards.store.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import type { CompanyProfile } from "../companies/schema.ts";
import { PUBLISHED } from "../companies/store.server.ts";
import { MOST_COMPARED } from "./rules.ts";

export type ComparedCompany = Pick<CompanyCardFacts, "openInternships" | "comingEvents"> & {
  slug: string;
  profile: CompanyProfile;
};

/** The companies to put beside each other, in the order asked for; those that are not public now are missing. */
export async function readComparison(
  town: Pick<Town, "database" | "clock">,
  { slugs }: { slugs: readonly string[] },
): Promise<ComparedCompany[]> {
  if (slugs.length === 0) return [];
  const rows = await town.database.company.findMany({
    where: { slug: { in: slugs.slice(0, MOST_COMPARED) }, ...PUBLISHED },
    select: { id: true, slug: true, publishedRevision: { select: { profile: true } } },
  });
  const cards = await readCompanyCards(town, { ids: rows.map(({ id }) => id) });
  return slugs.flatMap((slug) => {
    const row = rows.find((candidate) => candidate.slug === slug);
    const card = row && cards.get(row.id);
    if (!card) return [];
    const { openInternships, comingEvents } = card;
    return [{ slug, openInternships, comingEvents, profile: readProfile(row.publishedRevision!.profile) }];
  });
}

const MOST_CANDIDATES = 8;

/** Companies that a typed name or reading may mean, without those that stand in the comparison already. */
export async function findCandidates(
  town: Pick<Town, "search">,
  { text, without }: { text: string; without: readonly string[] },
): Promise<{ slug: string; name: string; area: string }[]> {
  if (text.trim() === "") return [];
  const { hits } = await town.search.search({
    text,
    kinds: ["company"],
    page: 1,
    pageSize: MOST_CANDIDATES + MOST_COMPARED,
    facets: false,
  });
  return hits
    .filter(({ slug }) => !without.includes(slug))
    .slice(0, MOST_CANDIDATES)
    .map(({ slug, name, area }) => ({ slug, name, area }));
}
