/**
 * Every mail that the portal sends: one member each, with what its template needs. To add a mail, add a member here, a
 * template in emails/templates/ and its line in emails/render.tsx; the compiler names what is missing.
 */
export type MailMessage =
  | { kind: "ticket"; props: TicketProps }
  | { kind: "registration-cancelled"; props: { eventTitle: string; when: string; eventUrl: string } }
  | { kind: "password-reset"; props: { resetUrl: string; validMinutes: number } }
  | { kind: "account-approved"; props: { loginUrl: string } }
  | { kind: "profile-published"; props: { companyName: string; profileUrl: string } }
  | { kind: "profile-returned"; props: { companyName: string; reason: string; editUrl: string } }
  | { kind: "newsletter-confirmation"; props: { confirmUrl: string; validHours: number } }
  | { kind: "newsletter-issue"; props: NewsletterIssueProps };

export type TicketProps = {
  eventTitle: string;
  /** Date and time in words, JST. */
  when: string;
  venue: string;
  address: string;
  access: string;
  whatToBring: string;
  ticketCode: string;
  headCount: number;
  categoryLabel: string;
  registrationUrl: string;
  /** What the attached calendar file needs. */
  calendar: CalendarEntry;
};

export type CalendarEntry = {
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string;
  url: string;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  updatedAt: string;
  cancelled: boolean;
};

export type NewsletterIssueProps = { subject: string; body: string; unsubscribeUrl: string };

export type MailKind = MailMessage["kind"];
