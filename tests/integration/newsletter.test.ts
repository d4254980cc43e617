import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createCampaign,
  readCampaign,
  sendCampaign,
  sendTestIssue,
} from "#app/domain/newsletter/campaign.store.server.ts";
import type { Segment } from "#app/domain/newsletter/rules.ts";
import {
  confirmSubscription,
  readConfirmation,
  readUnsubscription,
  requestSubscription,
  withdrawSubscription,
} from "#app/domain/newsletter/subscription.store.server.ts";
import { unsubscribeToken } from "#app/domain/newsletter/unsubscribe-token.server.ts";
import { newId } from "#app/platform/random.ts";
import { newestMail, tokenIn } from "#tests/support/builders/accounts.ts";
import { createSubscribers } from "#tests/support/builders/newsletter.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
afterAll(() => t.close());

const newEmail = () => `${newId()}@readers.example`;

async function request(email: string, segment: Segment = "student") {
  await requestSubscription(t.town, { email, segment });
  const mails = await t.town.database.mail.findMany({
    where: { recipient: email, kind: "newsletter-confirmation" },
  });
  return mails.map((mail) => ({ token: tokenIn(mail, "confirmUrl"), segment }));
}

const subscriberOf = (email: string) =>
  t.town.database.subscriber.findUniqueOrThrow({ where: { email }, include: { consents: true } });
const tokenOf = (id: string) => unsubscribeToken(t.town.env.sessionSecret, id);

describe("subscribing", () => {
  test("begins with the confirmation of the mailbox and is recorded step by step", async () => {
    const email = newEmail();
    const [link] = await request(email, "guardian");
    expect(await subscriberOf(email)).toMatchObject({ state: "pending" });
    expect(await readConfirmation(t.town, link!)).toBe("open");
    expect(await confirmSubscription(t.town, link!)).toEqual({ ok: true, segment: "guardian" });
    expect(await confirmSubscription(t.town, link!)).toEqual({ ok: true, segment: "guardian" });
    expect(await readConfirmation(t.town, link!)).toBe("confirmed");
    const subscriber = await subscriberOf(email);
    expect(subscriber).toMatchObject({ state: "active", segment: "guardian" });
    expect(subscriber.consents.map((consent) => consent.action).sort()).toEqual(["confirmed", "requested"]);
  });

  test("keeps only a hash of the link's token", async () => {
    const email = newEmail();
    const [link] = await request(email);
    const { confirmTokenHash } = await subscriberOf(email);
    expect(confirmTokenHash).not.toContain(link!.token);
  });

  test("the segment in a link cannot be changed", async () => {
    const [link] = await request(newEmail(), "student");
    expect(await confirmSubscription(t.town, { ...link!, segment: "company" })).toEqual({
      ok: false,
      error: "link-expired",
    });
  });

  test("a link does not work after two days", async () => {
    const [link] = await request(newEmail());
    const before = t.town.clock.now();
    t.setNow(new Date(before.getTime() + 49 * 60 * 60 * 1000).toISOString());
    expect(await readConfirmation(t.town, link!)).toBe("expired");
    expect(await confirmSubscription(t.town, link!)).toEqual({ ok: false, error: "link-expired" });
    t.setNow(before.toISOString());
  });

  test("a reader who asks for another segment keeps the subscription and changes it with the new link", async () => {
    const email = newEmail();
    const [first] = await request(email, "student");
    await confirmSubscription(t.town, first!);
    const links = await request(email, "jobSeeker");
    expect(await subscriberOf(email)).toMatchObject({ state: "active", segment: "student" });
    const next = links.find((link) => link.token !== first!.token)!;
    await confirmSubscription(t.town, next);
    expect(await subscriberOf(email)).toMatchObject({ state: "active", segment: "jobSeeker" });
  });

  test("two forms at the same moment make one subscriber", async () => {
    const email = newEmail();
    await Promise.all([request(email), request(email)]);
    expect(await t.town.database.subscriber.count({ where: { email } })).toBe(1);
  });
});

describe("unsubscribing", () => {
  test("works for whoever holds the link, once or twice, and is recorded once", async () => {
    const [id] = await createSubscribers(t.town, 1);
    const token = tokenOf(id!);
    expect(await readUnsubscription(t.town, { token })).toEqual({ isSubscribed: true });
    expect(await withdrawSubscription(t.town, { token })).toEqual({ ok: true });
    expect(await withdrawSubscription(t.town, { token })).toEqual({ ok: true });
    expect(await readUnsubscription(t.town, { token })).toEqual({ isSubscribed: false });
    expect(
      await t.town.database.consentRecord.count({ where: { subscriberId: id!, action: "withdrawn" } }),
    ).toBe(1);
  });

  test("a token that was changed or made with another secret is unknown", async () => {
    const [id] = await createSubscribers(t.town, 1);
    const forged = [unsubscribeToken("another secret", id!), `${tokenOf(id!)}x`, id!, "", "a.b.c", "💌"];
    for (const token of forged)
      expect(await withdrawSubscription(t.town, { token })).toEqual({ ok: false, error: "unknown-link" });
  });

  test("takes an open confirmation link with it, and subscribing again is possible", async () => {
    const email = newEmail();
    const [link] = await request(email);
    const { id } = await subscriberOf(email);
    await withdrawSubscription(t.town, { token: tokenOf(id) });
    expect(await confirmSubscription(t.town, link!)).toEqual({ ok: false, error: "link-expired" });
    const links = await request(email);
    const next = links.find((other) => other.token !== link!.token)!;
    expect(await confirmSubscription(t.town, next)).toMatchObject({ ok: true });
    expect(await subscriberOf(email)).toMatchObject({ state: "active" });
  });
});

