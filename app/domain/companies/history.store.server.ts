import type { CivilDate } from "#app/platform/calendar.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { DomainEventKind } from "../audit/rules.ts";
import { type CompanyListing, listingOf } from "./history.rules.ts";
import { nameIn } from "./member-accounts.store.server.ts";
import { compareProfiles, type FieldDifference, readProfile } from "./profile.rules.ts";
import type { RegistrationState } from "./registration.rules.ts";

export type RevisionLine = {
  id: string;
  number: number;
  state: "draft" | "submitted" | "published" | "returned" | "superseded";
  submittedOn: CivilDate;
  decidedOn: CivilDate | null;
  /** Names of the people; blank where nobody is known (an account that is gone, a company that staff entered). */
  submittedBy: string;
  decidedBy: string;
  submitterNote: string;
  decisionNote: string;
};

/** Every revision of a company that was sent in, the newest first. Drafts are nobody's business but their writer's. */
export async function listRevisions(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<RevisionLine[]> {
  const rows = await town.database.companyRevision.findMany({
    where: { companyId, submittedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      state: true,
      submittedAt: true,
      submittedById: true,
      decidedAt: true,
      decidedById: true,
      submitterNote: true,
      decisionNote: true,
    },
  });
  const names = await namesOf(
    town,
    rows.flatMap((row) => [row.submittedById, row.decidedById]),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    submittedOn: civilDateOf(row.submittedAt!),
    decidedOn: row.decidedAt && civilDateOf(row.decidedAt),
    submittedBy: names.get(row.submittedById ?? "") ?? "",
    decidedBy: names.get(row.decidedById ?? "") ?? "",
    submitterNote: row.submitterNote ?? "",
    decisionNote: row.decisionNote ?? "",
  }));
}

/** The fields in which two sent revisions of a company differ; null when one of them does not exist. */
export async function compareRevisions(
  town: Pick<Town, "database">,
  { companyId, from, to }: { companyId: string; from: number; to: number },
): Promise<FieldDifference[] | null> {
  const rows = await town.database.companyRevision.findMany({
    where: { companyId, number: { in: [from, to] }, submittedAt: { not: null } },
    select: { number: true, profile: true },
  });
  const profileOf = (number: number) => rows.find((row) => row.number === number)?.profile;
  const [before, after] = [profileOf(from), profileOf(to)];
  if (before === undefined || after === undefined) return null;
  return compareProfiles(readProfile(before), readProfile(after));
}

/** What of a company's past is told beside its revisions. */
const TOLD = [
  "company.registered",
  "company.registration-submitted",
  "company.registration-returned",
  "company.registration-approved",
  "company.registration-declined",
  "company.withdrawn",
  "company.relisted",
  "directory.listed",
  "directory.changed",
  "directory.delisted",
  "company.member-joined",
  "company.member-removed",
  "company.ownership-handed-over",
] as const satisfies DomainEventKind[];
export type ToldKind = (typeof TOLD)[number];

export type PastLine = {
  id: string;
  kind: ToldKind;
  on: CivilDate;
  by: string;
  reason: string;
  note: string;
};

/** What happened to a company beside its revisions, the newest first. */
export async function listPast(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<PastLine[]> {
  const facts = await town.database.domainEvent.findMany({
    where: { subjectId: companyId, kind: { in: [...TOLD] } },
    orderBy: { id: "desc" },
    take: 200,
    select: { id: true, kind: true, data: true, actorId: true, occurredAt: true },
  });
  const names = await namesOf(
    town,
    facts.map(({ actorId }) => actorId),
  );
  return facts.map(({ id, kind, data, actorId, occurredAt }) => {
    const { reason, note } = data as { reason?: string; note?: string };
    return {
      id: String(id),
      kind: kind as ToldKind,
      on: civilDateOf(occurredAt),
      by: names.get(actorId ?? "") ?? "",
      reason: reason ?? "",
      note: note ?? "",
    };
  });
}

export type StaffCompany = {
  id: string;
  slug: string;
  name: string;
  nameKana: string;
  corporateNumber: string | null;
  listing: CompanyListing;
  registeredOn: CivilDate;
  firstPublishedOn: CivilDate | null;
  withdrawnOn: CivilDate | null;
  confirmedOn: CivilDate | null;
  /** The revision that readers see, or would see when the company is listed again. */
  publishedNumber: number | null;
  registration: RegistrationState | null;
  /** The submission that waits for a decision. */
  waitingRevisionId: string | null;
};

/** One company as staff see it; null when there is none by that id. */
export async function findCompanyForStaff(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<StaffCompany | null> {
  const company = await town.database.company.findUnique({
    where: { id: companyId },
    include: {
      registration: { select: { state: true } },
      publishedRevision: { select: { number: true, profile: true } },
      revisions: { orderBy: { number: "desc" }, select: { id: true, state: true, profile: true } },
    },
  });
  if (!company) return null;
  const profile = (company.publishedRevision ?? company.revisions[0])?.profile;
  const day = (at: Date | null) => at && civilDateOf(at);
  return {
    id: company.id,
    slug: company.slug,
    name: nameIn(profile),
    nameKana: nameIn({ name: (profile as { nameKana?: unknown } | undefined)?.nameKana }),
    corporateNumber: company.corporateNumber,
    listing: listingOf(company),
    registeredOn: civilDateOf(company.createdAt),
    firstPublishedOn: day(company.firstPublishedAt),
    withdrawnOn: day(company.withdrawnAt),
    confirmedOn: day(company.confirmedAt),
    publishedNumber: company.publishedRevision?.number ?? null,
    registration: company.registration?.state ?? null,
    waitingRevisionId: company.revisions.find(({ state }) => state === "submitted")?.id ?? null,
  };
}

async function namesOf(
  town: Pick<Town, "database">,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const users = await town.database.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
