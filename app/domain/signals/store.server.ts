import type { FactBook } from "#app/analytics/facts.server.ts";
import type { Facts } from "#app/analytics/facts.ts";
import { type CivilDate, civilDateOf, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { readAnswered } from "../employment/questions.store.server.ts";
import { readSnapshot } from "../indicators/snapshot.store.server.ts";
import { readPlanSheet } from "../indicators/store.server.ts";
import { planSignals } from "./plan-signals.ts";
import {
  answersAreDue,
  eventsWithoutCheckIns,
  missingMonths,
  outcomesAreDue,
  type Programme,
  PROGRAMMES,
  silentInputs,
  YEARS_BACK,
} from "./findings.ts";
import type { CompanyToCall, Signal } from "./signal.ts";

/** So many companies are named; the rest is a number. */
const COMPANIES_NAMED = 20;

type Source = Pick<Town, "database" | "clock">;

/** Everything that staff should know about the plan's figures today; empty without a plan. */
export async function readSignals(town: Source, { today }: { today: CivilDate }): Promise<Signal[]> {
  const [snapshot, sheet] = await Promise.all([readSnapshot(town), readPlanSheet(town, { asOf: today })]);
  if (!snapshot || !sheet) return [];
  const { records } = snapshot;
  const facts = factsOfWindows(snapshot.facts, today);
  const [months, outcomes, answers] = await Promise.all([
    reportSignals(town, facts, today),
    outcomeSignals(town, today),
    answerSignals(town),
  ]);
  return [
    ...months,
    ...outcomes,
    ...answers,
    ...eventsWithoutCheckIns(facts, town.clock.now()).map(({ id, title, endsAt }): Signal => ({
      kind: "missingReport",
      what: "checkIns",
      eventId: id,
      title,
      day: civilDateOf(endsAt),
    })),
    ...planSignals(sheet, records, today),
    ...silentInputs(facts, today).map((silent): Signal => ({ kind: "silentInput", ...silent })),
  ];
}

/** The facts of today with the check-ins of every fiscal year that the windows of silence reach into. */
function factsOfWindows(book: FactBook, today: CivilDate): Facts {
  const fiscalYear = fiscalYearOf(today);
  const checkIns = Array.from({ length: YEARS_BACK + 2 }, (_, at) => {
    const { last } = fiscalYearRange(fiscalYear - at);
    return book.factsAt(last < today ? last : today).checkIns;
  }).flat();
  const byId = new Map(checkIns.map((row) => [row.id, row]));
  return { ...book.factsAt(today), checkIns: [...byId.values()] };
}

async function reportSignals({ database }: Source, facts: Facts, today: CivilDate): Promise<Signal[]> {
  const missing = PROGRAMMES.flatMap((programme) => {
    const months = missingMonths(facts, programme, today);
    return months.length > 0 ? [{ programme, months }] : [];
  });
  return Promise.all(
    missing.map(async ({ programme, months }): Promise<Signal> => {
      return {
        kind: "missingReport",
        what: "months",
        programme,
        months,
        mailTo: await lastReporter(database, programme),
      };
    }),
  );
}

/** The address of the account that sent the programme's last report, while it is in use. */
async function lastReporter(database: Town["database"], programme: Programme): Promise<string | null> {
  const report = await database.supportReport.findFirst({
    where: { programme, reportedById: { not: null } },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    select: { reportedById: true },
  });
  const account =
    report &&
    (await database.user.findFirst({
      where: { id: report.reportedById!, state: "active" },
      select: { email: true },
    }));
  return account?.email ?? null;
}

async function outcomeSignals({ database }: Source, today: CivilDate): Promise<Signal[]> {
  if (!outcomesAreDue(today)) return [];
  const graduationYear = fiscalYearOf(today);
  const schools = await database.school.findMany({
    where: { kind: "highSchool", inJurisdiction: true, outcomes: { none: { graduationYear } } },
    orderBy: [{ nameKana: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      teachers: { where: { user: { state: "active" } }, select: { user: { select: { email: true } } } },
    },
  });
  return schools.map(({ id, name, teachers }) => ({
    kind: "missingReport",
    what: "outcome",
    schoolId: id,
    school: name,
    graduationYear,
    mailTo: teachers.map(({ user }) => user.email).toSorted(),
  }));
}

/** Companies that were asked for the last quarter more than two weeks ago and have told nothing. */
async function answerSignals({ database, clock }: Source): Promise<Signal[]> {
  const last = await database.employmentQuestion.findFirst({
    orderBy: [{ quarter: "desc" }, { id: "desc" }],
    select: { quarter: true, askedAt: true },
  });
  if (!last || !answersAreDue(last.askedAt, clock.now())) return [];
  const all = await database.employmentQuestion.findMany({
    where: { quarter: last.quarter },
    orderBy: { companyId: "asc" },
    select: { id: true, companyId: true },
  });
  const answered = await readAnswered({ database }, { questionIds: all.map(({ id }) => id) });
  const questions = all.filter(({ id }) => !answered.has(id));
  if (questions.length === 0) return [];
  const companies = await namesOf(
    database,
    questions.map(({ companyId }) => companyId).slice(0, COMPANIES_NAMED),
  );
  return [
    {
      kind: "missingReport",
      what: "answers",
      quarter: last.quarter,
      asked: all.length,
      unanswered: questions.length,
      companies,
    },
  ];
}

/** Names and telephone numbers from the published profiles. */
async function namesOf(database: Town["database"], ids: string[]): Promise<CompanyToCall[]> {
  const rows = await database.$queryRaw<CompanyToCall[]>`
    SELECT c."id", coalesce(r."profile"->>'name', '') AS "name", coalesce(r."profile"->>'phone', '') AS "phone"
    FROM "Company" c LEFT JOIN "CompanyRevision" r ON r."id" = c."publishedRevisionId"
    WHERE c."id" = ANY(${ids})`;
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, "ja"));
}
