import { createHash } from "node:crypto";
import { newId } from "#app/platform/random.ts";
import { readCells } from "#app/platform/table-file/read-table.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { normaliseLine, readDate } from "../text/rules.ts";
import { findLayout, headersOf, type Layout, readMerges } from "./layout.rules.ts";
import { countKnown, knownMapping, proposeMapping } from "./mapping.ts";
import type { SheetRow } from "./row-reader.ts";
import type { FigureKind } from "./rules.ts";
import { countBelow, hiddenParts, sheetRows, withGaps, withoutPersons } from "./sheet-rows.ts";
import { storeRows } from "./sheet-rows.store.server.ts";
import { readStoredSettings, type StoredSettings } from "./stored-settings.ts";

/**
 * Stores an uploaded table as an import whose columns wait to be assigned: as staff assigned them the last time that a
 * file of this kind had these headers, otherwise as the headers suggest. The header row is searched below titles. Errors
 * are codes of app/platform/table-file.
 */
export async function uploadFigures(
  town: Pick<Town, "database" | "clock">,
  upload: { staffId: string; kind: FigureKind; fileName: string; bytes: Uint8Array; sheet?: string },
): Promise<{ ok: true; importId: string } | { ok: false; error: string }> {
  const { staffId, kind, bytes } = upload;
  const read = await readCells(bytes, { sheet: upload.sheet || null });
  if (!read.ok) return read;
  const rows = sheetRows(read.table);
  const areas = read.table.sheet?.merges ?? [];
  const all = withGaps(rows);
  const layout = findLayout(all, readMerges(areas), (headers) => countKnown(kind, headers));
  const headers = headersOf(all, layout, readMerges(areas));
  const kept = withoutPersons(rows, { kind, headers, layout });
  const rowCount = countBelow(kept, layout);
  if (all.length === 0) return { ok: false, error: "table-empty" };
  if (rowCount === 0) return { ok: false, error: "table-header-only" };
  const before = await town.database.figureImport.findFirst({
    where: { kind, headers: { equals: headers }, state: "applied" },
    orderBy: { appliedAt: "desc" },
    select: { mapping: true, settings: true },
  });
  const settings: StoredSettings = {
    typed: { ...(await defaultSettings(town)), ...lastTyped(before?.settings), ...saidAbove(rows, layout) },
    headerRows: layout.headerRows,
    sheetNames: read.table.sheet?.names ?? [],
    merges: areas,
    hidden: hiddenParts(read.table),
    leftOut: [],
    checked: "",
    checkedAt: "",
  };
  const id = newId();
  const now = town.clock.now();
  await town.database.$transaction(
    async (tx) => {
      await tx.figureImport.create({
        data: {
          id,
          kind,
          state: "uploaded",
          fileName: normaliseLine(upload.fileName.toWellFormed()).slice(0, 200) || "file",
          fileHash: createHash("sha256")
            .update(kind)
            .update(upload.sheet ?? "")
            .update(bytes)
            .digest("hex"),
          encoding: read.table.encoding,
          sheetName: read.table.sheet?.name ?? "",
          headerRow: layout.headerRow,
          headers,
          mapping: before ? knownMapping(kind, before.mapping, headers) : proposeMapping(kind, headers),
          settings,
          rowCount,
          createdById: staffId,
          createdAt: now,
        },
      });
      await storeRows(tx, { importId: id, rows: kept });
      await recordEvent(tx, {
        kind: "figure-import.uploaded",
        subjectId: id,
        actorId: staffId,
        occurredAt: now,
        data: { figures: kind, rows: rowCount },
      });
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
  return { ok: true, importId: id };
}

async function defaultSettings(town: Pick<Town, "database">): Promise<Record<string, string>> {
  const plan = await town.database.plan.findFirst({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return {
    ...(plan ? { planId: plan.id } : {}),
    observedKind: "actual",
    periodKind: "fiscalYear",
    status: "final",
    office: "supportStation",
    placementKind: "supported",
  };
}

/** What was true of the last file with these headers; dates, years and reasons are of one file only. */
function lastTyped(stored: unknown): Record<string, string> {
  const { typed } = readStoredSettings(stored);
  const kept = [
    "planId",
    "observedKind",
    "periodKind",
    "status",
    "source",
    "decidedBy",
    "programme",
    "subsidyId",
  ];
  const more = ["office", "placementKind", "fillDown"];
  return Object.fromEntries(Object.entries(typed).filter(([field]) => [...kept, ...more].includes(field)));
}

/** 「令和7年1月31日現在」 above the table is its as-of date. */
function saidAbove(rows: readonly SheetRow[], { headerRow }: Layout): Record<string, string> {
  const above = rows.filter(({ number }) => number < headerRow).flatMap(({ texts }) => texts);
  for (const text of above) {
    const day = /((?:令和|平成|[RH])?[\d元]+[年.]\d+[月.]\d+日?)\s*(?:現在|時点)/.exec(
      normaliseLine(text).replaceAll(" ", ""),
    )?.[1];
    const read = day === undefined ? null : readDate(day);
    if (read?.ok) return { asOf: read.date };
  }
  return {};
}
