import type { Town } from "#app/town.ts";
import { columnIndex } from "#app/platform/table-file/table.ts";
import type { FigureKind } from "./rules.ts";
import { readCells } from "./sheet-rows.store.server.ts";

/** The cell of a file that a record came from. */
export type Provenance = {
  importId: string;
  kind: FigureKind;
  fileName: string;
  /** SHA-256 of what was uploaded: two files with one hash are the same. */
  fileHash: string;
  /** "" for a CSV file. */
  sheetName: string;
  row: number;
  /** The letter that the spreadsheet shows; "" where the whole row became one record. */
  column: string;
  /** C5, or the row alone. */
  cell: string;
  /** The header of the column. */
  header: string;
  /** What the cell says in the file. */
  text: string;
  uploadedAt: Date;
  appliedAt: Date | null;
  /** The page of staff on which the row stands. */
  path: string;
};

/**
 * Walks from a record back to the cell of the file: `importId`, `row` and `column` are those of the record (column null
 * where the whole row became one). Null when the record was not imported.
 */
export async function provenanceOf(
  town: Pick<Town, "database">,
  record: { importId: string | null; row: number | null; column: string | null },
): Promise<Provenance | null> {
  const { importId, row } = record;
  if (importId === null || row === null) return null;
  const found = await town.database.figureImport.findUnique({
    where: { id: importId },
    include: { rows: { where: { number: row }, select: { cells: true } } },
  });
  if (!found) return null;
  const column = record.column ?? "";
  const index = /^[A-Z]{1,3}$/.test(column) ? columnIndex(column) : -1;
  return {
    importId,
    kind: found.kind,
    fileName: found.fileName,
    fileHash: found.fileHash,
    sheetName: found.sheetName,
    row,
    column,
    cell: `${column}${row}`,
    header: found.headers[index] ?? "",
    text: readCells(found.rows[0]?.cells).texts[index] ?? "",
    uploadedAt: found.createdAt,
    appliedAt: found.appliedAt,
    path: `/staff/figures/${importId}?row=${row}#row-${row}`,
  };
}

/** The cell of the file that a target came from; null for one that was typed in. */
export async function provenanceOfTarget(
  town: Pick<Town, "database">,
  { targetId }: { targetId: string },
): Promise<Provenance | null> {
  const target = await town.database.target.findUnique({ where: { id: targetId }, include: { set: true } });
  const importId = target?.set.importId ?? null;
  if (!target || importId === null) return null;
  const subject = JSON.stringify([{ subject: `${target.indicatorId}/${target.fiscalYear}/target` }]);
  const [found] = await town.database.$queryRaw<
    { number: number; difference: { subject: string; column: string }[] }[]
  >`
    SELECT "number", "difference" FROM "FigureImportRow"
    WHERE "importId" = ${importId} AND "difference" @> ${subject}::jsonb
    ORDER BY "number" LIMIT 1`;
  const cell = found?.difference.find((planned) => subject.includes(JSON.stringify(planned.subject)));
  return found && cell ? provenanceOf(town, { importId, row: found.number, column: cell.column }) : null;
}
