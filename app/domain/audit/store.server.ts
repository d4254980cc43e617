import type { Transaction } from "#app/platform/database.server.ts";
import type { DomainEventKind, DomainEventKinds } from "./rules.ts";

/** Records a fact in the transaction of the change it tells about. */
export async function recordEvent<Kind extends DomainEventKind>(
  tx: Transaction,
  event: {
    kind: Kind;
    subjectId: string;
    /** The account that did it; null for the system and for visitors. */
    actorId: string | null;
    occurredAt: Date;
    data: DomainEventKinds[Kind];
  },
): Promise<void> {
  await tx.domainEvent.create({ data: event });
}
