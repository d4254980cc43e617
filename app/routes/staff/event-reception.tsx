import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { countDesk, findDeskEvent, listRecentCheckIns } from "#app/domain/events/desk.store.server.ts";
import { readTicketCode, showTicketCode } from "#app/domain/events/rules.ts";
import { answerDesk } from "#app/http/reception-desk.server.ts";
import { desk as deskWords } from "#app/locales/ja/event-desk.ts";
import { reception as words, receptionScript } from "#app/locales/ja/reception.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { CodeForm, NameForm, WalkInForm } from "#app/ui/reception-forms.tsx";
import { DeviceRecords, DeviceState, LiveCounts, RecentCheckIns } from "#app/ui/reception.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-reception";

export const handle = { access: STAFF, title: words.shortTitle, camera: true } satisfies RouteHandle;

const RECENT = 10;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const event = await findDeskEvent(town, { eventId: params.id });
  if (!event) throw data(null, { status: 404 });
  const [counts, recent] = await Promise.all([
    countDesk(town, { eventId: event.id }),
    listRecentCheckIns(town, { eventId: event.id, limit: RECENT }),
  ]);
  const scanned = readTicketCode(new URL(request.url).searchParams.get("ticket") ?? "");
  return {
    event,
    counts,
    recent,
    scanned: scanned && showTicketCode(scanned),
    entry: newId(),
    nonce: context.get(requestFactsContext).nonce,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const page = `/staff/events/${encodeURIComponent(params.id)}/reception`;
  return answerDesk(context.get(townContext), request, { eventId: params.id, staffId: viewer.id, page });
}

export default function EventReception({ loaderData, actionData }: Route.ComponentProps) {
  const { event, counts, recent, scanned, entry, nonce } = loaderData;
  const form = actionData && { values: actionData.values, errors: actionData.errors };
  const labels = {
    ticket: deskWords.ticket,
    came: deskWords.came,
    name: words.name,
    category: deskWords.category,
    headCount: deskWords.headCount,
  };
  return (
    <Page
      title={words.title(event.title)}
      crumbs={eventCrumbs(event)}
      lead={
        <p>
          {dateTimeSpan(event.startsAt, event.endsAt)}
          <br />
          {event.venue}
        </p>
      }
    >
      <EventRoomNav eventId={event.id} current="reception" />
      {actionData?.message && <Notice kind="error" title={actionData.message} live focus />}
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      {!event.isOpen && (
        <Notice kind="info" title={deskWords.closedTitle}>
          <p>
            {event.state === "published"
              ? deskWords.closedText(longDate(event.startsAt))
              : deskWords.closedState[event.state]}
          </p>
        </Notice>
      )}
      <DeviceState eventId={event.id} isOpen={event.isOpen} endsAt={event.endsAt.toISOString()} />
      {event.isOpen && <CodeForm form={form} scanned={scanned} />}
      <DeviceRecords />
      {event.isOpen && (
        <NameForm form={form} found={actionData?.found ?? null} entered={form?.values["name"]} />
      )}
      {event.isOpen && <WalkInForm form={form} entry={entry} />}
      <LiveCounts counts={counts} />
      <RecentCheckIns rows={recent} />
      <script
        type="application/json"
        id="reception-words"
        nonce={nonce}
        dangerouslySetInnerHTML={{ __html: JSON.stringify(receptionScript).replaceAll("<", "\\u003c") }}
      />
      <script type="module" src="/reception.js" nonce={nonce} />
    </Page>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData ? words.title(loaderData.event.title) : words.shortTitle;
  return [{ title: `${title} | ${site.name}` }];
}
