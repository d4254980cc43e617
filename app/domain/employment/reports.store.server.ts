import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { lockCompany } from "../companies/submission.store.server.ts";
import { findCode, useCode } from "./codes.store.server.ts";
import {
  type Answer,
  type EmploymentReport,
  type Hire,
  meetStanding,
  type StandingPlacement,
} from "./hires.rules.ts";
import { isInJurisdiction } from "./jurisdiction.rules.ts";
import { newPersonKey, personKeyOfAccount } from "./person-key.server.ts";
import { hireField } from "./report.rules.ts";
import { checkAnswers } from "./report.schema.ts";
import { dateColumn, dayOfColumn, LATEST_ANSWER, LATEST_SEPARATION, STANDING } from "./store.server.ts";

/** How the report came in: by the link of the mail, by a signed-in member, or told to staff on the telephone. */
export type ReportedBy = "mail-link" | "company" | "telephone";

type Base = Pick<Town, "database" | "clock" | "env">;
type Written = { answers: number; hires: number };
type Known = StandingPlacement & {
  state: Answer["state"] | null;
  answeredFor: string | null;
  endedOn: CivilDate | null;
  endKind: string | null;
};

/**
 * Records what a company reports about the people it hired: answers and new placements, in one transaction. What stands
 * already is left as it is, so the same report sent twice counts once. Errors are codes by field name of the form.
 */
export async function reportEmployment(
  town: Base,
  options: {
    companyId: string;
    /** The quarter's question that is answered with it; null without one. */
    questionId: string | null;
    actorId: string | null;
    by: ReportedBy;
    report: EmploymentReport;
  },
): Promise<{ ok: true; written: Written } | { ok: false; errors: Record<string, string> }> {
  const { companyId, questionId, actorId, by, report } = options;
  const now = town.clock.now();
  const today = civilDateOf(now);
  return town.database.$transaction(async (tx) => {
    // Two reports of one company wait for each other, so that the second sees what the first recorded.
    await lockCompany(tx, companyId);
    const standing = await readStanding(tx, companyId);
    const starts = new Map(standing.map(({ id, startedOn }) => [id, startedOn]));
    const errors = checkAnswers(report.answers, starts, today);
    const leaving = new Set(
      report.answers.filter(({ state }) => state === "left").map(({ placementId }) => placementId),
    );
    const placements = await planHires(tx, town, { hires: report.hires, standing, leaving, errors });
    if (Object.keys(errors).length > 0) return { ok: false, errors };

    const fresh = report.answers.filter((answer) =>
      isNews(
        answer,
        standing.find(({ id }) => id === answer.placementId)!,
        questionId,
      ),
    );
    for (const { hire, personKey, userId, codeId } of placements) {
      const id = newId();
      await tx.placement.create({
        data: {
          ...placementData(hire),
          id,
          companyId,
          personKey,
          userId,
          source: "company",
          reportedAt: now,
          reportedById: actorId,
        },
      });
      if (codeId) await useCode(tx, { codeId, now });
      await recordEvent(tx, {
        kind: "placement.reported",
        subjectId: id,
        actorId,
        occurredAt: now,
        data: { source: "company", by, linked: userId !== null },
      });
    }
    for (const answer of fresh)
      await writeAnswer(tx, {
        answer,
        questionId: by === "telephone" ? null : questionId,
        actorId,
        now,
        today,
        was: standing.find(({ id }) => id === answer.placementId)!,
      });
    const written = { answers: fresh.length, hires: placements.length };
    await recordAnswered(tx, { companyId, questionId, actorId, by, now, written, fresh });
    return { ok: true, written };
  });
}

/** Everybody whom the company reported and whose record stands. */
async function readStanding(tx: Transaction, companyId: string): Promise<Known[]> {
  const rows = await tx.placement.findMany({
    where: { ...STANDING, companyId, source: "company" },
    orderBy: [{ startedOn: "desc" }, { id: "asc" }],
    include: { separations: LATEST_SEPARATION, answers: LATEST_ANSWER },
  });
  return rows.map((row) => {
    const separation = row.separations[0];
    const left = separation && !separation.isVoid ? separation : null;
    const answer = row.answers[0];
    return {
      id: row.id,
      personKey: row.personKey,
      mark: row.employerReference,
      kind: row.kind,
      graduationYear: row.graduationYear,
      schoolKind: row.schoolKind,
      departmentName: row.departmentName,
      placeOfWork: row.placeOfWork,
      route: row.route,
      startedOn: dayOfColumn(row.startedOn),
      hasLeft: left !== null,
      endedOn: left && dayOfColumn(left.endedOn),
      endKind: left?.kind ?? null,
      state: answer?.state ?? null,
      answeredFor: answer?.questionId ?? null,
    };
  });
}

