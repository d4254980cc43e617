import type { Database } from "#app/platform/database.server.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import { listedInternships } from "../internships/rules.ts";
import { readProfile } from "./profile.rules.ts";
import type { CompanyProfile } from "./schema.ts";
import { comingBooths, PUBLISHED } from "./store.server.ts";

export type CompanyCardFacts = { profile: CompanyProfile; openInternships: number; comingEvents: number };

/** What the cards of a result list show, by company id; companies that are not public now are missing. */
export async function readCompanyCards(
  town: Pick<Town, "database" | "clock">,
  { ids }: { ids: string[] },
): Promise<Map<string, CompanyCardFacts>> {
  if (ids.length === 0) return new Map();
  const published = await town.database.$queryRaw<{ id: string; revisionId: string }[]>`
    SELECT "id", "publishedRevisionId" AS "revisionId" FROM "Company"
    WHERE "id" = ANY(${ids}) AND "publishedRevisionId" IS NOT NULL AND "withdrawnAt" IS NULL`;
  const [profiles, counts] = await Promise.all([
    readProfiles(
      town.database,
      published.map(({ revisionId }) => revisionId),
    ),
    chances(town, "", () => countChances(town)),
  ]);
  return new Map(
    published.map(({ id, revisionId }) => [
      id,
      {
        profile: profiles.get(revisionId)!,
        openInternships: counts.internships.get(id) ?? 0,
        comingEvents: counts.booths.get(id) ?? 0,
      },
    ]),
  );
}

const MAX_PROFILES = 2000;
// A published revision never changes, so what was read once stays right; each database has its own.
const readBefore = new WeakMap<Database, Map<string, CompanyProfile>>();

async function readProfiles(database: Database, revisionIds: string[]): Promise<Map<string, CompanyProfile>> {
  const kept = readBefore.get(database) ?? new Map<string, CompanyProfile>();
  readBefore.set(database, kept);
  const missing = revisionIds.filter((id) => !kept.has(id));
  const rows =
    missing.length === 0
      ? []
      : await database.companyRevision.findMany({
          where: { id: { in: missing } },
          select: { id: true, profile: true },
        });
  const wanted = new Map(revisionIds.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)!] as const] : [])));
  if (kept.size + rows.length > MAX_PROFILES) kept.clear();
  for (const { id, profile } of rows) {
    kept.set(id, readProfile(profile));
    wanted.set(id, kept.get(id)!);
  }
  return wanted;
}

type Chances = { internships: Map<string, number>; booths: Map<string, number> };

// The counts on the cards may be this old.
const chances = createMemo<Chances>(10);

/** Open internships and coming booths of every published company, by its id. */
async function countChances({ database, clock }: Pick<Town, "database" | "clock">): Promise<Chances> {
  const now = clock.now();
  const [internships, booths] = await Promise.all([
    database.internship.groupBy({
      by: "companyId",
      where: { ...listedInternships(now), company: PUBLISHED },
      _count: { _all: true },
    }),
    database.boothApplication.groupBy({
      by: "companyId",
      where: { ...comingBooths(now), company: PUBLISHED },
      _count: { _all: true },
    }),
  ]);
  const byCompany = (rows: { companyId: string; _count: { _all: number } }[]) =>
    new Map(rows.map((row) => [row.companyId, row._count._all]));
  return { internships: byCompany(internships), booths: byCompany(booths) };
}
