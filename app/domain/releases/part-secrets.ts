import type { DisclosurePolicy } from "../disclosure/rules.ts";
import type { CouncilDocument } from "../documents/document.rules.ts";
import type { DocumentSource } from "../documents/source.ts";
import { publicBreakdownsOf } from "../indicators/public-figures.ts";
import { indicatorsAt } from "../indicators/versions.rules.ts";
import { subjectOf } from "./masking.rules.ts";

/**
 * The parts of printed figures (by event, by category) that nobody outside may read although no cell of a paper holds them:
 * by the subject of the rows (a project), the numbers that words about it must not say either.
 */
export function partSecrets(
  { records, sheet, cut, compute }: DocumentSource,
  documents: readonly CouncilDocument[],
  policy: DisclosurePolicy,
): Map<string, Set<number>> {
  const at = { fiscalYear: sheet.fiscalYear, knownOn: cut.knownOn };
  const indicators = new Map(indicatorsAt(records, at).map((indicator) => [indicator.id, indicator]));
  const secrets = new Map<string, Set<number>>();
  for (const { tables } of documents)
    for (const { rows } of tables)
      for (const row of rows)
        for (const { indicatorId, computedAsOf } of Object.values(row.cells)) {
          const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
          if (!indicator || computedAsOf === undefined) continue;
          const computed = compute(indicator, { asOf: computedAsOf, knownOn: cut.knownOn });
          if (!computed) continue;
          const shown = publicBreakdownsOf(computed, policy);
          computed.breakdowns.forEach(({ cells }, by) =>
            cells.forEach(({ value }, cell) => {
              if (value === 0 || shown[by]!.cells[cell]!.value !== null) return;
              const subject = subjectOf(row);
              secrets.set(subject, (secrets.get(subject) ?? new Set()).add(value));
            }),
          );
        }
  return secrets;
}
