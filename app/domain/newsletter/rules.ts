/** Whom an issue of the newsletter is for, in the order of forms. */
export const SEGMENTS = ["student", "guardian", "teacher", "company", "jobSeeker"] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The version of the words that a subscriber agrees to (app/locales/ja/newsletter.ts). New words, new version. */
export const CONSENT_VERSION = "2026-04";

/** Hours for which the link in a confirmation mail works. */
export const CONFIRMATION_HOURS = 48;

/** At most this many confirmation mails to one address; nobody can fill a stranger's mailbox. */
export const SUBSCRIPTION_THROTTLES = {
  perMail: { purpose: "subscription-mail", limit: 5, windowSeconds: 60 * 60 },
  perAddress: { purpose: "subscription-address", limit: 200, windowSeconds: 60 * 60 },
} as const;

export type SubscriberState = "pending" | "active" | "unsubscribed";

export function isSegment(text: string): text is Segment {
  return (SEGMENTS as readonly string[]).includes(text);
}
