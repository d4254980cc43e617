import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";
import { CALENDAR_TYPE, renderCalendar } from "./calendar.ts";
import type { MailMessage } from "./messages.ts";
import {
  AccountApprovedMail,
  accountApprovedSubject,
  AccountDeclinedMail,
  accountDeclinedSubject,
  AddressAlreadyRegisteredMail,
  addressAlreadyRegisteredSubject,
  AddressConfirmationMail,
  addressConfirmationSubject,
  PasswordResetMail,
  passwordResetSubject,
} from "./templates/accounts.tsx";
import { EventReminderMail, eventReminderSubject } from "./templates/event-reminder.tsx";
import { EventAnnouncementMail, eventAnnouncementSubject } from "./templates/event-announcement.tsx";
import {
  BoothDeclinedMail,
  boothDeclinedSubject,
  BoothReceivedMail,
  boothReceivedSubject,
  BoothSelectedMail,
  boothSelectedSubject,
} from "./templates/booths.tsx";
import { EventThanksMail, eventThanksSubject } from "./templates/event-thanks.tsx";
import { FreshnessQuestionMail, freshnessQuestionSubject } from "./templates/freshness-question.tsx";
import { EmploymentQuestionMail, employmentQuestionSubject } from "./templates/employment-question.tsx";
import { GuestLinkMail, guestLinkSubject } from "./templates/guest-link.tsx";
import {
  CompanyInvitationMail,
  companyInvitationSubject,
  CompanyRelistedMail,
  companyRelistedSubject,
  CompanyWithdrawnMail,
  companyWithdrawnSubject,
  RegistrationReturnedMail,
  registrationReturnedSubject,
} from "./templates/company-listing.tsx";
import {
  NewsletterConfirmationMail,
  newsletterConfirmationSubject,
  NewsletterIssueMail,
} from "./templates/newsletter.tsx";
import {
  ProfilePublishedMail,
  profilePublishedSubject,
  ProfileReturnedMail,
  profileReturnedSubject,
} from "./templates/profiles.tsx";
import {
  SearchAlertConfirmationMail,
  searchAlertConfirmationSubject,
  SearchAlertMail,
  searchAlertSubject,
} from "./templates/search-alerts.tsx";
import {
  RegistrationCancelledMail,
  registrationCancelledSubject,
} from "./templates/registration-cancelled.tsx";
import {
  SeatOfferExpiredMail,
  seatOfferExpiredSubject,
  SeatOfferMail,
  seatOfferSubject,
} from "./templates/seat-offers.tsx";
import { TicketMail, ticketSubject } from "./templates/ticket.tsx";
import { WaitingListMail, waitingListSubject } from "./templates/waiting-list.tsx";

export type Attachment = { filename: string; type: string; text: string };

export type RenderedMail = {
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
  /** Address that stops such mails with one POST (RFC 8058); null for mails about the reader's own doing. */
  unsubscribeUrl: string | null;
};

/**
 * A message as it is sent: subject, text and HTML from one component. Importing this file takes a quarter of a second
 * (React Email), so it is imported when the first mail is rendered, not at start.
 */
export async function renderMail(message: MailMessage): Promise<RenderedMail> {
  const { subject, body } = compose(message);
  const html = await render(body);
  return {
    subject,
    html,
    text: toPlainText(html).trim(),
    attachments: attachmentsOf(message),
    unsubscribeUrl: unsubscribeUrlOf(message),
  };
}

/** Where mails that come again and again are stopped with one POST (RFC 8058). */
function unsubscribeUrlOf(message: MailMessage): string | null {
  if (message.kind === "newsletter-issue") return message.props.unsubscribeUrl;
  return message.kind === "search-alert" ? message.props.endUrl : null;
}

/** The files that go with a message; none once its content was taken away (SECRET_KINDS). */
export function attachmentsOf(message: MailMessage): Attachment[] {
  if (!("calendar" in message.props) || !message.props.calendar) return [];
  return [
    {
      filename: "event.ics",
      type: `${CALENDAR_TYPE}; method=PUBLISH`,
      text: renderCalendar([message.props.calendar], { method: "PUBLISH" }),
    },
  ];
}

