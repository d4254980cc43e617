import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";
import type { DomainEventKinds } from "#app/domain/audit/rules.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { basisOf, type Desk } from "./desk.rules.ts";
import { namesOf } from "./desk.store.server.ts";
import { nodeLabel } from "./preview.ts";

/** A change that was recorded: when, by whom, what, and why. `subjectId`: the node or indicator; null for what is about several. */
export type PastChange = {
  id: string;
  subjectId: string | null;
  at: Date;
  by: string;
  what: string;
  why: string;
};

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
  const ofPlan = since === undefined ? await planLines(town, desk.records.plan.id) : [];
  const newest = newestFirst([
    ...ofPlan,
    ...kindsOf(desk).flatMap((lines, kind) => {
      const added = since === undefined ? lines.length : now[kind]! - (earlier[kind] || 0);
      return newestFirst(lines).slice(0, Math.max(0, added));
    }),
  ]);
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

/** What was done to the plan itself; its row holds only what is true now, so the events tell. */
async function planLines({ database }: { database: Database }, planId: string): Promise<Line[]> {
  const events = await database.domainEvent.findMany({
    where: { subjectId: planId, kind: { in: ["plan.created", "plan.changed"] } },
  });
  return events.map(({ id, kind, data, actorId, occurredAt }) => ({
    id: `event-${id}`,
    subjectId: null,
    at: occurredAt,
    byId: actorId,
    what: kind === "plan.created" ? words.history.planCreated : words.history.planChanged(settingNames(data)),
    why: "",
  }));
}

function settingNames(data: unknown): string[] {
  const { changes } = data as DomainEventKinds["plan.changed"];
  const names: Record<string, string> = {
    ...planForms.plan.fields,
    opensFirst: planForms.settings.opensFirst,
  };
  return changes.map(({ field, before, after }) =>
    field === "gradeSchemeId" || field === "areaId" || field === "opensFirst"
      ? (names[field] ?? field)
      : words.history.setting(names[field] ?? field, before, after),
  );
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
    records.nodes.flatMap(({ id, versions }) =>
      versions.map((version) => ({
        id: version.id,
        subjectId: id,
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
    records.indicators.flatMap(({ id, versions }) =>
      versions.map((version) => ({
        id: version.id,
        subjectId: id,
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
      subjectId: null,
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
      subjectId: null,
      at: share.recordedAt,
      byId: share.recordedById,
      what: words.history.shares(labels.get(share.nodeId) ?? "", fiscalYearLabel(share.fiscalYear)),
      why: "",
    })),
    locks.map((lock) => ({
      id: lock.id,
      subjectId: null,
      at: lock.recordedAt,
      byId: lock.recordedById,
      what: words.history.lock(fiscalYearLabel(lock.fiscalYear), lock.locked),
      why: lock.reason,
    })),
  ];
}
