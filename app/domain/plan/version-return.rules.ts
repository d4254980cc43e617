import type { Version } from "#app/domain/indicators/plan.rules.ts";
import { versionFor } from "#app/domain/indicators/versions.rules.ts";
import type { Signature } from "./desk.rules.ts";

/** The version that was recorded last. */
export function newestVersion<Row extends { recordedAt: Date }>(versions: readonly Row[]): Row | null {
  return versions.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()).at(-1) ?? null;
}

/** The version that would hold again if the newest one were taken back; null when that one is the first. */
export function versionBefore<Row extends Version & { id: string }>(
  versions: readonly Row[],
  knownOn: Date,
): Row | null {
  const newest = newestVersion(versions);
  if (!newest) return null;
  const older = versions.filter(({ id }) => id !== newest.id);
  return versionFor(older, { fiscalYear: newest.effectiveFrom, knownOn });
}

/**
 * What taking the newest version of a node or of an indicator back needs: from when, and what held before. `versionId` is
 * the version that staff had before them; a newer one refuses.
 */
export function takenBack<Row extends Version & { id: string }>(
  versions: readonly Row[],
  versionId: string,
  { at }: Signature,
): { ok: true; effectiveFrom: number; before: Row } | { ok: false; errors: Record<string, string> } {
  const newest = newestVersion(versions);
  if (!newest) return { ok: false, errors: { form: "plan-not-yet" } };
  if (newest.id !== versionId) return { ok: false, errors: { form: "plan-not-newest" } };
  const before = versionBefore(versions, at);
  if (!before) return { ok: false, errors: { form: "plan-first-version" } };
  return { ok: true, effectiveFrom: newest.effectiveFrom, before };
}
