/**
 * Every mail that the portal sends: one member each, with what its template needs. To add a mail, add a member here, a
 * template in emails/templates/ and its line in emails/render.tsx; the compiler names what is missing.
 */
export type MailMessage =
  | { kind: "ticket"; props: TicketProps }
  | { kind: "registration-cancelled"; props: { eventTitle: string; when: string; eventUrl: string } }
  | { kind: "guest-link"; props: { eventTitle: string; when: string; formUrl: string; validHours: number } }
  | { kind: "waiting-list"; props: WaitingListProps }
  | { kind: "event-reminder"; props: EventReminderProps }
  | { kind: "event-announcement"; props: EventAnnouncementProps }
  | { kind: "seat-offer"; props: SeatOfferProps }
  | { kind: "seat-offer-expired"; props: { eventTitle: string; when: string; eventUrl: string } }
  /** `surveyUrl` answers once in the recipient's place. */
  | { kind: "event-thanks"; props: { eventTitle: string; surveyUrl: string; answerBy: string } }
  | { kind: "password-reset"; props: { resetUrl: string; validMinutes: number } }
  | { kind: "address-confirmation"; props: { confirmUrl: string; validHours: number } }
  | { kind: "address-already-registered"; props: { loginUrl: string; forgottenUrl: string } }
  | { kind: "account-declined"; props: { companyName: string; reason: string } }
  | { kind: "account-approved"; props: { loginUrl: string } }
  | { kind: "registration-returned"; props: { companyName: string; reason: string; correctUrl: string } }
  | { kind: "company-invitation"; props: { companyName: string; inviteUrl: string; validDays: number } }
  | { kind: "company-withdrawn"; props: CompanyWithdrawnProps }
  | { kind: "company-relisted"; props: { companyName: string; profileUrl: string } }
  | { kind: "profile-published"; props: ProfilePublishedProps }
  | { kind: "profile-returned"; props: { companyName: string; reason: string; editUrl: string } }
  | { kind: "search-alert-confirmation"; props: SearchAlertConfirmationProps }
  | { kind: "search-alert"; props: SearchAlertProps }
  | { kind: "freshness-question"; props: FreshnessQuestionProps }
  | { kind: "employment-question"; props: EmploymentQuestionProps }
  | { kind: "booth-received"; props: BoothReceivedProps }
  | {
      kind: "booth-selected";
      props: BoothDecidedProps & { boothNumber: number; venue: string; address: string };
    }
  | { kind: "booth-declined"; props: BoothDecidedProps }
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

export type WaitingListProps = {
  eventTitle: string;
  when: string;
  categoryLabel: string;
  headCount: number;
  registrationUrl: string;
};

export type EventReminderProps = {
  /** eve: the day before. morning: on the day. */
  reminder: "eve" | "morning";
  eventTitle: string;
  /** 12月1日(火) and 13:00: the beginning in words, JST. */
  startDay: string;
  startTime: string;
  when: string;
  /** Venue and address. */
  place: string;
  /** Blank where the event takes place at a venue only. */
  onlineUrl: string;
  access: string;
  parking: string;
  whatToBring: string;
  /** Whom to telephone on the day; blank where nobody is named. */
  contact: string;
  ticketCode: string;
  headCount: number;
  categoryLabel: string;
  /** Guardians who come along, with the codes of their tickets; blank when there are none. */
  companions: string;
  registrationUrl: string;
  calendar: CalendarEntry;
};

/** News about an event to somebody who holds a seat or waits for one. */
export type EventAnnouncementProps = {
  reason: "cancelled" | "postponed" | "rescheduled" | "reopened" | "changed" | "message";
  eventTitle: string;
  /** Date and time in words, JST; blank while a postponed event has no new date. */
  when: string;
  /** Where it takes place, or that it is online. */
  place: string;
  /** What changed, in words. */
  changes: { term: string; before: string; after: string }[];
  /** Of a message; blank otherwise. */
  subject: string;
  /** The reason or the message, as staff wrote it. */
  body: string;
  holds: "registered" | "offered" | "waiting";
  eventUrl: string;
  /** Where the reader's account sees the registration; null for guests, who have the link of their ticket. */
  registrationUrl: string | null;
  /** The entry as it is now; null for messages and for those who hold no seat. */
  calendar: CalendarEntry | null;
};

export type SeatOfferProps = {
  eventTitle: string;
  /** Date and time in words, JST. */
  when: string;
  venue: string;
  categoryLabel: string;
  headCount: number;
  /** Until when the seats are held, in words. */
  answerBy: string;
  registrationUrl: string;
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
  /** True for whole days in JST: the end is the midnight after the last one. */
  wholeDays?: boolean;
};

export type ProfilePublishedProps = {
  companyName: string;
  profileUrl: string;
  /** What staff wrote to the company; blank when nothing. */
  note: string;
  /** Where the reader's account was let in with this publication: the page to sign in on; blank otherwise. */
  loginUrl: string;
};

export type CompanyWithdrawnProps = {
  companyName: string;
  by: "staff" | "company";
  /** Why staff took the page off, in words; blank when the company asked itself. */
  reason: string;
  companyUrl: string;
};

export type FreshnessQuestionProps = {
  companyName: string;
  /** Days in words: the last confirmation, and until when the links work. */
  confirmedOn: string;
  answerBy: string;
  stillTrueUrl: string;
  needsChangeUrl: string;
};

export type EmploymentQuestionProps = {
  companyName: string;
  /** Until when the link works, in words. */
  answerBy: string;
  /** The company reported people before, so it is asked who of them is still there. */
  reportedBefore: boolean;
  answerUrl: string;
};

export type BoothReceivedProps = {
  companyName: string;
  eventTitle: string;
  /** Date and time in words, JST. */
  when: string;
  /** What the company asked for, in words. */
  wishes: string;
  /** The last day on which the application can be changed, in words; blank: until the event. */
  changeUntil: string;
  applicationUrl: string;
};

export type BoothDecidedProps = {
  companyName: string;
  eventTitle: string;
  when: string;
  /** Why, and what staff add; may be blank. */
  note: string;
  applicationUrl: string;
};

export type NewsletterIssueProps = { subject: string; body: string; unsubscribeUrl: string };

export type SearchAlertConfirmationProps = {
  conditions: string[];
  frequency: "daily" | "weekly";
  confirmUrl: string;
  validHours: number;
};

export type SearchAlertProps = {
  conditions: string[];
  finds: { kind: "company" | "internship" | "event"; name: string; area: string; url: string }[];
  /** How many more were found than the mail lists. */
  more: number;
  searchUrl: string;
  endUrl: string;
};

/** Mails with a link that lets its holder act as the recipient; the link is kept only as long as it is needed. */
export const SECRET_KINDS: readonly MailMessage["kind"][] = [
  "password-reset",
  "address-confirmation",
  "newsletter-confirmation",
  "search-alert-confirmation",
  "company-invitation",
  "freshness-question",
  "employment-question",
  "guest-link",
  "ticket",
  "seat-offer",
  "waiting-list",
  "event-reminder",
  "event-thanks",
];

export type MailKind = MailMessage["kind"];

/** What the template of a kind needs. */
export type PropsOf<Kind extends MailKind> = Extract<MailMessage, { kind: Kind }>["props"];
