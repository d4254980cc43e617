import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { readFloor, renumberBooths } from "#app/domain/booths/floor.store.server.ts";
import { boothBoard, boothFloor as words } from "#app/locales/ja/booth-board.ts";
import { needsInWords } from "#app/locales/ja/booths.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import type { Route } from "./+types/event-booth-list";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const floor = await readFloor(context.get(townContext), { eventId: params.id });
  if (!floor) throw data(null, { status: 404 });
  const { event, booths } = floor;
  const sum = (of: (booth: (typeof booths)[number]) => number) =>
    booths.reduce((total, booth) => total + of(booth), 0);
  return {
    page: `/staff/events/${event.id}/booths`,
    title: event.title,
    when: `${dateTimeSpan(event.startsAt, event.endsAt)} ${event.venue}`,
    total: words.total(
      sum(({ wishes }) => wishes.power),
      sum(({ wishes }) => wishes.tables),
      sum(({ wishes }) => wishes.staff ?? 0),
    ),
    booths: booths.map((booth) => ({
      id: booth.id,
      number: booth.boothNumber,
      name: booth.name,
      industry: booth.industryName,
      area: booth.area,
      needs: needsInWords(booth.wishes).join("、"),
      notes: [booth.wishes.shows, booth.message].filter(Boolean).join("\n"),
      contact: `${booth.contact} ${booth.phone}`.trim(),
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  if (!(await readFloor(town, { eventId: params.id }))) throw data(null, { status: 404 });
  const { intent } = await readForm(request);
  if (intent !== "renumber") throw data(null, { status: 400 });
  await renumberBooths(town, { eventId: params.id });
  return redirectWithNotice(`/staff/events/${encodeURIComponent(params.id)}/booth-list`, "booth-renumbered");
}

export default function EventBoothList({ params, loaderData: shown }: Route.ComponentProps) {
  const { columns } = words;
  const crumbs = eventCrumbs({ id: params.id, title: shown.title }, "booths");
  return (
    <Page title={words.title(shown.title)} lead={shown.when} crumbs={crumbs} wide>
      <EventRoomNav eventId={params.id} current="booths" />
      {shown.booths.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <div className="print-landscape">
          <p data-screen-only className="mb-4">
            {words.lead(shown.booths.length)}
          </p>
          <Table
            caption={boothBoard.table(words.shortTitle)}
            head={[
              columns.number,
              columns.company,
              columns.industry,
              columns.area,
              columns.needs,
              columns.shows,
              columns.contact,
            ]}
          >
            {shown.booths.map((booth) => (
              <tr key={booth.id}>
                <td className="text-right text-std-18B-160 tabular-nums">
                  {booth.number ?? boothBoard.overview.dash}
                </td>
                <th scope="row" className="min-w-44">
                  {booth.name}
                </th>
                <td className="min-w-36">{booth.industry}</td>
                <td className="whitespace-nowrap">{booth.area}</td>
                <td className="min-w-40">{booth.needs}</td>
                <td className="min-w-48 whitespace-pre-line">{booth.notes}</td>
                <td className="min-w-36">{booth.contact}</td>
              </tr>
            ))}
          </Table>
          <p className="mt-4">{shown.total}</p>
        </div>
      )}
      <div data-screen-only className="mt-6 flex flex-wrap gap-4">
        <LinkButton to={`${shown.page}.csv`} look="secondary" download>
          {boothBoard.csv}
        </LinkButton>
        <LinkButton to={`${shown.page}.csv?encoding=cp932`} look="secondary" download>
          {boothBoard.csvSjis}
        </LinkButton>
      </div>
      {shown.booths.length > 0 && (
        <div data-screen-only>
          <Section title={words.renumber} id="renumber">
            <form method="post">
              <p className="mb-4">{words.renumberText}</p>
              <Button look="secondary" name="intent" value="renumber">
                {words.renumber}
              </Button>
            </form>
          </Section>
        </div>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
