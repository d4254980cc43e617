import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readEntries, syncCheckIns } from "#app/domain/events/check-in-sync.store.server.ts";
import { countDesk, findDeskEvent, listDeviceTickets } from "#app/domain/events/desk.store.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/event-check-ins";

export const handle = { access: STAFF } satisfies RouteHandle;

/**
 * What the devices at the reception ask for: the counts by category; with `?tickets` also the tickets (codes and head
 * counts, no names) that they keep for the time without network.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const event = await findDeskEvent(town, { eventId: params.id });
  if (!event) return Response.json({ error: "no-such-event" }, { status: 404 });
  const wantsTickets = new URL(request.url).searchParams.has("tickets");
  const [counts, kept] = await Promise.all([
    countDesk(town, { eventId: event.id }),
    wantsTickets ? listDeviceTickets(town, { eventId: event.id }) : null,
  ]);
  return Response.json({ now: town.clock.now(), isOpen: event.isOpen, counts, ...kept });
}

/** Takes what a device recorded, in batches of at most 200, and answers every entry; see `syncCheckIns`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const entries = readEntries(await request.json().catch(() => null));
  if (!entries) return Response.json({ error: "unreadable" }, { status: 400 });
  const eventId = params.id;
  const answers = await syncCheckIns(town, { eventId, staffId: viewer.id, entries });
  return Response.json({ answers, counts: await countDesk(town, { eventId }) });
}
