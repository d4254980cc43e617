import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { changeView } from "#app/domain/plan/answer.server.ts";
import { latestChanges } from "#app/domain/plan/history.store.server.ts";
import { openDesk } from "#app/domain/plan/pages.server.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Page } from "#app/ui/page.tsx";
import { ChangeList } from "#app/ui/plan-history.tsx";
import { deskCrumbs } from "#app/ui/plan-links.ts";
import { DeskNav } from "#app/ui/plan-nav.tsx";
import type { Route } from "./+types/plan-history";

export const handle = { access: STAFF, title: words.historyTitle } satisfies RouteHandle;

/** As many changes stand on the page; older ones are in the versions of each node and indicator. */
const SHOWN = 200;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place } = await openDesk(town, request);
  const changes = await latestChanges(town, desk, { most: SHOWN });
  return { place, changes: changes.map(changeView) };
}

export default function StaffPlanHistory({ loaderData }: Route.ComponentProps) {
  const { place, changes } = loaderData;
  return (
    <Page title={words.historyTitle} crumbs={deskCrumbs(place)} lead={<p>{words.historyLead(SHOWN)}</p>} wide>
      <DeskNav place={place} yearLabel={fiscalYearLabel(place.year)} />
      <ChangeList changes={changes} caption={words.historyTitle} />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.historyTitle}:${loaderData?.place.planTitle ?? ""} | ${site.name}` },
];
