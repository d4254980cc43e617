import type { Town } from "#app/town.ts";
import { lockCompany } from "../companies/submission.store.server.ts";
import { storageKeyOf, UNUSED_DAYS } from "./rules.ts";

type CleaningTown = Pick<Town, "database" | "clock" | "images" | "log">;

const DAY_MS = 24 * 60 * 60 * 1000;
// An upload that is going on now has files before it has its row.
const YOUNGEST_ORPHAN_MS = DAY_MS;
const ROWS_AT_ONCE = 500;
const FEW = 50;

/**
 * The daily clearing: photographs that no version of a profile ever showed leave after UNUSED_DAYS, files without a row
 * after a day. Running it again changes nothing. When most files have no row, the database is probably not the one that
 * the files belong to; then none is removed and the log says so.
 */
export async function cleanImages(town: CleaningTown): Promise<{ rows: number; pictures: number }> {
  const rows = await removeUnusedRows(town);
  const pictures = await removeFilesWithoutRow(town);
  if (rows + pictures > 0) town.log.info({ rows, pictures }, "photographs cleared away");
  return { rows, pictures };
}

async function removeUnusedRows(town: CleaningTown): Promise<number> {
  const before = new Date(town.clock.now().getTime() - UNUSED_DAYS * DAY_MS);
  const unused = await town.database.$queryRaw<{ id: string; companyId: string }[]>`
    SELECT image."id", image."companyId" FROM "CompanyImage" AS image
    WHERE image."createdAt" < ${before} AND NOT EXISTS (
      SELECT 1 FROM "CompanyRevision" AS revision
      WHERE revision."companyId" = image."companyId" AND position(image."id" in revision."profile"::text) > 0)`;
  let removed = 0;
  for (const { id, companyId } of unused)
    removed += await town.database.$transaction(async (tx) => {
      await lockCompany(tx, companyId);
      // A draft saved a moment ago may name it: a draft keeps what was typed, so the text as a whole is looked through.
      return tx.$executeRaw`
        DELETE FROM "CompanyImage" WHERE "id" = ${id} AND NOT EXISTS (
          SELECT 1 FROM "CompanyRevision" AS revision
          WHERE revision."companyId" = ${companyId} AND position(${id} in revision."profile"::text) > 0)`;
    });
  // Their files have no row now and go the way of all such files.
  return removed;
}

async function removeFilesWithoutRow(town: CleaningTown): Promise<number> {
  const before = town.clock.now().getTime() - YOUNGEST_ORPHAN_MS;
  const filesOf = new Map<string, string[]>();
  for await (const { key, storedAt } of town.images.list()) {
    if (storedAt.getTime() >= before) continue;
    const storageKey = storageKeyOf(key);
    filesOf.set(storageKey, [...(filesOf.get(storageKey) ?? []), key]);
  }
  const known = await findKnown(town, [...filesOf.keys()]);
  const orphans = [...filesOf].filter(([storageKey]) => !known.has(storageKey));
  if (orphans.length > FEW && orphans.length > known.size) {
    town.log.error(
      { orphans: orphans.length, known: known.size },
      "most stored photographs have no row: is this the right database? None was removed",
    );
    return 0;
  }
  for (const [, files] of orphans) for (const file of files) await town.images.remove(file);
  return orphans.length;
}

async function findKnown(town: CleaningTown, storageKeys: string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < storageKeys.length; at += ROWS_AT_ONCE) {
    const rows = await town.database.companyImage.findMany({
      where: { storageKey: { in: storageKeys.slice(at, at + ROWS_AT_ONCE) } },
      select: { storageKey: true },
    });
    for (const { storageKey } of rows) known.add(storageKey);
  }
  return known;
}
