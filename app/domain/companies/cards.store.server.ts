import type { Database } from "#app/platform/database.server.ts";
import { createMemo } from "#app/platform/memo.ts";
import { readWriteMark } from "#app/platform/write-mark.server.ts";
import type { Town } from "#app/town.ts";
import { listedInternships } from "../internships/rules.ts";
import { lastConfirmedAt, type Vouched } from "./freshness.rules.ts";
import { readProfile } from "./profile.rules.ts";
import type { CompanyProfile } from "./schema.ts";
import { comingBooths, PUBLISHED } from "./store.server.ts";

/** The part of a profile that a card shows. */
export type CardProfile = Pick<
  CompanyProfile,
  "name" | "nameKana" | "catchphrase" | "area" | "industryCode" | "employeeCount" | "asOf" | "benefits"
>;

export type CompanyCardFacts = {
  /** Of the published revision, whose profile never changes. */
  revisionId: string;
  profile: CardProfile;
  /** When somebody last vouched for the published facts; null when nobody did. */
  confirmedAt: Date | null;
  openInternships: number;
  comingEvents: number;
};

/** What the cards of a result list show, by company id; companies that are not public now are missing. */
export async function readCompanyCards(
  town: Pick<Town, "database" | "clock">,
  { ids }: { ids: string[] },
): Promise<Map<string, CompanyCardFacts>> {
  if (ids.length === 0) return new Map();
  const published = await readPublished(town, ids);
  const [profiles, counts] = await Promise.all([
    readProfiles(
      town.database,
      [...published.values()].map(({ revisionId }) => revisionId),
    ),
    chances(town, "", () => countChances(town)),
  ]);
  return new Map(
    [...published].map(([id, { revisionId, ...vouched }]) => [
      id,
      {
        revisionId,
        profile: profiles.get(revisionId)!,
        confirmedAt: lastConfirmedAt(vouched),
        openInternships: counts.internships.get(id) ?? 0,
        comingEvents: counts.booths.get(id) ?? 0,
      },
    ]),
  );
}

type Published = Vouched & { revisionId: string };

// What the public sees of each company; right for as long as nothing is written.
const seen = new WeakMap<Database, { mark: string; companies: Map<string, Published | null> }>();

/** The published revisions of the companies as the database has them now; it is asked only for what changed since. */
async function readPublished(
  town: Pick<Town, "database">,
  ids: readonly string[],
): Promise<Map<string, Published>> {
  const mark = await readWriteMark(town);
  const kept = seen.get(town.database);
  const companies = kept?.mark === mark ? kept.companies : new Map<string, Published | null>();
  if (kept?.mark !== mark) seen.set(town.database, { mark, companies });
  const missing = ids.filter((id) => !companies.has(id));
  if (missing.length > 0) {
    const rows = await town.database.$queryRaw<({ id: string } & Published)[]>`
      SELECT company."id", revision."id" AS "revisionId", company."confirmedAt", company."firstPublishedAt",
        revision."submittedAt"
      FROM "Company" AS company JOIN "CompanyRevision" AS revision ON revision."id" = company."publishedRevisionId"
      WHERE company."id" = ANY(${missing}) AND company."withdrawnAt" IS NULL`;
    for (const id of missing) companies.set(id, null);
    for (const { id, ...company } of rows) companies.set(id, company);
  }
  return new Map(ids.flatMap((id) => (companies.get(id) ? [[id, companies.get(id)!] as const] : [])));
}

const MAX_PROFILES = 20_000;
// A published revision never changes, so what was read once stays right; each database has its own.
const readBefore = new WeakMap<Database, Map<string, CardProfile>>();

async function readProfiles(database: Database, revisionIds: string[]): Promise<Map<string, CardProfile>> {
  const kept = readBefore.get(database) ?? new Map<string, CardProfile>();
  readBefore.set(database, kept);
  const missing = revisionIds.filter((id) => !kept.has(id));
  const wanted = new Map(revisionIds.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)!] as const] : [])));
  if (missing.length === 0) return wanted;
  const rows = await database.$queryRaw<{ id: string; profile: unknown }[]>`
    SELECT "id", jsonb_strip_nulls(jsonb_build_object(
      'name', "profile"->'name', 'nameKana', "profile"->'nameKana', 'catchphrase', "profile"->'catchphrase',
      'area', "profile"->'area', 'industryCode', "profile"->'industryCode', 'asOf', "profile"->'asOf',
      'employeeCount', "profile"->'employeeCount', 'benefits', "profile"->'benefits')) AS "profile"
    FROM "CompanyRevision" WHERE "id" = ANY(${missing})`;
  if (kept.size + rows.length > MAX_PROFILES) kept.clear();
  for (const { id, profile } of rows) {
    kept.set(id, cardProfile(readProfile(profile)));
    wanted.set(id, kept.get(id)!);
  }
  return wanted;
}

function cardProfile(profile: CompanyProfile): CardProfile {
  const { name, nameKana, catchphrase, area, industryCode, employeeCount, asOf, benefits } = profile;
  return { name, nameKana, catchphrase, area, industryCode, employeeCount, asOf, benefits };
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
