import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import {
  classProblem,
  endProblem,
  foundingProblem,
  type Hire,
  startProblem,
  type Stint,
} from "./hires.rules.ts";
import type { SeparationKind } from "./rules.ts";
import { returnProblem } from "./report.schema.ts";
import { placementData, writeAnswer } from "./reports.store.server.ts";
import { readFoundedYear, readStanding } from "./standing.store.server.ts";
import { dateColumn, dayOfColumn, LATEST_ANSWER, LATEST_SEPARATION, STANDING } from "./store.server.ts";

type Base = Pick<Town, "database" | "clock">;

/** Whose record it must be: a company's own report, or any for staff. */
export type Scope = { companyId: string } | { staff: true };

export type CorrectionResult =
  | { ok: true }
  | { ok: false; error: "not-found" }
  | { ok: false; error: "invalid"; errors: Record<string, string> };

export type Change =
  | { as: "change"; values: Omit<Hire, "code">; reason: string }
  | { as: "void"; reason: string };

/**
 * Replaces a placement by a corrected row, or by a void one when it never happened. The old row stays as what was known until
 * now. What was said about the person since (the standing separation and the answers) moves on to the new row.
 * not-found: another's record, or somebody corrected it first.
 */
export async function correctPlacement(
  town: Base,
  options: { placementId: string; scope: Scope; actorId: string | null; change: Change },
): Promise<CorrectionResult> {
  const { placementId, scope, actorId, change } = options;
  const now = town.clock.now();
  const today = civilDateOf(now);
  return town.database.$transaction(async (tx) => {
    const old = await lockStanding(tx, { placementId, scope });
    if (!old) return { ok: false, error: "not-found" };
    const errors = change.as === "change" ? await problemsOf(tx, { old, scope, change, today }) : {};
    if (Object.keys(errors).length > 0) return { ok: false, error: "invalid", errors };
    await replacePlacement(tx, {
      old,
      changed: change.as === "change" ? placementData(change.values) : {},
      isVoid: change.as === "void",
      reason: change.reason,
      actorId,
      now,
    });
    return { ok: true };
  });
}

/** Puts a corrected (or void) row in the place of one that `lockStanding` gave. */
export async function replacePlacement(
  tx: Transaction,
  options: {
    old: Standing;
    changed: Partial<ReturnType<typeof placementData> & { personKey: string }>;
    isVoid: boolean;
    reason: string;
    actorId: string | null;
    now: Date;
  },
): Promise<void> {
  const { old, changed, isVoid, reason, actorId, now } = options;
  const { separations, answers, ...columns } = old;
  const id = newId();
  await tx.placement.create({
    data: {
      ...columns,
      ...changed,
      id,
      isVoid,
      correctionReason: reason,
      correctsId: old.id,
      reportedAt: now,
      reportedById: actorId,
      importId: null,
      importRow: null,
    },
  });
  if (!isVoid) await carryOver(tx, { to: id, separations, answers, now });
  await recordEvent(tx, {
    kind: "placement.corrected",
    subjectId: id,
    actorId,
    occurredAt: now,
    data: { corrects: old.id, isVoid },
  });
}

type Standing = NonNullable<Awaited<ReturnType<typeof lockStanding>>>;

/** The row, locked, when it stands and belongs to the scope. */
export async function lockStanding(
  tx: Transaction,
  { placementId, scope }: { placementId: string; scope: Scope },
) {
  await tx.$queryRaw`SELECT "id" FROM "Placement" WHERE "id" = ${placementId} FOR UPDATE`;
  return tx.placement.findFirst({
    where: {
      ...STANDING,
      id: placementId,
      ...("companyId" in scope ? { companyId: scope.companyId, source: "company" as const } : {}),
    },
    include: { separations: LATEST_SEPARATION, answers: { orderBy: LATEST_ANSWER.orderBy } },
  });
}

function leftOn({ separations }: Pick<Standing, "separations">): CivilDate | null {
  const separation = separations[0];
  return separation && !separation.isVoid ? dayOfColumn(separation.endedOn) : null;
}

