import type { Transaction } from "#app/platform/database.server.ts";

/** An event as the seat ledger and its mails need it. */
export type TicketEvent = NonNullable<Awaited<ReturnType<typeof findTicketEvent>>>;

/** The event with its sessions in order and their pools; null when there is none. */
export function findTicketEvent(tx: Transaction, id: string) {
  return tx.event.findUnique({
    where: { id },
    include: {
      sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }], include: { pools: true } },
    },
  });
}
