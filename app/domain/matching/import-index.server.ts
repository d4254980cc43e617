import { setImmediate as nextTurn } from "node:timers/promises";
import type { Town } from "#app/town.ts";
import { companyDocuments } from "./documents.store.server.ts";

const COMPANIES_PER_BATCH = 50;

/** Brings the companies of an applied import into the index, many at a time; running it again changes nothing. */
export async function indexImport(
  town: Pick<Town, "database" | "clock" | "search">,
  { runId }: { runId: string },
): Promise<void> {
  for (let after = 0; ;) {
    const rows = await town.database.importRow.findMany({
      where: {
        runId,
        number: { gt: after },
        outcome: { in: ["create", "change"] },
        companyId: { not: null },
      },
      orderBy: { number: "asc" },
      take: COMPANIES_PER_BATCH,
      select: { number: true, companyId: true },
    });
    if (rows.length === 0) return;
    const ids = rows.flatMap(({ companyId }) => companyId ?? []);
    await town.search.upsert(await companyDocuments(town, { take: ids.length, ids }));
    after = rows.at(-1)!.number;
    await nextTurn();
  }
}
