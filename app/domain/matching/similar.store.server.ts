import type { Town } from "#app/town.ts";
import { createMemo } from "#app/platform/memo.ts";
import { codesNear, type ComparableCompany, type SimilarCompany, similarCompanies } from "./similar.rules.ts";

const MOST_SHOWN = 4;
/** More companies of one group of industries than this are not compared; the town has far fewer. */
const MOST_CANDIDATES = 2000;

// Published profiles change a few times a day: a list of a group may be this old.
const groups = createMemo<ComparableCompany[]>(60, 50);

/** The published companies that have most in common with one. */
export async function readSimilarCompanies(
  town: Pick<Town, "database" | "clock">,
  company: ComparableCompany,
): Promise<SimilarCompany[]> {
  const codes = codesNear(company.industryCode);
  const others = await groups(town, codes.join(","), () => readGroup(town, codes));
  return similarCompanies(company, others, MOST_SHOWN);
}

async function readGroup(
  { database }: Pick<Town, "database">,
  codes: readonly string[],
): Promise<ComparableCompany[]> {
  return database.$queryRaw<ComparableCompany[]>`
    SELECT c."slug", r."profile"->>'name' AS "name", r."profile"->>'nameKana' AS "nameKana",
      r."profile"->>'industryCode' AS "industryCode", r."profile"->>'area' AS "area",
      r."profile"->'products' AS "products", r."profile"->'technologies' AS "technologies",
      r."profile"->'departments' AS "departments"
    FROM "Company" c JOIN "CompanyRevision" r ON r."id" = c."publishedRevisionId"
    WHERE c."withdrawnAt" IS NULL AND r."profile"->>'industryCode' = ANY(${[...codes]})
    ORDER BY c."id" LIMIT ${MOST_CANDIDATES}`;
}
