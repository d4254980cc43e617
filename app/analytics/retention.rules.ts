import type { CivilDate } from "#app/platform/calendar.ts";
import type { EmploymentAnswerFact, PlacementFact, SeparationFact } from "./facts.ts";
import { addMonths, MONTH_STEPS, tenure } from "./months.ts";

/** What is known of one person's time at one employer; all days are in JST. */
export type Stay = {
  id: string;
  startedOn: CivilDate;
  /** The last day at the employer, as somebody reported it. */
  leftOn: CivilDate | null;
  /** The employer said on this day that the person was gone, without a date. */
  leftBy: CivilDate | null;
  /** The last day of which it is known that the person was still there; at least the first one. */
  lastStill: CivilDate;
  /** The newest answer was that the employer does not know. */
  saidNotKnown: boolean;
};

/** The three answers of a closed cohort, and nobody twice. */
export type ClosedCohort = { stayed: Stay[]; left: Stay[]; unknown: Stay[] };

/** Puts together what is known of each placement. Every row must be known and about a day up to the as-of day. */
export function staysOf(
  placements: readonly PlacementFact[],
  separations: readonly SeparationFact[],
  answers: readonly EmploymentAnswerFact[],
): Stay[] {
  const ends = new Map<string, CivilDate>();
  for (const { placementId, endedOn } of separations) {
    const known = ends.get(placementId);
    if (known === undefined || endedOn < known) ends.set(placementId, endedOn);
  }
  const said = new Map<string, EmploymentAnswerFact[]>();
  for (const answer of answers) {
    const others = said.get(answer.placementId);
    if (others) others.push(answer);
    else said.set(answer.placementId, [answer]);
  }
  return placements.map(({ id, startedOn }) => ({
    id,
    startedOn,
    leftOn: ends.get(id) ?? null,
    ...heard(startedOn, said.get(id) ?? []),
  }));
}

/** Of several answers about one day the last one counts; "still there" on a later day overrules "gone" on an earlier one. */
function heard(startedOn: CivilDate, answers: readonly EmploymentAnswerFact[]) {
  const byDay = new Map<CivilDate, EmploymentAnswerFact["state"]>();
  for (const { asOf, state } of answers.toSorted((a, b) => a.knownAt.getTime() - b.knownAt.getTime()))
    byDay.set(asOf, state);
  const days = [...byDay].toSorted(([a], [b]) => a.localeCompare(b));
  const still = days.findLast(([, state]) => state === "still")?.[0];
  const lastStill = still !== undefined && still > startedOn ? still : startedOn;
  const leftBy = days.find(([day, state]) => state === "left" && (still === undefined || day > still))?.[0];
  return { lastStill, leftBy: leftBy ?? null, saidNotKnown: days.at(-1)?.[1] === "notKnown" };
}

/**
 * The closed cohort of the Ministry's statistics (新規学卒就職者の離職状況): who was still with the first employer on a
 * day, and who had left before it. Nobody is followed any more after that day.
 */
export function closedCohort(stays: readonly Stay[], day: CivilDate): ClosedCohort {
  const stateOf = ({ leftOn, leftBy, lastStill }: Stay): keyof ClosedCohort => {
    if (leftOn !== null) return leftOn < day ? "left" : "stayed";
    if (lastStill >= day) return "stayed";
    return leftBy !== null && leftBy < day ? "left" : "unknown";
  };
  const cohort: ClosedCohort = { stayed: [], left: [], unknown: [] };
  for (const stay of stays) cohort[stateOf(stay)].push(stay);
  return cohort;
}

/** A time (as `tenure` counts) after which nothing is known, or at which somebody left. */
export type Spell = { time: number; left: boolean };

/**
 * Kaplan and Meier's estimate (1958) of the share that stays up to `horizon`: at each time at which somebody left, the
 * share of those still followed who stayed is multiplied. Somebody lost at the same time counts as followed. Null when
 * nobody was followed so long and not all have left: then nothing can be said about the horizon.
 */
export function kaplanMeier(spells: readonly Spell[], horizon: number): number | null {
  if (spells.length === 0) return null;
  const ordered = spells.toSorted((a, b) => a.time - b.time);
  let followed = ordered.length;
  let share = 1;
  for (let at = 0; at < ordered.length && ordered[at]!.time < horizon;) {
    const { time } = ordered[at]!;
    let gone = 0;
    let left = 0;
    for (; at < ordered.length && ordered[at]!.time === time; at++) {
      gone += 1;
      if (ordered[at]!.left) left += 1;
    }
    share *= (followed - left) / followed;
    followed -= gone;
  }
  return followed > 0 || share === 0 ? share : null;
}

