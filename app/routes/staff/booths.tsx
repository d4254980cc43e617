import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { type BoothEventLine, listBoothBoards } from "#app/domain/booths/board.store.server.ts";
import { boothBoard as all } from "#app/locales/ja/booth-board.ts";
import { companyBooths } from "#app/locales/ja/booths.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/booths";

const words = all.overview;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  return listBoothBoards(context.get(townContext));
}

export default function StaffBooths({ loaderData: { coming, past } }: Route.ComponentProps) {
  return (
    <Page title={words.title} lead={words.lead} crumbs={[{ to: "/staff", label: all.staff }]} wide>
      <Section title={words.coming} id="coming">
        <EventTable name={words.coming} lines={coming} />
      </Section>
      <Section title={words.past} id="past">
        <EventTable name={words.past} lines={past} />
      </Section>
    </Page>
  );
}

function EventTable({ name, lines }: { name: string; lines: readonly BoothEventLine[] }) {
  if (lines.length === 0) return <p>{words.none}</p>;
  const { columns } = words;
  return (
    <Table
      caption={all.table(name)}
      head={[
        columns.event,
        columns.window,
        columns.limit,
        columns.applied,
        columns.selected,
        columns.declined,
        columns.plans,
      ]}
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row" className="min-w-56">
            <TextLink to={`/staff/events/${line.id}/booths`} className="inline-block py-1">
              {line.title}
            </TextLink>
            <span className="block text-dns-14N-130 text-solid-gray-700">{longDate(line.startsAt)}</span>
          </th>
          <td className="whitespace-nowrap">{companyBooths.windows[line.window]}</td>
          <td className="text-right tabular-nums">{line.limit ?? words.dash}</td>
          <td className="text-right tabular-nums">{line.counts.applied}</td>
          <td className="text-right tabular-nums">{line.counts.selected}</td>
          <td className="text-right tabular-nums">{line.counts.declined}</td>
          <td className="whitespace-nowrap">
            {line.plans.length === 0 && words.dash}
            {line.plans.map((plan) => (
              <TextLink
                key={plan.id}
                to={`/staff/events/${line.id}/booths/${plan.id}`}
                className="relative mr-4 inline-flex min-h-11 items-center"
              >
                {words.plan(plan.number)}
                {plan.adopted && `(${words.adopted})`}
                <span className="sr-only">:{line.title}</span>
              </TextLink>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
