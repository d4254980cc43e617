import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { readBoothVisitors } from "#app/domain/booth-visits/contacts.store.server.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import { booth, boothVisitors as words } from "#app/locales/ja/booth-visits.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, dateTimeSpan, plainDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Route } from "./+types/event-visitors";

export const handle = { access: ["company"], title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  const visitors =
    membership && (await readBoothVisitors(town, { eventId: params.id, companyId: membership.companyId }));
  if (!visitors) throw data(null, { status: 404 });
  return visitors;
}

type Visitors = Route.ComponentProps["loaderData"];

export default function EventVisitors({ loaderData: visitors }: Route.ComponentProps) {
  return (
    <Page
      title={words.title(visitors.eventTitle)}
      crumbs={[{ to: "/company", label: companyHome.title }]}
      lead={
        <p>
          {dateTimeSpan(visitors.startsAt, visitors.endsAt)}
          <br />
          {visitors.venue}
          {visitors.boothNumber !== null && ` ${booth.number(visitors.boothNumber)}`}
        </p>
      }
    >
      <div data-screen-only className="mb-8 flex flex-wrap gap-2">
        <LinkButton to={`/company/events/${visitors.eventId}/booth-code`} look="secondary">
          {words.code}
        </LinkButton>
        <LinkButton to={`/events/${visitors.eventId}`} look="quiet">
          {words.publicPage}
        </LinkButton>
      </div>
      <Section title={words.counts} id="counts">
        <Counts counts={visitors.counts} />
      </Section>
      <Section title={words.contacts} id="contacts">
        <Contacts visitors={visitors} />
      </Section>
    </Page>
  );
}

function Counts({ counts }: { counts: Visitors["counts"] }) {
  if (!counts) return <p>{words.countsLater}</p>;
  if (counts.categories.length === 0) return <p>{words.countsNone}</p>;
  return (
    <>
      <Table caption={words.table(words.counts)} head={[words.columns.category, words.columns.count]}>
        {counts.categories.map(({ category, count }) => (
          <tr key={category}>
            <th scope="row">{categoryNames[category]}</th>
            <td>{count === null ? words.few : words.count(count)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.total}</th>
          <td>{counts.total === null ? words.hiddenTotal : words.count(counts.total)}</td>
        </tr>
      </Table>
      <p className="mt-2 max-w-3xl text-solid-gray-700">{words.countsNote}</p>
    </>
  );
}

function Contacts({ visitors }: { visitors: Visitors }) {
  const { contactColumns: columns } = words;
  const { contacts } = visitors;
  return (
    <>
      <p className="max-w-3xl text-solid-gray-700">{words.contactsNote}</p>
      {contacts.length === 0 && <p className="mt-4">{words.contactsNone}</p>}
      {contacts.length > 0 && (
        <div className="mt-4">
          <Table
            caption={words.table(words.contacts)}
            head={[columns.name, columns.school, columns.category, columns.email, columns.sharedAt]}
          >
            {contacts.map((contact) => (
              <tr key={contact.email}>
                <th scope="row" className="whitespace-nowrap">
                  {contact.name}
                </th>
                <td className="min-w-40">
                  {[contact.schoolName, contact.department].filter(Boolean).join(" ")}
                </td>
                <td className="whitespace-nowrap">{categoryNames[contact.category]}</td>
                <td>{contact.email}</td>
                <td className="whitespace-nowrap">{plainDate(civilDateOf(contact.sharedAt))}</td>
              </tr>
            ))}
          </Table>
          <div data-screen-only className="mt-4">
            <LinkButton to={`/company/events/${visitors.eventId}/contacts.csv`} look="secondary" download>
              {words.csv}
            </LinkButton>
          </div>
        </div>
      )}
    </>
  );
}

export function meta({ loaderData: visitors }: Route.MetaArgs) {
  return [{ title: `${visitors ? words.title(visitors.eventTitle) : words.shortTitle} | ${site.name}` }];
}
