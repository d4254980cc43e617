import { documentWords as words } from "#app/locales/ja/documents.ts";
import type { CouncilDocument, DocumentKey } from "./document.rules.ts";
import type { DocumentSource } from "./source.ts";

/** What stands above a paper: its number, its title, the plan, the as-of day and what was known. */
export function headOf(
  { sheet, records }: DocumentSource,
  key: DocumentKey,
): Omit<CouncilDocument, "paper" | "tables" | "notes"> {
  return {
    key,
    label: words.labels[key],
    title: words.titles[key](sheet.fiscalYear, sheet.asOf),
    planTitle: records.plan.title,
    fiscalYear: sheet.fiscalYear,
    asOf: sheet.asOf,
    knownOn: sheet.knownOn,
  };
}
