import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { type ChangedField, changedFields } from "../audit/changed-fields.rules.ts";
import { recordEvent } from "../audit/store.server.ts";
import type { SchoolKind } from "../employment/rules.ts";
import { nameKey } from "../figure-imports/indicator-lookup.ts";
import { departmentField } from "./rules.ts";
import type { SchoolValues } from "./schema.ts";

type Base = Pick<Town, "database" | "clock">;
type Errors = Record<string, string>;

export type SchoolLine = {
  id: string;
  name: string;
  nameKana: string;
  kind: SchoolKind;
  area: string;
  inJurisdiction: boolean;
  departments: { id: string; name: string }[];
};

/** Every school with its departments, in the order of the forms that offer them. */
export async function listSchools(town: Pick<Town, "database">): Promise<SchoolLine[]> {
  return town.database.school.findMany({
    orderBy: [{ kind: "asc" }, { nameKana: "asc" }, { id: "asc" }],
    include: { departments: { select: { id: true, name: true }, orderBy: { position: "asc" } } },
  });
}

/**
 * Adds a school with its departments. Names are unique as tables of figures spell them (without spaces, either width), so
 * that an import finds one school.
 */
export async function addSchool(
  town: Base,
  { staffId, values }: { staffId: string; values: SchoolValues },
): Promise<{ ok: true; schoolId: string } | { ok: false; errors: Errors }> {
  const { newDepartments, ...school } = values;
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const errors = {
      ...(await nameProblems(tx, school.name, null)),
      ...addedProblems([], newDepartments),
    };
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const id = newId();
    await tx.school.create({ data: { ...school, id } });
    await addDepartments(tx, id, 0, newDepartments);
    await recordEvent(tx, {
      kind: "school.added",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { kind: school.kind, departments: newDepartments.length },
    });
    return { ok: true, schoolId: id };
  });
}

/**
 * Changes a school. `names` says what its departments are called by id; an empty name takes one away, one that is left out
 * stays. What counts and records refer to stays as it is: a kind once outcomes are recorded, a department's name once it
 * stands in records, a department while students or records have it. not-found: an unknown school.
 */
export async function changeSchool(
  town: Base,
  {
    staffId,
    schoolId,
    values,
    names,
  }: { staffId: string; schoolId: string; values: SchoolValues; names: ReadonlyMap<string, string> },
): Promise<
  { ok: true } | { ok: false; error: "not-found" } | { ok: false; error: "invalid"; errors: Errors }
> {
  const { newDepartments, ...school } = values;
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const taken = await nameProblems(tx, school.name, schoolId);
    // Whoever records something of the school waits: what is looked at here stays so until the change is written.
    await tx.$queryRaw`SELECT "id" FROM "School" WHERE "id" = ${schoolId} FOR UPDATE`;
    const old = await tx.school.findUnique({
      where: { id: schoolId },
      include: {
        departments: { orderBy: { position: "asc" }, include: { _count: { select: { students: true } } } },
      },
    });
    if (!old) return { ok: false, error: "not-found" };
    const { departments, ...before } = old;
    const after = departments.map((row) => ({
      id: row.id,
      before: row.name,
      name: names.get(row.id) ?? row.name,
      hasStudents: row._count.students > 0,
    }));
    const used = await departmentNamesInRecords(tx, schoolId);
    const errors = { ...taken, ...departmentProblems(after, used) };
    if (before.kind !== school.kind && (await tx.schoolOutcome.count({ where: { schoolId } })) > 0)
      errors["kind"] = "school-kind-in-use";
    const kept = after.filter(({ name }) => name !== "");
    Object.assign(
      errors,
      addedProblems(
        kept.map(({ name }) => name),
        newDepartments,
      ),
    );
    if (Object.keys(errors).length > 0) return { ok: false, error: "invalid", errors };

    await tx.school.update({ where: { id: schoolId }, data: school });
    const removed = after.filter(({ name }) => name === "").map(({ id }) => id);
    await tx.department.deleteMany({ where: { schoolId, id: { in: removed } } });
    for (const row of kept)
      if (row.name !== row.before)
        await tx.department.update({ where: { id: row.id, schoolId }, data: { name: row.name } });
    const last = Math.max(-1, ...departments.map(({ position }) => position));
    await addDepartments(tx, schoolId, last + 1, newDepartments);
    const changes: ChangedField[] = [
      ...changedFields({ ...before }, school),
      ...after.flatMap(({ before: was, name }) =>
        was === name ? [] : [{ field: "department", before: was, after: name }],
      ),
      ...newDepartments.map((name) => ({ field: "department", before: "", after: name })),
    ];
    if (changes.length > 0)
      await recordEvent(tx, {
        kind: "school.changed",
        subjectId: schoolId,
        actorId: staffId,
        occurredAt: now,
        data: { changes },
      });
    return { ok: true };
  });
}

/** Looks for another school of the name; two forms with one name are looked at one after the other. */
async function nameProblems(tx: Transaction, name: string, ownId: string | null): Promise<Errors> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('school-names'))`;
  const schools = await tx.school.findMany({ select: { id: true, name: true } });
  const taken = schools.some((other) => other.id !== ownId && nameKey(other.name) === nameKey(name));
  return taken ? { name: "school-taken" } : {};
}

async function addDepartments(tx: Transaction, schoolId: string, from: number, names: readonly string[]) {
  await tx.department.createMany({
    data: names.map((name, at) => ({ id: newId(), schoolId, name, position: from + at })),
  });
}

/** New departments that the school has already or that stand twice in the field. */
function addedProblems(kept: readonly string[], added: readonly string[]): Errors {
  const known = new Set(kept.map(nameKey));
  for (const name of added) {
    if (known.has(nameKey(name))) return { newDepartments: `department-twice:${name.replaceAll(":", "")}` };
    known.add(nameKey(name));
  }
  return {};
}

type ChangedDepartment = { id: string; before: string; name: string; hasStudents: boolean };

function departmentProblems(departments: readonly ChangedDepartment[], used: ReadonlySet<string>): Errors {
  const errors: Errors = {};
  const known = new Set<string>();
  for (const { id, before, name, hasStudents } of departments) {
    const field = departmentField(id);
    if (name === "" && (hasStudents || used.has(before))) errors[field] = "department-in-use";
    else if (name !== before && used.has(before)) errors[field] = "department-recorded";
    else if (name !== "" && known.has(nameKey(name))) errors[field] = "department-taken";
    known.add(nameKey(name));
  }
  return errors;
}

/** The names under which counts, placements, seats and groups of pupils of the school are recorded. */
async function departmentNamesInRecords(tx: Transaction, schoolId: string): Promise<Set<string>> {
  const where = { schoolId };
  const outcomes = await tx.schoolOutcome.groupBy({ by: ["departmentName"], where });
  const placements = await tx.placement.groupBy({ by: ["departmentName"], where });
  const groups = await tx.visitGroup.groupBy({ by: ["department"], where });
  const pools = await tx.capacityPool.groupBy({ by: ["department"], where });
  return new Set([
    ...[...outcomes, ...placements].map(({ departmentName }) => departmentName),
    ...[...groups, ...pools].map(({ department }) => department),
  ]);
}
