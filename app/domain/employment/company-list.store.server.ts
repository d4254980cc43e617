import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { readMunicipality } from "./jurisdiction.rules.ts";
import type { EmploymentState, PlacementKind, PlacementRoute, SchoolKind, SeparationKind } from "./rules.ts";
import { type ReportedPerson, standingOf } from "./report.rules.ts";
import { dateColumn, dayOfColumn, LATEST_ANSWER, LATEST_SEPARATION, STANDING } from "./store.server.ts";

export const PEOPLE_PER_PAGE = 50;

const withHistory = { separations: LATEST_SEPARATION, answers: LATEST_ANSWER } as const;

/** The moment of the newest question to a company; null when it was never asked. */
async function readAskedAt(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<Date | null> {
  const newest = await town.database.employmentQuestion.findFirst({
    where: { companyId },
    orderBy: { askedAt: "desc" },
    select: { askedAt: true },
  });
  return newest?.askedAt ?? null;
}

/**
 * People of a company's reports who have started and are not known to have left, the newest first, by pages. Whoever was
 * told of after the newest question is not asked about before the next one.
 */
export async function listPresent(
  town: Pick<Town, "database" | "clock">,
  { companyId, page }: { companyId: string; page: number },
): Promise<{ people: ReportedPerson[]; page: number; pages: number; total: number }> {
  const today = dateColumn(civilDateOf(town.clock.now()));
  const askedAt = await readAskedAt(town, { companyId });
  const ids = await presentIds(town, { companyId, today, askedAt });
  const pages = Math.max(1, Math.ceil(ids.length / PEOPLE_PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await town.database.placement.findMany({
    where: { companyId, id: { in: ids.slice((shown - 1) * PEOPLE_PER_PAGE, shown * PEOPLE_PER_PAGE) } },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    include: withHistory,
  });
  return { people: rows.map((row) => shownOf(town, row, askedAt)), page: shown, pages, total: ids.length };
}

/** Whether somebody has left is said by the separation reported last, so it is decided on the rows. */
async function presentIds(
  town: Pick<Town, "database">,
  { companyId, today, askedAt }: { companyId: string; today: Date; askedAt: Date | null },
): Promise<string[]> {
  const rows = await town.database.placement.findMany({
    where: { ...STANDING, companyId, source: "company", startedOn: { lte: today } },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    select: {
      id: true,
      reportedAt: true,
      correctsId: true,
      separations: { ...LATEST_SEPARATION, select: { isVoid: true } },
      _count: { select: { answers: true } },
    },
  });
  const isFresh = ({ reportedAt, correctsId, _count }: (typeof rows)[number]) =>
    askedAt !== null && correctsId === null && _count.answers === 0 && reportedAt > askedAt;
  return rows
    .filter((row) => row.separations.every(({ isVoid }) => isVoid) && !isFresh(row))
    .map(({ id }) => id);
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
  const askedAt = await readAskedAt(town, { companyId });
  return { people: rows.map((row) => shownOf(town, row, askedAt)), page: shown, pages, total };
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
  const askedAt = await readAskedAt(town, { companyId });
  return rows.map((row) => shownOf(town, row, askedAt));
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
  return row && shownOf(town, row, await readAskedAt(town, { companyId }));
}

/**
 * Where people of a company usually work, as a form may fill it in: the place of most of its hires, otherwise the
 * municipality of its address where that can be told; blank for none.
 */
export async function readUsualPlace(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<string> {
  const [most] = await town.database.placement.groupBy({
    by: ["placeOfWork"],
    where: { ...STANDING, companyId, source: "company", placeOfWork: { not: "" } },
    _count: { id: true },
    orderBy: [{ _count: { id: "desc" } }, { placeOfWork: "asc" }],
    take: 1,
  });
  if (most) return most.placeOfWork;
  const company = await town.database.company.findUnique({
    where: { id: companyId },
    select: { publishedRevision: { select: { profile: true } } },
  });
  const profile = company?.publishedRevision && readProfile(company.publishedRevision.profile);
  return (profile && readMunicipality(profile.address)) ?? "";
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
  correctsId: string | null;
  separations: { endedOn: Date; kind: SeparationKind; isVoid: boolean }[];
  answers: { state: EmploymentState; asOf: Date }[];
};

/** A placement as its employer (and staff) see it; `askedAt` is the moment of the newest question to the employer. */
export function shownOf(town: Pick<Town, "clock">, row: Row, askedAt: Date | null): ReportedPerson {
  const separation = row.separations.find(({ isVoid }) => !isVoid);
  const answer = row.answers[0];
  const startedOn = dayOfColumn(row.startedOn);
  const answeredOn = answer ? dayOfColumn(answer.asOf) : null;
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
    standing: standingOf(
      {
        startedOn,
        reportedAt: row.reportedAt,
        answeredOn,
        isCorrection: row.correctsId !== null,
        hasLeft: separation !== undefined,
      },
      { today: civilDateOf(town.clock.now()), askedAt },
    ),
    left: separation ? { endedOn: dayOfColumn(separation.endedOn), kind: separation.kind } : null,
    answer: answer && answeredOn ? { state: answer.state, asOf: answeredOn } : null,
  };
}
