import type { RouteHandle } from "#app/access.ts";
import { calendarEntries } from "#app/domain/events/calendar-file.ts";
import { findSchoolName, listFeedEvents } from "#app/domain/events/feeds.store.server.ts";
import { feedQuerySchema } from "#app/domain/events/schema.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { calendarFeeds } from "#app/locales/ja/event-calendars.ts";
import { townContext } from "#app/town.ts";
import { CALENDAR_TYPE, renderCalendar } from "#emails/calendar.ts";
import type { Route } from "./+types/events-calendar";

export const handle = { access: "public" } satisfies RouteHandle;

/** The events as a calendar to subscribe to: all, of an audience (`?for=highSchool`) or for a school (`?school=<id>`). */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const asked = feedQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rows = await listFeedEvents(town, {
    ...(asked.for ? { target: asked.for } : {}),
    ...(asked.school ? { schoolId: asked.school } : {}),
  });
  if (!rows) return new Response("Not found", { status: 404 });
  const school = asked.school ? await findSchoolName(town, { schoolId: asked.school }) : null;
  const whose = school ?? (asked.for && calendarFeeds.names[asked.for]);
  const text = renderCalendar(
    rows.flatMap((event) => calendarEntries(event, town.env.publicUrl)),
    { name: calendarFeeds.title(whose ?? null), method: "PUBLISH" },
  );
  return answerUnlessKnown(request, text, {
    "Content-Type": CALENDAR_TYPE,
    "Cache-Control": "public, max-age=300",
  });
}
