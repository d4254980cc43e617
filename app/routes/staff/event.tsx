import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findBoard } from "#app/domain/events/board.store.server.ts";
import { readTicketCode, showTicketCode } from "#app/domain/events/rules.ts";
import { answerDesk } from "#app/http/reception-desk.server.ts";
import { desk as words } from "#app/locales/ja/event-desk.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DeskCounts, DeskRegistrations, DeskWalkIns } from "#app/ui/event-desk.tsx";
import { TicketForm, WalkInForm } from "#app/ui/event-desk-forms.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const board = await findBoard(context.get(townContext), { eventId: params.id });
  if (!board) throw data(null, { status: 404 });
  const scanned = readTicketCode(new URL(request.url).searchParams.get("ticket") ?? "");
  return { board, scanned: scanned && showTicketCode(scanned), entry: newId() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const page = `/staff/events/${encodeURIComponent(params.id)}`;
  return answerDesk(context.get(townContext), request, { eventId: params.id, staffId: viewer.id, page });
}

export default function StaffEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { board, scanned, entry } = loaderData;
  const form = actionData && { values: actionData.values, errors: actionData.errors };
  const labels = {
    ticket: words.ticket,
    category: words.category,
    headCount: words.headCount,
    came: words.came,
  };
  return (
    <Page
      title={words.title(board.title)}
      crumbs={eventCrumbs(board).slice(0, 2)}
      lead={
        <p>
          {dateTimeSpan(board.startsAt, board.endsAt)}
          <br />
          {board.venue}
        </p>
      }
      wide
    >
      <EventRoomNav eventId={board.id} current="desk" />
      {actionData?.message && <Notice kind="error" title={actionData.message} live focus />}
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      {!board.isEventDay && (
        <Notice kind="info" title={words.closedTitle}>
          <p>
            {board.state === "published"
              ? words.closedText(longDate(board.startsAt))
              : words.closedState[board.state]}
          </p>
        </Notice>
      )}
      {board.isEventDay && <TicketForm form={form} scanned={scanned} />}
      <DeskCounts counts={board.counts} total={board.total} eventId={board.id} />
      <DeskRegistrations registrations={board.registrations} isOpen={board.isEventDay} />
      {board.isEventDay && <WalkInForm form={form} entry={entry} />}
      <DeskWalkIns walkIns={board.walkIns} />
      <p className="mt-8">
        <LinkButton to={`/events/${board.id}`} look="quiet">
          {words.publicPage}
        </LinkButton>
      </p>
    </Page>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${loaderData ? words.title(loaderData.board.title) : words.shortTitle} | ${site.name}` }];
}
