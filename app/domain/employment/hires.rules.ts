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

/** A placement that stands, as far as a new report must be compared with it. */
export type StandingPlacement = Omit<Hire, "code"> & { id: string; personKey: string; hasLeft: boolean };

/**
 * How a reported hire meets what stands: the same again (a double submit or a reload), another story about the same mark and
 * day, a mark whose person is still there, somebody who comes back (then the person key stays), or somebody new.
 */
export function meetStanding(
  hire: Hire,
  standing: readonly StandingPlacement[],
  leaving: ReadonlySet<string> = new Set(),
):
  | { is: "repeated"; placement: StandingPlacement }
  | { is: "contradicted" | "still-there" | "new" }
  | { is: "returning"; personKey: string } {
  const ofMark = standing.filter(({ mark }) => mark === hire.mark);
  const ofDay = ofMark.find(({ startedOn }) => startedOn === hire.startedOn);
  if (ofDay) return isSameHire(hire, ofDay) ? { is: "repeated", placement: ofDay } : { is: "contradicted" };
  if (ofMark.some(({ id, hasLeft }) => !hasLeft && !leaving.has(id))) return { is: "still-there" };
  const earlier = ofMark[0];
  return earlier ? { is: "returning", personKey: earlier.personKey } : { is: "new" };
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
