import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import type { Town } from "#app/town.ts";
import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { startFigureCheck, type Step } from "./steps.store.server.ts";
import { readStoredSettings } from "./stored-settings.ts";
import { uploadFigures } from "./upload.store.server.ts";
import { withdrawalTable } from "./withdrawal.ts";
import { readWithdrawal } from "./withdrawn-records.store.server.ts";

type Withdrawing = Pick<Town, "database" | "clock" | "jobs" | "env">;

/**
 * Prepares to take an applied import back: a new import whose table holds, for each record of it that still stands, what
 * stood before, or that there was nothing. It is checked like an uploaded one, shows what would change, and waits for staff
 * to apply it; nothing is deleted. `left` counts records that others have replaced since, and counts of people that had no
 * earlier record, which cannot be taken back by a table. Errors: import-state for one that was not applied,
 * figure-withdraw-nothing, those of `startFigureCheck`.
 */
export async function prepareWithdrawal(
  town: Withdrawing,
  { importId, staffId, reason }: { importId: string; staffId: string; reason: string },
): Promise<{ ok: true; importId: string; left: number } | (Step & { ok: false })> {
  const found = await town.database.figureImport.findUnique({ where: { id: importId } });
  if (found?.state !== "applied") return { ok: false, error: "import-state" };
  const { kind } = found;
  const { rows, left } = await readWithdrawal(town, { importId, kind });
  if (rows.length === 0) return { ok: false, error: "figure-withdraw-nothing" };
  const { cells, mapping } = withdrawalTable(kind, rows);
  const file = writeCsv(cells, "utf-8");
  if (!file.ok) throw new Error("UTF-8 holds every text");
  const uploaded = await uploadFigures(town, {
    staffId,
    kind,
    fileName: words.withdrawalOf(found.fileName),
    bytes: file.bytes,
  });
  if (!uploaded.ok) return uploaded;
  const { typed } = readStoredSettings(found.settings);
  const step = await startFigureCheck(town, {
    importId: uploaded.importId,
    mapping,
    typed: { ...typed, fiscalYear: "", fillDown: "", allowEarlier: "yes", note: reason, reason },
  });
  return step.ok ? { ok: true, importId: uploaded.importId, left } : step;
}
