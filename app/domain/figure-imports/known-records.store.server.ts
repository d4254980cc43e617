import type { Database, Transaction } from "#app/platform/database.server.ts";
import type {
  KnownCompany,
  KnownGrant,
  KnownName,
  KnownOutcome,
  KnownPlacement,
  KnownReport,
  KnownSchool,
} from "./known.ts";
import { dayOf } from "./known-figures.store.server.ts";

type Source = Database | Transaction;

export async function readKnownSchools(database: Source): Promise<KnownSchool[]> {
  const schools = await database.school.findMany({
    select: { id: true, name: true, departments: { select: { name: true }, orderBy: { position: "asc" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return schools.map(({ departments, ...school }) => ({
    ...school,
    departments: departments.map(({ name }) => name),
  }));
}

/** In the order in which they were recorded: of several about one class and day the last one stands. */
export async function readKnownOutcomes(database: Source): Promise<KnownOutcome[]> {
  const outcomes = await database.schoolOutcome.findMany({ orderBy: [{ recordedAt: "asc" }, { id: "asc" }] });
  return outcomes.map((outcome) => ({ ...outcome, asOf: dayOf(outcome.asOf) }));
}

/** In the order in which they were recorded: of several about one month the last one stands. */
export async function readKnownReports(database: Source): Promise<KnownReport[]> {
  const reports = await database.supportReport.findMany({ orderBy: [{ reportedAt: "asc" }, { id: "asc" }] });
  return reports.map(({ programme, month, consultations, newRegistrations }) => ({
    programme,
    month: dayOf(month),
    consultations,
    newRegistrations,
  }));
}

export async function readKnownSubsidies(database: Source): Promise<KnownName[]> {
  return database.subsidy.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } });
}

/** Those that stand: neither corrected nor taken back. */
export async function readKnownGrants(database: Source): Promise<KnownGrant[]> {
  const grants = await database.subsidyGrant.findMany({
    where: { isVoid: false, correctedBy: null },
    orderBy: { id: "asc" },
  });
  return grants.map((grant) => ({ ...grant, decidedOn: dayOf(grant.decidedOn) }));
}

/** Names and numbers of all companies: as published, or the newest before the first publication. */
export async function readKnownCompanies(database: Source): Promise<KnownCompany[]> {
  return database.$queryRaw<KnownCompany[]>`
    SELECT company."id", company."corporateNumber", coalesce(revision."profile"->>'name', '') AS "name"
    FROM "Company" company
    LEFT JOIN LATERAL (
      SELECT "profile" FROM "CompanyRevision"
      WHERE "companyId" = company."id"
      ORDER BY "id" = company."publishedRevisionId" DESC NULLS LAST, "number" DESC
      LIMIT 1
    ) revision ON true
    ORDER BY company."id"`;
}

/** The office's placements that stand: neither corrected nor taken back. */
export async function readKnownPlacements(
  database: Source,
  { office }: { office: "jobCafe" | "supportStation" | "staffImport" },
): Promise<KnownPlacement[]> {
  const placements = await database.placement.findMany({
    where: { source: office, isVoid: false, correctedBy: null },
    orderBy: { id: "asc" },
  });
  return placements.map((placement) => ({ ...placement, startedOn: dayOf(placement.startedOn) }));
}