async function problemsOf(
  tx: Transaction,
  {
    old,
    scope,
    change,
    today,
  }: { old: Standing; scope: Scope; change: Extract<Change, { as: "change" }>; today: CivilDate },
): Promise<Record<string, string>> {
  const { values } = change;
  const errors: Record<string, string> = {};
  // The old day stays allowed, however long ago it was.
  const isOldDay = values.startedOn === dayOfColumn(old.startedOn);
  const end = leftOn(old);
  const start = isOldDay
    ? null
    : (startProblem(values.startedOn, today) ??
      ("companyId" in scope
        ? foundingProblem(values.startedOn, await readFoundedYear(tx, scope.companyId))
        : null) ??
      (await overlapOf(tx, old, { startedOn: values.startedOn, endedOn: end })));
  if (end && values.startedOn > end) errors["startedOn"] = "start-after-end";
  else if (start) errors["startedOn"] = start;
  const ofClass = classProblem({ ...values, kind: values.kind });
  if (ofClass) errors["graduationYear"] = ofClass;
  // Only programmes support somebody.
  if (old.source === "company" && values.kind === "supported") errors["kind"] = "choose";
  if (old.source === "company" && values.mark !== "") {
    const same = await tx.placement.count({
      where: {
        ...STANDING,
        id: { not: old.id },
        companyId: old.companyId,
        source: "company",
        employerReference: values.mark,
        startedOn: dateColumn(values.startedOn),
      },
    });
    if (same > 0) errors["mark"] = "mark-reported";
  }
  return errors;
}

/** A company's own record of one person must not run beside another one of the same person. */
async function overlapOf(tx: Transaction, row: Standing, stint: Stint): Promise<string | null> {
  if (row.source !== "company" || row.companyId === null) return null;
  return returnProblem(row, stint, await readStanding(tx, row.companyId));
}

/** Separations and answers name their placement, so the corrected one gets its own. */
async function carryOver(
  tx: Transaction,
  { to, separations, answers, now }: Pick<Standing, "separations" | "answers"> & { to: string; now: Date },
): Promise<void> {
  for (const { endedOn, kind, isVoid } of separations)
    if (!isVoid)
      await tx.separation.create({ data: { id: newId(), placementId: to, endedOn, kind, reportedAt: now } });
  // Of several answers about one day the last one counts; every day is told again, because each is known to be worked.
  const ofDay = new Map(answers.toReversed().map((answer) => [answer.asOf.getTime(), answer]));
  for (const { questionId, state, asOf, actorId } of ofDay.values())
    await tx.employmentAnswer.create({
      data: { id: newId(), placementId: to, questionId, state, asOf, answeredAt: now, actorId },
    });
}

/** Records that somebody left (or another day or kind of it), or takes that back: then the person is still there. */
export async function correctSeparation(
  town: Base,
  options: {
    placementId: string;
    scope: Scope;
    actorId: string | null;
    questionId: string | null;
    separation: { endedOn: CivilDate; endKind: SeparationKind } | null;
  },
): Promise<CorrectionResult> {
  const { placementId, scope, actorId, questionId, separation } = options;
  const now = town.clock.now();
  const today = civilDateOf(now);
  return town.database.$transaction(async (tx) => {
    const row = await lockStanding(tx, { placementId, scope });
    if (!row) return { ok: false, error: "not-found" };
    const startedOn = dayOfColumn(row.startedOn);
    const endedOn = leftOn(row);
    const problem =
      (separation && endProblem(separation.endedOn, startedOn, today)) ??
      (await overlapOf(tx, row, { startedOn, endedOn: separation?.endedOn ?? null }));
    if (problem)
      return { ok: false, error: "invalid", errors: { [separation ? "endedOn" : "form"]: problem } };
    const isSame = separation
      ? endedOn === separation.endedOn && row.separations[0]!.kind === separation.endKind
      : endedOn === null && row.answers[0]?.state === "still";
    if (isSame) return { ok: true };
    await writeAnswer(tx, {
      answer: separation ? { placementId, state: "left", ...separation } : { placementId, state: "still" },
      questionId,
      actorId,
      now,
      today,
      was: { endedOn },
    });
    return { ok: true };
  });
}
