import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import { type BodyPart, bodyParagraphs } from "#emails/issue-body.ts";
import { queueMail } from "#emails/outbox.server.ts";
import type { Segment } from "./rules.ts";
import type { CampaignDraft } from "./schema.ts";
import { unsubscribeToken } from "./unsubscribe-token.server.ts";

export type CampaignState = "draft" | "sending" | "sent";
export type Progress = { queued: number; sent: number; suppressed: number; failed: number };

/** Issues, newest first. */
export async function listCampaigns(town: Pick<Town, "database">): Promise<
  {
    id: string;
    subject: string;
    segment: Segment | null;
    state: CampaignState;
    createdAt: Date;
    sentAt: Date | null;
    recipients: number;
  }[]
> {
  const rows = await town.database.campaign.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 100,
    include: { _count: { select: { deliveries: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    segment: row.segment as Segment | null,
    state: row.state,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    recipients: row._count.deliveries,
  }));
}

/** Writes a draft; returns its id. */
export async function createCampaign(
  town: Pick<Town, "database" | "clock">,
  { actorId, draft }: { actorId: string; draft: CampaignDraft },
): Promise<string> {
  const id = newId();
  await town.database.campaign.create({
    data: { id, ...draft, state: "draft", createdAt: town.clock.now(), createdById: actorId },
  });
  return id;
}

export type CampaignPage = {
  id: string;
  subject: string;
  body: string;
  paragraphs: BodyPart[][][];
  segment: Segment | null;
  state: CampaignState;
  sentAt: Date | null;
  /** Active subscribers of the segment now. */
  audience: number;
  /** What became of the mails; all zero for a draft. */
  progress: Progress;
};

export async function readCampaign(
  town: Pick<Town, "database">,
  { id }: { id: string },
): Promise<CampaignPage | null> {
  const campaign = await town.database.campaign.findUnique({ where: { id } });
  if (!campaign) return null;
  const segment = campaign.segment as Segment | null;
  const [audience, progress] = await Promise.all([
    town.database.subscriber.count({ where: audienceOf(segment) }),
    readProgress(town, id),
  ]);
  const { subject, body, state, sentAt } = campaign;
  return { id, subject, body, paragraphs: bodyParagraphs(body), segment, state, sentAt, audience, progress };
}

// Counts the mails of one issue by their state.
async function readProgress(town: Pick<Town, "database">, campaignId: string): Promise<Progress> {
  const rows = await town.database.$queryRaw<{ state: keyof Progress; count: number }[]>`
    SELECT m."state"::text AS "state", count(*)::int AS "count"
    FROM "Delivery" d JOIN "Mail" m ON m."id" = d."mailId"
    WHERE d."campaignId" = ${campaignId}
    GROUP BY m."state"`;
  const progress: Progress = { queued: 0, sent: 0, suppressed: 0, failed: 0 };
  for (const row of rows) progress[row.state] = row.count;
  return progress;
}

/** Mails the issue to the person who asks for it, marked as a test. False when there is no such issue. */
export async function sendTestIssue(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { campaignId, email }: { campaignId: string; email: string },
): Promise<boolean> {
  return town.database.$transaction(async (tx) => {
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId } });
    if (!campaign) return false;
    await queueMail(tx, town, {
      to: email,
      message: {
        kind: "newsletter-issue",
        props: {
          subject: `【テスト送信】${campaign.subject}`,
          body: campaign.body,
          unsubscribeUrl: `${town.env.publicUrl}/newsletter/unsubscription`,
        },
      },
      dedupeKey: `newsletter-test:${campaignId}:${newId()}`,
    });
    return true;
  });
}

export type SendResult =
  | { ok: true; recipients: number }
  | { ok: false; error: "not-found" | "sent-already" | "no-recipients" };

const BATCH = 500;

/**
 * Sends an issue to every active subscriber of its segment: the mails, their jobs and the fact are written in one
 * transaction. Only a draft can be sent, and the pair of issue and subscriber is unique, so nobody gets it twice.
 */
export async function sendCampaign(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { actorId, campaignId }: { actorId: string; campaignId: string },
): Promise<SendResult> {
  const now = town.clock.now();
  return town.database.$transaction(
    async (tx) => {
      const claimed = await tx.campaign.updateMany({
        where: { id: campaignId, state: "draft" },
        data: { state: "sent", sentAt: now },
      });
      const campaign = await tx.campaign.findUnique({ where: { id: campaignId } });
      if (!campaign) return { ok: false, error: "not-found" };
      if (claimed.count === 0) return { ok: false, error: "sent-already" };
      const segment = campaign.segment as Segment | null;
      const recipients = await queueIssues(tx, town, { campaign, segment, now });
      if (recipients === 0) {
        await tx.campaign.update({ where: { id: campaignId }, data: { state: "draft", sentAt: null } });
        return { ok: false, error: "no-recipients" };
      }
      await recordEvent(tx, {
        kind: "campaign.sent",
        subjectId: campaignId,
        actorId,
        occurredAt: now,
        data: { recipients, segment: segment ?? "all" },
      });
      return { ok: true, recipients };
    },
    { timeout: 60_000 },
  );
}

async function queueIssues(
  tx: Transaction,
  town: Pick<Town, "jobs" | "env">,
  issue: { campaign: { id: string; subject: string; body: string }; segment: Segment | null; now: Date },
): Promise<number> {
  const { campaign, segment, now } = issue;
  let total = 0;
  let after = "";
  for (;;) {
    const subscribers = await tx.subscriber.findMany({
      where: { ...audienceOf(segment), id: { gt: after } },
      select: { id: true, email: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    if (subscribers.length === 0) return total;
    after = subscribers.at(-1)!.id;
    const batch = subscribers.map((subscriber) => ({ ...subscriber, mailId: newId() }));
    await tx.mail.createMany({
      data: batch.map(({ id, email, mailId }) => ({
        id: mailId,
        kind: "newsletter-issue",
        recipient: email,
        props: {
          subject: campaign.subject,
          body: campaign.body,
          unsubscribeUrl: unsubscribeUrl(town, id),
        },
        dedupeKey: `newsletter:${campaign.id}:${id}`,
        createdAt: now,
      })),
    });
    await tx.delivery.createMany({
      data: batch.map(({ id, mailId }) => ({
        id: newId(),
        campaignId: campaign.id,
        subscriberId: id,
        mailId,
        createdAt: now,
      })),
    });
    await town.jobs.enqueueAll(
      tx,
      "mail.deliver",
      batch.map(({ mailId }) => ({ mailId })),
    );
    total += batch.length;
  }
}

function unsubscribeUrl(town: Pick<Town, "env">, subscriberId: string): string {
  const token = unsubscribeToken(town.env.sessionSecret, subscriberId);
  return `${town.env.publicUrl}/newsletter/unsubscription?token=${encodeURIComponent(token)}`;
}

function audienceOf(segment: Segment | null) {
  return { state: "active" as const, ...(segment && { segment }) };
}
