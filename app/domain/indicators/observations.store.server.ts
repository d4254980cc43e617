import { recordEvent } from "#app/domain/audit/store.server.ts";
import { assertOpen } from "#app/domain/plan/locks.store.server.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { ObservationEntry } from "./schema.ts";
import { impossibleFigure } from "./possible.rules.ts";
import { versionFor } from "./versions.rules.ts";

type Refusal =
  | { field: "indicatorId"; error: "choose" }
  | { field: "value"; error: `too-many-decimals:${number}` | "figure-negative" | "figure-over-hundred" }
  | { field: "observedOn"; error: "date-in-future" }
  | { field: "note"; error: "correction-note" | "official-note" }
  | { field: "fiscalYear"; error: `period-locked:${number}` | `after-plan-end:${number}` };

/**
 * Adds an official figure of the town with its source; nothing is overwritten. A second figure for the same indicator,
 * year and kind needs a note, and so does an actual that the portal computes itself (both are shown); a final one after a
 * final one is a revision. The same entry sent twice is recorded once. A closed fiscal year of the plan refuses.
 */
export async function recordObservation(
  town: Pick<Town, "database" | "clock">,
  { actorId, entry }: { actorId: string; entry: ObservationEntry },
): Promise<{ ok: true } | ({ ok: false } & Refusal)> {
  const { entryId, indicatorId, fiscalYear, kind, state, value, missingReason, observedOn, source, note } =
    entry;
  const now = town.clock.now();
  if (observedOn > civilDateOf(now)) return { ok: false, field: "observedOn", error: "date-in-future" };
  return town.database.$transaction(async (tx) => {
    const id = entryId ?? newId();
    if (await tx.observation.findUnique({ where: { id }, select: { id: true } })) return { ok: true };
    const indicator = await tx.indicator.findUnique({
      where: { id: indicatorId },
      select: {
        planId: true,
        plan: { select: { lastFiscalYear: true } },
        versions: { orderBy: { effectiveFrom: "asc" } },
      },
    });
    // A figure of the years before the plan is read by the first definition.
    const definition =
      indicator && (versionFor(indicator.versions, { fiscalYear, knownOn: now }) ?? indicator.versions[0]);
    if (!definition) return { ok: false, field: "indicatorId", error: "choose" };
    const { lastFiscalYear } = indicator.plan;
    if (fiscalYear > lastFiscalYear)
      return { ok: false, field: "fiscalYear", error: `after-plan-end:${lastFiscalYear}` };
    const open = await assertOpen(tx, { planId: indicator.planId, fiscalYear });
    if (!open.ok) return { ok: false, field: "fiscalYear", error: `${open.error}:${fiscalYear}` };
    const decimals = value?.split(".")[1]?.replace(/0+$/, "").length ?? 0;
    if (decimals > definition.decimals)
      return { ok: false, field: "value", error: `too-many-decimals:${definition.decimals}` };
    const problem = value === null ? null : impossibleFigure(Number(value), definition);
    if (problem)
      return {
        ok: false,
        field: "value",
        error: problem === "negative-count" ? "figure-negative" : "figure-over-hundred",
      };
    const earlier = await tx.observation.findMany({
      where: { indicatorId, fiscalYear, kind, areaId: null },
      select: { status: true },
    });
    if (earlier.length > 0 && note === "") return { ok: false, field: "note", error: "correction-note" };
    if (kind === "actual" && definition.measureKey !== null && note === "")
      return { ok: false, field: "note", error: "official-note" };
    const written = await tx.observation.createMany({
      data: {
        id,
        indicatorId,
        kind,
        fiscalYear,
        asOf: new Date(`${observedOn}T00:00:00Z`),
        value,
        missingReason: missingReason || null,
        status: state === "final" && earlier.some(isFinal) ? "revised" : state,
        source,
        note,
        recordedAt: now,
        recordedById: actorId,
      },
      skipDuplicates: true,
    });
    if (written.count > 0)
      await recordEvent(tx, {
        kind: "observation.recorded",
        subjectId: id,
        actorId,
        occurredAt: now,
        data: { indicatorId, fiscalYear, kind },
      });
    return { ok: true };
  });
}

function isFinal({ status }: { status: string }): boolean {
  return status === "final" || status === "revised";
}
