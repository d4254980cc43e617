import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { changedFields } from "../audit/changed-fields.rules.ts";
import { recordEvent } from "../audit/store.server.ts";
import { nameKey } from "../figure-imports/indicator-lookup.ts";
import { projectOf, type SchemeUse, useOf } from "./scheme.rules.ts";
import type { SchemeValues } from "./scheme.schema.ts";

type Base = Pick<Town, "database" | "clock">;
type Errors = Record<string, string>;

export type SchemeLine = {
  id: string;
  name: string;
  use: SchemeUse;
  /** Rows of grants, corrections included: once there is one, its use stays. */
  grants: number;
};

/** The grant schemes, those that measures count first. */
export async function listSchemes(town: Pick<Town, "database">): Promise<SchemeLine[]> {
  const rows = await town.database.subsidy.findMany({
    orderBy: [{ projectCode: "desc" }, { name: "asc" }, { id: "asc" }],
    include: { _count: { select: { grants: true } } },
  });
  return rows.map(({ id, name, projectCode, _count }) => ({
    id,
    name,
    use: useOf(projectCode),
    grants: _count.grants,
  }));
}

/** Adds a grant scheme. */
export async function addScheme(
  town: Base,
  { staffId, values }: { staffId: string; values: SchemeValues },
): Promise<{ ok: true } | { ok: false; errors: Errors }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const errors = await nameProblems(tx, values.name, null);
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const id = newId();
    await tx.subsidy.create({ data: { id, name: values.name, projectCode: projectOf(values.use) } });
    await recordEvent(tx, {
      kind: "grant-scheme.added",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { use: values.use },
    });
    return { ok: true };
  });
}

/** Changes a scheme. What it is for stays once a grant is recorded: figures as they were known would change with it. */
export async function changeScheme(
  town: Base,
  { staffId, schemeId, values }: { staffId: string; schemeId: string; values: SchemeValues },
): Promise<
  { ok: true } | { ok: false; error: "not-found" } | { ok: false; error: "invalid"; errors: Errors }
> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const errors = await nameProblems(tx, values.name, schemeId);
    // A grant that is being recorded for the scheme is waited for.
    await tx.$queryRaw`SELECT "id" FROM "Subsidy" WHERE "id" = ${schemeId} FOR UPDATE`;
    const old = await tx.subsidy.findUnique({ where: { id: schemeId } });
    if (!old) return { ok: false, error: "not-found" };
    const before = { name: old.name, use: useOf(old.projectCode) };
    const isMoved = before.use !== values.use;
    if (isMoved && (await tx.subsidyGrant.count({ where: { subsidyId: schemeId } })) > 0)
      errors["use"] = "scheme-in-use";
    if (Object.keys(errors).length > 0) return { ok: false, error: "invalid", errors };
    const changes = changedFields(before, values);
    if (changes.length === 0) return { ok: true };
    await tx.subsidy.update({
      where: { id: schemeId },
      data: { name: values.name, projectCode: isMoved ? projectOf(values.use) : old.projectCode },
    });
    await recordEvent(tx, {
      kind: "grant-scheme.changed",
      subjectId: schemeId,
      actorId: staffId,
      occurredAt: now,
      data: { changes },
    });
    return { ok: true };
  });
}

/** Looks for another scheme of the name; two forms with one name are looked at one after the other. */
async function nameProblems(tx: Transaction, name: string, ownId: string | null): Promise<Errors> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('grant-scheme-names'))`;
  const schemes = await tx.subsidy.findMany({ select: { id: true, name: true } });
  const taken = schemes.some((other) => other.id !== ownId && nameKey(other.name) === nameKey(name));
  return taken ? { name: "scheme-taken" } : {};
}
