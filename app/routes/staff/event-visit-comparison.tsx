import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { readPlanNumber } from "#app/domain/visits/plan-number.rules.ts";
import { changesOf, contentOf, stopsOf } from "#app/domain/visits/plan-view.rules.ts";
import { listPlans } from "#app/domain/visits/plans.store.server.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { settingsOf } from "#app/domain/visits/stored-plan.rules.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitComparison as words } from "#app/locales/ja/visit-plans.ts";
import { visits } from "#app/locales/ja/visits.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PlanChanges } from "#app/ui/visit-changes.tsx";
import { ComparedFigures, ComparedSpread } from "#app/ui/visit-comparison.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import type { Route } from "./+types/event-visit-comparison";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const [room, plans] = await Promise.all([
    findVisitRoom(town, { eventId: params.id }),
    listPlans(town, { eventId: params.id }),
  ]);
  const number = readPlanNumber(params.plan);
  if (!room || !plans.some((plan) => plan.number === number)) throw data(null, { status: 404 });
  const wanted = readPlanNumber(new URL(request.url).searchParams.get("with"));
  const solved = plans.flatMap((plan) => {
    const content = contentOf(plan.stored, plan.result);
    return content && plan.result?.state === "solved" ? [{ ...plan, content, result: plan.result }] : [];
  });
  const after = solved.find((plan) => plan.number === number);
  const before =
    solved.find((plan) => plan.number === wanted && wanted !== number) ??
    solved.find((plan) => plan.number !== number);
  const event = { id: room.id, title: room.title };
  if (!after || !before) return { event, number, compared: null };
  const columns = [before, after].map((plan) => ({
    number: plan.number,
    emphasis: settingsOf(plan.stored).emphasis,
    locks: plan.locks,
    proven: plan.result.proven,
    gap: plan.result.gap,
    figures: plan.result.figures,
    stops: stopsOf(plan.content).map(({ groups: _groups, ...stop }) => stop),
  }));
  return { event, number, compared: { columns, changes: changesOf(before.content, after.content) } };
}

export default function EventVisitComparison({ loaderData }: Route.ComponentProps) {
  const { event, number, compared } = loaderData;
  const crumbs = [
    ...visitCrumbs(event),
    { to: `/staff/events/${event.id}/visits/${number}`, label: visits.plan(number) },
  ];
  if (!compared)
    return (
      <Page title={words.shortTitle} crumbs={crumbs}>
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      </Page>
    );
  const [before, after] = compared.columns;
  const head = [visits.plan(before!.number), visits.plan(after!.number)] as const;
  return (
    <Page title={words.title(before!.number, after!.number)} crumbs={crumbs} wide>
      <Section title={words.figures} id="figures">
        <ComparedFigures columns={compared.columns} />
      </Section>
      <Section title={words.changes} id="changes">
        <PlanChanges changes={compared.changes} head={head} />
      </Section>
      <Section title={words.spread} id="spread">
        <ComparedSpread columns={compared.columns} />
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData?.compared ? words.title(loaderData.compared.columns[0]!.number, loaderData.compared.columns[1]!.number) : words.shortTitle} | ${site.name}`,
  },
];
