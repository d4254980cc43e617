import type { RouteHandle } from "#app/access.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { listChangedCompanies } from "#app/domain/publications/store.server.ts";
import { renderAtom } from "#app/domain/publications/xml.ts";
import { feed } from "#app/locales/ja/event-calendars.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/companies-feed";

export const handle = { access: "public" } satisfies RouteHandle;

const ENTRIES = 50;

/** Companies that were published or changed last. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const changed = await listChangedCompanies(town, { limit: ENTRIES });
  const text = renderAtom({
    path: "/companies.atom",
    page: "/companies",
    title: feed.companiesTitle,
    author: site.operator,
    publicUrl: town.env.publicUrl,
    entries: changed.map((entry) => ({ ...entry, label: feed.labels[entry.kind] })),
    now: town.clock.now(),
  });
  return answerUnlessKnown(request, text, {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": "public, max-age=300",
  });
}
