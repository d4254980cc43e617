import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";

/**
 * Writes down, in the transaction that removes them, that contacts before placements of these days are gone: figures as known
 * before cannot be computed again and then say so. Only the fiscal years are kept, so nothing leads to a placement or a person.
 */
export async function recordContactLosses(
  tx: Transaction,
  { startedOn, now }: { startedOn: readonly CivilDate[]; now: Date },
): Promise<void> {
  const years = [...new Set(startedOn.map((day) => fiscalYearOf(day)))];
  await tx.contactLoss.createMany({ data: years.map((fiscalYear) => ({ fiscalYear, lostAt: now })) });
}
