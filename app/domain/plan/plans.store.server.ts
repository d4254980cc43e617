import type { z } from "zod";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { planSchema } from "./schema.ts";

export type PlanLine = {
  id: string;
  title: string;
  firstFiscalYear: number;
  lastFiscalYear: number;
  source: string;
  isOwn: boolean;
  nodes: number;
  indicators: number;
  /** The fiscal years that are closed now. */
  locked: number[];
};

/** The plans of the town: its own first, then those it compares itself with. */
export async function listPlans({ database }: Pick<Town, "database">): Promise<PlanLine[]> {
  const plans = await database.plan.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: {
      area: { select: { kind: true } },
      locks: { orderBy: { recordedAt: "asc" } },
      _count: { select: { nodes: true, indicators: true } },
    },
  });
  return plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    firstFiscalYear: plan.firstFiscalYear,
    lastFiscalYear: plan.lastFiscalYear,
    source: plan.source,
    isOwn: plan.area.kind === "own",
    nodes: plan._count.nodes,
    indicators: plan._count.indicators,
    locked: [...new Map(plan.locks.map(({ fiscalYear, locked }) => [fiscalYear, locked]))]
      .flatMap(([fiscalYear, locked]) => (locked ? [fiscalYear] : []))
      .toSorted((a, b) => a - b),
  }));
}

/** Grade schemes and areas to choose from when a plan is registered. */
export async function planChoices({ database }: Pick<Town, "database">) {
  const [schemes, areas] = await Promise.all([
    database.gradeScheme.findMany({ orderBy: { name: "asc" } }),
    database.area.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] }),
  ]);
  return {
    schemes: schemes.map(({ id, name }) => ({ value: id, label: name })),
    areas: areas.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Registers a plan behind those that are there; its tree is built afterwards. The same form sent twice makes one plan. */
export async function createPlan(
  town: Pick<Town, "database" | "clock">,
  { actorId, plan }: { actorId: string; plan: z.output<typeof planSchema> },
): Promise<{ ok: true; planId: string } | { ok: false; field: "areaId" | "gradeSchemeId"; error: "choose" }> {
  const { basicPolicy, strategy, project, entryId, ...fields } = plan;
  const id = entryId ?? newId();
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    if (await tx.plan.findUnique({ where: { id }, select: { id: true } })) return { ok: true, planId: id };
    if (!(await tx.area.findUnique({ where: { id: plan.areaId } })))
      return { ok: false, field: "areaId", error: "choose" };
    const schemeId = plan.gradeSchemeId;
    if (schemeId !== null && !(await tx.gradeScheme.findUnique({ where: { id: schemeId } })))
      return { ok: false, field: "gradeSchemeId", error: "choose" };
    const last = await tx.plan.aggregate({ _max: { position: true } });
    const created = await tx.plan.createMany({
      data: {
        ...fields,
        id,
        levelNames: { basicPolicy, strategy, project },
        position: (last._max.position ?? -1) + 1,
      },
      skipDuplicates: true,
    });
    if (created.count > 0)
      await recordEvent(tx, { kind: "plan.created", subjectId: id, actorId, occurredAt: now, data: {} });
    return { ok: true, planId: id };
  });
}
