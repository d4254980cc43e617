import type { Town } from "#app/town.ts";
import { toKatakana } from "../text/rules.ts";
import type { CompanyListing } from "./history.rules.ts";

export const COMPANIES_PER_PAGE = 30;

export type CompanyRow = {
  id: string;
  slug: string;
  name: string;
  nameKana: string;
  listing: CompanyListing;
  corporateNumber: string | null;
  members: number;
  /** Something of it waits for staff: an application or a submission. */
  isWaiting: boolean;
};

/**
 * Every company for staff, by its reading: the name it shows in public, or last said before that. `name` is part of the
 * name or of the reading, `page` counts from 1; `isDirectoryCandidate` leaves the listed manufacturers that are not in the
 * manufacturing directory.
 */
export async function listCompanies(
  town: Pick<Town, "database">,
  filter: { name: string; listing: CompanyListing | null; isDirectoryCandidate: boolean; page: number },
): Promise<{ rows: CompanyRow[]; total: number }> {
  const listing = filter.listing ?? "";
  const found = await town.database.$queryRaw<(CompanyRow & { total: number })[]>`
    WITH company AS (
      SELECT c."id", c."slug", c."corporateNumber",
             CASE WHEN c."withdrawnAt" IS NOT NULL THEN 'withdrawn'
                  WHEN c."publishedRevisionId" IS NOT NULL THEN 'listed' ELSE 'unpublished' END AS "listing",
             coalesce(r."profile"->>'name', '') AS "name",
             coalesce(r."profile"->>'nameKana', '') AS "nameKana",
             c."withdrawnAt" IS NULL AND c."publishedRevisionId" IS NOT NULL
               AND r."profile"->>'industryCode' BETWEEN '09' AND '32'
               AND NOT EXISTS (SELECT 1 FROM "ManufacturingEntry" e
                               WHERE e."companyId" = c."id" AND e."delistedAt" IS NULL) AS "isDirectoryCandidate"
      FROM "Company" c
      LEFT JOIN LATERAL (
        SELECT "profile" FROM "CompanyRevision"
        WHERE "companyId" = c."id"
        ORDER BY "id" = c."publishedRevisionId" DESC NULLS LAST, "number" DESC
        LIMIT 1
      ) r ON true
    )
    SELECT "id", "slug", "corporateNumber", "listing", "name", "nameKana", count(*) OVER ()::int AS "total",
           (SELECT count(*)::int FROM "CompanyMember" m WHERE m."companyId" = company."id") AS "members",
           (EXISTS (SELECT 1 FROM "CompanyRevision" w WHERE w."companyId" = company."id" AND w."state" = 'submitted')
            OR EXISTS (SELECT 1 FROM "CompanyRegistration" g
                       WHERE g."companyId" = company."id" AND g."state" = 'submitted')) AS "isWaiting"
    FROM company
    WHERE (${listing}::text = '' OR "listing" = ${listing}::text)
      AND (NOT ${filter.isDirectoryCandidate}::boolean OR "isDirectoryCandidate")
      AND ("name" ILIKE ${containing(filter.name)} OR "nameKana" ILIKE ${containing(toKatakana(filter.name))})
    ORDER BY "nameKana", "slug"
    LIMIT ${COMPANIES_PER_PAGE} OFFSET ${(filter.page - 1) * COMPANIES_PER_PAGE}`;
  return {
    rows: found.map(({ total: _total, ...row }) => row),
    total: found[0]?.total ?? 0,
  };
}

/** A pattern for LIKE in which what was typed means itself. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
