import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import { openFigurePlanner } from "./planner.store.server.ts";
import { addToCounts, type FigureCounts, NO_COUNTS, type PlannedRow } from "./rules.ts";
import { readRows } from "./sheet-rows.store.server.ts";
import { readStoredSettings } from "./stored-settings.ts";

/**
 * The dry run: says of each row what it would do and changes no record. Begins again from the first row when it was
 * interrupted; an import that was discarded meanwhile stays so.
 */
export async function checkFigureImport(
  town: Pick<Town, "database" | "clock">,
  { importId }: { importId: string },
): Promise<void> {
  const stored = await town.database.figureImport.findUnique({ where: { id: importId } });
  if (stored?.state !== "checking") return;
  const { checked, headerRows } = readStoredSettings(stored.settings);
  const plan = await openFigurePlanner(town.database, { stored, now: town.clock.now() });
  const counts: FigureCounts = structuredClone(NO_COUNTS);
  const after = stored.headerRow + headerRows - 1;
  for await (const rows of readRows(town.database, { importId, after })) {
    const planned = rows.map(plan);
    for (const row of planned) addToCounts(counts, row);
    const stillWanted = await storeBatch(town, { importId, checked, planned, counts });
    if (!stillWanted) return;
  }
  await town.database.figureImport.updateMany({
    where: { ...whileChecking(importId, checked) },
    data: { state: "checked", counts, failure: null },
  });
}

/** The dry run that was begun under this name, as long as nobody began another. */
function whileChecking(id: string, checked: string): Prisma.FigureImportWhereInput {
  return { id, state: "checking", settings: { path: ["checked"], equals: checked } };
}

async function storeBatch(
  town: Pick<Town, "database">,
  {
    importId,
    checked,
    planned,
    counts,
  }: { importId: string; checked: string; planned: PlannedRow[]; counts: FigureCounts },
): Promise<boolean> {
  const batch = JSON.stringify(
    planned.map(({ number, outcome, cells, errors }) => ({ number, outcome, difference: cells, errors })),
  );
  return town.database.$transaction(async (tx) => {
    const { count } = await tx.figureImport.updateMany({
      where: whileChecking(importId, checked),
      data: { counts },
    });
    if (count === 0) return false;
    await tx.$executeRaw`
      UPDATE "FigureImportRow" "row"
      SET "outcome" = x."outcome", "difference" = x."difference", "errors" = x."errors"
      FROM jsonb_to_recordset(${batch}::jsonb)
        AS x("number" int, "outcome" text, "difference" jsonb, "errors" jsonb)
      WHERE "row"."importId" = ${importId} AND "row"."number" = x."number"`;
    return true;
  });
}

/** Takes up imports on which a killed process was working. Both jobs may run twice. */
export async function resumeFigureImports(town: Pick<Town, "database" | "jobs">): Promise<void> {
  const imports = await town.database.figureImport.findMany({
    where: { state: { in: ["checking", "applying"] } },
    select: { id: true, state: true },
  });
  for (const { id, state } of imports)
    await town.database.$transaction((tx) =>
      town.jobs.enqueue(tx, state === "checking" ? "figure-import.check" : "figure-import.apply", {
        importId: id,
      }),
    );
}
