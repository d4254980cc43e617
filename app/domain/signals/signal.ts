import type { CivilDate } from "#app/platform/calendar.ts";
import type { SheetIndicator } from "../indicators/figures.ts";
import type { GradeGap, LateSource, Programme, SignalKind, SilentInput } from "./findings.ts";

/** A company to call: its name, its number, and where staff work on it. */
export type CompanyToCall = { id: string; name: string; phone: string };

/** One thing that staff should know about the plan's figures, as facts without words. */
export type Signal =
  | { kind: "missingReport"; what: "months"; programme: Programme; months: string[]; mailTo: string | null }
  | {
      kind: "missingReport";
      what: "outcome";
      schoolId: string;
      school: string;
      graduationYear: number;
      mailTo: string[];
    }
  | {
      kind: "missingReport";
      what: "answers";
      quarter: string;
      asked: number;
      unanswered: number;
      companies: CompanyToCall[];
    }
  | { kind: "missingReport"; what: "checkIns"; eventId: string; title: string; day: CivilDate }
  | { kind: "behindPace"; indicator: SheetIndicator; place: string; fiscalYear: number }
  | ({
      kind: "lateSource";
      indicators: { id: string; name: string; place: string }[];
    } & LateSource)
  | ({
      kind: "gradeAgainstScore";
      nodeId: string;
      place: string;
      fiscalYear: number;
    } & GradeGap)
  | ({ kind: "silentInput" } & SilentInput);

/** How many signals there are of each kind. */
export function countByKind(signals: readonly Signal[]): Partial<Record<SignalKind, number>> {
  const counts: Partial<Record<SignalKind, number>> = {};
  for (const { kind } of signals) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
