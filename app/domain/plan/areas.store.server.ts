import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { changedFields } from "../audit/changed-fields.rules.ts";
import { recordEvent } from "../audit/store.server.ts";
import { nameKey } from "../figure-imports/indicator-lookup.ts";
import type { AreaKind, ComparedKind } from "./area.schema.ts";

type Base = Pick<Town, "database" | "clock">;
type Errors = Record<string, string>;

export type AreaLine = {
  id: string;
  name: string;
  kind: AreaKind;
  /** How many plans are about it, and how many figures are recorded for it to compare with. */
  plans: number;
  figures: number;
};

/** The places that plans and figures are about, in the order of their lists. */
export async function listAreas(town: Pick<Town, "database">): Promise<AreaLine[]> {
  const rows = await town.database.area.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { _count: { select: { plans: true, observations: true } } },
  });
  return rows.map(({ id, name, kind, _count }) => ({
    id,
    name,
    kind,
    plans: _count.plans,
    figures: _count.observations,
  }));
}

/** Adds a place to compare with, behind those that are there. */
export async function addArea(
  town: Base,
  { staffId, values }: { staffId: string; values: { name: string; kind: ComparedKind } },
): Promise<{ ok: true } | { ok: false; errors: Errors }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const errors = await nameProblems(tx, values.name, null);
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const id = newId();
    const last = await tx.area.aggregate({ _max: { position: true } });
    await tx.area.create({ data: { ...values, id, position: (last._max.position ?? -1) + 1 } });
    await recordEvent(tx, {
      kind: "area.added",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { kind: values.kind },
    });
    return { ok: true };
  });
}

/** Changes a place. The town itself stays its own kind, and no other place becomes it. */
export async function changeArea(
  town: Base,
  {
    staffId,
    areaId,
    values,
  }: { staffId: string; areaId: string; values: { name: string; kind?: ComparedKind } },
): Promise<
  { ok: true } | { ok: false; error: "not-found" } | { ok: false; error: "invalid"; errors: Errors }
> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const errors = await nameProblems(tx, values.name, areaId);
    const old = await tx.area.findUnique({ where: { id: areaId }, select: { name: true, kind: true } });
    if (!old) return { ok: false, error: "not-found" };
    if (Object.keys(errors).length > 0) return { ok: false, error: "invalid", errors };
    const area = { name: values.name, kind: old.kind === "own" ? old.kind : (values.kind ?? old.kind) };
    const changes = changedFields(old, area);
    if (changes.length === 0) return { ok: true };
    await tx.area.update({ where: { id: areaId }, data: area });
    await recordEvent(tx, {
      kind: "area.changed",
      subjectId: areaId,
      actorId: staffId,
      occurredAt: now,
      data: { changes },
    });
    return { ok: true };
  });
}

/** Looks for another place of the name; whoever adds or changes one waits for the other. */
async function nameProblems(tx: Transaction, name: string, ownId: string | null): Promise<Errors> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('area-names'))`;
  const areas = await tx.area.findMany({ select: { id: true, name: true } });
  const taken = areas.some((other) => other.id !== ownId && nameKey(other.name) === nameKey(name));
  return taken ? { name: "area-taken" } : {};
}
