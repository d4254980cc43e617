import { queueMail } from "#emails/outbox.server.ts";
import { civilDateOf, endOfDay, jst, longDate } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import {
  answerableUntil,
  type FreshnessAnswer,
  lastConfirmedAt,
  notConfirmedSince,
  quarterOf,
  quarterStart,
} from "./freshness.rules.ts";
import { freshnessToken, questionOfToken } from "./freshness-token.server.ts";
import { readProfile } from "./profile.rules.ts";
import type { CompanyProfile } from "./schema.ts";
import { PUBLISHED } from "./store.server.ts";

/** The first week of each quarter at nine: a company is asked once, so the later days only make up for a day at rest. */
export const ASK_SCHEDULE = { cron: "0 9 1-7 1,4,7,10 *", data: {} };

const BATCH = 200;
const MEMBERS = {
  where: { user: { state: "active" as const } },
  select: { user: { select: { id: true, email: true } } },
};

/**
 * Asks every listed company by mail whether its facts are still true, once a quarter. Companies that said so in this quarter
 * already and companies without an active account are left out. Running it again changes nothing.
 */
export async function askFreshness(town: Pick<Town, "database" | "clock" | "jobs" | "env">): Promise<void> {
  const quarter = quarterOf(town.clock.now());
  for (let afterId = ""; ;) {
    const companies = await town.database.company.findMany({
      where: {
        id: { gt: afterId },
        ...PUBLISHED,
        ...notConfirmedSince(jst(quarterStart(quarter))),
        freshnessQuestions: { none: { quarter } },
        members: { some: MEMBERS.where },
      },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { ...vouchedFacts, id: true, members: MEMBERS },
    });
    for (const company of companies) await askOne(town, company, quarter);
    if (companies.length < BATCH) return;
    afterId = companies.at(-1)!.id;
  }
}

const vouchedFacts = {
  confirmedAt: true,
  firstPublishedAt: true,
  publishedRevision: { select: { profile: true, submittedAt: true } },
} as const;

type Asked = {
  id: string;
  confirmedAt: Date | null;
  firstPublishedAt: Date | null;
  publishedRevision: { profile: unknown; submittedAt: Date | null } | null;
  members: { user: { id: string; email: string } }[];
};

async function askOne(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  company: Asked,
  quarter: string,
): Promise<void> {
  const { publicUrl, sessionSecret } = town.env;
  const lastDay = answerableUntil(quarter);
  await town.database.$transaction(async (tx) => {
    const id = newId();
    const { count } = await tx.freshnessQuestion.createMany({
      data: { id, companyId: company.id, quarter, askedAt: town.clock.now() },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const url = `${publicUrl}/company/confirmation?token=${encodeURIComponent(freshnessToken(sessionSecret, id))}`;
    const confirmedAt = lastConfirmedOf(company);
    const props = {
      companyName: readProfile(company.publishedRevision!.profile).name,
      confirmedOn: confirmedAt ? longDate(confirmedAt) : "",
      answerBy: longDate(lastDay),
      stillTrueUrl: url,
      needsChangeUrl: `${url}&answer=needs-change`,
    };
    for (const { user } of company.members)
      await queueMail(tx, town, {
        to: user.email,
        message: { kind: "freshness-question", props },
        dedupeKey: `freshness-question:${id}:${user.id}`,
        expiresAt: endOfDay(lastDay),
      });
  });
}

/** When somebody last vouched for a company's published facts. */
export function lastConfirmedOf(company: {
  confirmedAt: Date | null;
  firstPublishedAt: Date | null;
  publishedRevision: { submittedAt: Date | null } | null;
}): Date | null {
  const { confirmedAt, firstPublishedAt, publishedRevision } = company;
  return lastConfirmedAt({
    confirmedAt,
    firstPublishedAt,
    submittedAt: publishedRevision?.submittedAt ?? null,
  });
}

/**
 * What the page of a link shows. unknown: no link of this town. expired: the quarter is over by 30 days, or the company is
 * listed no more. answered: the link did its work.
 */
export type QuestionOnPage =
  | { step: "unknown" | "expired" }
  | { step: "answered"; answer: FreshnessAnswer; answeredAt: Date; companyName: string; slug: string }
  | {
      step: "open";
      profile: CompanyProfile;
      slug: string;
      confirmedAt: Date | null;
      answerBy: string;
    };

/** Reads the question of a link; changes nothing, so that programs that open every link of a mail do no harm. */
export async function readQuestion(
  town: Pick<Town, "database" | "clock" | "env">,
  { token }: { token: string },
): Promise<QuestionOnPage> {
  const id = questionOfToken(town.env.sessionSecret, token);
  if (id === null) return { step: "unknown" };
  const question = await town.database.freshnessQuestion.findUnique({
    where: { id },
    select: {
      quarter: true,
      answeredAt: true,
      answer: true,
      company: { select: { ...vouchedFacts, slug: true, withdrawnAt: true } },
    },
  });
  if (!question) return { step: "unknown" };
  const { company, quarter, answeredAt, answer } = question;
  if (!company.publishedRevision || company.withdrawnAt || isOver(town, quarter)) return { step: "expired" };
  const profile = readProfile(company.publishedRevision.profile);
  if (answeredAt)
    return {
      step: "answered",
      answer: answer === "needs-change" ? answer : "still-true",
      answeredAt,
      companyName: profile.name,
      slug: company.slug,
    };
  return {
    step: "open",
    profile,
    slug: company.slug,
    confirmedAt: lastConfirmedOf(company),
    answerBy: answerableUntil(quarter),
  };
}

function isOver(town: Pick<Town, "clock">, quarter: string): boolean {
  return civilDateOf(town.clock.now()) > answerableUntil(quarter);
}

/** Takes the answer of a link, once. "Still true" confirms the facts as of now and brings the company back into search. */
export async function answerQuestion(
  town: Pick<Town, "database" | "clock" | "env" | "jobs">,
  { token, answer }: { token: string; answer: FreshnessAnswer },
): Promise<{ ok: true } | { ok: false; error: "unknown" | "expired" | "answered" }> {
  const id = questionOfToken(town.env.sessionSecret, token);
  if (id === null) return { ok: false, error: "unknown" };
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const question = await tx.freshnessQuestion.findUnique({
      where: { id },
      select: {
        quarter: true,
        companyId: true,
        company: { select: { withdrawnAt: true, publishedRevisionId: true } },
      },
    });
    if (!question) return { ok: false, error: "unknown" };
    const { companyId, quarter, company } = question;
    if (company.withdrawnAt || !company.publishedRevisionId || isOver(town, quarter))
      return { ok: false, error: "expired" };
    const { count } = await tx.freshnessQuestion.updateMany({
      where: { id, answeredAt: null },
      data: { answeredAt: now, answer },
    });
    if (count === 0) return { ok: false, error: "answered" };
    const event = { subjectId: companyId, actorId: null, occurredAt: now };
    if (answer === "needs-change") {
      await recordEvent(tx, { ...event, kind: "company.change-announced", data: { quarter } });
      return { ok: true };
    }
    await tx.company.update({ where: { id: companyId }, data: { confirmedAt: now } });
    await recordEvent(tx, { ...event, kind: "company.confirmed", data: { by: "mail-link" } });
    await queueSearchUpdate(tx, town, { kind: "company", id: companyId });
    return { ok: true };
  });
}
