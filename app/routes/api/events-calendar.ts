import type { RouteHandle } from "#app/access.ts";
import { calendarEntries } from "#app/domain/events/calendar-file.ts";
import { listCalendarEvents } from "#app/domain/events/store.server.ts";
import { events } from "#app/locales/ja/events.ts";
import { townContext } from "#app/town.ts";
import { CALENDAR_TYPE, renderCalendar } from "#emails/calendar.ts";
import type { Route } from "./+types/events-calendar";

export const handle = { access: "public" } satisfies RouteHandle;

export async function loader({ context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const rows = await listCalendarEvents(town);
  const entries = rows.flatMap((event) => calendarEntries(event, town.env.publicUrl));
  return new Response(renderCalendar(entries, { name: events.calendarName }), {
    headers: { "Content-Type": CALENDAR_TYPE, "Cache-Control": "public, max-age=300" },
  });
}
