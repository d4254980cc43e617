import type { EventState, RegistrationState } from "#app/domain/events/rules.ts";
import { ticket as words } from "#app/locales/ja/events.ts";
import { ticketPage as own } from "#app/locales/ja/participants.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { Button, LinkButton } from "./button.tsx";
import { Notice } from "./form-message.tsx";

type Stand = {
  state: RegistrationState;
  eventState: EventState;
  position: number | null;
  offerExpiresAt: Date | null;
  checkedInAt: Date | null;
  hasBegun: boolean;
  canRegisterAgain: boolean;
  againAt: string;
};

const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;

/** Where the registration stands, in words, with the next step where there is one. */
export function TicketState({ ticket }: { ticket: Stand }) {
  if (ticket.state === "cancelled")
    return (
      <Notice kind="info" title={words.cancelledTitle}>
        <Again ticket={ticket} text={own.cancelledText} />
      </Notice>
    );
  if (ticket.eventState === "cancelled") return <Notice kind="warning" title={words.eventCancelled} />;
  if (ticket.eventState === "postponed") return <Notice kind="warning" title={words.eventPostponed} />;
  if (ticket.state === "expired")
    return (
      <Notice kind="warning" title={own.expiredTitle}>
        <p>{own.expiredText}</p>
        <Again ticket={ticket} text={own.expiredAgain} />
      </Notice>
    );
  if (ticket.checkedInAt)
    return <Notice kind="success" title={words.checkedIn(moment(ticket.checkedInAt))} />;
  if (ticket.offerExpiresAt) return <Offer until={moment(ticket.offerExpiresAt)} />;
  if (ticket.position === null) return null;
  return (
    <Notice kind="info" title={words.waitingTitle}>
      <p>{ticket.hasBegun ? own.waitingOver : words.waitingText(ticket.position)}</p>
    </Notice>
  );
}

/** A seat that is held for the reader: one button takes it. */
function Offer({ until }: { until: string }) {
  return (
    <Notice kind="warning" title={own.offeredTitle}>
      <p>{own.offeredText(until)}</p>
      <form method="post" className="mt-4">
        <Button name="intent" value="accept" className="w-full sm:w-auto">
          {own.accept}
        </Button>
      </form>
    </Notice>
  );
}

function Again({ ticket, text }: { ticket: Stand; text: string }) {
  if (!ticket.canRegisterAgain) return <p>{own.closed}</p>;
  return (
    <>
      <p>{text}</p>
      <LinkButton to={ticket.againAt} look="secondary" className="mt-4">
        {own.again}
      </LinkButton>
    </>
  );
}
