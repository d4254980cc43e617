import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";
import { basisOf, type Desk } from "./desk.rules.ts";
import { namesOf } from "./desk.store.server.ts";
import { nodeLabel } from "./preview.ts";

/** A change that was recorded: when, by whom, what, and why. */
export type PastChange = { id: string; at: Date; by: string; what: string; why: string };

type Line = Omit<PastChange, "by"> & { byId: string | null };

/**
 * What was recorded about the plan, newest first. `since` is an earlier basis of the desk: only what came after it.
 */
export async function latestChanges(
  town: { database: Database },
  desk: Desk,
  { since, most = 30 }: { since?: string; most?: number } = {},
): Promise<PastChange[]> {
  const earlier = since?.split(".").map(Number) ?? [];
  const now = basisOf(desk).split(".").map(Number);
  const newest = newestFirst(
    kindsOf(desk).flatMap((lines, kind) => {
      const added = since === undefined ? lines.length : now[kind]! - (earlier[kind] || 0);
      return newestFirst(lines).slice(0, Math.max(0, added));
    }),
  );
  // The rows of one recording (weights of siblings, shares of a node) say the same.
  const seen = new Set<string>();
  const shown = newest
    .filter(({ at, what }) => {
      const key = `${at.getTime()} ${what}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .slice(0, most);
  const names = await namesOf(
    town,
    shown.map(({ byId }) => byId),
  );
  return shown.map(({ byId, ...line }) => ({
    ...line,
    by: byId === null ? words.recordedBySystem : (names.get(byId) ?? words.recordedByGone),
  }));
}

function newestFirst(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** In the order of the basis: versions of nodes, of indicators, decisions about targets, role shares, locks. */
function kindsOf({ records, targetSets, shares, locks }: Desk): Line[][] {
  const labels = new Map(
    records.nodes.map(({ id, versions }) => [id, versions.length > 0 ? nodeLabel(versions.at(-1)!) : id]),
  );
  return [
    records.nodes.flatMap(({ versions }) =>
      versions.map((version) => ({
        id: version.id,
        at: version.recordedAt,
        byId: version.recordedById,
        what: words.history.node(
          nodeLabel(version),
          words.changes[version.change],
          fiscalYearLabel(version.effectiveFrom),
        ),
        why: version.note,
      })),
    ),
    records.indicators.flatMap(({ versions }) =>
      versions.map((version) => ({
        id: version.id,
        at: version.recordedAt,
        byId: version.recordedById,
        what:
          version.lastFiscalYear === null
            ? words.history.indicator(version.name, fiscalYearLabel(version.effectiveFrom))
            : words.history.indicatorEnd(version.name, fiscalYearLabel(version.lastFiscalYear)),
        why: version.reason,
      })),
    ),
    targetSets.map((set) => ({
      id: set.id,
      at: set.recordedAt,
      byId: set.recordedById,
      what: words.history.targets(
        set.adoptedOn,
        records.indicators.reduce(
          (sum, { targets }) => sum + targets.filter(({ setId }) => setId === set.id).length,
          0,
        ),
      ),
      why: [set.decidedBy, set.reason].filter(Boolean).join(":"),
    })),
    shares.map((share) => ({
      id: share.id,
      at: share.recordedAt,
      byId: share.recordedById,
      what: words.history.shares(labels.get(share.nodeId) ?? "", fiscalYearLabel(share.fiscalYear)),
      why: "",
    })),
    locks.map((lock) => ({
      id: lock.id,
      at: lock.recordedAt,
      byId: lock.recordedById,
      what: words.history.lock(fiscalYearLabel(lock.fiscalYear), lock.locked),
      why: lock.reason,
    })),
  ];
}
