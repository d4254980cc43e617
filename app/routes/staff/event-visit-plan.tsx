import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { readEffects } from "#app/domain/signals/effects.store.server.ts";
import { readPlanNumber } from "#app/domain/visits/plan-number.rules.ts";
import { planView } from "#app/domain/visits/plan-view.rules.ts";
import {
  findPlan,
  listPlans,
  publishPlan,
  startPlan,
  withdrawPlan,
} from "#app/domain/visits/plans.store.server.ts";
import { lockSchema } from "#app/domain/visits/room.schema.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { locksOfForm, settingsOf } from "#app/domain/visits/stored-plan.rules.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitPlan as words } from "#app/locales/ja/visit-plans.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PlanEffects } from "#app/ui/plan-effects.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { AssignmentForm } from "#app/ui/visit-assignments.tsx";
import { PlanChanges } from "#app/ui/visit-changes.tsx";
import { Explanations } from "#app/ui/visit-explanations.tsx";
import { PlanFiguresTable, PlanLinks, PlanState, Publication } from "#app/ui/visit-plan-state.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import type { Route } from "./+types/event-visit-plan";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const number = readPlanNumber(params.plan);
  const [room, plans] = await Promise.all([
    findVisitRoom(town, { eventId: params.id }),
    listPlans(town, { eventId: params.id }),
  ]);
  const plan = plans.find((one) => one.number === number);
  if (!room || !plan) throw data(null, { status: 404 });
  const before = plans.find((one) => one.number === plan.basedOn);
  const { publishedAt, result } = plan;
  const view = planView(plan.stored, result, before ?? null);
  const amounts = {
    people: view.figures?.people,
    stops: view.stops.filter(({ people }) => people > 0).length,
  };
  return {
    effects: view.figures ? await readEffects(town, { eventId: room.id, amounts }) : [],
    eventId: room.id,
    eventTitle: room.title,
    number,
    state: plan.state,
    timeLimitSeconds: plan.stored.problem.timeLimitSeconds,
    publishedAt: publishedAt && `${longDate(publishedAt)} ${timeOf(publishedAt)}`,
    explanations: result?.state === "infeasible" ? result.explanations : [],
    others: plans.filter((one) => one.state === "solved" && one.number !== number).map((one) => one.number),
    ...view,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const number = readPlanNumber(params.plan);
  const plan = await findPlan(town, { eventId: params.id, number });
  if (!plan) throw data(null, { status: 404 });
  const values = await readForm(request);
  const page = `/staff/events/${params.id}/visits/`;
  const own = { eventId: params.id, number, staffId: viewer.id };
  if (values["intent"] === "publish" || values["intent"] === "withdraw") {
    const isPublishing = values["intent"] === "publish";
    const result = await (isPublishing ? publishPlan(town, own) : withdrawPlan(town, own));
    if (!result.ok) return formErrors({ form: "visit-no-such-plan" }, {}, 409);
    return redirectWithNotice(
      `${page}${number}`,
      isPublishing ? "visit-plan-published" : "visit-plan-withdrawn",
    );
  }
  if (values["intent"] !== "solve") throw data(null, { status: 400 });
  const form = checkForm(values, lockSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await startPlan(town, {
    ...own,
    settings: settingsOf(plan.stored),
    locks: locksOfForm(form.data, plan.result?.state === "solved" ? plan.result.assignments : []),
    basedOn: number,
  });
  if (!result.ok) return formErrors({ form: result.error }, {}, 409);
  return redirectWithNotice(
    `${page}${result.number}`,
    result.repeated ? "visit-plan-same" : "visit-plan-started",
  );
}

export default function EventVisitPlan({ loaderData: plan, actionData, params }: Route.ComponentProps) {
  const event = { id: plan.eventId, title: plan.eventTitle };
  const base = `/staff/events/${plan.eventId}/visits`;
  return (
    <Page title={words.title(plan.number, plan.eventTitle)} crumbs={visitCrumbs(event)} wide>
      <EventRoomNav eventId={params.id} current="visits" />
      {plan.state === "waiting" && <meta httpEquiv="refresh" content="3" />}
      <FormProblems errors={actionData?.errors} labels={{}} />
      <PlanState plan={plan} url={`${base}/${plan.number}`} />
      {plan.explanations.length > 0 && (
        <Section title={words.infeasible} id="explanations">
          <p className="mb-4">{words.infeasibleText}</p>
          <Explanations explanations={plan.explanations} base={base} basedOn={plan.basedOn} />
        </Section>
      )}
      {plan.figures && (
        <>
          <Section title={words.figures} id="figures">
            <PlanFiguresTable figures={plan.figures} />
            <PlanLinks base={`${base}/${plan.number}`} others={plan.others} />
          </Section>
          <PlanEffects lines={plan.effects} />
          <Publication publishedAt={plan.publishedAt} />
          {plan.changes && plan.basedOn !== null && (
            <Section title={words.changes(plan.basedOn)} id="changes">
              <PlanChanges changes={plan.changes} />
            </Section>
          )}
          <Section title={words.assignments} id="assignments">
            <AssignmentForm stops={plan.stops} base={`${base}/${plan.number}`} />
          </Section>
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData ? words.title(loaderData.number, loaderData.eventTitle) : words.shortTitle} | ${site.name}`,
  },
];
