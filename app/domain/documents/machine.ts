import { documentWords as words } from "#app/locales/ja/documents.ts";
import type { CouncilDocument, DocumentTable } from "./document.rules.ts";

/** Which release a file is of; null for a draft that only staff see. */
export type ReleaseName = { version: number; publishedAt: Date; note: string } | null;

/** The columns of the CSV: one line for each cell. */
export const CELL_COLUMNS = [
  "plan",
  "fiscal_year",
  "as_of",
  "known_on",
  "version",
  "document",
  "table",
  "table_title",
  "row",
  "row_label",
  "column",
  "column_label",
  "value",
  "text",
  "marker",
  "note",
  "indicator",
] as const;

/** The paper as a table for machines: a header, then one line for each cell. Words have no value; empty is never 0. */
export function cellLines(document: CouncilDocument, release: ReleaseName): string[][] {
  const lines = document.tables.flatMap((table) =>
    labelledRows(table).flatMap(({ row, label }) =>
      table.columns.flatMap((column) => {
        const cell = row.cells[column.key];
        if (!cell) return [];
        return [
          [
            document.planTitle,
            String(document.fiscalYear),
            document.asOf,
            document.knownOn.toISOString(),
            release === null ? "" : String(release.version),
            document.key,
            table.key,
            table.title,
            row.id,
            label,
            column.key,
            column.label,
            cell.value === null ? "" : String(cell.value),
            cell.text,
            cell.marker ?? "",
            cell.note,
            cell.indicatorId ?? "",
          ],
        ];
      }),
    ),
  );
  return [[...CELL_COLUMNS], ...lines];
}

/** Rows with what they are about: the heading above, the head of their block, their own first words. */
function labelledRows(table: DocumentTable) {
  let heading = "";
  let group: { key: string; label: string } | null = null;
  return table.rows.flatMap((row) => {
    if (row.kind === "heading") {
      heading = row.heading;
      return [];
    }
    const own = firstWords(table, row.cells);
    if (row.group !== undefined && row.group !== group?.key) group = { key: row.group, label: own };
    const inGroup = row.group !== undefined && group !== null && group.label !== own ? group.label : "";
    return [{ row, label: [heading, inGroup, own].filter(Boolean).join(" / ") }];
  });
}

function firstWords({ columns }: DocumentTable, cells: DocumentTable["rows"][number]["cells"]): string {
  for (const { key } of columns) {
    const cell = cells[key];
    if (cell && cell.marker === null && cell.text !== "" && !/^\d+$/.test(cell.text))
      return cell.text.split("\n")[0]!;
  }
  return "";
}

/** The paper as JSON: its head, its tables with columns and rows, each cell with value, text, marker and note. */
export function documentJson(document: CouncilDocument, release: ReleaseName) {
  return {
    licence: { name: "CC BY 4.0", url: words.licenceUrl, attribution: words.attribution },
    document: document.key,
    label: document.label,
    title: document.title,
    plan: document.planTitle,
    fiscalYear: document.fiscalYear,
    asOf: document.asOf,
    knownOn: document.knownOn.toISOString(),
    release: release && {
      version: release.version,
      publishedAt: release.publishedAt.toISOString(),
      note: release.note,
    },
    notes: document.notes,
    tables: document.tables.map((table) => ({
      key: table.key,
      title: table.title,
      columns: table.columns.map(({ key, label }) => ({ key, label })),
      rows: table.rows.map((row) =>
        row.kind === "heading"
          ? { id: row.id, heading: row.heading, level: row.level }
          : {
              id: row.id,
              ...(row.group !== undefined && { group: row.group }),
              isChanged: row.isChanged,
              cells: Object.fromEntries(
                Object.entries(row.cells).map(([column, { value, text, marker, note, indicatorId }]) => [
                  column,
                  { value, text, marker, note, indicatorId },
                ]),
              ),
            },
      ),
    })),
  };
}