export type RetentionEstimate = {
  /** Shares from 0 to 1. */
  share: number;
  low: number;
  high: number;
  stayed: Stay[];
  left: Stay[];
  /** Followed up to a day before the horizon by employers who do answer. */
  followed: Stay[];
  /** Their employers have not answered lately, or not when it was that they left. */
  unanswered: Stay[];
};

/**
 * The share that stays for so many months, over people who began on different days. Whoever is still there is followed up
 * to the last day of which that is known. Where an employer has not answered since `answeredSince`, that leaves the share
 * between two bounds: at the worst they left on the next day, at the best they are there on the as-of day. Null when
 * nobody has been followed for so long.
 */
export function estimateRetention(
  stays: readonly Stay[],
  { months, asOf, answeredSince }: { months: number; asOf: CivilDate; answeredSince: CivilDate },
): RetentionEstimate | null {
  const horizon = months * MONTH_STEPS;
  const stateOf = ({ stay, leftOn, leftBy, lastStill }: TimedStay) => {
    if (leftOn !== null) return leftOn >= horizon ? "stayed" : "left";
    if (lastStill >= horizon) return "stayed";
    if (leftBy !== null) return leftBy >= horizon ? "unanswered" : "left";
    return stay.lastStill >= answeredSince ? "followed" : "unanswered";
  };
  const timed = stays.map((stay) => timedStay(stay, asOf));
  const groups = {
    stayed: [] as Stay[],
    left: [] as Stay[],
    followed: [] as Stay[],
    unanswered: [] as Stay[],
  };
  for (const one of timed) groups[stateOf(one)].push(one.stay);

  const silent = new Set(groups.unanswered);
  const shareIf = (silence: "lost" | "left" | "there", gone: "late" | "early") =>
    kaplanMeier(
      timed.map((one) => spellOf(one, { silence: silent.has(one.stay) ? silence : "lost", gone })),
      horizon,
    );
  const point = shareIf("lost", "late");
  if (point === null) return null;
  const others = (["lost", "left", "there"] as const).flatMap((silence) =>
    (["late", "early"] as const).map((gone) => shareIf(silence, gone) ?? point),
  );
  return { share: point, low: Math.min(...others), high: Math.max(...others), ...groups };
}

/** The days of a stay as times since its beginning (`tenure`), counted once for all readings. */
type TimedStay = {
  stay: Stay;
  leftOn: number | null;
  leftBy: number | null;
  lastStill: number;
  asOf: number;
};

function timedStay(stay: Stay, asOf: CivilDate): TimedStay {
  const since = (day: CivilDate) => tenure(stay.startedOn, day);
  const { leftOn, leftBy, lastStill } = stay;
  return {
    stay,
    leftOn: leftOn === null ? null : since(leftOn),
    leftBy: leftBy === null ? null : since(leftBy),
    lastStill: since(lastStill),
    asOf: since(asOf),
  };
}

/** How one stay enters the estimate when silence, and a leaving without a date, are read in one of their ways. */
function spellOf(
  { leftOn, leftBy, lastStill, asOf }: TimedStay,
  read: { silence: "lost" | "left" | "there"; gone: "late" | "early" },
): Spell {
  if (leftOn !== null) return { time: leftOn, left: true };
  if (leftBy !== null)
    return { time: read.gone === "late" ? leftBy : Math.min(lastStill + 1, leftBy), left: true };
  if (read.silence === "lost") return { time: lastStill, left: false };
  return read.silence === "left" ? { time: lastStill + 1, left: true } : { time: asOf, left: false };
}

/** The newest class that has been at work for so many months on the as-of day; classes begin on 1 April. */
export function newestClosedClass(asOf: CivilDate, months: number): number {
  let year = Number(asOf.slice(0, 4));
  while (classDay(year, months) > asOf) year -= 1;
  return year;
}

/** The day on which a class has been at work for so many months. */
export function classDay(graduationYear: number, months: number): CivilDate {
  return addMonths(`${graduationYear}-04-01`, months);
}
