import { civilDateOf } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { OUTCOME_PARTS, type OutcomeRow, type SchoolState } from "./outcome.rules.ts";
import type { OutcomeForm } from "./outcome.schema.ts";
import type { SchoolKind } from "./rules.ts";
import { dateColumn, dayOfColumn } from "./store.server.ts";

type Base = Pick<Town, "database" | "clock">;

/**
 * Records the counts of a class. A later row about the same class and day corrects the earlier one; the same counts again
 * change nothing. Errors are codes by field: a day ahead, a day before the class, a
 * department after the whole school was counted.
 */
export async function recordOutcome(
  town: Base,
  options: { schoolId: string; actorId: string; byStaff: boolean; source: string; values: OutcomeForm },
): Promise<
  { ok: true; corrected: boolean; repeated: boolean } | { ok: false; errors: Record<string, string> }
> {
  const { schoolId, actorId, byStaff, source, values } = options;
  const now = town.clock.now();
  const today = civilDateOf(now);
  const errors: Record<string, string> = {};
  if (values.asOf > today) errors["asOf"] = "as-of-ahead";
  // Schools begin to count in the autumn before their class leaves.
  else if (values.asOf < `${values.graduationYear - 1}-04-01`) errors["asOf"] = "as-of-before-class";
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "School" WHERE "id" = ${schoolId} FOR UPDATE`;
    const rows = await tx.schoolOutcome.findMany({
      where: { schoolId, graduationYear: values.graduationYear },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    });
    // A count of the whole school stands for its departments, so one of a department after it would be read by nobody.
    if (values.departmentName !== "" && rows.some((row) => row.departmentName === ""))
      return { ok: false, errors: { departmentName: "outcome-mixed" } };
    const asOf = dateColumn(values.asOf);
    const earlier = rows.find(
      (row) => row.asOf.getTime() === asOf.getTime() && row.departmentName === values.departmentName,
    );
    const isSame =
      earlier !== undefined &&
      earlier.status === values.status &&
      earlier.graduates === values.graduates &&
      OUTCOME_PARTS.every((part) => earlier[part] === values[part]);
    if (isSame) return { ok: true, corrected: false, repeated: true };
    const id = newId();
    await tx.schoolOutcome.create({
      data: { ...values, asOf, id, schoolId, source, recordedAt: now, recordedById: actorId },
    });
    await recordEvent(tx, {
      kind: "school-outcome.recorded",
      subjectId: id,
      actorId,
      occurredAt: now,
      data: {
        schoolId,
        graduationYear: values.graduationYear,
        by: byStaff ? "staff" : "school",
        corrects: earlier?.id ?? null,
      },
    });
    return { ok: true, corrected: earlier !== undefined, repeated: false };
  });
}

const MOST_ROWS = 200;

/** What a school (or staff for it) recorded, the newest class and entry first. */
export async function listOutcomes(
  town: Pick<Town, "database">,
  { schoolId }: { schoolId: string },
): Promise<OutcomeRow[]> {
  const rows = await town.database.schoolOutcome.findMany({
    where: { schoolId },
    orderBy: [{ graduationYear: "desc" }, { asOf: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
    take: MOST_ROWS,
  });
  const seen = new Set<string>();
  const teachers = await town.database.teacherProfile.findMany({
    where: { schoolId },
    select: { userId: true },
  });
  const ofSchool = new Set(teachers.map(({ userId }) => userId));
  return rows.map(({ asOf, recordedById, importId: _import, importRow: _row, schoolId: _school, ...row }) => {
    const key = `${row.departmentName} ${row.graduationYear} ${asOf.getTime()}`;
    const isCorrected = seen.has(key);
    seen.add(key);
    return {
      ...row,
      asOf: dayOfColumn(asOf),
      byStaff: recordedById === null || !ofSchool.has(recordedById),
      isCorrected,
    };
  });
}

/** The school of a form, with its departments; null for an unknown one. */
export async function findSchool(
  town: Pick<Town, "database">,
  { schoolId }: { schoolId: string },
): Promise<{ id: string; name: string; kind: SchoolKind; departments: string[] } | null> {
  const school = await town.database.school.findUnique({
    where: { id: schoolId },
    include: { departments: { orderBy: { position: "asc" } } },
  });
  return school && { ...school, departments: school.departments.map(({ name }) => name) };
}

/** Which schools of the jurisdiction reported a class, those that did not first. */
export async function listSchoolStates(
  town: Pick<Town, "database">,
  { graduationYear }: { graduationYear: number },
): Promise<SchoolState[]> {
  const schools = await town.database.school.findMany({
    where: { inJurisdiction: true, kind: { not: "juniorHigh" } },
    orderBy: { nameKana: "asc" },
    select: {
      id: true,
      name: true,
      kind: true,
      outcomes: {
        where: { graduationYear },
        orderBy: [{ asOf: "desc" }, { recordedAt: "desc" }],
        select: { asOf: true, status: true },
      },
    },
  });
  return schools
    .map(({ outcomes, ...school }) => ({
      ...school,
      reportedAsOf: outcomes[0] ? dayOfColumn(outcomes[0].asOf) : null,
      isFinal: outcomes.some(({ status }) => status === "final"),
    }))
    .toSorted((a, b) => Number(a.reportedAsOf !== null) - Number(b.reportedAsOf !== null));
}
