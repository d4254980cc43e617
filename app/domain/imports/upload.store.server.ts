import { createHash } from "node:crypto";
import type { Town } from "#app/town.ts";
import { newId } from "#app/platform/random.ts";
import { readTable } from "#app/platform/table-file/read-table.server.ts";
import { columnName } from "#app/platform/table-file/table.ts";
import { normaliseLine } from "../text/rules.ts";
import { isPersonColumn, knownMapping, proposeMapping } from "./mapping.ts";
import type { Mapping } from "./rules.ts";

const ROWS_PER_INSERT = 2000;

/**
 * Stores an uploaded table as a run whose columns wait to be assigned: as staff assigned them the last time that a file had
 * these headers, otherwise as the headers suggest. Cells of columns that name persons are not stored. Errors are codes of
 * app/platform/table-file.
 */
export async function uploadImport(
  town: Pick<Town, "database" | "clock">,
  { staffId, fileName, bytes }: { staffId: string; fileName: string; bytes: Uint8Array },
): Promise<{ ok: true; runId: string } | { ok: false; error: string }> {
  const read = await readTable(bytes);
  if (!read.ok) return read;
  const [headerRow = [], ...body] = read.table.rows;
  const headers = headerRow.map((header, index) => normaliseLine(header) || `(${columnName(index)}列)`);
  const rows = body
    .map((cells, index) => ({ number: index + 2, cells: withoutPersons(cells, headers) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) return { ok: false, error: "table-header-only" };
  const id = newId();
  const remembered = await town.database.importMapping.findUnique({
    where: { headerHash: headerHash(headers) },
  });
  await town.database.$transaction(
    async (tx) => {
      await tx.importRun.create({
        data: {
          id,
          state: "uploaded",
          fileName: normaliseLine(fileName.toWellFormed()).slice(0, 200),
          fileHash: createHash("sha256").update(bytes).digest("hex"),
          encoding: read.table.encoding,
          headers,
          mapping: remembered ? knownMapping(remembered.mapping, headers) : proposeMapping(headers),
          rowCount: rows.length,
          createdById: staffId,
          createdAt: town.clock.now(),
        },
      });
      for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
        const batch = JSON.stringify(rows.slice(from, from + ROWS_PER_INSERT));
        await tx.$executeRaw`
          INSERT INTO "ImportRow" ("runId", "number", "cells")
          SELECT ${id}, "number", "cells" FROM jsonb_to_recordset(${batch}::jsonb) AS x("number" int, "cells" jsonb)`;
      }
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
  return { ok: true, runId: id };
}

/** Text as the database can hold it, without what is said about persons. */
function withoutPersons(cells: readonly string[], headers: readonly string[]): string[] {
  return cells.map((cell, index) =>
    isPersonColumn(headers[index] ?? "") ? "" : cell.replaceAll("\0", "").toWellFormed(),
  );
}

/** Files with the same headers in the same order share an assignment. */
export function headerHash(headers: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(headers)).digest("hex");
}

/** Keeps an assignment for the next file with these headers. */
export function rememberedMapping(headers: readonly string[], mapping: Mapping, now: Date) {
  const key = headerHash(headers);
  return {
    where: { headerHash: key },
    create: { headerHash: key, mapping, updatedAt: now },
    update: { mapping, updatedAt: now },
  };
}
