import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findBoard } from "#app/domain/events/board.store.server.ts";
import {
  checkInRegistration,
  checkInWalkIns,
  voidCheckIn,
} from "#app/domain/events/check-ins.store.server.ts";
import { readTicketCode, showTicketCode } from "#app/domain/events/rules.ts";
import { receptionIntentOf, receptionSchemas } from "#app/domain/events/schema.ts";
import { desk as words, staffEvents } from "#app/locales/ja/event-desk.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { newId } from "#app/platform/random.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DeskCounts, DeskRegistrations, DeskWalkIns } from "#app/ui/event-desk.tsx";
import { TicketForm, WalkInForm } from "#app/ui/event-desk-forms.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/event";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const board = await findBoard(context.get(townContext), { eventId: params.id });
  if (!board) throw data(null, { status: 404 });
  const scanned = readTicketCode(new URL(request.url).searchParams.get("ticket") ?? "");
  return { board, scanned: scanned && showTicketCode(scanned), entry: newId() };
}

type Desk = { eventId: string; staffId: string };

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const desk: Desk = { eventId: params.id, staffId: viewer.id };
  const done = (notice: string) =>
    redirectWithNotice(`/staff/events/${encodeURIComponent(params.id)}`, notice);
  const values = await readForm(request);
  switch (receptionIntentOf(values.intent)) {
    case "ticket": {
      const form = checkForm(values, receptionSchemas.ticket);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const result = await checkInRegistration(town, { ...desk, ticketCode: form.data.ticket });
      return result.ok ? done("check-in-made") : refused(form.values, { message: errorText(result) });
    }
    case "check-in": {
      const form = checkForm(values, receptionSchemas["check-in"]);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const result = await checkInRegistration(town, { ...desk, registrationId: form.data.registrationId });
      return result.ok ? done("check-in-made") : refused({}, { message: errorText(result) });
    }
    case "walk-in": {
      const form = checkForm(values, receptionSchemas["walk-in"]);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const { entry, category, headCount } = form.data;
      const result = await checkInWalkIns(town, { ...desk, checkInId: entry, category, headCount });
      if (!result.ok) return refused(form.values, { message: errorText(result) });
      return done(result.repeated ? "check-in-repeated" : "check-in-made");
    }
    case "void": {
      const form = checkForm(values, receptionSchemas.void);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const result = await voidCheckIn(town, { ...desk, checkInId: form.data.checkInId });
      return result.ok ? done("check-in-voided") : refused({}, { message: words.errors[result.error] });
    }
    case null:
      throw data(null, { status: 400 });
  }
}

/** The page again with what was typed: field errors are 400, a refusal by the desk's rules is 409. */
function refused(values: FormValues, why: { errors: FieldErrors } | { message: string }) {
  const errors: FieldErrors = "errors" in why ? why.errors : {};
  const message = "message" in why ? why.message : null;
  return data({ values, errors, message }, { status: message ? 409 : 400 });
}

type Refusal =
  | { error: "unknown-ticket" | "ticket-cancelled" | "ticket-waiting" | "no-such-event" }
  | { error: "other-event"; eventTitle: string; startsAt: Date }
  | { error: "already-checked-in"; at: Date }
  | { error: "not-event-day"; startsAt: Date };

function errorText(refusal: Refusal): string {
  if (refusal.error === "other-event")
    return words.errors[refusal.error](refusal.eventTitle, longDate(refusal.startsAt));
  if (refusal.error === "already-checked-in") return words.errors[refusal.error](timeOf(refusal.at));
  if (refusal.error === "not-event-day") return words.errors[refusal.error](longDate(refusal.startsAt));
  return words.errors[refusal.error];
}

export default function StaffEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { board, scanned, entry } = loaderData;
  const form = actionData && { values: actionData.values, errors: actionData.errors };
  const labels = { ticket: words.ticket, category: words.category, headCount: words.headCount };
  return (
    <Page
      title={words.title(board.title)}
      crumbs={[{ to: "/staff/events", label: staffEvents.title }]}
      lead={
        <p>
          {dateTimeSpan(board.startsAt, board.endsAt)}
          <br />
          {board.venue}
        </p>
      }
      wide
    >
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
