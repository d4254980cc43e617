import { type CivilDate, civilDateOf, fiscalYearRange } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { startProblem } from "./hires.rules.ts";
import { isInJurisdiction } from "./jurisdiction.rules.ts";
import { personKeyOfOffice } from "./person-key.server.ts";
import type { ProgrammePlacementForm } from "./programme.schema.ts";
import type { Programme } from "./rules.ts";
import type { SupportReportRow } from "./desk.rules.ts";
import { dateColumn, dayOfColumn, STANDING } from "./store.server.ts";
import { lastDayOf, missingMonths } from "./support-reports.rules.ts";

type Base = Pick<Town, "database" | "clock">;

/** The reports of a fiscal year, the newest month first, with the months that are over and have none. */
export async function readSupportReports(
  town: Base,
  { fiscalYear }: { fiscalYear: number },
): Promise<{ reports: SupportReportRow[]; missing: Record<Programme, string[]> }> {
  const { first, last } = fiscalYearRange(fiscalYear);
  const rows = await town.database.supportReport.findMany({
    where: { month: { gte: dateColumn(first), lte: dateColumn(last) } },
    orderBy: [{ month: "desc" }, { programme: "asc" }, { reportedAt: "desc" }, { id: "desc" }],
  });
  const seen = new Set<string>();
  const reports = rows.map(({ id, programme, month, consultations, newRegistrations, reportedAt }) => {
    const key = `${programme} ${month.getTime()}`;
    const isCorrected = seen.has(key);
    seen.add(key);
    return {
      id,
      programme,
      month: dayOfColumn(month).slice(0, 7),
      consultations,
      newRegistrations,
      reportedAt,
      isCorrected,
    };
  });
  return { reports, missing: missingMonths(fiscalYear, civilDateOf(town.clock.now()), reports) };
}

/** Records a month's report; a later one about the same month corrects it, the same numbers again change nothing. */
export async function recordSupportReport(
  town: Base,
  options: {
    staffId: string;
    programme: Programme;
    month: string;
    consultations: number;
    newRegistrations: number;
  },
): Promise<{ ok: true; corrected: boolean; repeated: boolean } | { ok: false; error: "month-not-over" }> {
  const { staffId, programme, month, consultations, newRegistrations } = options;
  const now = town.clock.now();
  // A report on the last day of its month is common; one before it cannot know the month.
  if (lastDayOf(month) > civilDateOf(now)) return { ok: false, error: "month-not-over" };
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`support-report:${programme}:${month}`}))`;
    const earlier = await tx.supportReport.findFirst({
      where: { programme, month: dateColumn(`${month}-01`) },
      orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    });
    if (earlier?.consultations === consultations && earlier.newRegistrations === newRegistrations)
      return { ok: true, corrected: false, repeated: true };
    const id = newId();
    await tx.supportReport.create({
      data: {
        id,
        programme,
        month: dateColumn(`${month}-01`),
        consultations,
        newRegistrations,
        reportedAt: now,
        reportedById: staffId,
      },
    });
    await recordEvent(tx, {
      kind: "support-report.recorded",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { programme, month, corrects: earlier?.id ?? null },
    });
    return { ok: true, corrected: earlier !== null, repeated: false };
  });
}

/**
 * Records one placement of a programme's client. The same person at the same day is the same placement: sent twice it counts
 * once. `isFirstTime` tells staff whether this person was on record before.
 */
export async function recordProgrammePlacement(
  town: Pick<Town, "database" | "clock" | "env">,
  { staffId, values }: { staffId: string; values: ProgrammePlacementForm },
): Promise<
  { ok: true; repeated: boolean; isFirstTime: boolean } | { ok: false; errors: Record<string, string> }
> {
  const now = town.clock.now();
  const { programme, personNumber, startedOn, companyId, ...facts } = values;
  const start = startProblem(startedOn, civilDateOf(now));
  if (start) return { ok: false, errors: { startedOn: start } };
  const personKey = personKeyOfOffice(town.env.personKeySecret, programme, personNumber);
  return town.database.$transaction(async (tx) => {
    if (companyId !== "" && (await tx.company.count({ where: { id: companyId } })) === 0)
      return { ok: false, errors: { companyId: "choose" } };
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`placement:${personKey}`}))`;
    const known = await tx.placement.findMany({
      where: { ...STANDING, personKey },
      select: { startedOn: true, source: true },
    });
    const repeated = known.some(
      (row) => row.source === programme && dayOfColumn(row.startedOn) === startedOn,
    );
    const isFirstTime = known.every((row) => dayOfColumn(row.startedOn) >= startedOn);
    if (repeated) return { ok: true, repeated, isFirstTime };
    const id = newId();
    await tx.placement.create({
      data: {
        ...facts,
        id,
        personKey,
        source: programme,
        companyId: companyId === "" ? null : companyId,
        startedOn: dateColumn(startedOn),
        inJurisdiction: isInJurisdiction(facts.placeOfWork),
        reportedAt: now,
        reportedById: staffId,
      },
    });
    await recordEvent(tx, {
      kind: "placement.reported",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { source: programme, by: "staff", linked: false },
    });
    return { ok: true, repeated, isFirstTime };
  });
}

/** Whether a person of the list had an earlier placement, by placement id. */
export async function readEarlier(
  town: Pick<Town, "database">,
  { rows }: { rows: readonly { id: string; personKey: string; startedOn: CivilDate }[] },
): Promise<Set<string>> {
  const first = await town.database.placement.groupBy({
    by: ["personKey"],
    where: { ...STANDING, personKey: { in: rows.map(({ personKey }) => personKey) } },
    _min: { startedOn: true },
  });
  const firstDay = new Map(first.map(({ personKey, _min }) => [personKey, dayOfColumn(_min.startedOn!)]));
  return new Set(
    rows.filter(({ personKey, startedOn }) => firstDay.get(personKey)! < startedOn).map(({ id }) => id),
  );
}
