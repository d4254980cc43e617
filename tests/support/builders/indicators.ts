import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";

type Base = Pick<Town, "database" | "clock">;

const day = (date: string) => new Date(`${date}T00:00:00Z`);

/** A plan for fiscal 2022–2026 with one policy (1), one strategy (1-1) and one project (1-1-2). */
export async function createPlan(town: Base, { id = newId() }: { id?: string } = {}) {
  await town.database.plan.create({
    data: {
      id,
      title: "試験の計画",
      firstFiscalYear: 2022,
      lastFiscalYear: 2026,
      source: "試験",
      levelNames: { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" },
      area: {
        connectOrCreate: {
          where: { id: "own" },
          create: { id: "own", name: "本市", kind: "own", position: 0 },
        },
      },
    },
  });
  const node = (level: "basicPolicy" | "strategy" | "project", code: string, parentId: string | null) =>
    town.database.planNode.create({
      data: {
        id: newId(),
        planId: id,
        level,
        versions: {
          create: {
            id: newId(),
            effectiveFrom: 2022,
            parentId,
            code,
            title: `題${code}`,
            description: "説明",
            position: 0,
            change: "added",
            recordedAt: day("2022-04-01"),
          },
        },
      },
    });
  const policy = await node("basicPolicy", "1", null);
  const strategy = await node("strategy", "1-1", policy.id);
  const project = await node("project", "1-1-2", strategy.id);
  return { id, policyId: policy.id, strategyId: strategy.id, projectId: project.id };
}

/** An indicator of a project (or with `nodeId: null` of the plan), with its targets by fiscal year. */
export async function createIndicator(
  town: Base,
  indicator: {
    planId: string;
    nodeId: string | null;
    id?: string;
    name?: string;
    unit?: string;
    decimals?: number;
    direction?: "increase" | "decrease" | "maintain";
    measureKey?: string;
    targets?: Record<number, number>;
  },
) {
  const { targets = {}, id = newId(), planId, nodeId, ...definition } = indicator;
  const created = await town.database.indicator.create({
    data: {
      id,
      planId,
      nodeId,
      position: 0,
      versions: {
        create: {
          id: newId(),
          effectiveFrom: 2000,
          name: "登録企業数",
          unit: "社",
          direction: "increase",
          ...definition,
          recordedAt: day("2022-04-01"),
        },
      },
    },
  });
  await adoptTargets(town, { planId, indicatorId: id, adoptedOn: "2022-04-01", targets });
  return created;
}

/** A dated decision about the targets of one indicator, by fiscal year. */
export async function adoptTargets(
  town: Base,
  decision: {
    planId: string;
    indicatorId: string;
    adoptedOn: string;
    targets: Record<number, number>;
    reason?: string;
  },
) {
  const { planId, indicatorId, adoptedOn, targets, reason = "" } = decision;
  await town.database.targetSet.create({
    data: {
      id: newId(),
      planId,
      adoptedOn: day(adoptedOn),
      reason,
      recordedAt: day(adoptedOn),
      targets: {
        create: Object.entries(targets).map(([fiscalYear, value]) => ({
          id: newId(),
          indicatorId,
          fiscalYear: Number(fiscalYear),
          value,
        })),
      },
    },
  });
}

/** An entered figure about 31 March of its fiscal year unless told otherwise. */
export async function createObservation(
  town: Base,
  observation: {
    indicatorId: string;
    fiscalYear: number;
    value: number | null;
    kind?: "baseline" | "actual" | "expected";
    asOf?: string;
    note?: string;
    missingReason?: string;
  },
) {
  const { asOf = `${observation.fiscalYear + 1}-03-31`, kind = "actual", ...rest } = observation;
  return town.database.observation.create({
    data: {
      id: newId(),
      ...rest,
      kind,
      asOf: day(asOf),
      status: "final",
      source: "試験の資料",
      recordedAt: town.clock.now(),
    },
  });
}

/** How a project was judged for a fiscal year. */
export async function createEvaluation(
  town: Base,
  { nodeId, fiscalYear, grade = "B" }: { nodeId: string; fiscalYear: number; grade?: "A" | "B" | "C" | "D" },
) {
  return town.database.evaluation.create({
    data: {
      id: newId(),
      nodeId,
      fiscalYear,
      grade,
      results: "成果",
      issues: "課題",
      futureDirection: "continue",
      recordedAt: town.clock.now(),
    },
  });
}
