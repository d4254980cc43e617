import type { Transaction } from "#app/platform/database.server.ts";
import { nextVersion } from "./editing.rules.ts";

/** Nobody may change what somebody else changed after it was looked at. */
export type EditingError = "no-such-event" | "changed-meanwhile";

/**
 * Locks an event for the rest of the transaction and gives it back, if it is still the version that staff looked at
 * (`updatedAt` as an ISO instant). Every change of an event, its sessions, pools or questions begins here and ends with
 * `markChanged`.
 */
export async function lockEvent(tx: Transaction, { eventId, version }: { eventId: string; version: string }) {
  await tx.$queryRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
  const event = await tx.event.findUnique({
    where: { id: eventId },
    include: { sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
  });
  if (!event) return { ok: false as const, error: "no-such-event" as const };
  if (event.updatedAt.toISOString() !== version)
    return { ok: false as const, error: "changed-meanwhile" as const };
  return { ok: true as const, event };
}

/** Gives the locked event its next version. */
export async function markChanged(
  tx: Transaction,
  event: { id: string; updatedAt: Date },
  now: Date,
): Promise<void> {
  await tx.event.update({
    where: { id: event.id },
    data: { updatedAt: nextVersion(event.updatedAt, now) },
  });
}
