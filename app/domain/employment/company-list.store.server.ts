import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { EmploymentState, PlacementKind, PlacementRoute, SchoolKind, SeparationKind } from "./rules.ts";
import type { ReportedPerson } from "./report.rules.ts";
import { dateColumn, dayOfColumn, LATEST_ANSWER, LATEST_SEPARATION, STANDING } from "./store.server.ts";

export const PEOPLE_PER_PAGE = 50;

const withHistory = { separations: LATEST_SEPARATION, answers: LATEST_ANSWER } as const;

/** People of a company's reports that are not known to have left and have started, the newest first, by pages. */
export async function listPresent(
  town: Pick<Town, "database" | "clock">,
  { companyId, page }: { companyId: string; page: number },
): Promise<{ people: ReportedPerson[]; page: number; pages: number; total: number }> {
  const today = dateColumn(civilDateOf(town.clock.now()));
  const ids = await presentIds(town, { companyId, today });
  const pages = Math.max(1, Math.ceil(ids.length / PEOPLE_PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await town.database.placement.findMany({
    where: { companyId, id: { in: ids.slice((shown - 1) * PEOPLE_PER_PAGE, shown * PEOPLE_PER_PAGE) } },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    include: withHistory,
  });
  return { people: rows.map((row) => shownOf(town, row)), page: shown, pages, total: ids.length };
}

/** Whether somebody has left is said by the separation reported last, so it is decided on the rows. */
async function presentIds(
  town: Pick<Town, "database">,
  { companyId, today }: { companyId: string; today: Date },
): Promise<string[]> {
  const rows = await town.database.placement.findMany({
    where: { ...STANDING, companyId, source: "company", startedOn: { lte: today } },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    select: { id: true, separations: { ...LATEST_SEPARATION, select: { isVoid: true } } },
  });
  return rows.filter(({ separations }) => separations.every(({ isVoid }) => isVoid)).map(({ id }) => id);
}

/** Everybody whom a company reported and whose record stands, the newest start first, by pages. */
export async function listReported(
  town: Pick<Town, "database" | "clock">,
  { companyId, page }: { companyId: string; page: number },
): Promise<{ people: ReportedPerson[]; page: number; pages: number; total: number }> {
  const where = { ...STANDING, companyId, source: "company" as const };
  const total = await town.database.placement.count({ where });
  const pages = Math.max(1, Math.ceil(total / PEOPLE_PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await town.database.placement.findMany({
    where,
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    skip: (shown - 1) * PEOPLE_PER_PAGE,
    take: PEOPLE_PER_PAGE,
    include: withHistory,
  });
  return { people: rows.map((row) => shownOf(town, row)), page: shown, pages, total };
}

/** What a company told since it was asked: new people, and people about whom it answered. */
export async function listToldSince(
  town: Pick<Town, "database" | "clock">,
  { companyId, since }: { companyId: string; since: Date },
): Promise<ReportedPerson[]> {
  const rows = await town.database.placement.findMany({
    where: {
      ...STANDING,
      companyId,
      source: "company",
      OR: [{ reportedAt: { gte: since } }, { answers: { some: { answeredAt: { gte: since } } } }],
    },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    include: withHistory,
  });
  return rows.map((row) => shownOf(town, row));
}

/** One record of a company that stands; null when it is another company's, void or replaced. */
export async function findReported(
  town: Pick<Town, "database" | "clock">,
  { companyId, placementId }: { companyId: string; placementId: string },
): Promise<ReportedPerson | null> {
  const row = await town.database.placement.findFirst({
    where: { ...STANDING, id: placementId, companyId, source: "company" },
    include: withHistory,
  });
  return row && shownOf(town, row);
}

type Row = {
  id: string;
  employerReference: string;
  kind: PlacementKind;
  graduationYear: number | null;
  schoolKind: SchoolKind | null;
  departmentName: string;
  placeOfWork: string;
  inJurisdiction: boolean;
  route: PlacementRoute | null;
  startedOn: Date;
  reportedAt: Date;
  separations: { endedOn: Date; kind: SeparationKind; isVoid: boolean }[];
  answers: { state: EmploymentState; asOf: Date }[];
};

/** A placement as its employer (and staff) see it. */
export function shownOf(town: Pick<Town, "clock">, row: Row): ReportedPerson {
  const separation = row.separations.find(({ isVoid }) => !isVoid);
  const answer = row.answers[0];
  const startedOn = dayOfColumn(row.startedOn);
  return {
    id: row.id,
    mark: row.employerReference,
    kind: row.kind,
    graduationYear: row.graduationYear,
    schoolKind: row.schoolKind,
    departmentName: row.departmentName,
    placeOfWork: row.placeOfWork,
    inJurisdiction: row.inJurisdiction,
    route: row.route,
    startedOn,
    reportedOn: civilDateOf(row.reportedAt),
    isAhead: startedOn > civilDateOf(town.clock.now()),
    left: separation ? { endedOn: dayOfColumn(separation.endedOn), kind: separation.kind } : null,
    answer: answer ? { state: answer.state, asOf: dayOfColumn(answer.asOf) } : null,
  };
}
