import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMailDelivery, MAX_ATTEMPTS } from "#emails/delivery.server.ts";
import type { MailMessage } from "#emails/messages.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { createSendGridTransport } from "#emails/transports.server.ts";
import { newId } from "#app/platform/random.ts";
import { readMail } from "#app/domain/mail/store.server.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/** What the double of the provider was asked, and what it answers next. */
type Received = { authorization: string; body: Record<string, unknown> };
let received: Received[] = [];
let answers: (number | "reset")[] = [];
let provider: Server;
let t: TestTown;
let deliver: (mailId: string) => Promise<void>;

beforeAll(async () => {
  t = await openTestTown();
  // Answers POST /v3/mail/send as the provider documents it: 202 with x-message-id, or an error with a list of errors.
  provider = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const answer = answers.shift() ?? 202;
      if (request.method !== "POST" || request.url !== "/v3/mail/send") {
        response.writeHead(404).end();
        return;
      }
      if (answer === "reset") {
        request.socket.destroy();
        return;
      }
      received.push({
        authorization: request.headers.authorization ?? "",
        body: JSON.parse(Buffer.concat(chunks).toString("utf8")),
      });
      if (answer === 202) response.writeHead(202, { "x-message-id": `message-${received.length}` }).end();
      else
        response
          .writeHead(answer, { "Content-Type": "application/json", "X-RateLimit-Reset": "1900000000" })
          .end(JSON.stringify({ errors: [{ message: "refused", field: null, help: null }] }));
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  deliver = createMailDelivery({
    ...t.town,
    transport: createSendGridTransport({ apiKey: "SG.test", baseUrl }),
    from: "jimoto@town.test",
    isSuppressed: async () => false,
  });
});
beforeEach(() => {
  received = [];
  answers = [];
});
afterAll(async () => {
  await new Promise((resolve) => provider.close(resolve));
  await t.close();
});

const approved: MailMessage = { kind: "account-approved", props: { loginUrl: "http://town.test/login" } };

async function queue(message: MailMessage = approved, expiresAt?: Date): Promise<string> {
  const id = await t.town.database.$transaction((tx) =>
    queueMail(tx, t.town, { to: "reader@people.example", message, dedupeKey: newId(), expiresAt }),
  );
  return id!;
}
const row = (id: string) => t.town.database.mail.findUniqueOrThrow({ where: { id } });

