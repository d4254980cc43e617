import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listsOf, readListKind } from "#app/domain/visits/lists.rules.ts";
import { readPlanNumber } from "#app/domain/visits/plan-number.rules.ts";
import { contentOf } from "#app/domain/visits/plan-view.rules.ts";
import { findPlan } from "#app/domain/visits/plans.store.server.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitLists as words } from "#app/locales/ja/visit-plans.ts";
import { visits } from "#app/locales/ja/visits.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { VisitListSheet } from "#app/ui/visit-list-sheet.tsx";
import type { Route } from "./+types/event-visit-lists";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const number = readPlanNumber(params.plan);
  const [room, plan] = await Promise.all([
    findVisitRoom(town, { eventId: params.id }),
    findPlan(town, { eventId: params.id, number }),
  ]);
  if (!room || !plan) throw data(null, { status: 404 });
  const by = readListKind(new URL(request.url).searchParams.get("by"));
  const content = contentOf(plan.stored, plan.result);
  return {
    event: { id: room.id, title: room.title },
    number,
    by,
    times: room.sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
    lists: content ? listsOf(content, by) : null,
  };
}

export default function EventVisitLists({ loaderData }: Route.ComponentProps) {
  const { event, number, by, lists, times } = loaderData;
  const base = `/staff/events/${event.id}/visits/${number}`;
  const crumbs = [...visitCrumbs(event), { to: base, label: visits.plan(number) }];
  return (
    <Page
      title={words.title(words.by[by], event.title)}
      crumbs={crumbs}
      lead={<p data-screen-only>{`${words.lead}${words.print}`}</p>}
      wide
    >
      <div data-screen-only className="mb-8 flex flex-wrap gap-4">
        {(["class", "bus", "place"] as const)
          .filter((kind) => kind !== by)
          .map((kind) => (
            <LinkButton key={kind} to={`${base}/lists?by=${kind}`} look="secondary">
              {words.by[kind]}
            </LinkButton>
          ))}
        {lists && (
          <LinkButton to={`${base}/lists.csv?by=${by}`} look="quiet" download>
            {words.csv}
          </LinkButton>
        )}
      </div>
      {lists ? (
        lists.map((list, at) => (
          <VisitListSheet key={list.key} list={list} by={by} times={times} first={at === 0} />
        ))
      ) : (
        <EmptyState title={words.notSolved}>{words.notSolvedText}</EmptyState>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData ? words.title(words.by[loaderData.by], loaderData.event.title) : words.shortTitle} | ${site.name}`,
  },
];
