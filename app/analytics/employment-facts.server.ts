import type { CivilDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { Facts } from "./facts.ts";

type EmploymentFacts = Pick<
  Facts,
  | "placements"
  | "separations"
  | "employmentAnswers"
  | "schoolOutcomes"
  | "supportReports"
  | "grants"
  | "internshipStarts"
>;

/** Placements and what followed, school outcomes, monthly reports, grants and internships, about days up to the as-of day. */
export async function loadEmploymentFacts(
  town: Pick<Town, "database">,
  { asOf }: { asOf: CivilDate },
): Promise<EmploymentFacts> {
  const upTo = { lte: new Date(`${asOf}T00:00:00Z`) };
  const { database } = town;
  const [placements, separations, answers, outcomes, reports, grants, starts] = await Promise.all([
    database.placement.findMany({
      where: { startedOn: upTo },
      include: { correctedBy: { select: { reportedAt: true } } },
    }),
    database.separation.findMany({
      where: { endedOn: upTo },
      orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
    }),
    database.employmentAnswer.findMany({ where: { asOf: upTo } }),
    database.schoolOutcome.findMany({
      where: { asOf: upTo },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      include: { school: { select: { kind: true } } },
    }),
    database.supportReport.findMany({
      where: { month: upTo },
      orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
    }),
    database.subsidyGrant.findMany({
      where: { decidedOn: upTo },
      include: {
        subsidy: { select: { projectCode: true } },
        correctedBy: { select: { recordedAt: true } },
      },
    }),
    database.internshipParticipation.findMany({
      where: { startedOn: upTo },
      include: { internship: { select: { companyId: true } } },
    }),
  ]);
  return {
    placements: placements
      .filter(({ isVoid }) => !isVoid)
      .map(({ correctedBy, userId, reportedAt, startedOn, ...placement }) => ({
        ...placement,
        startedOn: dayOf(startedOn),
        hasConsent: userId !== null,
        knownAt: reportedAt,
        supersededAt: correctedBy?.reportedAt ?? null,
      })),
    separations: withSuccessors(
      separations.map((row) => ({ ...row, endedOn: dayOf(row.endedOn), knownAt: row.reportedAt })),
      ({ placementId }) => placementId,
    ).filter(({ isVoid }) => !isVoid),
    employmentAnswers: answers.map((answer) => ({
      ...answer,
      asOf: dayOf(answer.asOf),
      knownAt: answer.answeredAt,
    })),
    schoolOutcomes: withSuccessors(
      outcomes.map(({ school, ...row }) => ({
        ...row,
        asOf: dayOf(row.asOf),
        schoolKind: school.kind,
        knownAt: row.recordedAt,
      })),
      (row) => `${row.schoolId} ${row.departmentName} ${row.graduationYear} ${row.asOf}`,
    ),
    supportReports: withSuccessors(
      reports.map(({ month, ...row }) => ({
        ...row,
        lastDay: lastDayOfMonth(dayOf(month)),
        knownAt: row.reportedAt,
      })),
      (row) => `${row.programme} ${row.lastDay}`,
    ),
    grants: grants
      .filter(({ isVoid }) => !isVoid)
      .map(({ subsidy, decidedOn, correctedBy, recordedAt, ...grant }) => ({
        ...grant,
        projectCode: subsidy.projectCode,
        decidedOn: dayOf(decidedOn),
        knownAt: recordedAt,
        supersededAt: correctedBy?.recordedAt ?? null,
      })),
    internshipStarts: starts.map(({ internship, startedOn, reportedAt, ...start }) => ({
      ...start,
      companyId: internship.companyId,
      startedOn: dayOf(startedOn),
      knownAt: reportedAt,
    })),
  };
}

/** Of rows about the same thing, in the order of recording, each one is superseded by the next. */
function withSuccessors<Row extends { knownAt: Date }>(
  rows: readonly Row[],
  about: (row: Row) => string,
): (Row & { supersededAt: Date | null })[] {
  const next = new Map<string, Date>();
  return rows
    .toReversed()
    .map((row) => {
      const supersededAt = next.get(about(row)) ?? null;
      next.set(about(row), row.knownAt);
      return { ...row, supersededAt };
    })
    .toReversed();
}

/** A DATE column arrives as midnight UTC of the civil day. */
function dayOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

function lastDayOfMonth(day: CivilDate): CivilDate {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
