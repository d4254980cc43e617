import type { RouteHandle } from "#app/access.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { listChangedEvents } from "#app/domain/publications/store.server.ts";
import { renderAtom } from "#app/domain/publications/xml.ts";
import { feed } from "#app/locales/ja/event-calendars.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/events-feed";

export const handle = { access: "public" } satisfies RouteHandle;

const ENTRIES = 50;

/** Events that were announced or changed last; a cancellation comes up again under the same id. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const changed = await listChangedEvents(town, { limit: ENTRIES });
  const text = renderAtom({
    path: "/events.atom",
    page: "/events",
    title: feed.eventsTitle,
    author: site.operator,
    publicUrl: town.env.publicUrl,
    entries: changed.map(({ state, isMoved, ...entry }) => {
      const mark = state !== "published" ? feed.eventMarks[state] : isMoved ? feed.eventMarks.moved : "";
      return { ...entry, title: `${mark}${entry.title}`, label: feed.labels.event };
    }),
    now: town.clock.now(),
  });
  return answerUnlessKnown(request, text, {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": "public, max-age=300",
  });
}
