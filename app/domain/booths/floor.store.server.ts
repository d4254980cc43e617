import type { Town } from "#app/town.ts";
import { findBoothBoard, type StaffBooth } from "./board.store.server.ts";
import { lockBooths } from "./decisions.store.server.ts";
import { inFloorOrder } from "./rules.ts";

/** The companies that have a booth, in the order of their numbers; null when there is no such event. */
export async function readFloor(
  town: Pick<Town, "database" | "clock">,
  { eventId }: { eventId: string },
): Promise<{
  event: { id: string; title: string; startsAt: Date; endsAt: Date; venue: string };
  booths: StaffBooth[];
} | null> {
  const board = await findBoothBoard(town, { eventId });
  if (!board) return null;
  const { id, title, startsAt, endsAt, venue } = board;
  const last = Number.MAX_SAFE_INTEGER;
  const booths = board.booths
    .filter(({ state }) => state === "selected")
    .toSorted((one, other) => (one.boothNumber ?? last) - (other.boothNumber ?? last));
  return { event: { id, title, startsAt, endsAt, venue }, booths };
}

/** Numbers the selected booths anew from 1, companies of one industry side by side. Returns how many there are. */
export async function renumberBooths(
  town: Pick<Town, "database" | "clock">,
  { eventId }: { eventId: string },
): Promise<number> {
  const board = await findBoothBoard(town, { eventId });
  return town.database.$transaction(async (tx) => {
    await lockBooths(tx, eventId);
    const selected = new Set(
      (
        await tx.boothApplication.findMany({ where: { eventId, state: "selected" }, select: { id: true } })
      ).map(({ id }) => id),
    );
    const floor = inFloorOrder((board?.booths ?? []).filter(({ id }) => selected.has(id)));
    for (const [at, { id }] of floor.entries())
      await tx.boothApplication.update({ where: { id }, data: { boothNumber: at + 1 } });
    return floor.length;
  });
}