describe("an issue", () => {
  const draft = (segment: Segment | null) =>
    createCampaign(t.town, {
      actorId: "staff",
      draft: { subject: "11月号", body: "見学会のお知らせ\n\nhttps://example.jp/", segment },
    });

  test("reaches every active subscriber of its segment once, whoever sends it how often", async () => {
    const readers = await createSubscribers(t.town, 7, { segment: "teacher" });
    await createSubscribers(t.town, 2, { segment: "teacher", state: "pending" });
    await createSubscribers(t.town, 2, { segment: "teacher", state: "unsubscribed" });
    const campaignId = await draft("teacher");
    expect((await readCampaign(t.town, { id: campaignId }))?.audience).toBe(7);
    const results = await Promise.all(
      [1, 2].map(() => sendCampaign(t.town, { actorId: "staff", campaignId })),
    );
    expect(results.filter((result) => result.ok)).toEqual([{ ok: true, recipients: 7 }]);
    expect(results.filter((result) => !result.ok)).toEqual([{ ok: false, error: "sent-already" }]);
    const deliveries = await t.town.database.delivery.findMany({ where: { campaignId } });
    expect(deliveries.map((delivery) => delivery.subscriberId).sort()).toEqual([...readers].sort());
    expect((await readCampaign(t.town, { id: campaignId }))?.progress).toMatchObject({ queued: 7 });
    await t.runWaitingJobs();
    expect((await readCampaign(t.town, { id: campaignId }))?.progress).toEqual({
      queued: 0,
      sent: 7,
      suppressed: 0,
      failed: 0,
    });
    const facts = await t.town.database.domainEvent.findMany({
      where: { kind: "campaign.sent", subjectId: campaignId },
    });
    expect(facts.map((fact) => fact.data)).toEqual([{ recipients: 7, segment: "teacher" }]);
  });

  test("does not go to a reader who unsubscribed after it was queued", async () => {
    const [stays, leaves] = await createSubscribers(t.town, 2, { segment: "company" });
    const campaignId = await draft("company");
    await sendCampaign(t.town, { actorId: "staff", campaignId });
    await withdrawSubscription(t.town, { token: tokenOf(leaves!) });
    await t.runWaitingJobs();
    expect((await readCampaign(t.town, { id: campaignId }))?.progress).toEqual({
      queued: 0,
      sent: 1,
      suppressed: 1,
      failed: 0,
    });
    const mail = await newestMail(t.town, `${stays}@readers.example`);
    expect(await withdrawSubscription(t.town, { token: tokenIn(mail, "unsubscribeUrl") })).toEqual({
      ok: true,
    });
    expect(mail?.text).toContain(encodeURIComponent(tokenOf(stays!)));
  });

  test("stays a draft when its segment has no reader", async () => {
    const campaignId = await draft("jobSeeker");
    await t.town.database.subscriber.updateMany({
      where: { segment: "jobSeeker" },
      data: { state: "unsubscribed" },
    });
    expect(await sendCampaign(t.town, { actorId: "staff", campaignId })).toEqual({
      ok: false,
      error: "no-recipients",
    });
    expect((await readCampaign(t.town, { id: campaignId }))?.state).toBe("draft");
    expect(await sendCampaign(t.town, { actorId: "staff", campaignId: "nothing" })).toEqual({
      ok: false,
      error: "not-found",
    });
  });

  test("a test goes only to the person who asks for it and says that it is one", async () => {
    const campaignId = await draft("student");
    const email = newEmail();
    expect(await sendTestIssue(t.town, { campaignId, email })).toBe(true);
    await t.runWaitingJobs();
    const mail = await newestMail(t.town, email);
    expect(mail).toMatchObject({ state: "sent", subject: "【テスト送信】11月号" });
    expect(await t.town.database.delivery.count({ where: { campaignId } })).toBe(0);
  });

  test("for everybody goes to all segments, in more than one batch", async () => {
    await createSubscribers(t.town, 1200, { segment: "guardian" });
    const campaignId = await draft(null);
    const expected = await t.town.database.subscriber.count({ where: { state: "active" } });
    expect(await sendCampaign(t.town, { actorId: "staff", campaignId })).toEqual({
      ok: true,
      recipients: expected,
    });
    expect(await t.town.database.delivery.count({ where: { campaignId } })).toBe(expected);
  });
});
