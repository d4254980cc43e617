import { civilDateOf, jst } from "#app/platform/calendar.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { industryOf } from "../companies/rules.ts";
import { PUBLISHED } from "../companies/store.server.ts";
import { imageUrl } from "../images/rules.ts";
import { readPhotosOfCompanies, type ShownPhoto } from "../images/store.server.ts";
import { type CompaniesQuery, decodeCursor, encodeCursor } from "./query.ts";
import type { OpenCompany } from "./representation.ts";

type OpenTown = Pick<Town, "database" | "clock" | "env">;

const companyFacts = {
  id: true,
  slug: true,
  corporateNumber: true,
  firstPublishedAt: true,
  confirmedAt: true,
  publishedRevision: { select: { profile: true, decidedAt: true } },
  manufacturingEntry: { select: { technology: true, equipment: true, delistedAt: true } },
} satisfies Prisma.CompanySelect;

type Row = Prisma.CompanyGetPayload<{ select: typeof companyFacts }>;

export type OpenPage =
  | { ok: true; total: number; companies: OpenCompany[]; nextCursor: string | null }
  /** too-wide: the text finds more companies than are looked through; `total` of them. */
  | { ok: false; error: "cursor" }
  | { ok: false; error: "too-wide"; total: number };

/**
 * One page of the companies that the public can read, in the order of their ids. The order never changes, so following
 * the cursor visits each company that stays published exactly once, whatever is published meanwhile.
 */
export async function listOpenCompanies(
  town: OpenTown & Pick<Town, "search">,
  query: CompaniesQuery,
): Promise<OpenPage> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
  if (query.cursor !== undefined && after === null) return { ok: false, error: "cursor" };
  const found = query.q?.trim() ? await searchedIds(town, query) : null;
  if (found && !found.ok) return found;
  const filters = [...filtersOf(query), ...(found ? [{ id: { in: found.ids } }] : [])];
  const [total, rows] = await Promise.all([
    town.database.company.count({ where: { ...PUBLISHED, AND: filters } }),
    town.database.company.findMany({
      where: { ...PUBLISHED, AND: [...filters, ...(after === null ? [] : [{ id: { gt: after } }])] },
      orderBy: { id: "asc" },
      take: query.limit + 1,
      select: companyFacts,
    }),
  ]);
  const shown = rows.slice(0, query.limit);
  return {
    ok: true,
    total,
    companies: await represent(town, shown),
    nextCursor: rows.length > query.limit ? encodeCursor(shown.at(-1)!.id) : null,
  };
}

/** One company that the public can read; null otherwise. */
export async function findOpenCompany(
  town: OpenTown,
  { slug }: { slug: string },
): Promise<OpenCompany | null> {
  const row = await town.database.company.findFirst({ where: { slug, ...PUBLISHED }, select: companyFacts });
  return row ? (await represent(town, [row]))[0]! : null;
}

/** Values of one parameter widen, parameters narrow. */
function filtersOf(query: CompaniesQuery): Prisma.CompanyWhereInput[] {
  const anyOf = <Value extends string>(
    values: readonly Value[] | undefined,
    test: (value: Value) => Prisma.CompanyRevisionWhereInput,
  ): Prisma.CompanyWhereInput[] =>
    values && values.length > 0 ? [{ publishedRevision: { OR: values.map(test) } }] : [];
  const since = query.updatedSince && instantOf(query.updatedSince);
  return [
    ...anyOf(query.area, (area) => ({ profile: { path: ["area"], equals: area } })),
    ...anyOf(query.industryCode, (code) => ({ profile: { path: ["industryCode"], equals: code } })),
    ...anyOf(query.benefits, (benefit) => ({ profile: { path: ["benefits"], array_contains: [benefit] } })),
    ...anyOf(query.certifications, (name) => ({
      profile: { path: ["certifications"], array_contains: [name] },
    })),
    ...(since
      ? [
          {
            OR: [
              { publishedRevision: { decidedAt: { gte: since } } },
              { publishedRevision: { decidedAt: null }, firstPublishedAt: { gte: since } },
            ],
          },
        ]
      : []),
  ];
}

/** A day begins at midnight in Japan. */
function instantOf(text: string): Date {
  return text.includes("T") ? new Date(text) : jst(text);
}

const HITS_PER_LOOK = 100;
const MOST_HITS = 2000;

type Hits = { ok: true; ids: string[] } | { ok: false; error: "too-wide"; total: number };

// The pages of one list are asked for within seconds.
const hits = createMemo<Hits>(60, 50);

/** The ids of all companies that the site's own search finds for the text. */
function searchedIds(town: OpenTown & Pick<Town, "search">, query: CompaniesQuery): Promise<Hits> {
  const { q = "", area, industryCode, benefits } = query;
  const key = JSON.stringify([q, area, industryCode, benefits]);
  return hits(town, key, async () => {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const result = await town.search.search({
        text: q,
        kinds: ["company"],
        filters: {
          ...(area ? { area } : {}),
          ...(industryCode ? { industryCode } : {}),
          ...(benefits ? { benefits } : {}),
        },
        page,
        pageSize: HITS_PER_LOOK,
        facets: false,
      });
      if (result.total > MOST_HITS) return { ok: false, error: "too-wide", total: result.total };
      ids.push(...result.hits.map(({ id }) => id.slice("company:".length)));
      if (result.hits.length === 0 || page * HITS_PER_LOOK >= result.total) return { ok: true, ids };
    }
  });
}

async function represent(town: OpenTown, rows: Row[]): Promise<OpenCompany[]> {
  const profiles = rows.map((row) => readProfile(row.publishedRevision!.profile));
  const photos = await readPhotosOfCompanies(
    town,
    rows.map((row, index) => ({ companyId: row.id, photos: profiles[index]!.photos })),
  );
  return rows.map((row, index) => {
    const { photos: _ids, industryCode, industryEdition, ...facts } = profiles[index]!;
    const industry = industryOf(industryCode);
    const entry = row.manufacturingEntry;
    const firstPublishedAt = row.firstPublishedAt ?? row.publishedRevision!.decidedAt ?? town.clock.now();
    return {
      id: row.id,
      slug: row.slug,
      url: `${town.env.publicUrl}/companies/${row.slug}`,
      corporateNumber: row.corporateNumber,
      firstPublishedAt: firstPublishedAt.toISOString(),
      updatedAt: (row.publishedRevision!.decidedAt ?? firstPublishedAt).toISOString(),
      confirmedOn: row.confirmedAt && civilDateOf(row.confirmedAt),
      industry: {
        code: industryCode,
        edition: industryEdition,
        name: industry?.name ?? "",
        words: [...(industry?.words ?? [])],
      },
      ...facts,
      photos: (photos.get(row.id) ?? []).map((photo) => openPhoto(photo, town.env.publicUrl)),
      manufacturing:
        entry && entry.delistedAt === null
          ? { technology: entry.technology, equipment: entry.equipment }
          : null,
    };
  });
}

function openPhoto({ alt, storageKey, width, height, widths }: ShownPhoto, publicUrl: string) {
  const files = widths.map((each) => ({ width: each, url: publicUrl + imageUrl(storageKey, each) }));
  return { alt, width, height, files };
}
