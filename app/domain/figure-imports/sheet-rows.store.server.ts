import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import type { SheetRow } from "./row-reader.ts";

const ROWS_PER_BATCH = 500;
const ROWS_PER_INSERT = 2000;

/** A row with what the dry run said of it. */
export type CheckedRow = SheetRow & { outcome: string | null; difference: unknown; errors: unknown };

/** A row's cells as they are stored. */
export function readCells(stored: unknown): Omit<SheetRow, "number"> {
  const { texts, formulas, shown } = Object(stored) as Partial<SheetRow>;
  return { texts: texts ?? [], formulas: formulas ?? [], shown: shown ?? [] };
}

/** Stores the rows of a new import, or puts them in the place of the ones that it had. */
export async function storeRows(
  tx: Transaction,
  { importId, rows }: { importId: string; rows: readonly SheetRow[] },
): Promise<void> {
  await tx.figureImportRow.deleteMany({ where: { importId } });
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const batch = JSON.stringify(
      rows.slice(from, from + ROWS_PER_INSERT).map(({ number, texts, formulas, shown }) => ({
        number,
        cells: {
          texts,
          ...(formulas.length > 0 ? { formulas } : {}),
          ...(shown.length > 0 ? { shown } : {}),
        },
      })),
    );
    await tx.$executeRaw`
      INSERT INTO "FigureImportRow" ("importId", "number", "cells")
      SELECT ${importId}, "number", "cells" FROM jsonb_to_recordset(${batch}::jsonb) AS x("number" int, "cells" jsonb)`;
    // The embedded database answers without leaving the process: others get their turn here.
    await nextTurn();
  }
}

/** All rows of the file, its titles and headers too. */
export async function readAllRows(
  database: Database | Transaction,
  { importId }: { importId: string },
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of readRows(database, { importId, after: 0 })) rows.push(...batch);
  return rows;
}

/** The rows below a row, in the order of the file, in batches. */
export async function* readRows(
  database: Database | Transaction,
  { importId, after }: { importId: string; after: number },
): AsyncGenerator<CheckedRow[]> {
  for (let last = after; ;) {
    const rows = await database.figureImportRow.findMany({
      where: { importId, number: { gt: last } },
      orderBy: { number: "asc" },
      take: ROWS_PER_BATCH,
    });
    if (rows.length === 0) return;
    yield rows.map(({ number, cells, outcome, difference, errors }) => ({
      number,
      ...readCells(cells),
      outcome,
      difference,
      errors,
    }));
    last = rows.at(-1)!.number;
    await nextTurn();
  }
}
