import type { RegistrationState } from "#app/domain/events/rules.ts";
import { categoryNames, me as words, people } from "#app/locales/ja/events.ts";
import { myPage } from "#app/locales/ja/participants.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { RegistrationBadge } from "./event-badges.tsx";
import { TextLink } from "./text-link.tsx";

type Registration = {
  id: string;
  eventTitle: string;
  eventState: "planned" | "published" | "cancelled" | "postponed";
  venue: string;
  startsAt: Date;
  endsAt: Date;
  category: keyof typeof categoryNames;
  headCount: number;
  state: RegistrationState;
  position: number | null;
  offerExpiresAt: Date | null;
  checkedInAt: Date | null;
  companions: number;
};

/** The registrations of one account, each with the way to its ticket. */
export function RegistrationList({ registrations }: { registrations: readonly Registration[] }) {
  return (
    <ul>
      {registrations.map((row) => (
        <li key={row.id} className="border-b border-solid-gray-420 py-4 first:pt-0">
          <p className="flex flex-wrap items-center gap-2">
            <RegistrationBadge state={row.state} />
            {(row.eventState === "cancelled" || row.eventState === "postponed") && (
              <Badge tone="red">{words.eventStates[row.eventState]}</Badge>
            )}
            {row.checkedInAt && <Badge tone="green">{myPage.checkedIn}</Badge>}
            {row.position !== null && <span>{words.position(row.position)}</span>}
            {row.offerExpiresAt && (
              <strong>
                {myPage.offeredUntil(`${longDate(row.offerExpiresAt)} ${timeOf(row.offerExpiresAt)}`)}
              </strong>
            )}
          </p>
          <p className="mt-2 text-std-18B-160">
            <TextLink to={`/me/registrations/${row.id}`} className="inline-block py-1">
              {row.eventTitle}
            </TextLink>
          </p>
          <p>{dateTimeSpan(row.startsAt, row.endsAt)}</p>
          <p className="text-solid-gray-700">
            {row.venue} / {categoryNames[row.category]} {people(row.headCount)}
            {row.companions > 0 && ` / ${myPage.companions(row.companions)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
