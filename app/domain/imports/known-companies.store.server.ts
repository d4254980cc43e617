import type { Database, Transaction } from "#app/platform/database.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import type { CompanyProfile } from "../companies/schema.ts";

/** What every company is recognised by. */
export type CompanyKey = { id: string; corporateNumber: string | null; name: string; area: string };

/** What a row is compared with. */
export type KnownCompany = {
  id: string;
  corporateNumber: string | null;
  isWithdrawn: boolean;
  /** null before the first publication. */
  published: { revisionId: string; profile: CompanyProfile } | null;
  /** The company itself sent in a change that nobody decided yet. */
  hasWaiting: boolean;
};

/** Names, areas and numbers of all companies: the published ones, or the newest before the first publication. */
export async function readCompanyKeys(database: Database): Promise<CompanyKey[]> {
  return database.$queryRaw<CompanyKey[]>`
    SELECT company."id", company."corporateNumber",
           coalesce(revision."profile"->>'name', '') AS "name",
           coalesce(revision."profile"->>'area', '') AS "area"
    FROM "Company" company
    LEFT JOIN LATERAL (
      SELECT "profile" FROM "CompanyRevision"
      WHERE "companyId" = company."id"
      ORDER BY "id" = company."publishedRevisionId" DESC NULLS LAST, "number" DESC
      LIMIT 1
    ) revision ON true`;
}

/** The named companies as they stand now, by id. */
export async function readKnownCompanies(
  database: Database | Transaction,
  { ids }: { ids: string[] },
): Promise<Map<string, KnownCompany>> {
  if (ids.length === 0) return new Map();
  const rows = await database.company.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      corporateNumber: true,
      withdrawnAt: true,
      publishedRevision: { select: { id: true, profile: true } },
      revisions: { where: { state: "submitted" }, take: 1, select: { id: true } },
    },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        corporateNumber: row.corporateNumber,
        isWithdrawn: row.withdrawnAt !== null,
        published: row.publishedRevision && {
          revisionId: row.publishedRevision.id,
          profile: readProfile(row.publishedRevision.profile),
        },
        hasWaiting: row.revisions.length > 0,
      },
    ]),
  );
}
