import type { Town } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { jobTermFindings } from "../recruitment/job-terms.ts";
import { readDates } from "../recruitment/store.server.ts";
import { profileFindings } from "../wording/profile-findings.ts";
import type { WordingFinding } from "../wording/rules.ts";
import { type Duplicate, findDuplicates } from "./duplicates.store.server.ts";
import { compareProfiles, type FieldDifference, readProfile } from "./profile.rules.ts";
import { isCorporateNumber } from "./rules.ts";
import type { CompanyProfile } from "./schema.ts";
import { readOverrides, type WordingOverride } from "./wording-overrides.rules.ts";
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
  /** What the text checker says about the submission today, and why blocked phrases are kept all the same. */
  findings: WordingFinding[];
  overrides: WordingOverride[];
  /** True when publishing lists a company again that is off the list now. */
  isWithdrawn: boolean;
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
  const today = civilDateOf(town.clock.now());
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
    waitingDays: workingDaysBetween(submittedOn, today),
    decidedOn: row.decidedAt && civilDateOf(row.decidedAt),
    decisionNote: row.decisionNote ?? "",
    corporateNumber: {
      number: company.corporateNumber,
      isValid: company.corporateNumber !== null && isCorporateNumber(company.corporateNumber),
    },
    duplicates: await findDuplicates(town, {
      companyId: company.id,
      facts: { ...profile, corporateNumber: company.corporateNumber },
    }),
    findings: [
      ...profileFindings(profile, today),
      ...jobTermFindings(profile, { today, dates: await readDates(town) }),
    ],
    overrides: readOverrides(row.wordingOverrides),
    isWithdrawn: company.withdrawnAt !== null,
    publicSlug: company.publishedRevision && !company.withdrawnAt ? company.slug : null,
    newerRevisionId: newer?.id ?? null,
  };
}
