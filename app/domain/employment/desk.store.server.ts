import type { Town } from "#app/town.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { PUBLISHED } from "../companies/store.server.ts";
import { shownOf } from "./company-list.store.server.ts";
import {
  type CompanyToCall,
  DESK_STATES,
  type DeskPlacement,
  type DeskState,
  type QuarterState,
} from "./desk.rules.ts";
import { readEarlier } from "./programmes.store.server.ts";
import { readAnswered } from "./questions.store.server.ts";
import type { PlacementSource } from "./rules.ts";
import { dayOfColumn, LATEST_ANSWER, LATEST_SEPARATION, STANDING } from "./store.server.ts";

const PER_PAGE = 50;

/** How the questions of the last quarters stand, the newest first. */
export async function readQuarters(town: Pick<Town, "database">): Promise<QuarterState[]> {
  const quarters = await town.database.employmentQuestion.groupBy({
    by: ["quarter"],
    orderBy: { quarter: "desc" },
    take: 4,
  });
  const questions = await town.database.employmentQuestion.findMany({
    where: { quarter: { in: quarters.map(({ quarter }) => quarter) } },
    select: { id: true, quarter: true },
  });
  const answered = await readAnswered(town, { questionIds: questions.map(({ id }) => id) });
  return quarters.map(({ quarter }) => {
    const own = questions.filter((question) => question.quarter === quarter);
    const done = own.filter(({ id }) => answered.has(id)).length;
    return { quarter, asked: own.length, answered: done, unanswered: own.length - done };
  });
}

/** Companies of a quarter that have not answered, those with most people first, by pages. */
export async function listToCall(
  town: Pick<Town, "database">,
  { quarter, page }: { quarter: string; page: number },
): Promise<{ companies: CompanyToCall[]; page: number; pages: number; total: number }> {
  const questions = await town.database.employmentQuestion.findMany({
    where: { quarter, company: PUBLISHED },
    select: {
      id: true,
      askedAt: true,
      company: {
        select: {
          id: true,
          publishedRevision: { select: { profile: true } },
          placements: {
            where: { ...STANDING, source: "company" },
            select: { separations: { ...LATEST_SEPARATION, select: { isVoid: true } } },
          },
          _count: { select: { members: { where: { user: { state: "active" } } } } },
        },
      },
    },
  });
  const answered = await readAnswered(town, { questionIds: questions.map(({ id }) => id) });
  const open = questions
    .filter(({ id }) => !answered.has(id))
    .map(({ id, askedAt, company }) => {
      const { name, phone, contactDepartment } = readProfile(company.publishedRevision!.profile);
      return {
        questionId: id,
        companyId: company.id,
        name,
        phone,
        contactDepartment,
        askedAt,
        hasAccount: company._count.members > 0,
        people: company.placements.filter(({ separations }) => separations.every(({ isVoid }) => isVoid))
          .length,
      };
    })
    .toSorted((a, b) => b.people - a.people || a.name.localeCompare(b.name, "ja"));
  const pages = Math.max(1, Math.ceil(open.length / PER_PAGE));
  const shown = Math.min(page, pages);
  return {
    companies: open.slice((shown - 1) * PER_PAGE, shown * PER_PAGE),
    page: shown,
    pages,
    total: open.length,
  };
}

/**
 * The company that staff have on the telephone, with the question that they call about: that of the quarter, where there is
 * one, otherwise its newest. Null for an unknown company.
 */
export async function findCalled(
  town: Pick<Town, "database">,
  { companyId, quarter }: { companyId: string; quarter: string | null },
): Promise<{
  companyId: string;
  name: string;
  phone: string;
  questionId: string | null;
  quarter: string | null;
} | null> {
  const company = await town.database.company.findFirst({
    where: { id: companyId, ...PUBLISHED },
    select: {
      publishedRevision: { select: { profile: true } },
      employmentQuestions: { orderBy: { quarter: "desc" }, select: { id: true, quarter: true } },
    },
  });
  if (!company) return null;
  const { name, phone } = readProfile(company.publishedRevision!.profile);
  const questions = company.employmentQuestions;
  const question = questions.find((asked) => asked.quarter === quarter) ?? questions[0] ?? null;
  return { companyId, name, phone, questionId: question?.id ?? null, quarter: question?.quarter ?? null };
}

