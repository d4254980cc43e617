import type { Transaction } from "#app/platform/database.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import type { Said, StandingPlacement } from "./hires.rules.ts";
import { dayOfColumn, LATEST_ANSWER, LATEST_SEPARATION, STANDING } from "./store.server.ts";

/** What a company told about somebody, with what it said last. */
export type KnownPlacement = StandingPlacement & Said;

/** Everybody whom the company reported and whose record stands. */
export async function readStanding(tx: Transaction, companyId: string): Promise<KnownPlacement[]> {
  const rows = await tx.placement.findMany({
    where: { ...STANDING, companyId, source: "company" },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    include: { separations: LATEST_SEPARATION, answers: LATEST_ANSWER },
  });
  return rows.map((row) => {
    const separation = row.separations[0];
    const left = separation && !separation.isVoid ? separation : null;
    const answer = row.answers[0];
    return {
      id: row.id,
      personKey: row.personKey,
      mark: row.employerReference,
      kind: row.kind,
      graduationYear: row.graduationYear,
      schoolKind: row.schoolKind,
      departmentName: row.departmentName,
      placeOfWork: row.placeOfWork,
      route: row.route,
      startedOn: dayOfColumn(row.startedOn),
      endedOn: left && dayOfColumn(left.endedOn),
      endKind: left?.kind ?? null,
      state: answer?.state ?? null,
      answeredFor: answer?.questionId ?? null,
      asOf: answer ? dayOfColumn(answer.asOf) : null,
    };
  });
}

/** The year of foundation as the company's page tells it; null when it does not. */
export async function readFoundedYear(tx: Transaction, companyId: string): Promise<number | null> {
  const company = await tx.company.findUnique({
    where: { id: companyId },
    select: { publishedRevision: { select: { profile: true } } },
  });
  return company?.publishedRevision ? readProfile(company.publishedRevision.profile).foundedYear : null;
}
