import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { readTicketLink } from "#app/domain/events/tickets.store.server.ts";
import { LINK_PAGE_HEADERS, linkPageHeaders } from "#app/http/link-page.ts";
import { answerTicketForm, guestCookie, readTicketPage } from "#app/http/ticket-page.ts";
import { events, ticket as ticketWords } from "#app/locales/ja/events.ts";
import { ticketPage as words } from "#app/locales/ja/participants.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { TicketPage, UnknownTicket } from "#app/ui/event-ticket-page.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/ticket";

export const handle = { access: "public", title: words.linkTitle } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const own = await readTicketLink(town, { token: params.token });
  const ticket = own && (await readTicketPage(town, own));
  const cookie = ticket && guestCookie(town, ticket);
  const headers = { ...LINK_PAGE_HEADERS, ...(cookie ? { "Set-Cookie": cookie } : {}) };
  return data({ ticket }, { status: ticket ? 200 : 404, headers });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const own = await readTicketLink(town, { token: params.token });
  if (!own) return data(undefined, { status: 404 });
  return answerTicketForm(town, request, own);
}

export default function Ticket({ loaderData: { ticket }, actionData }: Route.ComponentProps) {
  if (!ticket) return <UnknownTicket />;
  return (
    <Page title={ticket.eventTitle} crumbs={[{ to: "/events", label: events.title }]}>
      <TicketPage ticket={ticket} form={actionData} />
    </Page>
  );
}

export const headers = linkPageHeaders;

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData?.ticket ? ticketWords.title(loaderData.ticket.eventTitle) : words.linkTitle;
  return [{ title: `${title} | ${site.name}` }, { name: "robots", content: "noindex, nofollow" }];
}
