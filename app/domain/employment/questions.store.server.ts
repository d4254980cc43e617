import { queueMail } from "#emails/outbox.server.ts";
import { endOfDay, longDate } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { readSignedId, signId } from "#app/platform/signed-id.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { quarterOf } from "../companies/freshness.rules.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { PUBLISHED } from "../companies/store.server.ts";
import { isQuestionOver, reportableUntil } from "./question.rules.ts";
import { STANDING } from "./store.server.ts";

/** The second week of each quarter at nine, a week after the other quarterly mail; later days only make up for a day at rest. */
export const EMPLOYMENT_ASK_SCHEDULE = { cron: "0 9 8-14 1,4,7,10 *", data: {} };

const PURPOSE = "employment-report";
const BATCH = 200;
const MEMBERS = {
  where: { user: { state: "active" as const } },
  select: { user: { select: { id: true, email: true } } },
};

/** The path of a question's page. */
export function questionPath(secret: string, questionId: string): string {
  return `/company/employment/answer?token=${encodeURIComponent(signId(secret, PURPOSE, questionId))}`;
}

/**
 * Asks every listed company by mail whom it hired and who is still there, once a quarter. Companies without an active account
 * get the question too, so that staff call them, but no mail. Running it again changes nothing.
 */
export async function askEmployment(town: Pick<Town, "database" | "clock" | "jobs" | "env">): Promise<void> {
  const quarter = quarterOf(town.clock.now());
  for (let afterId = ""; ;) {
    const companies = await town.database.company.findMany({
      where: { id: { gt: afterId }, ...PUBLISHED, employmentQuestions: { none: { quarter } } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, publishedRevision: { select: { profile: true } }, members: MEMBERS },
    });
    for (const company of companies) await askOne(town, company, quarter);
    if (companies.length < BATCH) return;
    afterId = companies.at(-1)!.id;
  }
}

type Asked = {
  id: string;
  publishedRevision: { profile: unknown } | null;
  members: { user: { id: string; email: string } }[];
};

async function askOne(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  company: Asked,
  quarter: string,
): Promise<void> {
  const lastDay = reportableUntil(quarter);
  const now = town.clock.now();
  await town.database.$transaction(async (tx) => {
    const id = newId();
    const { count } = await tx.employmentQuestion.createMany({
      data: { id, companyId: company.id, quarter, askedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const people = await tx.placement.count({
      where: { ...STANDING, companyId: company.id, source: "company" },
    });
    await recordEvent(tx, {
      kind: "employment.asked",
      subjectId: id,
      actorId: null,
      occurredAt: now,
      data: { companyId: company.id, quarter, mails: company.members.length },
    });
    for (const { user } of company.members)
      await queueMail(tx, town, {
        to: user.email,
        message: {
          kind: "employment-question",
          props: {
            companyName: readProfile(company.publishedRevision!.profile).name,
            answerBy: longDate(lastDay),
            reportedBefore: people > 0,
            answerUrl: `${town.env.publicUrl}${questionPath(town.env.sessionSecret, id)}`,
          },
        },
        dedupeKey: `employment-question:${id}:${user.id}`,
        expiresAt: endOfDay(lastDay),
      });
  });
}

export type OpenQuestion = {
  id: string;
  companyId: string;
  companyName: string;
  quarter: string;
  askedAt: Date;
};

/**
 * The question of a link. unknown: no link of this town. expired: the quarter is over by 30 days, or the company is listed no
 * more. Reading changes nothing: programs that check mails open every link.
 */
export async function findQuestion(
  town: Pick<Town, "database" | "clock" | "env">,
  { token }: { token: string },
): Promise<{ ok: true; question: OpenQuestion } | { ok: false; error: "unknown" | "expired" }> {
  const id = readSignedId(town.env.sessionSecret, PURPOSE, token);
  const found =
    id === null
      ? null
      : await town.database.employmentQuestion.findUnique({
          where: { id },
          include: {
            company: { select: { withdrawnAt: true, publishedRevision: { select: { profile: true } } } },
          },
        });
  if (!found) return { ok: false, error: "unknown" };
  const { company, ...question } = found;
  if (!company.publishedRevision || company.withdrawnAt || isQuestionOver(question.quarter, town.clock.now()))
    return { ok: false, error: "expired" };
  return {
    ok: true,
    question: { ...question, companyName: readProfile(company.publishedRevision.profile).name },
  };
}

/** The question that a company can answer now: the newest whose link still works; null when there is none. */
export async function findOpenQuestion(
  town: Pick<Town, "database" | "clock">,
  { companyId }: { companyId: string },
): Promise<{ id: string; quarter: string; askedAt: Date } | null> {
  const question = await town.database.employmentQuestion.findFirst({
    where: { companyId },
    orderBy: { quarter: "desc" },
    select: { id: true, quarter: true, askedAt: true },
  });
  return question && !isQuestionOver(question.quarter, town.clock.now()) ? question : null;
}

/**
 * When each of the questions was answered last, by id; a question that is missing here is unanswered. An answer without
 * anybody in it (nobody was hired, nobody reported before) is an answer too: its domain event says so.
 */
export async function readAnswered(
  town: Pick<Town, "database">,
  { questionIds }: { questionIds: readonly string[] },
): Promise<Map<string, Date>> {
  if (questionIds.length === 0) return new Map();
  const [answers, events] = await Promise.all([
    town.database.employmentAnswer.groupBy({
      by: ["questionId"],
      where: { questionId: { in: [...questionIds] } },
      _max: { answeredAt: true },
    }),
    town.database.domainEvent.findMany({
      where: { kind: "employment.answered", subjectId: { in: [...questionIds] } },
      orderBy: { id: "asc" },
      select: { subjectId: true, occurredAt: true },
    }),
  ]);
  const answered = new Map(events.map(({ subjectId, occurredAt }) => [subjectId, occurredAt]));
  for (const { questionId, _max } of answers)
    if (!answered.has(questionId!)) answered.set(questionId!, _max.answeredAt!);
  return answered;
}
