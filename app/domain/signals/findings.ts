import { ALL_KNOWN, type Facts, isKnown, periodUpTo } from "#app/analytics/facts.ts";
import { addDays, type CivilDate, civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import type { EvaluationRecord, Grade } from "../indicators/plan.rules.ts";
import { type DatedObservation, yearEnd } from "../indicators/rules.ts";

/** What is wrong; the page shows the signals in this order. */
export const SIGNAL_KINDS = [
  "missingReport",
  "behindPace",
  "silentInput",
  "lateSource",
  "gradeAgainstScore",
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** The programmes that report every month. */
export const PROGRAMMES = ["jobCafe", "supportStation"] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** A month's report is due on this day of the next month. */
const REPORT_DUE_DAY = "15";
/** Reports of months before these are not asked for any more. */
const MONTHS_ASKED = 12;

/** The months (`YYYY-MM`) that a programme has not reported though they are due, from its first report on, oldest first. */
export function missingMonths(
  facts: Pick<Facts, "supportReports">,
  programme: Programme,
  today: CivilDate,
): string[] {
  const reported = new Set(
    facts.supportReports
      .filter((report) => report.programme === programme)
      .map(({ lastDay }) => lastDay.slice(0, 7)),
  );
  const first = [...reported].toSorted()[0];
  if (first === undefined) return [];
  const months = Array.from({ length: MONTHS_ASKED }, (_, at) => monthBefore(today.slice(0, 7), at + 1));
  return months.filter((month) => month > first && !reported.has(month) && isDue(month, today)).toReversed();
}

function isDue(month: string, today: CivilDate): boolean {
  return today > `${monthBefore(month, -1)}-${REPORT_DUE_DAY}`;
}

function monthBefore(month: string, count: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
}

/** Schools tell by the end of June what became of the class that left in March; before that nothing is missing. */
export function outcomesAreDue(today: CivilDate): boolean {
  return today > `${fiscalYearOf(today)}-06-30`;
}

/** Companies have two weeks for the quarter's question. */
export function answersAreDue(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > 14 * 86_400_000;
}

/** Published events that ended in the last ninety days (yesterday or before) without anybody on record. */
export function eventsWithoutCheckIns(facts: Pick<Facts, "events" | "checkIns">, now: Date): Facts["events"] {
  const came = new Set(facts.checkIns.filter((row) => row.voidedAt === null).map((row) => row.eventId));
  const yesterday = addDays(civilDateOf(now), -1);
  return facts.events.filter((event) => {
    const ended = civilDateOf(event.endsAt);
    const isRecent = ended <= yesterday && ended > addDays(yesterday, -SILENT_DAYS);
    return event.state === "published" && isRecent && !came.has(event.id);
  });
}

/** A source may be so much later than usual. */
const GRACE_DAYS = 92;
const YEAR_DAYS = 365;

/** `source` is that of the newest observation. */
export type LateSource = { source: string; newest: CivilDate; usualDays: number; lateDays: number };

/**
 * An official figure whose newest observation is older than its own rhythm (the middle of the distances between its
 * observations; a year where there are fewer than two) by more than three months. Null when it is in time or nothing was
 * ever entered.
 */
export function lateSource(
  observations: readonly DatedObservation[],
  { today, knownOn }: { today: CivilDate; knownOn: Date },
): LateSource | null {
  const dayOf = (row: DatedObservation) => row.asOf ?? yearEnd(row.fiscalYear);
  const known = observations
    .filter((row) => row.kind === "actual" && (row.areaId ?? null) === null && row.recordedAt <= knownOn)
    .filter((row) => row.value !== null || row.text !== null);
  const days = [...new Set(known.map(dayOf))].toSorted();
  const newest = days.at(-1);
  if (newest === undefined) return null;
  const distances = days
    .slice(1)
    .map((day, at) => daysBetween(days[at]!, day))
    .toSorted((a, b) => a - b);
  const usualDays = distances[Math.floor(distances.length / 2)] ?? YEAR_DAYS;
  const lateDays = daysBetween(newest, today) - usualDays - GRACE_DAYS;
  const source = known.findLast((row) => dayOf(row) === newest)?.source ?? "";
  return lateDays > 0 ? { source, newest, usualDays, lateDays } : null;
}

function daysBetween(first: CivilDate, last: CivilDate): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

const GRADES: readonly Grade[] = ["A", "B", "C", "D"];

/** A grade that is two steps or more from the computed one (`steps`), or that differs without a reason. */
export type GradeGap = { grade: Grade; computed: Grade; steps: number; hasReason: boolean };

/** What is odd about a grade beside the plan's computed one; null where both agree, or one step apart with a reason. */
export function gradeGap(
  evaluation: Pick<EvaluationRecord, "grade" | "computedGrade" | "gradeReason">,
): GradeGap | null {
  const { grade, computedGrade: computed } = evaluation;
  if (grade === null || computed === null || grade === computed) return null;
  const steps = Math.abs(GRADES.indexOf(grade) - GRADES.indexOf(computed));
  const hasReason = evaluation.gradeReason.trim() !== "";
  return steps >= 2 || !hasReason ? { grade, computed, steps, hasReason } : null;
}

/** An input without any record for so many days is silent, when other years had some in this season. */
const SILENT_DAYS = 90;
export const YEARS_BACK = 3;

/** What the portal is fed with; each is asked for its own days. */
export const INPUTS = [
  "publications",
  "directoryEntries",
  "checkIns",
  "jobCafePlacements",
  "supportStationPlacements",
  "companyPlacements",
  "trainingGrants",
  "internshipGrants",
  "internshipStarts",
  "answers",
] as const;
export type Input = (typeof INPUTS)[number];

/** `earlier`: how many records the same ninety days of the last years had, newest first. */
export type SilentInput = { input: Input; last: CivilDate | null; earlier: number[] };

/** The inputs with nothing in the last ninety days, though the same days of one of the last three years had something. */
export function silentInputs(facts: Facts, today: CivilDate): SilentInput[] {
  return INPUTS.flatMap((input) => {
    const days = daysOf(facts, input, today).filter((day) => day <= today);
    const inWindow = (end: CivilDate) =>
      days.filter((day) => day > addDays(end, -SILENT_DAYS) && day <= end).length;
    if (inWindow(today) > 0) return [];
    const earlier = Array.from({ length: YEARS_BACK }, (_, at) => inWindow(yearsBefore(today, at + 1)));
    return earlier.some((count) => count > 0)
      ? [{ input, last: days.toSorted().at(-1) ?? null, earlier }]
      : [];
  });
}

function yearsBefore(day: CivilDate, years: number): CivilDate {
  const moved = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return moved.endsWith("-02-29") ? `${moved.slice(0, 4)}-02-28` : moved;
}

/** The days of an input's records that still stand. */
function daysOf(facts: Facts, input: Input, today: CivilDate): CivilDate[] {
  const period = periodUpTo(today, ALL_KNOWN);
  const placements = (source: string) =>
    facts.placements
      .filter((row) => row.source === source && isKnown(period, row))
      .map(({ startedOn }) => startedOn);
  const grants = (project: string) =>
    facts.grants
      .filter((row) => row.projectCode === project && isKnown(period, row))
      .map(({ decidedOn }) => decidedOn);
  switch (input) {
    case "publications":
      return facts.companies.map(({ firstPublishedAt }) => civilDateOf(firstPublishedAt));
    case "directoryEntries":
      return facts.directoryEntries.map(({ listedAt }) => civilDateOf(listedAt));
    case "checkIns":
      return facts.checkIns.filter(({ voidedAt }) => voidedAt === null).map(({ at }) => civilDateOf(at));
    case "jobCafePlacements":
      return placements("jobCafe");
    case "supportStationPlacements":
      return placements("supportStation");
    case "companyPlacements":
      return placements("company");
    case "trainingGrants":
      return grants("1-1-12");
    case "internshipGrants":
      return grants("1-1-14");
    case "internshipStarts":
      return facts.internshipStarts.map(({ startedOn }) => startedOn);
    case "answers":
      return facts.employmentAnswers.map(({ knownAt }) => civilDateOf(knownAt));
  }
}
