import { drawUpSheet } from "#app/domain/indicators/sheet.ts";
import { sheetDate } from "#app/domain/indicators/rules.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { openFigures } from "./changes.store.server.ts";
import type { Desk } from "./desk.rules.ts";
import { type ComputedGrade } from "./evaluation-draft.rules.ts";
import { scoresOf } from "./scores.ts";

/** The sheet that evaluations of a fiscal year rest on, with the score of every node. */
export type EvaluationSheet = {
  asOf: string;
  sheet: ReturnType<typeof drawUpSheet>;
  scores: Map<string, ComputedGrade>;
};

/** The day that evaluations rest on: the yearly sheet's 31 January, or today before it. */
export function evaluationDay(fiscalYear: number, today: string): string {
  const day = sheetDate(fiscalYear);
  return day < today ? day : today;
}

/** Draws up the sheet of the fiscal year for its evaluations, as known now. */
export async function openEvaluations(
  town: Pick<Town, "database" | "clock">,
  { desk, fiscalYear }: { desk: Desk; fiscalYear: number },
): Promise<EvaluationSheet> {
  const now = town.clock.now();
  const figures = await openFigures(town);
  const today = civilDateOf(now);
  const asOf = evaluationDay(fiscalYear, today);
  const sheet = drawUpSheet(desk.records, { asOf, knownOn: now }, figures);
  const nodes = nodesAt(desk.records, { fiscalYear: sheet.fiscalYear, knownOn: now });
  return { asOf, sheet, scores: scoresOf(desk, sheet, nodes) };
}