function compose(message: MailMessage): { subject: string; body: ReactElement } {
  switch (message.kind) {
    case "ticket":
      return { subject: ticketSubject(message.props), body: <TicketMail {...message.props} /> };
    case "registration-cancelled":
      return {
        subject: registrationCancelledSubject(message.props),
        body: <RegistrationCancelledMail {...message.props} />,
      };
    case "guest-link":
      return { subject: guestLinkSubject(message.props), body: <GuestLinkMail {...message.props} /> };
    case "waiting-list":
      return { subject: waitingListSubject(message.props), body: <WaitingListMail {...message.props} /> };
    case "event-reminder":
      return { subject: eventReminderSubject(message.props), body: <EventReminderMail {...message.props} /> };
    case "event-announcement":
      return {
        subject: eventAnnouncementSubject(message.props),
        body: <EventAnnouncementMail {...message.props} />,
      };
    case "seat-offer":
      return { subject: seatOfferSubject(message.props), body: <SeatOfferMail {...message.props} /> };
    case "seat-offer-expired":
      return {
        subject: seatOfferExpiredSubject(message.props),
        body: <SeatOfferExpiredMail {...message.props} />,
      };
    case "event-thanks":
      return { subject: eventThanksSubject(message.props), body: <EventThanksMail {...message.props} /> };
    case "password-reset":
      return { subject: passwordResetSubject, body: <PasswordResetMail {...message.props} /> };
    case "address-confirmation":
      return { subject: addressConfirmationSubject, body: <AddressConfirmationMail {...message.props} /> };
    case "address-already-registered":
      return {
        subject: addressAlreadyRegisteredSubject,
        body: <AddressAlreadyRegisteredMail {...message.props} />,
      };
    case "account-approved":
      return { subject: accountApprovedSubject, body: <AccountApprovedMail {...message.props} /> };
    case "account-declined":
      return { subject: accountDeclinedSubject, body: <AccountDeclinedMail {...message.props} /> };
    case "registration-returned":
      return {
        subject: registrationReturnedSubject(message.props),
        body: <RegistrationReturnedMail {...message.props} />,
      };
    case "company-invitation":
      return {
        subject: companyInvitationSubject(message.props),
        body: <CompanyInvitationMail {...message.props} />,
      };
    case "company-withdrawn":
      return {
        subject: companyWithdrawnSubject(message.props),
        body: <CompanyWithdrawnMail {...message.props} />,
      };
    case "company-relisted":
      return {
        subject: companyRelistedSubject(message.props),
        body: <CompanyRelistedMail {...message.props} />,
      };
    case "profile-published":
      return {
        subject: profilePublishedSubject(message.props),
        body: <ProfilePublishedMail {...message.props} />,
      };
    case "profile-returned":
      return {
        subject: profileReturnedSubject(message.props),
        body: <ProfileReturnedMail {...message.props} />,
      };
    case "search-alert-confirmation":
      return {
        subject: searchAlertConfirmationSubject,
        body: <SearchAlertConfirmationMail {...message.props} />,
      };
    case "search-alert":
      return { subject: searchAlertSubject(message.props), body: <SearchAlertMail {...message.props} /> };
    case "freshness-question":
      return {
        subject: freshnessQuestionSubject(message.props),
        body: <FreshnessQuestionMail {...message.props} />,
      };
    case "employment-question":
      return {
        subject: employmentQuestionSubject(message.props),
        body: <EmploymentQuestionMail {...message.props} />,
      };
    case "booth-received":
      return { subject: boothReceivedSubject(message.props), body: <BoothReceivedMail {...message.props} /> };
    case "booth-selected":
      return { subject: boothSelectedSubject(message.props), body: <BoothSelectedMail {...message.props} /> };
    case "booth-declined":
      return { subject: boothDeclinedSubject(message.props), body: <BoothDeclinedMail {...message.props} /> };
    case "newsletter-confirmation":
      return {
        subject: newsletterConfirmationSubject,
        body: <NewsletterConfirmationMail {...message.props} />,
      };
    case "newsletter-issue":
      return { subject: message.props.subject, body: <NewsletterIssueMail {...message.props} /> };
    default:
      return unknownKind(message);
  }
}

/** Does not compile while a member of the union has no case. */
function unknownKind(message: never): never {
  throw new Error(`no template for the mail kind ${(message as { kind: string }).kind}`);
}
