import {
  findFigureImport,
  type FigureImportDetail,
  listFigureImportRows,
} from "#app/domain/figure-imports/import.store.server.ts";
import type { FigureKind } from "#app/domain/figure-imports/rules.ts";
import { startFigureApply, startFigureCheck } from "#app/domain/figure-imports/steps.store.server.ts";
import { uploadFigures } from "#app/domain/figure-imports/upload.store.server.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import type { TestTown } from "./test-town.ts";

/** The bytes of a CSV file. */
export function csvOf(rows: readonly (readonly string[])[], encoding: "utf-8" | "cp932" = "utf-8"): Buffer {
  const file = writeCsv(rows, encoding);
  if (!file.ok) throw new Error("unmappable");
  return file.bytes;
}

/** What staff of a test do with a file, step by step. */
export function figureDesk(t: TestTown, staffId: () => string) {
  const find = async (importId: string): Promise<FigureImportDetail> =>
    (await findFigureImport(t.town, { importId }))!;

  const upload = async (kind: FigureKind, bytes: Uint8Array, fileName = "表.csv"): Promise<string> => {
    const result = await uploadFigures(t.town, { staffId: staffId(), kind, fileName, bytes });
    if (!result.ok) throw new Error(result.error);
    return result.importId;
  };

  /** Uploads and makes the dry run with the proposed columns; `typed` stands over what was proposed. */
  const check = async (
    kind: FigureKind,
    file: readonly (readonly string[])[] | Uint8Array,
    typed: Record<string, string> = {},
  ): Promise<string> => {
    const bytes = file instanceof Uint8Array ? file : csvOf(file);
    const importId = await upload(kind, bytes);
    const { mapping, settings } = await find(importId);
    const step = await startFigureCheck(t.town, {
      importId,
      mapping,
      typed: { ...settings.typed, ...typed },
    });
    if (!step.ok) throw new Error(step.error);
    await t.runWaitingJobs();
    return importId;
  };

  const apply = async (importId: string) => {
    const { checked } = (await find(importId)).settings;
    const step = await startFigureApply(t.town, { importId, staffId: staffId(), checked });
    if (step.ok) await t.runWaitingJobs();
    return step.ok ? (await find(importId)).state : step.error;
  };

  const rows = async (importId: string) =>
    (await listFigureImportRows(t.town, { importId, outcome: null, page: 1 })).rows;

  /** [row, outcome, then each wrong cell as `F5 code`]. */
  const outcomes = async (importId: string) =>
    (await rows(importId)).map(({ number, outcome, errors }) => [
      number,
      outcome,
      ...errors.map(({ column, code }) => `${column}${number} ${code}`),
    ]);

  return { find, upload, check, apply, rows, outcomes };
}
