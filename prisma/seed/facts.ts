import type { DomainEventKind, DomainEventKinds } from "#app/domain/audit/rules.ts";
import type { TownRows } from "./rows.ts";

/** Notes a fact of the past as the portal itself would have recorded it. */
export function noteFact<Kind extends DomainEventKind>(
  rows: TownRows,
  fact: { kind: Kind; subjectId: string; actorId: string | null; at: Date; data: DomainEventKinds[Kind] },
): void {
  const { kind, subjectId, actorId, at, data } = fact;
  rows.domainEvent.push({ kind, subjectId, actorId, data, occurredAt: at, recordedAt: at });
}
