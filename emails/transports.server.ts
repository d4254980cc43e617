import sharedClient from "@sendgrid/client";
import sharedService from "@sendgrid/mail";
import type { Env } from "#app/platform/env.server.ts";
import type { MailKind } from "./messages.ts";
import type { RenderedMail } from "./render.tsx";

export type OutgoingMail = RenderedMail & {
  mailId: string;
  kind: MailKind;
  to: string;
  from: { email: string; name: string };
};

/** `permanent` errors are the mail's own (a refused address); the others are tried again. Codes hold no personal data. */
export type SendResult =
  | { ok: true; providerMessageId: string | null }
  | { ok: false; permanent: boolean; code: string };

export type MailTransport = {
  name: "local" | "sendgrid";
  send(mail: OutgoingMail): Promise<SendResult>;
};

/** SendGrid when there is a key; otherwise mails stay on this machine and are read at /staff/mail. */
export function chooseTransport(env: Pick<Env, "sendgrid">): MailTransport {
  return env.sendgrid ? createSendGridTransport(env.sendgrid) : localTransport;
}

/** Nothing leaves the machine: the delivery stores what would have been sent. */
const localTransport: MailTransport = {
  name: "local",
  send: async () => ({ ok: true, providerMessageId: null }),
};

const SEND_TIMEOUT_MS = 15_000;

/** Sends by the v3 Mail Send API. A client of its own, so that two transports of a test do not share their settings. */
export function createSendGridTransport(settings: { apiKey: string; baseUrl: string | null }): MailTransport {
  const client = newLike(sharedClient);
  client.setApiKey(settings.apiKey);
  if (settings.baseUrl) client.setDefaultRequest("baseUrl", `${settings.baseUrl.replace(/\/+$/, "")}/`);
  const service = newLike(sharedService);
  service.setClient(client);
  service.setTimeout(SEND_TIMEOUT_MS);
  return {
    name: "sendgrid",
    send: async (mail) => {
      try {
        const [response] = await service.send(requestOf(mail));
        const headers = response.headers as Record<string, unknown>;
        const id = headers["x-message-id"];
        return { ok: true, providerMessageId: typeof id === "string" ? id : null };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** The packages export one instance for the whole process; this makes another of its kind. */
function newLike<Instance extends object>(instance: Instance): Instance {
  return new (instance.constructor as new () => Instance)();
}

function requestOf(mail: OutgoingMail) {
  return {
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    content: [
      { type: "text/plain", value: mail.text },
      { type: "text/html", value: mail.html },
    ] as [{ type: string; value: string }, { type: string; value: string }],
    categories: [mail.kind],
    customArgs: { mailId: mail.mailId },
    ...(mail.attachments.length > 0 && {
      attachments: mail.attachments.map((file) => ({
        filename: file.filename,
        type: file.type,
        content: Buffer.from(file.text, "utf8").toString("base64"),
        disposition: "attachment",
      })),
    }),
    ...(mail.unsubscribeUrl && {
      headers: {
        "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    }),
    // Readers are not watched: no pixels, no rewritten links, no footer of the provider.
    trackingSettings: {
      clickTracking: { enable: false, enableText: false },
      openTracking: { enable: false },
      subscriptionTracking: { enable: false },
      ganalytics: { enable: false },
    },
  };
}

/**
 * 400, 404, 413 and 422 are about this mail and stay wrong. 401 and 403 (the key), 408, 429, 5xx and a broken connection
 * pass or are put right by the operator, so the mail is kept and tried again.
 */
function failureOf(error: unknown): SendResult {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "number")
    return { ok: false, permanent: [400, 404, 413, 422].includes(code), code: `sendgrid-${code}` };
  return {
    ok: false,
    permanent: false,
    code: typeof code === "string" ? `network-${code}` : "network-unknown",
  };
}
