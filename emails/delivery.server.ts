import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/database.server.ts";
import type { Log } from "#app/platform/log.server.ts";
import { type MailMessage, SECRET_KINDS } from "./messages.ts";
import type { MailTransport } from "./transports.server.ts";

/** The first attempt and the retries of the queue (app/platform/jobs.server.ts). */
export const MAX_ATTEMPTS = 9;

/** What of a mail decides whether the reader still wants it. */
export type MailToCheck = { id: string; kind: string; recipient: string };

/**
 * Delivers a mail by its id. Safe to repeat: a mail that was sent, suppressed or given up is left alone. What is no longer
 * wanted is found out here, at the last moment before sending. Throws when the mail should be tried again; a process that
 * dies between the provider's answer and the mark can send a mail a second time, never lose one.
 */
export function createMailDelivery(parts: {
  database: Database;
  clock: Clock;
  log: Log;
  transport: MailTransport;
  from: string;
  /** True when the reader took back what the mail rests on (a subscription). */
  isSuppressed: (mail: MailToCheck) => Promise<boolean>;
}) {
  const { database, clock, log, transport } = parts;

  return async function deliver(mailId: string): Promise<void> {
    const mail = await database.mail.findUnique({ where: { id: mailId } });
    if (!mail || mail.state !== "queued") return;
    const tooLate = mail.expiresAt !== null && mail.expiresAt <= clock.now();
    if (tooLate || (await parts.isSuppressed(mail))) {
      await database.mail.update({
        where: { id: mailId },
        data: { state: "suppressed", lastError: tooLate ? "expired" : "withdrawn" },
      });
      return;
    }

    const { renderMail } = await import("./render.tsx");
    const { SENDER_NAME } = await import("./templates/frame.tsx");
    const message = { kind: mail.kind, props: mail.props } as MailMessage;
    const rendered = await renderMail(message);
    const attempts = mail.attempts + 1;
    const { subject, text, html } = rendered;
    await database.mail.update({ where: { id: mailId }, data: { subject, text, html, attempts } });

    const result = await transport.send({
      ...rendered,
      mailId,
      kind: message.kind,
      to: mail.recipient,
      from: { email: parts.from, name: SENDER_NAME },
    });
    if (result.ok) {
      await database.mail.update({
        where: { id: mailId },
        data: {
          state: "sent",
          sentAt: clock.now(),
          providerMessageId: result.providerMessageId,
          lastError: null,
          ...(transport.name !== "local" && SECRET_KINDS.includes(message.kind) ? withoutSecret : {}),
        },
      });
      return;
    }
    const givenUp = result.permanent || attempts >= MAX_ATTEMPTS;
    await database.mail.update({
      where: { id: mailId },
      data: { lastError: result.code, ...(givenUp && { state: "failed" }) },
    });
    log.warn({ mailId, kind: mail.kind, code: result.code, attempts, givenUp }, "a mail was not accepted");
    if (!givenUp) throw new DeliveryFailed(result.code);
  };
}

/** Once the link is in the recipient's mailbox it is needed nowhere else. */
const withoutSecret = { props: {}, text: null, html: null };

/** The provider did not take the mail; `message` is a code. */
export class DeliveryFailed extends Error {
  override name = "DeliveryFailed";
}
