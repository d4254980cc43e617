import type { Town } from "#app/town.ts";
import { type MailMessage, SECRET_KINDS } from "#emails/messages.ts";
import type { MailState } from "./rules.ts";

export const MAILS_PER_PAGE = 30;

export type MailRow = {
  id: string;
  kind: string;
  recipient: string;
  state: MailState;
  subject: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** Mails, newest first; `page` counts from 1. An unknown kind finds nothing. */
export async function listMails(
  town: Pick<Town, "database">,
  filter: { kind: string | null; state: MailState | null; page: number },
): Promise<{ rows: MailRow[]; total: number }> {
  const where = { ...(filter.kind && { kind: filter.kind }), ...(filter.state && { state: filter.state }) };
  const [rows, total] = await Promise.all([
    town.database.mail.findMany({
      where,
      select: {
        id: true,
        kind: true,
        recipient: true,
        state: true,
        subject: true,
        createdAt: true,
        sentAt: true,
      },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (filter.page - 1) * MAILS_PER_PAGE,
      take: MAILS_PER_PAGE,
    }),
    town.database.mail.count({ where }),
  ]);
  return { rows, total };
}

export type MailPage = MailRow & {
  attempts: number;
  lastError: string | null;
  expiresAt: Date | null;
  /** `hidden`: the mail holds a link that lets its holder act as the recipient. `none`: not rendered yet. */
  content: { shown: "hidden" } | { shown: "none" } | { shown: "full"; text: string; html: string };
  attachments: { filename: string; text: string }[];
};

/**
 * One mail with what was sent. Links that let their holder act as the recipient are shown on the demo only: there everybody
 * plays every part, elsewhere staff could take over accounts with them.
 */
export async function readMail(
  town: Pick<Town, "database" | "env">,
  { id }: { id: string },
): Promise<MailPage | null> {
  const mail = await town.database.mail.findUnique({ where: { id } });
  if (!mail) return null;
  const message = { kind: mail.kind, props: mail.props } as MailMessage;
  const isHidden = town.env.mode !== "demo" && SECRET_KINDS.includes(message.kind);
  const { attachmentsOf } = await import("#emails/render.tsx");
  const { kind, recipient, state, subject, createdAt, sentAt, attempts, lastError, expiresAt, text, html } =
    mail;
  return {
    id,
    kind,
    recipient,
    state,
    subject,
    createdAt,
    sentAt,
    attempts,
    lastError,
    expiresAt,
    content: isHidden
      ? { shown: "hidden" }
      : text === null || html === null
        ? { shown: "none" }
        : { shown: "full", text, html },
    attachments: isHidden
      ? []
      : attachmentsOf(message).map((file) => ({ filename: file.filename, text: file.text })),
  };
}
