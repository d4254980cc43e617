import { addDays, type CivilDate, fiscalYearOf, fiscalYearRange, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { readAnswered } from "../employment/questions.store.server.ts";
import type { ComingEvents, LeverCounts, LeverEventKind } from "./levers.rules.ts";

/** An application that has waited so many days is late. */
const LATE_DAYS = 10;

const KINDS: readonly LeverEventKind[] = [
  "guidanceFair",
  "informationFair",
  "companyVisit",
  "discoveryFair",
  "visitTour",
  "outreachBooth",
];

/** Schools whose students go to work from here. */
const SCHOOLS = { inJurisdiction: true, kind: { in: ["highSchool" as const, "kosen" as const] } };

type Source = Pick<Town, "database" | "clock">;

/** Counts what staff can do now about the indicators; no names. */
export async function readLeverCounts(town: Source, { today }: { today: CivilDate }): Promise<LeverCounts> {
  const { database } = town;
  const late = { state: "submitted" as const, submittedAt: { lt: jst(addDays(today, 1 - LATE_DAYS)) } };
  const waiting = { state: "submitted" as const };
  const [
    lateRevisions,
    lateRegistrations,
    revisions,
    registrations,
    unpublishedCompanies,
    returnedCompanies,
    [directory],
    coming,
    schools,
    readers,
    [hires],
    hosts,
    unanswered,
    classesWithoutOutcome,
  ] = await Promise.all([
    database.companyRevision.count({ where: late }),
    database.companyRegistration.count({ where: late }),
    database.companyRevision.count({ where: waiting }),
    database.companyRegistration.count({ where: waiting }),
    database.company.count({
      where: {
        firstPublishedAt: null,
        withdrawnAt: null,
        members: { some: {} },
        revisions: { none: { state: { in: ["submitted", "returned"] } } },
      },
    }),
    database.company.count({
      where: {
        firstPublishedAt: null,
        withdrawnAt: null,
        revisions: { some: { state: "returned" }, none: waiting },
      },
    }),
    database.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM "Company" c
      JOIN "CompanyRevision" r ON r."id" = c."publishedRevisionId"
      LEFT JOIN "ManufacturingEntry" m ON m."companyId" = c."id" AND m."delistedAt" IS NULL
      WHERE c."withdrawnAt" IS NULL AND m."companyId" IS NULL AND r."profile"->>'industryCode' BETWEEN '09' AND '32'`,
    readComingEvents(town),
    readSchools(town, today),
    database.subscriber.count({ where: { state: "active" } }),
    countHiresWithoutGrant(town, today),
    database.internship.findMany({
      where: { state: "published", applyBy: { gte: new Date(`${today}T00:00:00Z`) } },
      distinct: ["companyId"],
      select: { companyId: true },
    }),
    readUnanswered(town),
    countClasses(town, today),
  ]);
  return {
    approvals: { late: lateRevisions + lateRegistrations, waiting: revisions + registrations },
    unpublishedCompanies,
    returnedCompanies,
    directoryCandidates: directory.count,
    coming,
    schools,
    readers,
    hiresWithoutGrant: hires.count,
    internshipHosts: hosts.length,
    unanswered,
    classesWithoutOutcome,
  };
}

async function readComingEvents({ database, clock }: Source): Promise<LeverCounts["coming"]> {
  const events = await database.event.findMany({
    where: {
      kind: { in: [...KINDS] },
      state: { in: ["published", "planned"] },
      startsAt: { gt: clock.now() },
    },
    select: {
      id: true,
      kind: true,
      sessions: { select: { pools: { select: { capacity: true, reserved: true } } } },
      _count: { select: { boothApplications: { where: { state: "applied" } } } },
    },
  });
  const coming: Partial<Record<LeverEventKind, ComingEvents>> = {};
  for (const { id, kind, sessions, _count } of events) {
    const pools = sessions.flatMap((session) => session.pools);
    const before = coming[kind as LeverEventKind];
    coming[kind as LeverEventKind] = {
      events: (before?.events ?? 0) + 1,
      eventId: before ? null : id,
      seats: pools.reduce((sum, { capacity }) => sum + capacity, before?.seats ?? 0),
      taken: pools.reduce((sum, { reserved }) => sum + reserved, before?.taken ?? 0),
      boothApplications: (before?.boothApplications ?? 0) + _count.boothApplications,
    };
  }
  return coming;
}

/** A school has been there when it registered people, has groups in the plan, or has seats of its own. */
async function readSchools({ database }: Source, today: CivilDate): Promise<LeverCounts["schools"]> {
  const { first, last } = fiscalYearRange(fiscalYearOf(today));
  const inYear = (kind: LeverEventKind) => ({
    kind,
    state: { in: ["published" as const, "planned" as const] },
    startsAt: { gte: jst(first), lt: jst(addDays(last, 1)) },
  });
  const all = await database.school.count({ where: SCHOOLS });
  const counts = await Promise.all(
    KINDS.map(async (kind) => {
      const event = inYear(kind);
      const without = await database.school.count({
        where: {
          ...SCHOOLS,
          registrations: { none: { event, state: { in: ["registered", "offered", "waiting"] } } },
          visitGroups: { none: { event } },
          pools: { none: { session: { event } } },
        },
      });
      return [kind, { without, all }] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** Companies that reported somebody who left school in the fiscal year, without a grant of project 1-1-12 in it. */
function countHiresWithoutGrant({ database }: Source, today: CivilDate): Promise<[{ count: number }]> {
  const { first } = fiscalYearRange(fiscalYearOf(today));
  return database.$queryRaw<[{ count: number }]>`
    SELECT count(DISTINCT p."companyId")::int AS count FROM "Placement" p
    WHERE p."kind" = 'newGraduate' AND NOT p."isVoid" AND p."companyId" IS NOT NULL
      AND p."startedOn" >= ${first}::date AND p."startedOn" <= ${today}::date
      AND NOT EXISTS (SELECT 1 FROM "Placement" c WHERE c."correctsId" = p."id")
      AND NOT EXISTS (
        SELECT 1 FROM "SubsidyGrant" g JOIN "Subsidy" s ON s."id" = g."subsidyId"
        WHERE g."companyId" = p."companyId" AND s."projectCode" = '1-1-12' AND NOT g."isVoid"
          AND g."decidedOn" >= ${first}::date)`;
}

/** Of the companies that the last quarter's question went to, those who have told nothing. */
export async function readUnanswered({
  database,
}: Pick<Town, "database">): Promise<LeverCounts["unanswered"]> {
  const last = await database.employmentQuestion.findFirst({
    orderBy: [{ quarter: "desc" }, { id: "desc" }],
    select: { quarter: true },
  });
  if (!last) return { quarter: null, companies: 0, asked: 0 };
  const questions = await database.employmentQuestion.findMany({
    where: { quarter: last.quarter },
    select: { id: true },
  });
  const answered = await readAnswered({ database }, { questionIds: questions.map(({ id }) => id) });
  const asked = questions.length;
  return { quarter: last.quarter, companies: asked - answered.size, asked };
}

/** High schools that have not told what became of the class that left this March. */
async function countClasses(
  { database }: Source,
  today: CivilDate,
): Promise<LeverCounts["classesWithoutOutcome"]> {
  const graduationYear = fiscalYearOf(today);
  const schools = await database.school.count({
    where: { ...SCHOOLS, kind: "highSchool", outcomes: { none: { graduationYear } } },
  });
  return { graduationYear, schools };
}
