import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";

type Base = Pick<Town, "database" | "clock">;

const day = (date: string) => new Date(`${date}T00:00:00Z`);

/** Takes a placement back: a row that voids it, reported now. */
export async function voidPlacement(town: Base, placementId: string) {
  const placement = await town.database.placement.findUniqueOrThrow({ where: { id: placementId } });
  return town.database.placement.create({
    data: {
      ...placement,
      id: newId(),
      correctsId: placementId,
      isVoid: true,
      correctionReason: "二重に報告していた。",
      reportedAt: town.clock.now(),
    },
  });
}

/** Changes a target that was adopted before the as-of day, but recorded only now. */
export async function recordTarget(
  town: Base,
  target: { planId: string; indicatorId: string; fiscalYear: number; value: number; adoptedOn: string },
) {
  const { planId, adoptedOn, ...rest } = target;
  return town.database.targetSet.create({
    data: {
      id: newId(),
      planId,
      adoptedOn: day(adoptedOn),
      reason: "決定の記録を後から加えた。",
      recordedAt: town.clock.now(),
      targets: { create: { id: newId(), ...rest } },
    },
  });
}

/** Judges a node once more: the next revision of its evaluation of the year. */
export async function reviseEvaluation(
  town: Base,
  { nodeId, fiscalYear, results }: { nodeId: string; fiscalYear: number; results: string },
) {
  const last = await town.database.evaluation.findFirstOrThrow({
    where: { nodeId, fiscalYear },
    orderBy: { revision: "desc" },
  });
  return town.database.evaluation.create({
    data: {
      ...last,
      id: newId(),
      revision: last.revision + 1,
      grade: "C",
      results,
      recordedAt: town.clock.now(),
    },
  });
}

/** Gives a node another name from a fiscal year on, decided now. */
export async function renameNode(
  town: Base,
  { nodeId, effectiveFrom, title }: { nodeId: string; effectiveFrom: number; title: string },
) {
  const last = await town.database.planNodeVersion.findFirstOrThrow({
    where: { nodeId },
    orderBy: [{ effectiveFrom: "asc" }, { recordedAt: "desc" }],
  });
  return town.database.planNodeVersion.create({
    data: { ...last, id: newId(), effectiveFrom, title, change: "renamed", recordedAt: town.clock.now() },
  });
}

/** Corrects an entered figure: a later row about the same day. */
export async function reviseObservation(
  town: Base,
  { observationId, value }: { observationId: string; value: number },
) {
  const row = await town.database.observation.findUniqueOrThrow({ where: { id: observationId } });
  return town.database.observation.create({
    data: {
      ...row,
      id: newId(),
      value,
      status: "revised",
      note: "集計の誤りを直した。",
      recordedAt: town.clock.now(),
    },
  });
}
