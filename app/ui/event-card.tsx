import type { ComponentProps } from "react";
import { events } from "#app/locales/ja/events.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { EventBadges } from "./event-badges.tsx";
import { MarkedText } from "./marked-text.tsx";
import { type ReasonFacts, Reasons } from "./reasons.tsx";
import { TextLink } from "./text-link.tsx";

/** An event in a list: state first, then name, time and place. */
export function EventCard({
  event,
  plain = false,
}: {
  /** Without the rule below, where something follows. */
  plain?: boolean;
  event: ComponentProps<typeof EventBadges> & {
    id: string;
    title: string;
    venue: string;
    startsAt: Date;
    endsAt: Date;
    opensAt: Date | null;
    guestRegistration?: boolean;
    previousStartsAt?: Date | null;
    /** Of a search: the title with the reader's words marked, and why it is shown. */
    titlePieces?: readonly { text: string; marked: boolean }[];
    reasons?: readonly ReasonFacts[];
  };
}) {
  return (
    <article className={plain ? "py-4" : "border-b border-solid-gray-420 py-4"}>
      <EventBadges
        kind={event.kind}
        schoolsOnly={event.schoolsOnly}
        status={event.status}
        targets={event.targets}
        isMoved={!!event.previousStartsAt}
      />
      <h3 className="mt-2 text-std-18B-160">
        <TextLink to={`/events/${event.id}`} className="inline-block py-1">
          {event.titlePieces ? <MarkedText pieces={event.titlePieces} /> : event.title}
        </TextLink>
      </h3>
      <p className="mt-1">
        <time dateTime={event.startsAt.toISOString()}>{dateTimeSpan(event.startsAt, event.endsAt)}</time>
      </p>
      {event.previousStartsAt && event.status !== "ended" && (
        <p className="text-solid-gray-700">
          {events.movedFrom(`${longDate(event.previousStartsAt)} ${timeOf(event.previousStartsAt)}`)}
        </p>
      )}
      <p className="text-solid-gray-700">{event.venue}</p>
      {event.guestRegistration && ["plenty", "few", "full"].includes(event.status) && (
        <p className="text-solid-gray-700">{events.guests}</p>
      )}
      {event.status === "not-open-yet" && event.opensAt && (
        <p className="text-solid-gray-700">
          {events.opensAt(`${longDate(event.opensAt)} ${timeOf(event.opensAt)}`)}
        </p>
      )}
      <Reasons reasons={event.reasons ?? []} />
    </article>
  );
}
