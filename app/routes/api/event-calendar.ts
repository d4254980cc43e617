import type { RouteHandle } from "#app/access.ts";
import { calendarEntries } from "#app/domain/events/calendar-file.ts";
import { findCalendarEvent } from "#app/domain/events/store.server.ts";
import { townContext } from "#app/town.ts";
import { CALENDAR_TYPE, renderCalendar } from "#emails/calendar.ts";
import type { Route } from "./+types/event-calendar";

export const handle = { access: "public" } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const event = await findCalendarEvent(town, { id: params.id });
  if (!event) return new Response("Not found", { status: 404 });
  return new Response(renderCalendar(calendarEntries(event, town.env.publicUrl)), {
    headers: {
      "Content-Type": CALENDAR_TYPE,
      "Content-Disposition": 'attachment; filename="jimoto-event.ics"',
      "Cache-Control": "public, max-age=300",
    },
  });
}