describe("the provider", () => {
  test("gets the mail with sender, both bodies and no tracking, and its id is kept", async () => {
    const id = await queue();
    await deliver(id);
    expect(received).toHaveLength(1);
    expect(received[0]!.authorization).toBe("Bearer SG.test");
    expect(received[0]!.body).toMatchObject({
      from: { email: "jimoto@town.test", name: "一関市 ジモト事務局" },
      personalizations: [{ to: [{ email: "reader@people.example" }] }],
      subject: "企業アカウントが承認されました",
      categories: ["account-approved"],
      tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
    });
    const content = received[0]!.body["content"] as { type: string; value: string }[];
    expect(content.map((part) => part.type)).toEqual(["text/plain", "text/html"]);
    expect(content.every((part) => part.value.includes("http://town.test/login"))).toBe(true);
    expect(received[0]!.body["headers"]).toBeUndefined();
    expect(await row(id)).toMatchObject({
      state: "sent",
      providerMessageId: "message-1",
      attempts: 1,
      lastError: null,
    });
  });

  test("gets an issue with the headers of one-click unsubscription", async () => {
    const unsubscribeUrl = "http://town.test/newsletter/unsubscription?token=a.b";
    await deliver(
      await queue({ kind: "newsletter-issue", props: { subject: "11月号", body: "本文", unsubscribeUrl } }),
    );
    expect(received[0]!.body["headers"]).toEqual({
      "List-Unsubscribe": `<${unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  test("gets a ticket with its calendar file", async () => {
    const ticket: MailMessage = {
      kind: "ticket",
      props: {
        eventTitle: "企業見学会",
        when: "2026年12月1日",
        venue: "一関文化センター",
        address: "一関市大手町2-16",
        access: "",
        whatToBring: "",
        ticketCode: "K7M2P9QX",
        headCount: 1,
        categoryLabel: "生徒・学生",
        registrationUrl: "http://town.test/me/registrations/1",
        calendar: {
          uid: "r1@town.test",
          sequence: 0,
          title: "企業見学会",
          description: "",
          location: "一関文化センター",
          url: "http://town.test/events/1",
          startsAt: "2026-12-01T04:00:00Z",
          endsAt: "2026-12-01T06:00:00Z",
          updatedAt: "2026-11-20T03:00:00Z",
          cancelled: false,
        },
      },
    };
    await deliver(await queue(ticket));
    const [file] = received[0]!.body["attachments"] as { filename: string; type: string; content: string }[];
    expect(file).toMatchObject({ filename: "event.ics" });
    expect(Buffer.from(file!.content, "base64").toString("utf8")).toContain("DTSTART:20261201T040000Z");
  });

  test("is asked once for a mail that is delivered twice", async () => {
    const id = await queue();
    await deliver(id);
    await deliver(id);
    expect(received).toHaveLength(1);
  });

  test("a link that acts as the recipient is not kept once it was taken", async () => {
    const id = await queue({
      kind: "password-reset",
      props: { resetUrl: "http://town.test/secret", validMinutes: 60 },
    });
    await deliver(id);
    expect(JSON.stringify(received[0]!.body)).toContain("http://town.test/secret");
    expect(JSON.stringify(await row(id))).not.toContain("secret");
  });
});

describe("a mail that is not taken", () => {
  test.each([
    [429, "sendgrid-429"],
    [500, "sendgrid-500"],
    [401, "sendgrid-401"],
    ["reset", "network-ECONNRESET"],
  ] as const)("is tried again after %s", async (answer, code) => {
    answers = [answer];
    const id = await queue();
    await expect(deliver(id)).rejects.toThrow(code);
    expect(await row(id)).toMatchObject({ state: "queued", attempts: 1, lastError: code });
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
  });

  test("is given up at once when it is the mail itself that is refused", async () => {
    answers = [400];
    const id = await queue();
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "failed", attempts: 1, lastError: "sendgrid-400" });
    await deliver(id);
    expect(received).toHaveLength(1);
  });

  test("is given up after the last attempt", async () => {
    answers = Array.from({ length: MAX_ATTEMPTS }, () => 500);
    const id = await queue();
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) await expect(deliver(id)).rejects.toThrow();
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "failed", attempts: MAX_ATTEMPTS });
  });

  test("is not sent when it has expired", async () => {
    const expired = await queue(approved, t.town.clock.now());
    await deliver(expired);
    expect(await row(expired)).toMatchObject({ state: "suppressed", lastError: "expired" });
    expect(received).toHaveLength(0);
  });
});

describe("without a provider", () => {
  test("the mail is rendered and kept, and nothing leaves the machine", async () => {
    const id = await queue();
    await t.runWaitingJobs();
    expect(received).toHaveLength(0);
    const mail = await readMail(t.town, { id });
    expect(mail).toMatchObject({ state: "sent", subject: "企業アカウントが承認されました" });
    expect(mail?.content).toMatchObject({ shown: "full" });
  });

  test("outside a demo staff do not see the links that act as the recipient", async () => {
    const id = await queue({
      kind: "password-reset",
      props: { resetUrl: "http://town.test/secret", validMinutes: 60 },
    });
    const production = { ...t.town, env: { ...t.town.env, mode: "production" as const } };
    expect((await readMail(production, { id }))?.content).toEqual({ shown: "hidden" });
    expect((await readMail(t.town, { id }))?.content).toEqual({ shown: "none" });
  });
});

test("the same key is mailed once", async () => {
  const mail = { to: "reader@people.example", message: approved, dedupeKey: newId() };
  const write = () => t.town.database.$transaction((tx) => queueMail(tx, t.town, mail));
  expect(await write()).not.toBeNull();
  expect(await write()).toBeNull();
});
