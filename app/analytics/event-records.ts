import type { CheckInFact, Facts } from "./facts.ts";
import type { TableRows } from "./fact-tables.server.ts";
import type { Parts } from "./mirror.server.ts";

type CheckInRow = TableRows["checkIns"][number];
/** A check-in as it is, or as it was known for a while. */
export type KnownCheckIn = CheckInRow & Pick<CheckInFact, "supersededAt">;
type Change = TableRows["checkInChanges"][number];

/**
 * Check-ins as they were known over time. A row is changed in place when its number of people is put right, and used again
 * after it was taken back; the domain events of that say what it said before. The row as it is now stands last. A part
 * without such a change is the same array as before.
 */
export function createKnownCheckIns(): (
  rows: Parts<CheckInRow>,
  changes: readonly Change[],
) => Parts<KnownCheckIn> {
  const made = new WeakMap<
    readonly CheckInRow[],
    { changes: readonly Change[]; known: readonly KnownCheckIn[] }
  >();
  return (parts, changes) => {
    const changesOf = Map.groupBy(changes, ({ checkInId }) => checkInId);
    return new Map(
      [...parts].map(([year, part]) => {
        const before = made.get(part);
        if (before?.changes === changes) return [year, before.known] as const;
        const known = part.some(({ id }) => changesOf.has(id))
          ? part.flatMap((row) => knownOverTime(row, changesOf.get(row.id) ?? []))
          : part;
        made.set(part, { changes, known });
        return [year, known] as const;
      }),
    );
  };
}

/** What a check-in said before, one row for each time, and then the row itself. */
function knownOverTime(row: CheckInRow, changes: readonly Change[]): KnownCheckIn[] {
  const lives: { row: CheckInRow; corrections: Change[] }[] = [];
  let corrections: Change[] = [];
  for (const change of changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { kind, at, knownAt, headCount, endedAt } = change;
    if (kind === "check-in.corrected") corrections.push(change);
    else if (endedAt < row.knownAt) {
      // It was taken back and entered anew later. Events of the first years do not say when it had been entered.
      if (at && knownAt)
        lives.push({ row: { ...row, at, headCount, knownAt, voidedAt: endedAt }, corrections });
      corrections = [];
    }
  }
  lives.push({ row, corrections });
  return lives.flatMap((life, index) => statesOf(life, lives[index + 1]?.row.knownAt ?? null));
}

function statesOf(
  { row, corrections }: { row: CheckInRow; corrections: readonly Change[] },
  supersededAt: Date | null,
): KnownCheckIn[] {
  const states: KnownCheckIn[] = [];
  let since = row.knownAt;
  for (const { headCount, endedAt } of corrections) {
    if (endedAt <= since) continue;
    states.push({ ...row, headCount, knownAt: since, voidedAt: null, supersededAt: endedAt });
    since = endedAt;
  }
  return [...states, { ...row, knownAt: since, supersededAt }];
}

/** How many people each registration holds seats for, from one moment to the next; the waiting list holds none. */
export function registrationChangeFacts({
  registrationChanges,
}: Pick<TableRows, "registrationChanges">): Facts["registrationChanges"] {
  const seated = new Set<string>();
  return registrationChanges
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ kind, registrationId, eventId, people, knownAt }) => {
      const isChange = kind === "registration.head-count-changed";
      if (isChange && !seated.has(registrationId)) return [];
      if (kind === "registration.cancelled") {
        seated.delete(registrationId);
        return [{ registrationId, eventId, people: 0, knownAt }];
      }
      seated.add(registrationId);
      return [{ registrationId, eventId, people, knownAt }];
    });
}
