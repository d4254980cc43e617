import type { Clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { MailMessage } from "./messages.ts";

/** What of the town the outbox needs. */
export type MailQueue = {
  clock: Clock;
  jobs: {
    enqueue(tx: Transaction, name: "mail.deliver", data: { mailId: string }): Promise<void>;
  };
};

/**
 * Writes a mail in the transaction of the fact it tells about; a job delivers it afterwards. The same dedupeKey is mailed
 * once. Returns the mail's id, or null when a mail with that key exists already.
 */
export async function queueMail(
  tx: Transaction,
  town: MailQueue,
  mail: { to: string; message: MailMessage; dedupeKey: string; expiresAt?: Date },
): Promise<string | null> {
  const id = newId();
  const written = await tx.mail.createMany({
    data: {
      id,
      kind: mail.message.kind,
      recipient: mail.to,
      props: mail.message.props,
      dedupeKey: mail.dedupeKey,
      createdAt: town.clock.now(),
      expiresAt: mail.expiresAt ?? null,
    },
    skipDuplicates: true,
  });
  if (written.count === 0) return null;
  await town.jobs.enqueue(tx, "mail.deliver", { mailId: id });
  return id;
}
