import { type CivilDate, civilDateOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import type { GrantRow, GrantValues } from "./desk.rules.ts";
import { dateColumn, dayOfColumn, STANDING } from "./store.server.ts";

type Base = Pick<Town, "database" | "clock">;

/** The schemes of the town, as choices. */
export async function listSubsidies(
  town: Pick<Town, "database">,
): Promise<{ id: string; name: string; projectCode: string }[]> {
  return town.database.subsidy.findMany({ orderBy: [{ projectCode: "asc" }, { name: "asc" }] });
}

/** The grants of a fiscal year that stand, the newest decision first. */
export async function listGrants(
  town: Pick<Town, "database">,
  { fiscalYear }: { fiscalYear: number },
): Promise<GrantRow[]> {
  const { first, last } = fiscalYearRange(fiscalYear);
  const rows = await town.database.subsidyGrant.findMany({
    where: { ...STANDING, decidedOn: { gte: dateColumn(first), lte: dateColumn(last) } },
    orderBy: [{ decidedOn: "desc" }, { recordedAt: "desc" }, { id: "asc" }],
    include: {
      subsidy: { select: { name: true } },
      company: { select: { publishedRevision: { select: { profile: true } } } },
    },
  });
  return rows.map(({ id, subsidyId, companyId, countedAs, people, decidedOn, recordedAt, ...row }) => ({
    id,
    subsidyId,
    companyId: companyId ?? "",
    countedAs,
    people,
    decidedOn: dayOfColumn(decidedOn),
    recordedAt,
    subsidyName: row.subsidy.name,
    companyName: row.company?.publishedRevision
      ? readProfile(row.company.publishedRevision.profile).name
      : "",
  }));
}

async function problemsOf(
  tx: Transaction,
  values: GrantValues,
  today: CivilDate,
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (values.decidedOn > today) errors["decidedOn"] = "decided-in-future";
  if ((await tx.subsidy.count({ where: { id: values.subsidyId } })) === 0) errors["subsidyId"] = "choose";
  if (values.companyId !== "" && (await tx.company.count({ where: { id: values.companyId } })) === 0)
    errors["companyId"] = "choose";
  return errors;
}

/**
 * Records a grant decision. The same decision again (scheme, company, kind, people and day) is a double submit and changes
 * nothing; two equal decisions of one day are entered with the sum of their people.
 */
export async function recordGrant(
  town: Base,
  { staffId, values }: { staffId: string; values: GrantValues },
): Promise<{ ok: true; repeated: boolean } | { ok: false; errors: Record<string, string> }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Subsidy" WHERE "id" = ${values.subsidyId} FOR UPDATE`;
    const errors = await problemsOf(tx, values, civilDateOf(now));
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const data = columnsOf(values);
    if ((await tx.subsidyGrant.count({ where: { ...STANDING, ...data } })) > 0)
      return { ok: true, repeated: true };
    const id = newId();
    await tx.subsidyGrant.create({ data: { ...data, id, recordedAt: now, recordedById: staffId } });
    await recordEvent(tx, {
      kind: "grant.recorded",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { subsidyId: values.subsidyId, corrects: null, isVoid: false },
    });
    return { ok: true, repeated: false };
  });
}

/** Puts another grant (or nothing, `values` null) in the place of one that stands. not-found: somebody corrected it first. */
export async function correctGrant(
  town: Base,
  { staffId, grantId, values }: { staffId: string; grantId: string; values: GrantValues | null },
): Promise<
  | { ok: true }
  | { ok: false; error: "not-found" }
  | { ok: false; error: "invalid"; errors: Record<string, string> }
> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "SubsidyGrant" WHERE "id" = ${grantId} FOR UPDATE`;
    const old = await tx.subsidyGrant.findFirst({ where: { ...STANDING, id: grantId } });
    if (!old) return { ok: false, error: "not-found" };
    const errors = values ? await problemsOf(tx, values, civilDateOf(now)) : {};
    if (Object.keys(errors).length > 0) return { ok: false, error: "invalid", errors };
    const id = newId();
    const { subsidyId, companyId, countedAs, people, decidedOn } = old;
    await tx.subsidyGrant.create({
      data: {
        ...(values ? columnsOf(values) : { subsidyId, companyId, countedAs, people, decidedOn }),
        id,
        isVoid: values === null,
        correctsId: old.id,
        recordedAt: now,
        recordedById: staffId,
      },
    });
    await recordEvent(tx, {
      kind: "grant.recorded",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { subsidyId: values?.subsidyId ?? subsidyId, corrects: old.id, isVoid: values === null },
    });
    return { ok: true };
  });
}

function columnsOf({ companyId, decidedOn, ...values }: GrantValues) {
  return { ...values, companyId: companyId === "" ? null : companyId, decidedOn: dateColumn(decidedOn) };
}