/** Placements that stand, the newest start first, by source and pages. */
export async function listPlacements(
  town: Pick<Town, "database" | "clock">,
  { source, page }: { source?: PlacementSource; page: number },
): Promise<{ placements: DeskPlacement[]; page: number; pages: number; total: number }> {
  const where = { ...STANDING, source };
  const total = await town.database.placement.count({ where });
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await town.database.placement.findMany({
    where,
    orderBy: [{ startedOn: "desc" }, { reportedAt: "desc" }, { id: "asc" }],
    skip: (shown - 1) * PER_PAGE,
    take: PER_PAGE,
    include: relations,
  });
  return { placements: await onDesk(town, rows), page: shown, pages, total };
}

/** One placement that stands; null when it is void, replaced or unknown. */
export async function findPlacement(
  town: Pick<Town, "database" | "clock">,
  { placementId }: { placementId: string },
): Promise<DeskPlacement | null> {
  const rows = await town.database.placement.findMany({
    where: { ...STANDING, id: placementId },
    include: relations,
  });
  return (await onDesk(town, rows))[0] ?? null;
}

const relations = {
  separations: LATEST_SEPARATION,
  answers: LATEST_ANSWER,
  school: { select: { name: true } },
  company: {
    select: {
      publishedRevision: { select: { profile: true } },
      employmentQuestions: { orderBy: { askedAt: "desc" }, take: 1, select: { askedAt: true } },
    },
  },
} as const;

type Row = Parameters<typeof shownOf>[1] & {
  personKey: string;
  source: PlacementSource;
  correctsId: string | null;
  correctionReason: string;
  school: { name: string } | null;
  company: {
    publishedRevision: { profile: unknown } | null;
    employmentQuestions: { askedAt: Date }[];
  } | null;
};

async function onDesk(town: Pick<Town, "database" | "clock">, rows: Row[]): Promise<DeskPlacement[]> {
  const keys = rows.map(({ id, personKey, startedOn }) => ({
    id,
    personKey,
    startedOn: dayOfColumn(startedOn),
  }));
  const earlier = await readEarlier(town, { rows: keys });
  return rows.map((row) => ({
    ...shownOf(town, row, askedAt(row)),
    source: row.source,
    companyName: row.company?.publishedRevision
      ? readProfile(row.company.publishedRevision.profile).name
      : "",
    schoolName: row.school?.name ?? "",
    isReturning: earlier.has(row.id),
    isCorrection: row.correctsId !== null,
    correctionReason: row.correctionReason,
  }));
}

/** The moment of the newest question to the employer; null when it was never asked. */
function askedAt({ company }: Pick<Row, "company">): Date | null {
  return company?.employmentQuestions[0]?.askedAt ?? null;
}

/**
 * How many of those whom companies reported stand where; what was answered is told apart. Unanswered is a state of its own:
 * these people count neither as there nor as gone.
 */
export async function countStandings(
  town: Pick<Town, "database" | "clock">,
): Promise<{ state: DeskState; placements: number }[]> {
  const rows = await town.database.placement.findMany({
    where: { ...STANDING, source: "company" },
    include: relations,
  });
  const counts = new Map<DeskState, number>();
  for (const row of rows) {
    const { standing, answer } = shownOf(town, row, askedAt(row));
    // Only who has an answer stands as answered.
    const state = standing === "answered" ? (`said-${answer!.state}` as const) : standing;
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return DESK_STATES.map((state) => ({ state, placements: counts.get(state) ?? 0 }));
}

/** Companies as choices of a form, by reading. */
export async function listCompanyChoices(
  town: Pick<Town, "database">,
): Promise<{ id: string; name: string }[]> {
  const companies = await town.database.company.findMany({
    where: { publishedRevisionId: { not: null } },
    select: { id: true, publishedRevision: { select: { profile: true } } },
  });
  return companies
    .map(({ id, publishedRevision }) => ({ id, ...readProfile(publishedRevision!.profile) }))
    .toSorted((a, b) => a.nameKana.localeCompare(b.nameKana, "ja"))
    .map(({ id, name }) => ({ id, name }));
}
