import { event as words } from "#app/locales/ja/events.ts";
import { sessionName } from "./event-facts.tsx";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

/** Companies beside an event, as links to their pages; `ordered` where they are called at one after the other. */
export function EventCompanies({
  companies,
  ordered = false,
}: {
  companies: readonly { slug: string; name: string; area: string }[];
  ordered?: boolean;
}) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className={ordered ? "list-decimal pl-6" : "grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3"}>
      {companies.map((company) => (
        <li key={company.slug}>
          <TextLink to={`/companies/${company.slug}`} className="inline-block py-2">
            {company.name}
          </TextLink>
          <span className="ml-2 text-solid-gray-700">{company.area}</span>
        </li>
      ))}
    </List>
  );
}

type Company = { slug: string; name: string; area: string };

/** The companies with a booth and those that a visit calls at, session by session. */
export function EventCompanySections({
  event,
}: {
  event: {
    kind: string;
    booths: readonly Company[];
    sessions: readonly {
      id: string;
      title: string;
      startsAt: Date;
      endsAt: Date;
      stops: readonly Company[];
    }[];
  };
}) {
  const stops = event.sessions.filter((session) => session.stops.length > 0);
  const hasBooths =
    event.kind === "guidanceFair" || event.kind === "informationFair" || event.booths.length > 0;
  return (
    <>
      {hasBooths && (
        <Section
          title={words.booths}
          id="booths"
          aside={event.booths.length > 0 && words.companies(event.booths.length)}
        >
          {event.booths.length > 0 ? <EventCompanies companies={event.booths} /> : <p>{words.boothsNone}</p>}
        </Section>
      )}
      {stops.length > 0 && (
        <Section title={words.stops} id="stops">
          {stops.map((session) => (
            <div key={session.id} className="mt-6 first:mt-0">
              {stops.length > 1 && <p className="mb-2 text-std-17B-170">{sessionName(session)}</p>}
              <EventCompanies companies={session.stops} ordered />
            </div>
          ))}
        </Section>
      )}
    </>
  );
}
