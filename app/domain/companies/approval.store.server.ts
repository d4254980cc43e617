import { fold, withoutLegalForm } from "#search/analysis.ts";
import type { Town } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { compareProfiles, type FieldDifference, readProfile } from "./profile.rules.ts";
import { isCorporateNumber } from "./rules.ts";
import type { CompanyProfile } from "./schema.ts";
import { workingDaysBetween } from "./working-days.rules.ts";

export type WaitingRevision = {
  id: string;
  companyName: string;
  number: number;
  submittedOn: string;
  /** Working days since the submission. */
  waitingDays: number;
  isFirst: boolean;
  changedFields: number;
};

/** The submissions that wait for a decision, the oldest first. */
export async function listWaitingRevisions(
  town: Pick<Town, "database" | "clock">,
): Promise<WaitingRevision[]> {
  const today = civilDateOf(town.clock.now());
  const rows = await town.database.companyRevision.findMany({
    where: { state: "submitted" },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      number: true,
      profile: true,
      submittedAt: true,
      createdAt: true,
      company: { select: { publishedRevision: { select: { profile: true } } } },
    },
  });
  return rows.map((row) => {
    const profile = readProfile(row.profile);
    const published = row.company.publishedRevision && readProfile(row.company.publishedRevision.profile);
    const submittedOn = civilDateOf(row.submittedAt ?? row.createdAt);
    return {
      id: row.id,
      companyName: profile.name,
      number: row.number,
      submittedOn,
      waitingDays: workingDaysBetween(submittedOn, today),
      isFirst: published === null,
      changedFields: compareProfiles(published, profile).length,
    };
  });
}

export type Duplicate = {
  companyId: string;
  name: string;
  address: string;
  sameNumber: boolean;
  publicSlug: string | null;
};

export type RevisionReview = {
  id: string;
  number: number;
  state: "draft" | "submitted" | "published" | "returned" | "superseded";
  companyId: string;
  profile: CompanyProfile;
  differences: FieldDifference[];
  /** Nothing else is public to compare with: a first publication, or the public one itself. */
  isFirst: boolean;
  submitterNote: string;
  submittedOn: string;
  waitingDays: number;
  decidedOn: string | null;
  decisionNote: string;
  corporateNumber: { number: string | null; isValid: boolean };
  duplicates: Duplicate[];
  /** The address part of the public page while there is one. */
  publicSlug: string | null;
  /** A newer submission of the same company, when this one was superseded. */
  newerRevisionId: string | null;
};

/** What staff see of one submission; null when there is none by that id (a draft is none of their business). */
export async function findRevisionForReview(
  town: Pick<Town, "database" | "clock">,
  { revisionId }: { revisionId: string },
): Promise<RevisionReview | null> {
  const row = await town.database.companyRevision.findFirst({
    where: { id: revisionId, submittedAt: { not: null } },
    include: { company: { include: { publishedRevision: { select: { id: true, profile: true } } } } },
  });
  if (!row) return null;
  const { company } = row;
  const profile = readProfile(row.profile);
  const isPublishedOne = company.publishedRevision?.id === row.id;
  const published =
    company.publishedRevision && !isPublishedOne ? readProfile(company.publishedRevision.profile) : null;
  const newer = await town.database.companyRevision.findFirst({
    where: { companyId: company.id, state: "submitted", number: { gt: row.number } },
    select: { id: true },
  });
  const submittedOn = civilDateOf(row.submittedAt!);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    companyId: company.id,
    profile,
    differences: compareProfiles(published, profile),
    isFirst: published === null,
    submitterNote: row.submitterNote ?? "",
    submittedOn,
    waitingDays: workingDaysBetween(submittedOn, civilDateOf(town.clock.now())),
    decidedOn: row.decidedAt && civilDateOf(row.decidedAt),
    decisionNote: row.decisionNote ?? "",
    corporateNumber: {
      number: company.corporateNumber,
      isValid: company.corporateNumber !== null && isCorporateNumber(company.corporateNumber),
    },
    duplicates: await findDuplicates(town, {
      companyId: company.id,
      corporateNumber: company.corporateNumber,
      names: [profile.name, profile.nameKana],
    }),
    publicSlug: company.publishedRevision && !company.withdrawnAt ? company.slug : null,
    newerRevisionId: newer?.id ?? null,
  };
}

type CompanyName = {
  id: string;
  slug: string;
  corporateNumber: string | null;
  isPublic: boolean;
  name: string;
  nameKana: string;
  address: string;
};

/** Other companies that bear the same name or reading (legal form, width and old characters aside) or the same number. */
export async function findDuplicates(
  town: Pick<Town, "database">,
  {
    companyId,
    corporateNumber,
    names,
  }: { companyId: string | null; corporateNumber: string | null; names: string[] },
): Promise<Duplicate[]> {
  // The published profile of each company, or its newest revision before the first publication.
  const rows = await town.database.$queryRaw<CompanyName[]>`
    SELECT company."id", company."slug", company."corporateNumber",
           company."publishedRevisionId" IS NOT NULL AND company."withdrawnAt" IS NULL AS "isPublic",
           coalesce(revision."profile"->>'name', '') AS "name",
           coalesce(revision."profile"->>'nameKana', '') AS "nameKana",
           coalesce(revision."profile"->>'address', '') AS "address"
    FROM "Company" company
    JOIN LATERAL (
      SELECT "profile" FROM "CompanyRevision"
      WHERE "companyId" = company."id"
      ORDER BY "id" = company."publishedRevisionId" DESC NULLS LAST, "number" DESC
      LIMIT 1
    ) revision ON true
    WHERE company."id" <> ${companyId ?? ""}
    ORDER BY company."slug"`;
  const own = new Set(names.map(bareName).filter(Boolean));
  return rows
    .map((row) => ({ row, sameNumber: corporateNumber !== null && row.corporateNumber === corporateNumber }))
    .filter(
      ({ row, sameNumber }) => sameNumber || own.has(bareName(row.name)) || own.has(bareName(row.nameKana)),
    )
    .map(({ row, sameNumber }) => ({
      companyId: row.id,
      name: row.name,
      address: row.address,
      sameNumber,
      publicSlug: row.isPublic ? row.slug : null,
    }));
}

function bareName(name: string): string {
  return fold(withoutLegalForm(name));
}
