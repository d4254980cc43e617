import { openFacts } from "#app/analytics/facts.server.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import { computeFrom } from "#app/domain/indicators/compute.server.ts";
import type { ComputeIndicator } from "#app/domain/indicators/figures.ts";

import { civilDateOf, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import {
  type ChangeFact,
  draftChange,
  factsOf,
  type PlanChange,
  previewYears,
  subjectOf,
} from "./change.rules.ts";
import { basisOf, type Desk, type PlanRows, withRows } from "./desk.rules.ts";
import { readDesk } from "./desk.store.server.ts";
import { latestChanges, type PastChange } from "./history.store.server.ts";
import { compareDesks, type YearPreview } from "./preview.ts";

type Reader = Pick<Town, "database" | "clock">;

/** What staff look at before they record a change. `meanwhile`: what others recorded since the last look. */
export type ChangePreview = {
  entryId: string;
  basis: string;
  warnings: string[];
  years: YearPreview[];
  meanwhile: PastChange[];
};

export type Submitted =
  | { ok: true; state: "recorded"; entryId: string }
  | { ok: true; state: "preview"; preview: ChangePreview }
  | { ok: false; errors: Record<string, string> };

/**
 * How the change is asked for: to look at it, or to record what was looked at (`entryId` and `basis` of the preview).
 * `opened` is the basis when the form was opened: what others changed of the same node or indicator since is told.
 */
export type Asked =
  | { step: "check"; entryId?: string; opened?: string | undefined }
  | { step: "record"; entryId: string; basis: string };

/**
 * Draws up what the change would do, or records it. Recording the same entry twice records it once; when somebody changed
 * the plan after the preview, nothing is recorded and a new preview comes back with what they did. An evaluation is
 * guarded by its own revision and does not mind changes elsewhere in the plan.
 */
export async function submitChange(
  town: Reader,
  { planId, actorId, change, asked }: { planId: string; actorId: string; change: PlanChange; asked: Asked },
): Promise<Submitted> {
  if (asked.step === "check")
    return previewChange(town, {
      planId,
      actorId,
      change,
      entryId: asked.entryId ?? newId(),
      opened: asked.opened,
    });
  const { entryId, basis } = asked;
  const recorded = await town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Plan" WHERE "id" = ${planId} FOR UPDATE`;
    if (await isRecorded(tx, entryId)) return { ok: true, state: "recorded", entryId } as const;
    const desk = await readDesk(tx, { planId });
    if (!desk) return { ok: false, errors: { form: "no-such-plan" } } as const;
    if (change.kind !== "evaluated" && basisOf(desk) !== basis) return "stale";
    const at = town.clock.now();
    const draft = draftChange(desk, change, { entryId, actorId, at });
    if (!draft.ok) return draft;
    await writeRows(tx, planId, draft.rows);
    for (const fact of factsOf(draft.rows, planId)) await recordFact(tx, fact, { actorId, at });
    return { ok: true, state: "recorded", entryId } as const;
  });
  if (recorded !== "stale") return recorded;
  return previewChange(town, { planId, actorId, change, entryId, seen: basis });
}

async function previewChange(
  town: Reader,
  {
    planId,
    actorId,
    change,
    entryId,
    seen,
    opened,
  }: {
    planId: string;
    actorId: string;
    change: PlanChange;
    entryId: string;
    seen?: string;
    opened?: string | undefined;
  },
): Promise<Submitted> {
  const desk = await readDesk(town.database, { planId });
  if (!desk) return { ok: false, errors: { form: "no-such-plan" } };
  const at = town.clock.now();
  const draft = draftChange(desk, change, { entryId, actorId, at });
  if (!draft.ok) return draft;
  const today = civilDateOf(at);
  const { firstFiscalYear, lastFiscalYear } = desk.records.plan;
  const current = Math.min(Math.max(fiscalYearOf(today), firstFiscalYear), lastFiscalYear);
  const after = withRows(desk, draft.rows);
  const figures = await openFigures(town);
  const years = previewYears(draft.years, current).map((fiscalYear) =>
    compareDesks(desk, after, { asOf: dayWithin(fiscalYear, today), knownOn: at }, figures),
  );
  return {
    ok: true,
    state: "preview",
    preview: {
      entryId,
      basis: basisOf(desk),
      warnings: draft.warnings,
      years,
      meanwhile: await changedMeanwhile(town, desk, { change, seen, opened }),
    },
  };
}