type PlannedHire = { hire: Hire; personKey: string; userId: string | null; codeId: string | null };

/** Decides for each hire what it becomes; errors go to the fields of its row. */
async function planHires(
  tx: Transaction,
  town: Base,
  {
    hires,
    standing,
    leaving,
    errors,
  }: {
    hires: EmploymentReport["hires"];
    standing: readonly Known[];
    leaving: ReadonlySet<string>;
    errors: Record<string, string>;
  },
): Promise<PlannedHire[]> {
  const planned: PlannedHire[] = [];
  for (const { row, ...hire } of hires) {
    const met = meetStanding(hire, standing, leaving);
    if (met.is === "repeated") continue;
    if (met.is === "contradicted" || met.is === "still-there") {
      errors[hireField(row, "mark")] = met.is === "contradicted" ? "mark-reported" : "mark-in-use";
      continue;
    }
    if (hire.code === "") {
      planned.push({
        hire,
        personKey: met.is === "returning" ? met.personKey : newPersonKey(),
        userId: null,
        codeId: null,
      });
      continue;
    }
    const code = await findCode(tx, { typed: hire.code, now: town.clock.now() });
    if (!code.ok) errors[hireField(row, "code")] = code.error;
    else
      planned.push({
        hire,
        personKey: personKeyOfAccount(town.env.personKeySecret, code.userId),
        userId: code.userId,
        codeId: code.id,
      });
  }
  return planned;
}

/** The columns that a reported hire fills. */
export function placementData(hire: Omit<Hire, "code">) {
  return {
    kind: hire.kind,
    graduationYear: hire.graduationYear,
    schoolKind: hire.schoolKind,
    departmentName: hire.departmentName,
    placeOfWork: hire.placeOfWork,
    route: hire.route,
    employerReference: hire.mark,
    inJurisdiction: isInJurisdiction(hire.placeOfWork),
    startedOn: dateColumn(hire.startedOn),
  };
}

/** Whether an answer says something that does not stand already for this question. */
function isNews(answer: Answer, was: Known, questionId: string | null): boolean {
  if (answer.state === "left")
    return !was.hasLeft || was.endedOn !== answer.endedOn || was.endKind !== answer.endKind;
  return was.state !== answer.state || was.hasLeft || was.answeredFor !== questionId;
}

/** One answer, and with it the separation that it tells of or takes back. */
export async function writeAnswer(
  tx: Transaction,
  options: {
    answer: Answer;
    questionId: string | null;
    actorId: string | null;
    now: Date;
    today: CivilDate;
    was: { hasLeft: boolean; endedOn: CivilDate | null };
  },
): Promise<void> {
  const { answer, questionId, actorId, now, today, was } = options;
  const { placementId, state } = answer;
  await tx.employmentAnswer.create({
    data: { id: newId(), placementId, questionId, state, asOf: dateColumn(today), answeredAt: now, actorId },
  });
  const event = { subjectId: placementId, actorId, occurredAt: now } as const;
  if (state === "left") {
    const { endedOn, endKind } = answer;
    await tx.separation.create({
      data: { id: newId(), placementId, endedOn: dateColumn(endedOn), kind: endKind, reportedAt: now },
    });
    await recordEvent(tx, {
      ...event,
      kind: "separation.reported",
      data: { kind: endKind, takenBack: false },
    });
  } else if (was.hasLeft && was.endedOn && state === "still") {
    await tx.separation.create({
      data: {
        id: newId(),
        placementId,
        endedOn: dateColumn(was.endedOn),
        kind: "other",
        reportedAt: now,
        isVoid: true,
      },
    });
    await recordEvent(tx, {
      ...event,
      kind: "separation.reported",
      data: { kind: "other", takenBack: true },
    });
  }
}

/** One event for each report that says something new, and for the first report of a question, also when nobody is in it. */
async function recordAnswered(
  tx: Transaction,
  {
    companyId,
    questionId,
    actorId,
    by,
    now,
    written,
    fresh,
  }: {
    companyId: string;
    questionId: string | null;
    actorId: string | null;
    by: ReportedBy;
    now: Date;
    written: Written;
    fresh: readonly Answer[];
  },
): Promise<void> {
  const isNew = written.answers + written.hires > 0;
  if (!isNew && questionId === null) return;
  if (
    !isNew &&
    (await tx.domainEvent.count({ where: { kind: "employment.answered", subjectId: questionId! } })) > 0
  )
    return;
  const count = (state: Answer["state"]) => fresh.filter((answer) => answer.state === state).length;
  await recordEvent(tx, {
    kind: "employment.answered",
    subjectId: questionId ?? companyId,
    actorId,
    occurredAt: now,
    data: {
      companyId,
      by,
      hires: written.hires,
      still: count("still"),
      left: count("left"),
      notKnown: count("notKnown"),
    },
  });
}
