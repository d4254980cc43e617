import { addDays, type CivilDate } from "../../platform/calendar.ts";
import type { EmploymentState, PlacementKind, PlacementRoute, SchoolKind, SeparationKind } from "./rules.ts";

/**
 * A start can be reported before it comes, when its day is firm: up to this many days ahead. It is counted from its day on.
 * Later starts are refused, because plans change.
 */
export const FIRM_START_DAYS = 183;
/** Older starts are entered by staff: a company's marks of that time are seldom kept. */
export const OLDEST_START_YEARS = 10;

/** One new hire as a company reports it. The mark is the company's own sign for the person, never a name. */
export type Hire = {
  mark: string;
  kind: PlacementKind;
  graduationYear: number | null;
  schoolKind: SchoolKind | null;
  departmentName: string;
  /** A municipality as `readMunicipality` gives it. */
  placeOfWork: string;
  startedOn: CivilDate;
  route: PlacementRoute | null;
  /** 就職報告コード of the person; blank without one. */
  code: string;
};

/** What a company says about one person; `endedOn` and `endKind` come with `left`. */
export type Answer =
  | { placementId: string; state: Exclude<EmploymentState, "left"> }
  | { placementId: string; state: "left"; endedOn: CivilDate; endKind: SeparationKind };

export type EmploymentReport = {
  answers: Answer[];
  /** With the number of the form's row, so that an error finds its field. */
  hires: (Hire & { row: number })[];
};

/** Why a day cannot be the start, as an error code; null when it can. */
export function startProblem(startedOn: CivilDate, today: CivilDate): string | null {
  if (startedOn > addDays(today, FIRM_START_DAYS)) return "start-too-late";
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_START_YEARS}${today.slice(4)}`;
  return startedOn < oldest ? "start-too-early" : null;
}

/**
 * Why nobody can have started on a day at a company of that year of foundation (null: not told), as an error code. A company
 * that carries on an older business lets staff enter those starts.
 */
export function foundingProblem(startedOn: CivilDate, foundedYear: number | null): string | null {
  return foundedYear !== null && Number(startedOn.slice(0, 4)) < foundedYear
    ? `start-before-company:${foundedYear}`
    : null;
}

/** Why a day cannot be the end of what began on another one, as an error code; null when it can. */
export function endProblem(endedOn: CivilDate, startedOn: CivilDate, today: CivilDate): string | null {
  if (endedOn > today) return "left-in-future";
  return endedOn < startedOn ? "left-before-start" : null;
}

/**
 * New graduates left school in the year of their start or in one of the three years before (the Ministry's guideline for
 * employers lets graduates apply as new graduates for three years); the class of next spring cannot have started.
 */
export function classProblem(hire: Pick<Hire, "kind" | "graduationYear" | "startedOn">): string | null {
  const { kind, graduationYear, startedOn } = hire;
  if (graduationYear === null) return null;
  const startYear = Number(startedOn.slice(0, 4));
  if (graduationYear > startYear) return "class-after-start";
  return kind === "newGraduate" && graduationYear < startYear - 3 ? "class-too-old" : null;
}

/** A placement that stands, as far as a new report must be compared with it; `endedOn` null: not known to have left. */
export type StandingPlacement = Omit<Hire, "code"> & {
  id: string;
  personKey: string;
  endedOn: CivilDate | null;
};

/** The time of one person at one employer; null: without an end so far. */
export type Stint = { startedOn: CivilDate; endedOn: CivilDate | null };

/** Whether somebody would be at one employer twice at once. Leaving and coming back may fall on one day. */
export function overlap(a: Stint, b: Stint): boolean {
  const beginsWithin = (stint: Stint, other: Stint) =>
    other.endedOn === null || stint.startedOn < other.endedOn;
  return beginsWithin(a, b) && beginsWithin(b, a);
}

/**
 * How a reported hire meets what stands: the same again (a double submit or a reload), another story about the same mark and
 * day, a mark whose person is still there, a return before the person had left, somebody who comes back (then the person
 * key stays), or somebody new. `leaving` holds the last days that the same report tells, by placement.
 */
export function meetStanding(
  hire: Hire,
  standing: readonly StandingPlacement[],
  leaving: ReadonlyMap<string, CivilDate> = new Map(),
):
  | { is: "repeated"; placement: StandingPlacement }
  | { is: "contradicted" | "still-there" | "overlapping" | "new" }
  | { is: "returning"; personKey: string } {
  const ofMark = standing.filter(({ mark }) => mark === hire.mark);
  const ofDay = ofMark.find(({ startedOn }) => startedOn === hire.startedOn);
  if (ofDay) return isSameHire(hire, ofDay) ? { is: "repeated", placement: ofDay } : { is: "contradicted" };
  const stints = ofMark.map(({ id, startedOn, endedOn }) => ({
    startedOn,
    endedOn: leaving.get(id) ?? endedOn,
  }));
  if (stints.some(({ endedOn }) => endedOn === null)) return { is: "still-there" };
  if (stints.some((stint) => overlap(stint, { ...hire, endedOn: null }))) return { is: "overlapping" };
  const earlier = ofMark[0];
  return earlier ? { is: "returning", personKey: earlier.personKey } : { is: "new" };
}

/** What was said last about a person: the answer, the question that it belongs to, its day, and how they left. */
export type Said = {
  state: EmploymentState | null;
  answeredFor: string | null;
  asOf: CivilDate | null;
  endedOn: CivilDate | null;
  endKind: string | null;
};

/**
 * Whether an answer says something that does not stand already. The same answer on a later day does: it moves the last day
 * on which the person is known to be there. `questionId` is null on the telephone and without an open question.
 */
export function isNews(
  answer: Answer,
  was: Said,
  { questionId, today }: { questionId: string | null; today: CivilDate },
): boolean {
  if (answer.state === "left") return was.endedOn !== answer.endedOn || was.endKind !== answer.endKind;
  if (answer.state === "still" && was.endedOn !== null) return true;
  return was.state !== answer.state || was.answeredFor !== questionId || was.asOf !== today;
}

const COMPARED = [
  "kind",
  "graduationYear",
  "schoolKind",
  "departmentName",
  "placeOfWork",
  "route",
] as const satisfies readonly (keyof Hire)[];

function isSameHire(hire: Hire, standing: StandingPlacement): boolean {
  return COMPARED.every((field) => hire[field] === standing[field]);
}
