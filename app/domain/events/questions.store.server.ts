import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { type EditingError, lockEvent, markChanged } from "./editing-lock.store.server.ts";
import type { Category } from "./rules.ts";

type EditTown = Pick<Town, "database" | "clock">;

/** A question that staff ask with the registration. */
export type EditedQuestion = {
  id: string;
  label: string;
  help: string;
  kind: "text" | "choice" | "number";
  options: string[];
  required: boolean;
  /** Who is asked; none means everybody. */
  categories: Category[];
  minimum: number | null;
  maximum: number | null;
  isRetired: boolean;
  /** How many registrations answered it; from the first answer its kind stays. */
  answers: number;
};

/** The questions of an event in the order of the form, retired ones last. */
export async function listQuestions(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<EditedQuestion[]> {
  const rows = await town.database.eventQuestion.findMany({
    where: { eventId },
    orderBy: [{ retiredAt: { sort: "asc", nulls: "first" } }, { position: "asc" }, { id: "asc" }],
    include: { _count: { select: { answers: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    help: row.help,
    kind: row.kind,
    options: row.options,
    required: row.required,
    categories: row.categories,
    minimum: row.minimum,
    maximum: row.maximum,
    isRetired: row.retiredAt !== null,
    answers: row._count.answers,
  }));
}

type Step = { eventId: string; staffId: string; version: string };
export type QuestionResult =
  | { ok: true }
  | { ok: false; error: EditingError | "no-such-question" | "question-answered" };

export type QuestionFacts = Omit<EditedQuestion, "id" | "isRetired" | "answers">;

/** Adds a question at the end, or changes one; the kind of a question that somebody answered stays. */
export function saveQuestion(
  town: EditTown,
  step: Step & { questionId: string; facts: QuestionFacts },
): Promise<QuestionResult> {
  return changeQuestions(town, step, async (tx) => {
    const facts = fitting(step.facts);
    if (step.questionId === "") {
      const last = await tx.eventQuestion.aggregate({
        where: { eventId: step.eventId },
        _max: { position: true },
      });
      const position = (last._max.position ?? 0) + 1;
      await tx.eventQuestion.create({ data: { id: newId(), eventId: step.eventId, position, ...facts } });
      return { ok: true };
    }
    const question = await tx.eventQuestion.findUnique({
      where: { id: step.questionId, eventId: step.eventId },
      include: { _count: { select: { answers: true } } },
    });
    if (!question) return { ok: false, error: "no-such-question" };
    if (question._count.answers > 0 && question.kind !== facts.kind)
      return { ok: false, error: "question-answered" };
    await tx.eventQuestion.update({ where: { id: question.id }, data: facts });
    return { ok: true };
  });
}

/** Choices belong to a choice, bounds to a number; what was typed for another kind is dropped. */
function fitting(facts: QuestionFacts): QuestionFacts {
  const isNumber = facts.kind === "number";
  return {
    ...facts,
    options: facts.kind === "choice" ? facts.options : [],
    minimum: isNumber ? facts.minimum : null,
    maximum: isNumber ? facts.maximum : null,
  };
}

/** Moves a question one place up or down; at the end of the list nothing changes. */
export function moveQuestion(
  town: EditTown,
  step: Step & { questionId: string; direction: "up" | "down" },
): Promise<QuestionResult> {
  return changeQuestions(town, step, async (tx) => {
    const rows = await tx.eventQuestion.findMany({
      where: { eventId: step.eventId, retiredAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const from = rows.findIndex(({ id }) => id === step.questionId);
    if (from < 0) return { ok: false, error: "no-such-question" };
    const to = from + (step.direction === "up" ? -1 : 1);
    if (to >= 0 && to < rows.length) [rows[from], rows[to]] = [rows[to]!, rows[from]!];
    for (const [index, { id }] of rows.entries())
      await tx.eventQuestion.update({ where: { id }, data: { position: index + 1 } });
    return { ok: true };
  });
}

/** Takes a question off the form: without answers it goes for good, otherwise it is kept with them. */
export function retireQuestion(town: EditTown, step: Step & { questionId: string }): Promise<QuestionResult> {
  return changeQuestions(town, step, async (tx) => {
    const where = { id: step.questionId, eventId: step.eventId };
    const question = await tx.eventQuestion.findUnique({
      where,
      include: { _count: { select: { answers: true } } },
    });
    if (!question) return { ok: false, error: "no-such-question" };
    if (question._count.answers === 0) await tx.eventQuestion.delete({ where });
    else await tx.eventQuestion.update({ where, data: { retiredAt: town.clock.now() } });
    return { ok: true };
  });
}

/** Puts a retired question back on the form, at the end. */
export function restoreQuestion(
  town: EditTown,
  step: Step & { questionId: string },
): Promise<QuestionResult> {
  return changeQuestions(town, step, async (tx) => {
    const where = { id: step.questionId, eventId: step.eventId };
    if (!(await tx.eventQuestion.findUnique({ where, select: { id: true } })))
      return { ok: false, error: "no-such-question" };
    const last = await tx.eventQuestion.aggregate({
      where: { eventId: step.eventId, retiredAt: null },
      _max: { position: true },
    });
    await tx.eventQuestion.update({
      where,
      data: { retiredAt: null, position: (last._max.position ?? 0) + 1 },
    });
    return { ok: true };
  });
}

async function changeQuestions(
  town: EditTown,
  { eventId, staffId, version }: Step,
  write: (tx: Transaction) => Promise<QuestionResult>,
): Promise<QuestionResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const locked = await lockEvent(tx, { eventId, version });
    if (!locked.ok) return locked;
    const result = await write(tx);
    if (!result.ok) return result;
    await markChanged(tx, locked.event, now);
    await recordEvent(tx, {
      kind: "event.updated",
      subjectId: eventId,
      actorId: staffId,
      occurredAt: now,
      data: { fields: ["questions"], sequence: locked.event.sequence },
    });
    return result;
  });
}
