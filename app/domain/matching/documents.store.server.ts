import type { SearchDocument } from "#search/definition.ts";
import type { Removal } from "#search/engine.ts";
import type { Town } from "#app/town.ts";
import { areaOfAddress } from "../companies/rules.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { confirmedSince, searchableSince } from "../companies/freshness.rules.ts";
import { comingBooths, comingEvent, PUBLISHED } from "../companies/store.server.ts";
import { listedInternships } from "../internships/rules.ts";
import { industryFacts, profileFacts } from "./company-document.ts";
import { documentId, RECORD_KINDS, type RecordKind, recordsOf } from "./rules.ts";
import { versionsOf } from "./versions.store.server.ts";

type Source = Pick<Town, "database" | "clock">;

/** Records that are to be read: those with these ids, as far as they can be found. */
type Wanted = { ids: readonly string[]; versions: ReadonlyMap<string, number> };

const LISTED = {
  company: (now: Date) => ({ ...PUBLISHED, ...confirmedSince(searchableSince(now)) }),
  internship: (now: Date) => ({ ...listedInternships(now), company: PUBLISHED }),
  event: comingEvent,
};

/** The ids of records that can be found, in their order, after `afterId`. */
export function listedIds(
  { database, clock }: Source,
  { kind, take, afterId }: { kind: RecordKind; take: number; afterId?: string },
): Promise<{ id: string }[]> {
  const after = afterId === undefined ? {} : { id: { gt: afterId } };
  const page = { orderBy: { id: "asc" as const }, take, select: { id: true as const } };
  const now = clock.now();
  if (kind === "company")
    return database.company.findMany({ where: { ...after, ...LISTED.company(now) }, ...page });
  if (kind === "internship")
    return database.internship.findMany({ where: { ...after, ...LISTED.internship(now) }, ...page });
  return database.event.findMany({ where: { ...after, ...LISTED.event(now) }, ...page });
}

/** How many records of all kinds can be found. */
export async function countListed({ database, clock }: Source): Promise<number> {
  const now = clock.now();
  const counts = await Promise.all([
    database.company.count({ where: LISTED.company(now) }),
    database.internship.count({ where: LISTED.internship(now) }),
    database.event.count({ where: LISTED.event(now) }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

const READERS = { company: companyDocuments, internship: internshipDocuments, event: eventDocuments };

/**
 * The documents of records as the index should hold them, and for those that cannot be found their removals. The versions
 * are read before the contents: a content may be newer than its version says (and comes again with the next one), never
 * older.
 */
export async function readEntries(
  town: Source,
  ids: readonly string[],
): Promise<{ documents: SearchDocument[]; removals: Removal[] }> {
  const versions = await versionsOf(town, ids);
  const records = recordsOf(ids);
  const documents: SearchDocument[] = [];
  for (const kind of RECORD_KINDS)
    if (records[kind].length > 0)
      documents.push(...(await READERS[kind](town, { ids: records[kind], versions })));
  const found = new Set(documents.map(({ id }) => id));
  const removals = ids.filter((id) => !found.has(id)).map((id) => ({ id, version: versions.get(id) ?? 0 }));
  return { documents, removals };
}

/** The published companies whose facts were confirmed in time, as documents. Nothing but what their public page shows. */
async function companyDocuments(town: Source, { ids, versions }: Wanted): Promise<SearchDocument[]> {
  const now = town.clock.now();
  const rows = await town.database.company.findMany({
    where: { id: { in: [...ids] }, ...LISTED.company(now) },
    select: {
      id: true,
      slug: true,
      firstPublishedAt: true,
      publishedRevision: { select: { profile: true, decidedAt: true } },
      _count: {
        select: {
          internships: { where: listedInternships(now) },
          boothApplications: { where: comingBooths(now) },
        },
      },
    },
  });
  return rows.map((row) => {
    const profile = readProfile(row.publishedRevision!.profile);
    return {
      ...profileFacts(profile),
      id: documentId("company", row.id),
      kind: "company",
      slug: row.slug,
      version: versions.get(documentId("company", row.id)) ?? 0,
      openInternships: row._count.internships,
      openEvents: row._count.boothApplications,
      updatedAt: (row.publishedRevision!.decidedAt ?? row.firstPublishedAt ?? now).toISOString(),
    };
  });
}

const NO_LISTS = { products: [], technologies: [], benefits: [], departments: [], certifications: [] };
const NO_COUNTS = { employeeCount: null, openInternships: 0, openEvents: 0 };

/** Open internships of published companies. */
async function internshipDocuments(town: Source, { ids, versions }: Wanted): Promise<SearchDocument[]> {
  const rows = await town.database.internship.findMany({
    where: { id: { in: [...ids] }, ...LISTED.internship(town.clock.now()) },
    include: { company: { select: { publishedRevision: { select: { profile: true } } } } },
  });
  return rows.map((row) => {
    const profile = readProfile(row.company.publishedRevision!.profile);
    const changedAt = row.publishedAt ?? row.createdAt;
    return {
      ...industryFacts(profile),
      ...NO_LISTS,
      ...NO_COUNTS,
      id: documentId("internship", row.id),
      kind: "internship",
      slug: row.id,
      version: versions.get(documentId("internship", row.id)) ?? 0,
      name: row.title,
      nameKana: "",
      aliases: [profile.name, profile.nameKana],
      area: row.area,
      departments: profile.departments,
      description: [row.summary, row.place].join("\n"),
      updatedAt: changedAt.toISOString(),
    };
  });
}

/** Announced events that are not over. */
async function eventDocuments(town: Source, { ids, versions }: Wanted): Promise<SearchDocument[]> {
  const rows = await town.database.event.findMany({
    where: { id: { in: [...ids] }, ...LISTED.event(town.clock.now()) },
  });
  return rows.map((row) => ({
    ...NO_LISTS,
    ...NO_COUNTS,
    id: documentId("event", row.id),
    kind: "event",
    slug: row.id,
    version: versions.get(documentId("event", row.id)) ?? 0,
    name: row.title,
    nameKana: "",
    aliases: [],
    industryCode: "",
    industryName: "",
    industryWords: [],
    area: areaOfAddress(row.address),
    description: [row.summary, row.venue].join("\n"),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
