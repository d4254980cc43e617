import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { lockCompany } from "../companies/submission.store.server.ts";
import { findCode, findPersonKey, useCode } from "./codes.store.server.ts";
import {
  type Answer,
  type EmploymentReport,
  foundingProblem,
  type Hire,
  isNews,
  meetStanding,
} from "./hires.rules.ts";
import { isInJurisdiction } from "./jurisdiction.rules.ts";
import { newPersonKey } from "./person-key.server.ts";
import { hireField } from "./report.rules.ts";
import { checkAnswers } from "./report.schema.ts";
import { type KnownPlacement, readFoundedYear, readStanding } from "./standing.store.server.ts";
import { dateColumn } from "./store.server.ts";

/** How the report came in: by the link of the mail, by a signed-in member, or told to staff on the telephone. */
export type ReportedBy = "mail-link" | "company" | "telephone";

type Base = Pick<Town, "database" | "clock" | "env">;
type Written = { answers: number; hires: number };
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
    const errors = checkAnswers(report.answers, standing, today);
    // Staff on the telephone can ask back; a form cannot.
    const foundedYear = by === "telephone" ? null : await readFoundedYear(tx, companyId);
    const placements = await planHires(tx, town, { report, standing, foundedYear, errors });
    if (Object.keys(errors).length > 0) return { ok: false, errors };

    // An answer on the telephone belongs to no question: the event says that the company was heard.
    const answers = { questionId: by === "telephone" ? null : questionId, today };
    const said = new Map(standing.map((known) => [known.id, known]));
    const fresh = report.answers.filter((answer) => isNews(answer, said.get(answer.placementId)!, answers));
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
        ...answers,
        answer,
        actorId,
        now,
        was: said.get(answer.placementId)!,
      });
    const written = { answers: fresh.length, hires: placements.length };
    await recordAnswered(tx, { companyId, questionId, actorId, by, now, written, fresh });
    return { ok: true, written };
  });
}

type PlannedHire = { hire: Hire; personKey: string; userId: string | null; codeId: string | null };

/** Decides for each hire what it becomes; errors go to the fields of its row. */
async function planHires(
  tx: Transaction,
  town: Base,
  {
    report,
    standing,
    foundedYear,
    errors,
  }: {
    report: EmploymentReport;
    standing: readonly KnownPlacement[];
    foundedYear: number | null;
    errors: Record<string, string>;
  },
): Promise<PlannedHire[]> {
  const planned: PlannedHire[] = [];
  const leaving = new Map(
    report.answers.flatMap((answer) =>
      answer.state === "left" ? [[answer.placementId, answer.endedOn] as const] : [],
    ),
  );
  for (const { row, ...hire } of report.hires) {
    const met = meetStanding(hire, standing, leaving);
    if (met.is === "repeated") continue;
    const problem = foundingProblem(hire.startedOn, foundedYear);
    if (problem) errors[hireField(row, "startedOn")] = problem;
    if (met.is === "overlapping") errors[hireField(row, "startedOn")] = "start-before-left";
    if (met.is === "contradicted") errors[hireField(row, "mark")] = "mark-reported";
    if (met.is === "still-there") errors[hireField(row, "mark")] = "mark-in-use";
    if (problem || (met.is !== "new" && met.is !== "returning")) continue;
    const returningAs = met.is === "returning" ? met.personKey : null;
    if (hire.code === "") {
      planned.push({ hire, personKey: returningAs ?? newPersonKey(), userId: null, codeId: null });
      continue;
    }
    const code = await findCode(tx, { typed: hire.code, now: town.clock.now() });
    if (!code.ok) errors[hireField(row, "code")] = code.error;
    else
      planned.push({
        hire,
        personKey: await findPersonKey(tx, town, { userId: code.userId, returningAs }),
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

/** One answer, and with it the separation that it tells of or takes back. */
export async function writeAnswer(
  tx: Transaction,
  options: {
    answer: Answer;
    questionId: string | null;
    actorId: string | null;
    now: Date;
    today: CivilDate;
    was: { endedOn: CivilDate | null };
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
  } else if (was.endedOn && state === "still") {
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
