import { type RouteHandle, requireViewer } from "#app/access.ts";
import { type CompanyVisit, listCompanyVisits } from "#app/domain/visits/placements.store.server.ts";
import { people } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { companyVisits as words } from "#app/locales/ja/visit-placement.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/visits";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  return listCompanyVisits(context.get(townContext), { userId: viewer.id });
}

export default function CompanyVisits({ loaderData: { coming, past } }: Route.ComponentProps) {
  return (
    <Page title={words.title} crumbs={[{ to: "/company", label: words.home }]} lead={<p>{words.lead}</p>}>
      <Section title={words.coming} id="coming">
        {coming.length === 0 ? (
          <EmptyState title={words.comingNone}>{words.comingNoneText}</EmptyState>
        ) : (
          <Visits caption={words.coming} visits={coming} />
        )}
      </Section>
      {past.length > 0 && (
        <Section title={words.past} id="past">
          <Visits caption={words.past} visits={past} />
        </Section>
      )}
    </Page>
  );
}

function Visits({ caption, visits }: { caption: string; visits: readonly CompanyVisit[] }) {
  return (
    <Table caption={caption} head={Object.values(words.columns)}>
      {visits.map((visit) => (
        <tr key={`${visit.eventId} ${visit.startsAt.toISOString()}`}>
          <th scope="row" className="min-w-56">
            {dateTimeSpan(visit.startsAt, visit.endsAt)}
            {visit.eventState !== "published" && (
              <span className="ml-2">
                <Badge tone="red">{words.states[visit.eventState]}</Badge>
              </span>
            )}
          </th>
          <td className="min-w-48">
            <TextLink to={`/events/${visit.eventId}`} className="inline-flex min-h-11 items-center">
              {visit.eventTitle}
            </TextLink>
          </td>
          <td className="text-right whitespace-nowrap">{people(visit.people)}</td>
          <td className="text-right whitespace-nowrap">{people(visit.teachers)}</td>
          <td className="min-w-40">{visit.schools.join("、")}</td>
        </tr>
      ))}
    </Table>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
