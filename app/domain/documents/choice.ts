import { readDate } from "#app/domain/text/rules.ts";
import { sheetDate } from "#app/domain/indicators/rules.ts";
import type { Cut } from "#app/domain/indicators/plan.rules.ts";
import {
  type CivilDate,
  civilDateOf,
  endOfDay,
  fiscalYearOf,
  fiscalYearRange,
} from "#app/platform/calendar.ts";
import { DOCUMENT_KEYS, type DocumentKey } from "./document.rules.ts";

/** The paper that an address names; null for another word. */
export function readDocumentKey(text: string | undefined): DocumentKey | null {
  return DOCUMENT_KEYS.find((key) => key === text) ?? null;
}

export type CutProblem = "not-a-date" | "no-such-day" | "before-plan" | "in-future" | "known-on";

type PlanYears = { firstFiscalYear: number; lastFiscalYear: number };

/** The usual day of a plan's sheets: the last 31 January that has passed; for a plan that is over, its last year's. */
export function usualAsOf({ lastFiscalYear, firstFiscalYear }: PlanYears, today: CivilDate): CivilDate {
  const year = Math.min(lastFiscalYear, fiscalYearOf(today));
  const day = sheetDate(year);
  if (day <= today) return day;
  return year - 1 >= firstFiscalYear ? sheetDate(year - 1) : today;
}

/**
 * The cut that was asked for, with dates in any usual notation. `knownOn` is a day (all that was recorded by its end) or an
 * instant; without one everything recorded until now. What cannot be used falls back to the usual and says why.
 */
export function chooseCut(
  params: URLSearchParams,
  { plan, now }: { plan: PlanYears; now: Date },
): { cut: Cut; problem: CutProblem | null } {
  const today = civilDateOf(now);
  const usual = usualAsOf(plan, today);
  const asked = (params.get("asOf") ?? "").trim().slice(0, 40);
  const known = readKnownOn((params.get("knownOn") ?? "").trim().slice(0, 40), now);
  const knownOn = known ?? now;
  const knownProblem = known === null ? ("known-on" as const) : null;
  const instead = (problem: CutProblem | null) => ({ cut: { asOf: usual, knownOn }, problem });
  if (asked === "") return instead(knownProblem);
  const read = readDate(asked);
  if (!read.ok) return instead(read.error);
  if (read.date < fiscalYearRange(plan.firstFiscalYear).first) return instead("before-plan");
  if (read.date > today) return instead("in-future");
  return { cut: { asOf: read.date, knownOn }, problem: knownProblem };
}

/** Null for words that are no day. A day that is not over yet means now. */
function readKnownOn(text: string, now: Date): Date | null {
  if (text === "") return now;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime())) return null;
    return instant < now ? instant : now;
  }
  const read = readDate(text);
  if (!read.ok) return null;
  const last = new Date(endOfDay(read.date).getTime() - 1);
  return last < now ? last : now;
}
