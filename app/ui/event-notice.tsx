import type { RegistrationState } from "#app/domain/events/rules.ts";
import { event as words } from "#app/locales/ja/events.ts";
import { heldOffered } from "#app/locales/ja/participants.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";

const { notices } = words;

/** The one thing that a reader must know before anything else: cancelled, over, not open yet, or held already. */
export function EventNotice({
  event,
  schoolsOnly,
}: {
  event: {
    window: "cancelled" | "postponed" | "ended" | "closed" | "not-open-yet" | "open";
    stateNote: string;
    registrationOpensAt: Date | null;
    /** The event's own page tells times too: the one before a postponement, and that of a cancelled event. */
    times?: { startsAt: Date; endsAt: Date; previousStartsAt: Date | null };
    /** The word about its seats; only the event's own page needs it. */
    status?: string;
    mayRegister: boolean;
    /** `to` is the page of the registration; without it the one of an account. */
    held: readonly { id: string; to?: string; state: RegistrationState }[];
  };
  schoolsOnly: boolean;
}) {
  const { window, registrationOpensAt } = event;
  if (window === "cancelled" || window === "postponed")
    return (
      <Notice kind="warning" title={notices[window]}>
        {event.stateNote && <p className="whitespace-pre-line">{event.stateNote}</p>}
        {window === "postponed" && <p>{notices.postponedText}</p>}
        <p>{notices.stateText}</p>
        {event.times && <p>{notices.oldDate(dateTimeSpan(event.times.startsAt, event.times.endsAt))}</p>}
      </Notice>
    );
  return (
    <>
      {window !== "ended" && event.times?.previousStartsAt && (
        <Notice kind="warning" title={notices.moved}>
          <p className="whitespace-pre-line">
            {notices.movedText(
              `${longDate(event.times.previousStartsAt)} ${timeOf(event.times.previousStartsAt)}`,
              dateTimeSpan(event.times.startsAt, event.times.endsAt),
            )}
          </p>
          {event.held.length > 0 && <p>{notices.movedHeld}</p>}
        </Notice>
      )}
      {event.held.map((registration) => (
        <Notice key={registration.id} kind="info" title={heldTitle(registration.state)}>
          <TextLink
            to={registration.to ?? `/me/registrations/${registration.id}`}
            className="inline-block py-2"
          >
            {notices.heldLink}
          </TextLink>
        </Notice>
      ))}
      {window === "ended" && <Notice kind="info" title={notices.ended} />}
      {window === "closed" && <Notice kind="info" title={notices.closed} />}
      {window === "not-open-yet" && registrationOpensAt && (
        <Notice
          kind="info"
          title={notices.notOpen(`${longDate(registrationOpensAt)} ${timeOf(registrationOpensAt)}`)}
        />
      )}
      {window === "open" && event.status === "full" && event.held.length === 0 && (
        <Notice kind="info" title={notices.full}>
          <p>{notices.fullText}</p>
        </Notice>
      )}
      {window === "open" && schoolsOnly && !event.mayRegister && event.held.length === 0 && (
        <Notice kind="info" title={notices.schools}>
          <p>{notices.schoolsText}</p>
        </Notice>
      )}
    </>
  );
}

function heldTitle(state: RegistrationState): string {
  if (state === "offered") return heldOffered;
  return state === "waiting" ? notices.heldWaiting : notices.held;
}
