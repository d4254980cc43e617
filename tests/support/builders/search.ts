import { findDrift } from "#app/domain/matching/store.server.ts";
import { queueSearchUpdate, type SearchChange } from "#app/domain/matching/versions.store.server.ts";
import { indexesOf } from "#search/engine.ts";
import type { Town } from "#app/town.ts";

type SearchTown = Pick<Town, "database" | "clock" | "jobs" | "search">;

/** Takes a company off the public pages, or puts it back, as one transaction with its search update. */
export async function setListed(
  town: SearchTown,
  { companyId, isListed }: { companyId: string; isListed: boolean },
): Promise<void> {
  await town.database.$transaction(async (tx) => {
    await tx.company.update({
      where: { id: companyId },
      data: { withdrawnAt: isListed ? null : town.clock.now() },
    });
    await queueSearchUpdate(tx, town, { kind: "company", id: companyId });
  });
}

export async function touch(town: SearchTown, change: SearchChange): Promise<void> {
  await town.database.$transaction((tx) => queueSearchUpdate(tx, town, change));
}

/** How many documents differ between the database and each index. */
export async function driftOf(town: SearchTown): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const index of indexesOf(town.search)) {
    const { drift } = await findDrift(town, index);
    found[index.name] = drift.missing.length + drift.outdated.length + drift.surplus.length;
  }
  return found;
}
