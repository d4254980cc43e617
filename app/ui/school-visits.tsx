import { schoolVisits as words } from "#app/locales/ja/school-room.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { LinkButton } from "./button.tsx";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

type Visit = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  groups: number;
  isPublished: boolean;
  mayEnter: boolean;
};

/** The visits for which the school enters groups; nothing when there are none. */
export function SchoolVisits({ visits }: { visits: readonly Visit[] }) {
  if (visits.length === 0) return null;
  return (
    <div data-screen-only className="mt-12">
      <Section title={words.title} id="visits">
        <p>{words.lead}</p>
        <ul>
          {visits.map((visit) => (
            <li key={visit.id} className="border-b border-solid-gray-420 py-4">
              <TextLink to={`/school/events/${visit.id}`} className="inline-flex min-h-11 items-center">
                {visit.title}
              </TextLink>
              <p>{dateTimeSpan(visit.startsAt, visit.endsAt)}</p>
              <p className="mb-3">
                {words.groups(visit.groups)}
                {visit.isPublished && (
                  <span className="ml-2">
                    <Badge tone="green">{words.published}</Badge>
                  </span>
                )}
              </p>
              <LinkButton to={`/school/events/${visit.id}/groups`} look="secondary">
                {visit.mayEnter ? words.open : words.closed}
                <span className="sr-only">:{visit.title}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
