import { fold, withoutLegalForm } from "#search/analysis.ts";
import type { Town } from "#app/town.ts";
import {
  addressKey,
  compareBySigns,
  type DuplicateKeys,
  type DuplicateSign,
  duplicateSigns,
  phoneKey,
} from "./duplicates.rules.ts";

export type CompanyFacts = {
  corporateNumber: string | null;
  name: string;
  nameKana: string;
  address: string;
  phone: string;
};

export type Duplicate = {
  companyId: string;
  name: string;
  address: string;
  signs: DuplicateSign[];
  /** The address part of its public page, while there is one. */
  publicSlug: string | null;
};

type Row = CompanyFacts & { id: string; slug: string; isPublic: boolean };

const MOST_SHOWN = 20;

/**
 * Other companies that may be the same one, the likeliest first: the same number, name or reading (legal form, width and
 * old characters aside), address or telephone. Compared with what each shows in public, or last said before that.
 */
export async function findDuplicates(
  town: Pick<Town, "database">,
  { companyId, facts }: { companyId: string | null; facts: CompanyFacts },
): Promise<Duplicate[]> {
  const rows = await town.database.$queryRaw<Row[]>`
    SELECT company."id", company."slug", company."corporateNumber",
           company."publishedRevisionId" IS NOT NULL AND company."withdrawnAt" IS NULL AS "isPublic",
           coalesce(revision."profile"->>'name', '') AS "name",
           coalesce(revision."profile"->>'nameKana', '') AS "nameKana",
           coalesce(revision."profile"->>'address', '') AS "address",
           coalesce(revision."profile"->>'phone', '') AS "phone"
    FROM "Company" company
    JOIN LATERAL (
      SELECT "profile" FROM "CompanyRevision"
      WHERE "companyId" = company."id"
      ORDER BY "id" = company."publishedRevisionId" DESC NULLS LAST, "number" DESC
      LIMIT 1
    ) revision ON true
    WHERE company."id" <> ${companyId ?? ""}
    ORDER BY company."slug"`;
  const own = keysOf(facts);
  return rows
    .map((row) => ({ row, signs: duplicateSigns(own, keysOf(row)) }))
    .filter(({ signs }) => signs.length > 0)
    .sort((one, other) => compareBySigns(one.signs, other.signs))
    .slice(0, MOST_SHOWN)
    .map(({ row, signs }) => ({
      companyId: row.id,
      name: row.name,
      address: row.address,
      signs,
      publicSlug: row.isPublic ? row.slug : null,
    }));
}

function keysOf(facts: CompanyFacts): DuplicateKeys {
  return {
    number: facts.corporateNumber,
    name: fold(withoutLegalForm(facts.name)),
    reading: fold(withoutLegalForm(facts.nameKana)),
    address: addressKey(facts.address),
    phone: phoneKey(facts.phone),
  };
}
