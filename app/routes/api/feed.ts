import type { RouteHandle } from "#app/access.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { listNewest } from "#app/domain/publications/store.server.ts";
import { renderAtom } from "#app/domain/publications/xml.ts";
import { feed } from "#app/locales/ja/event-calendars.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/feed";

export const handle = { access: "public" } satisfies RouteHandle;

const ENTRIES = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const newest = await listNewest(town, { limit: ENTRIES });
  const text = renderAtom({
    path: "/feed.atom",
    page: "/",
    title: feed.title,
    author: site.operator,
    publicUrl: town.env.publicUrl,
    entries: newest.map((entry) => ({ ...entry, label: feed.labels[entry.kind] })),
    now: town.clock.now(),
  });
  return answerUnlessKnown(request, text, {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": "public, max-age=300",
  });
}
