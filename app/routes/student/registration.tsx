import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { listOwnPlacements } from "#app/domain/visits/placements.store.server.ts";
import { answerTicketForm, readTicketPage } from "#app/http/ticket-page.ts";
import { me, ticket as words } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { TicketPage } from "#app/ui/event-ticket-page.tsx";
import { Page } from "#app/ui/page.tsx";
import { VisitPlacements } from "#app/ui/visit-placement.tsx";
import type { Route } from "./+types/registration";

export const handle = { access: "signedIn", title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const own = { registrationId: params.id, userId: viewer.id };
  const town = context.get(townContext);
  const ticket = await readTicketPage(town, own);
  if (!ticket) throw data(null, { status: 404 });
  const { eventId } = ticket;
  return { ...ticket, placements: await listOwnPlacements(town, { userId: viewer.id, eventId }) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const own = { registrationId: params.id, userId: viewer.id };
  return answerTicketForm(context.get(townContext), request, own);
}

export default function Registration({ loaderData: ticket, actionData }: Route.ComponentProps) {
  return (
    <Page title={ticket.eventTitle} crumbs={[{ to: "/me", label: me.title }]}>
      <TicketPage ticket={ticket} form={actionData} />
      <VisitPlacements placements={ticket.placements} />
    </Page>
  );
}

export function meta({ loaderData: ticket }: Route.MetaArgs) {
  return [{ title: `${ticket ? words.title(ticket.eventTitle) : words.shortTitle} | ${site.name}` }];
}