/** Everything since the last look; since the form was opened only what is about the same node or indicator. */
async function changedMeanwhile(
  town: Reader,
  desk: Desk,
  { change, seen, opened }: { change: PlanChange; seen: string | undefined; opened: string | undefined },
): Promise<PastChange[]> {
  if (seen !== undefined) return latestChanges(town, desk, { since: seen });
  const subjectId = subjectOf(change);
  if (opened === undefined || subjectId === null) return [];
  const changes = await latestChanges(town, desk, { since: opened });
  return changes.filter((past) => past.subjectId === subjectId);
}

/** Computes indicators from the facts that are known now. */
export async function openFigures(town: Pick<Town, "database">): Promise<ComputeIndicator> {
  return computeFrom(await openFacts(town));
}

/** The day as of which the desk shows a fiscal year: its last one, today in the running year, the first of a later one. */
export function dayWithin(fiscalYear: number, today: string): string {
  const { first, last } = fiscalYearRange(fiscalYear);
  if (last < today) return last;
  return first > today ? first : today;
}

async function isRecorded(tx: Transaction, id: string): Promise<boolean> {
  const where = { where: { id }, select: { id: true } };
  return (
    (await tx.planNodeVersion.findUnique(where)) !== null ||
    (await tx.indicatorVersion.findUnique(where)) !== null ||
    (await tx.targetSet.findUnique(where)) !== null ||
    (await tx.roleShare.findUnique(where)) !== null ||
    (await tx.evaluation.findUnique(where)) !== null
  );
}

async function writeRows(tx: Transaction, planId: string, rows: PlanRows): Promise<void> {
  const inPlan = <Row>(all: readonly Row[]) => all.map((row) => ({ ...row, planId }));
  await tx.planNode.createMany({ data: inPlan(rows.nodes) });
  await tx.planNodeVersion.createMany({ data: rows.nodeVersions });
  await tx.indicator.createMany({ data: inPlan(rows.indicators) });
  await tx.indicatorVersion.createMany({
    data: rows.indicatorVersions.map(({ parameters, ...row }) => ({ ...row, measureParameters: parameters })),
  });
  await tx.targetSet.createMany({
    data: inPlan(rows.targetSets).map((set) => ({
      ...set,
      adoptedOn: new Date(`${set.adoptedOn}T00:00:00Z`),
    })),
  });
  await tx.target.createMany({
    data: rows.targets.map(({ id, setId, indicatorId, fiscalYear, value, text }) => ({
      id,
      setId,
      indicatorId,
      fiscalYear,
      value,
      text,
    })),
  });
  await tx.roleShare.createMany({ data: rows.shares });
  await tx.evaluation.createMany({ data: rows.evaluations });
}

/** One call per kind, so that the data of each kind is checked by the compiler. */
function recordFact(
  tx: Transaction,
  fact: ChangeFact,
  { actorId, at }: { actorId: string; at: Date },
): Promise<void> {
  const by = { actorId, occurredAt: at };
  switch (fact.kind) {
    case "plan-node.changed":
      return recordEvent(tx, { ...fact, ...by });
    case "indicator.defined":
      return recordEvent(tx, { ...fact, ...by });
    case "targets.adopted":
      return recordEvent(tx, { ...fact, ...by });
    case "role-shares.recorded":
      return recordEvent(tx, { ...fact, ...by });
    case "evaluation.recorded":
      return recordEvent(tx, { ...fact, ...by });
  }
}
