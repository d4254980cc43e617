/** What becomes of a mail: it waits, was taken by the provider, could not be sent, or was not wanted any more. */
export const MAIL_STATES = ["queued", "sent", "failed", "suppressed"] as const;
export type MailState = (typeof MAIL_STATES)[number];
