import type { SearchDocument } from "#search/definition.ts";
import type { Town } from "#app/town.ts";
import { areaOfAddress, industryOf } from "../companies/rules.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { confirmedSince, searchableSince } from "../companies/freshness.rules.ts";
import { comingBooths, comingEvent, PUBLISHED } from "../companies/store.server.ts";
import { listedInternships } from "../internships/rules.ts";

type Source = Pick<Town, "database" | "clock">;

/** Reads one batch in the order of ids: those after `afterId`, or only the named ones. */
export type Batch = { take: number; afterId?: string; ids?: string[] };

function idsOf({ afterId, ids }: Batch) {
  return ids ? { id: { in: ids } } : afterId === undefined ? {} : { id: { gt: afterId } };
}

const ordered = (batch: Batch) => ({ orderBy: { id: "asc" as const }, take: batch.take });

/** An id in the index: all kinds share it. */
export function documentId(kind: SearchDocument["kind"], id: string): string {
  return `${kind}:${id}`;
}

/** The published companies whose facts were confirmed in time, as documents. Nothing but what their public page shows. */
export async function companyDocuments(town: Source, batch: Batch): Promise<SearchDocument[]> {
  const now = town.clock.now();
  const rows = await town.database.company.findMany({
    where: { ...idsOf(batch), ...PUBLISHED, ...confirmedSince(searchableSince(now)) },
    ...ordered(batch),
    select: {
      id: true,
      slug: true,
      version: true,
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
      ...companyFacts(profile),
      id: documentId("company", row.id),
      kind: "company",
      slug: row.slug,
      version: row.version,
      name: profile.name,
      nameKana: profile.nameKana,
      aliases: profile.aliases,
      area: profile.area,
      products: profile.products,
      technologies: profile.technologies,
      benefits: profile.benefits,
      departments: profile.departments,
      certifications: profile.certifications,
      employeeCount: profile.employeeCount,
      openInternships: row._count.internships,
      openEvents: row._count.boothApplications,
      description: [
        profile.catchphrase,
        profile.description,
        profile.dayAtWork,
        profile.certifications.join("、"),
      ]
        .filter(Boolean)
        .join("\n"),
      updatedAt: (row.publishedRevision!.decidedAt ?? row.firstPublishedAt ?? now).toISOString(),
    };
  });
}

function companyFacts(profile: { industryCode: string }) {
  const industry = industryOf(profile.industryCode);
  return {
    industryCode: profile.industryCode,
    industryName: industry?.name ?? "",
    industryWords: [...(industry?.words ?? [])],
  };
}

const NO_LISTS = { products: [], technologies: [], benefits: [], departments: [], certifications: [] };
const NO_COUNTS = { employeeCount: null, openInternships: 0, openEvents: 0 };

/** Open internships of published companies. */
export async function internshipDocuments(town: Source, batch: Batch): Promise<SearchDocument[]> {
  const rows = await town.database.internship.findMany({
    where: { ...idsOf(batch), ...listedInternships(town.clock.now()), company: PUBLISHED },
    ...ordered(batch),
    include: { company: { select: { publishedRevision: { select: { profile: true } } } } },
  });
  return rows.map((row) => {
    const profile = readProfile(row.company.publishedRevision!.profile);
    const changedAt = row.publishedAt ?? row.createdAt;
    return {
      ...companyFacts(profile),
      ...NO_LISTS,
      ...NO_COUNTS,
      id: documentId("internship", row.id),
      kind: "internship",
      slug: row.id,
      version: changedAt.getTime(),
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
export async function eventDocuments(town: Source, batch: Batch): Promise<SearchDocument[]> {
  const rows = await town.database.event.findMany({
    where: { ...idsOf(batch), ...comingEvent(town.clock.now()) },
    ...ordered(batch),
  });
  return rows.map((row) => ({
    ...NO_LISTS,
    ...NO_COUNTS,
    id: documentId("event", row.id),
    kind: "event",
    slug: row.id,
    version: row.updatedAt.getTime(),
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
