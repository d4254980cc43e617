import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import { type CompanyProfile, type GraduateHire, LEAVER_SCHOOL_KINDS, LEAVER_SEXES } from "./schema.ts";

/** New graduates hired and how many of them have left since; null is unknown, never 0. */
export type HireCount = { hired: number | null; left: number | null };

type HireFacts = Pick<CompanyProfile, "graduateHires" | "newGraduatesHired" | "newGraduatesLeft">;

const YEARS_TOLD = 3;

/** The last three fiscal years that are over on the day, the oldest first: what 青少年雇用情報 asks for. */
export function closedFiscalYears(today: CivilDate): number[] {
  const running = fiscalYearOf(today);
  return [running - 3, running - 2, running - 1];
}

/**
 * Adds counts up. Hires are those that are known. Leavers are unknown as soon as they are unknown for anybody who was
 * hired: a sum of some of them would look better than the truth.
 */
function sumOf(counts: readonly HireCount[]): HireCount {
  const known = counts.flatMap(({ hired }) => hired ?? []);
  if (known.length === 0) return { hired: null, left: null };
  const isOpen = counts.some(({ hired, left }) => hired !== null && hired > 0 && left === null);
  return {
    hired: known.reduce((sum, hired) => sum + hired, 0),
    left: isOpen ? null : counts.reduce((sum, { left }) => sum + (left ?? 0), 0),
  };
}

/** Hires and leavers of the last three years: from the rows by year where there are any, else the totals that were typed. */
export function threeYearTotals(profile: HireFacts): HireCount {
  if (profile.graduateHires.length > 0) return sumOf(profile.graduateHires);
  return { hired: profile.newGraduatesHired, left: profile.newGraduatesLeft };
}

const FEWEST_FOR_A_SHARE = 5;

/** Of so many hired how many left, in whole percent; null for missing figures and for too few people. */
export function leaverShare({ hired, left }: HireCount): number | null {
  if (hired === null || left === null || hired < FEWEST_FOR_A_SHARE) return null;
  return Math.round((left / hired) * 100);
}

export type HiresTable = {
  /** One row a fiscal year, the newest first; the cells are in the order of LEAVER_SCHOOL_KINDS. */
  years: { fiscalYear: number; cells: HireCount[]; total: HireCount }[];
  totals: HireCount[];
  total: HireCount;
  /** In the order of LEAVER_SEXES. */
  bySex: HireCount[];
  /** True when a total leaves out people of a sex or year that was not filled in. */
  hasGaps: boolean;
};

/** The hires by year and school kind as readers see them; null when the company does not tell them by year. */
export function hiresTable({
  graduateHires: rows,
}: Pick<CompanyProfile, "graduateHires">): HiresTable | null {
  if (rows.length === 0) return null;
  const newest = Math.max(...rows.map(({ fiscalYear }) => fiscalYear));
  const told = Array.from({ length: YEARS_TOLD }, (_, back) => newest - back);
  const sum = (chosen: (row: GraduateHire) => boolean) => sumOf(rows.filter(chosen));
  const kinds = LEAVER_SCHOOL_KINDS.filter((kind) => rows.some(({ schoolKind }) => schoolKind === kind));
  const filled = rows.filter(({ fiscalYear, hired }) => told.includes(fiscalYear) && hired !== null).length;
  return {
    years: told.map((fiscalYear) => ({
      fiscalYear,
      cells: LEAVER_SCHOOL_KINDS.map((kind) =>
        sum((row) => row.fiscalYear === fiscalYear && row.schoolKind === kind),
      ),
      total: sum((row) => row.fiscalYear === fiscalYear),
    })),
    totals: LEAVER_SCHOOL_KINDS.map((kind) => sum(({ schoolKind }) => schoolKind === kind)),
    total: sum(() => true),
    bySex: LEAVER_SEXES.map((each) => sum(({ sex }) => sex === each)),
    hasGaps: filled < YEARS_TOLD * kinds.length * LEAVER_SEXES.length,
  };
}
