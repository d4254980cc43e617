import { CODE_VERSION } from "#app/analytics/code-version.ts";
import { recordRun } from "#app/analytics/runs.server.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Cut } from "#app/domain/indicators/plan.rules.ts";
import { fiscalYearOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { Draft } from "./draft.ts";
import { prepareRelease } from "./preparation.store.server.ts";
import { type ChangedCell, changesBetween, freeze, frozenName } from "./rules.ts";
import { findRelease } from "./read.store.server.ts";

type Writer = Pick<Town, "database" | "clock">;

export type PublishRefusal =
  | "no-such-plan"
  | "nothing-to-release"
  | "as-of-in-future"
  | "known-on-in-future"
  /** Somebody published this version in the meantime. */
  | "released-meanwhile"
  /** There is no version to correct. */
  | "not-released"
  /** Nothing that a reader sees is different from the last version. */
  | "nothing-changed"
  /** A hidden figure could still be worked out from what is shown. */
  | "hidden-not-safe";

export type Published =
  | { ok: true; releaseId: string; fiscalYear: number; version: number; changes: ChangedCell[] }
  | { ok: false; error: PublishRefusal };

/** Publishes the first version of the papers of a fiscal year: every cell is frozen as it is printed. */
export async function publishRelease(
  town: Writer,
  { planId, cut, staffId }: { planId: string; cut: Cut; staffId: string },
): Promise<Published> {
  const prepared = await prepareRelease(town, { planId, cut });
  if (!prepared.ok) return prepared;
  const { draft, last, policy } = prepared;
  if (last?.fiscalYear === fiscalYearOf(cut.asOf)) return { ok: false, error: "released-meanwhile" };
  return write(town, { planId, cut, staffId, draft, policyVersion: policy.version, version: 1, note: "" });
}

/**
 * Publishes a correction: the next version with a note for the public. The version before stays readable. `basedOn` is the
 * version that was looked at; when somebody corrected it meanwhile, nothing is written.
 */
export async function correctRelease(
  town: Writer,
  {
    planId,
    cut,
    staffId,
    basedOn,
    note,
  }: { planId: string; cut: Cut; staffId: string; basedOn: number; note: string },
): Promise<Published> {
  const fiscalYear = fiscalYearOf(cut.asOf);
  const before = await findRelease(town, { planId, fiscalYear });
  if (!before) return { ok: false, error: "not-released" };
  if (before.version !== basedOn) return { ok: false, error: "released-meanwhile" };
  const prepared = await prepareRelease(town, { planId, cut });
  if (!prepared.ok) return prepared;
  const { draft, policy } = prepared;
  const changes = changesBetween(before.documents, draft.documents);
  if (changes.length === 0) return { ok: false, error: "nothing-changed" };
  return write(town, {
    planId,
    cut,
    staffId,
    draft,
    policyVersion: policy.version,
    version: basedOn + 1,
    note,
    changes,
  });
}

const CELLS_AT_ONCE = 1000;

async function write(
  town: Writer,
  release: {
    planId: string;
    cut: Cut;
    staffId: string;
    draft: Draft;
    policyVersion: number;
    version: number;
    note: string;
    changes?: ChangedCell[];
  },
): Promise<Published> {
  const { planId, cut, staffId, draft, policyVersion, version, note, changes = [] } = release;
  const id = newId();
  const now = town.clock.now();
  const fiscalYear = fiscalYearOf(cut.asOf);
  const cells = freeze(draft.documents);
  const written = await town.database.$transaction(async (tx) => {
    // The unique number of the version decides between two people; whoever comes second writes nothing.
    const { count } = await tx.release.createMany({
      data: {
        id,
        planId,
        fiscalYear,
        version,
        asOf: new Date(`${cut.asOf}T00:00:00Z`),
        knownOn: cut.knownOn,
        title: draft.documents[0]!.planTitle,
        note,
        policyVersion,
        codeVersion: CODE_VERSION,
        publishedAt: now,
        publishedById: staffId,
      },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const runs = await recordRuns(tx, town, draft, staffId);
    for (let at = 0; at < cells.length; at += CELLS_AT_ONCE)
      await tx.releaseCell.createMany({
        data: cells
          .slice(at, at + CELLS_AT_ONCE)
          .map((cell) => ({ ...cell, releaseId: id, runId: runs.get(frozenName(cell)) ?? null })),
      });
    await tellRelease(tx, {
      id,
      staffId,
      now,
      data: { planId, fiscalYear, version, cells: cells.length, hidden: draft.hidden.length },
      changed: version === 1 ? null : changes.length,
    });
    return true;
  });
  return written
    ? { ok: true, releaseId: id, fiscalYear, version, changes }
    : { ok: false, error: "released-meanwhile" };
}

/** Writes down every computation that a printed cell rests on, once each; the run's id by the cell's name. */
async function recordRuns(
  tx: Transaction,
  town: Writer,
  { computations }: Draft,
  actorId: string,
): Promise<Map<string, string>> {
  const runs = new Map<string, string>();
  for (const { names, computed, members, parameters } of computations()) {
    const id = await recordRun(tx, town, { computed, members, parameters, actorId });
    for (const name of names) runs.set(name, id);
  }
  return runs;
}

async function tellRelease(
  tx: Transaction,
  {
    id,
    staffId,
    now,
    data,
    changed,
  }: {
    id: string;
    staffId: string;
    now: Date;
    data: { planId: string; fiscalYear: number; version: number; cells: number; hidden: number };
    changed: number | null;
  },
): Promise<void> {
  const event = { subjectId: id, actorId: staffId, occurredAt: now };
  if (changed === null) await recordEvent(tx, { ...event, kind: "release.published", data });
  else await recordEvent(tx, { ...event, kind: "release.corrected", data: { ...data, changed } });
}
