import { createHash } from "node:crypto";
import type { z } from "zod";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import { readLevelNames } from "#app/domain/indicators/plan.rules.ts";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import type { planSettingsSchema } from "./schema.ts";

/** What staff may change of a plan itself, as the form holds it. `opensFirst`: the town's own plan that all pages open. */
export type PlanSettings = Record<
  | "title"
  | "firstFiscalYear"
  | "lastFiscalYear"
  | "basicPolicy"
  | "strategy"
  | "project"
  | "source"
  | "gradeSchemeId"
  | "areaId"
  | "opensFirst",
  string
>;

/** The settings of a plan as they are; null for an unknown plan. */
export async function readPlanSettings(
  database: Database | Transaction,
  { planId }: { planId: string },
): Promise<PlanSettings | null> {
  const plan = await database.plan.findUnique({ where: { id: planId } });
  if (!plan) return null;
  const first = await database.plan.findFirst({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  return {
    title: plan.title,
    firstFiscalYear: String(plan.firstFiscalYear),
    lastFiscalYear: String(plan.lastFiscalYear),
    ...readLevelNames(plan.levelNames),
    source: plan.source,
    gradeSchemeId: plan.gradeSchemeId ?? "",
    areaId: plan.areaId,
    opensFirst: first?.id === planId ? "yes" : "",
  };
}

/** The fiscal years that the plan's items, definitions, targets and evaluations are about; null for an empty plan. */
async function yearsInUse(tx: Database | Transaction, planId: string) {
  const inPlan = { planId };
  const [nodes, indicators, targets, evaluations, shares, locks] = [
    await tx.planNodeVersion.aggregate({
      where: { node: inPlan },
      _min: { effectiveFrom: true },
      _max: { effectiveFrom: true, lastFiscalYear: true },
    }),
    await tx.indicatorVersion.aggregate({
      where: { indicator: inPlan },
      _max: { effectiveFrom: true, lastFiscalYear: true },
    }),
    await tx.target.aggregate({ where: { indicator: inPlan }, _max: { fiscalYear: true } }),
    await tx.evaluation.aggregate({ where: { node: inPlan }, _max: { fiscalYear: true } }),
    await tx.roleShare.aggregate({ where: { node: inPlan }, _max: { fiscalYear: true } }),
    await tx.periodLock.aggregate({ where: inPlan, _max: { fiscalYear: true } }),
  ];
  const used = [
    nodes._max.effectiveFrom,
    nodes._max.lastFiscalYear,
    indicators._max.effectiveFrom,
    indicators._max.lastFiscalYear,
    targets._max.fiscalYear,
    evaluations._max.fiscalYear,
    shares._max.fiscalYear,
    locks._max.fiscalYear,
  ].flatMap((year) => year ?? []);
  return { first: nodes._min.effectiveFrom, last: used.length === 0 ? null : Math.max(...used) };
}

type Wanted = z.output<typeof planSettingsSchema>;

/** Why the settings cannot be, field by field; empty when they can. */
export async function checkPlanSettings(
  database: Database | Transaction,
  { planId, wanted }: { planId: string; wanted: Wanted },
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  const { first, last } = await yearsInUse(database, planId);
  if (first !== null && wanted.firstFiscalYear > first)
    errors["firstFiscalYear"] = `plan-begins-used:${first}`;
  if (last !== null && wanted.lastFiscalYear < last) errors["lastFiscalYear"] = `plan-ends-used:${last}`;
  if (!(await database.area.findUnique({ where: { id: wanted.areaId } }))) errors["areaId"] = "choose";
  const schemeId = wanted.gradeSchemeId;
  if (schemeId !== null && !(await database.gradeScheme.findUnique({ where: { id: schemeId } })))
    errors["gradeSchemeId"] = "choose";
  return errors;
}

/**
 * Changes a plan itself. `seen` is the mark of the settings that staff had before them: others refuse. The plan
 * keeps its items; years that something is recorded for cannot be taken away.
 */
export async function changePlan(
  town: Pick<Town, "database" | "clock">,
  { planId, actorId, wanted, seen }: { planId: string; actorId: string; wanted: Wanted; seen: string },
): Promise<{ ok: true } | { ok: false; errors: Record<string, string> }> {
  return town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Plan" WHERE "id" = ${planId} FOR UPDATE`;
    const before = await readPlanSettings(tx, { planId });
    if (!before) return { ok: false, errors: { form: "no-such-plan" } };
    if (settingsMark(before) !== seen) return { ok: false, errors: { form: "plan-settings-changed" } };
    const errors = await checkPlanSettings(tx, { planId, wanted });
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const { title, firstFiscalYear, lastFiscalYear, source, gradeSchemeId, areaId } = wanted;
    const { basicPolicy, strategy, project, opensFirst } = wanted;
    const lowest = await tx.plan.aggregate({ _min: { position: true } });
    const moves = opensFirst === "yes" && before.opensFirst === "";
    await tx.plan.update({
      where: { id: planId },
      data: {
        title,
        firstFiscalYear,
        lastFiscalYear,
        source,
        gradeSchemeId,
        areaId,
        levelNames: { basicPolicy, strategy, project },
        ...(moves && { position: (lowest._min.position ?? 0) - 1 }),
      },
    });
    const after = (await readPlanSettings(tx, { planId }))!;
    const changes = changedSettings(before, after);
    await recordEvent(tx, {
      kind: "plan.changed",
      subjectId: planId,
      actorId,
      occurredAt: town.clock.now(),
      data: { changes },
    });
    return { ok: true };
  });
}

/** A short text that is another one for other settings. */
export function settingsMark(settings: PlanSettings): string {
  return createHash("sha256").update(JSON.stringify(settings)).digest("hex").slice(0, 16);
}

/** Field by field what differs, before and after. */
export function changedSettings(before: PlanSettings, after: PlanSettings) {
  const fields = Object.keys(before) as (keyof PlanSettings)[];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
