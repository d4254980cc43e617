import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { findBoothBoard, fixBooths } from "#app/domain/booths/board.store.server.ts";
import { decideBooth } from "#app/domain/booths/decisions.store.server.ts";
import { proposePlan } from "#app/domain/booths/plans.store.server.ts";
import { boothDecisionSchema, plannerFormSchema, readFixed } from "#app/domain/booths/schema.ts";
import { showBoard } from "#app/http/booth-board-page.ts";
import { boothBoard as words } from "#app/locales/ja/booth-board.ts";
import { resourceNames } from "#app/locales/ja/booth-planner.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { PageContents } from "#app/ui/page-contents.tsx";
import { BoothFilters, BoothList } from "#app/ui/booth-board.tsx";
import { BoothDecisionForm } from "#app/ui/booth-decision-form.tsx";
import { BoothPlanList } from "#app/ui/booth-plan-list.tsx";
import { BoothPlannerForm, plannerFieldLabels } from "#app/ui/booth-planner-form.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-booths";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const board = await findBoothBoard(town, { eventId: params.id });
  if (!board) throw data(null, { status: 404 });
  return showBoard(town, board, new URL(request.url).searchParams);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const place = { eventId: params.id, staffId: viewer.id };
  const page = `/staff/events/${encodeURIComponent(params.id)}/booths`;
  const values = await readForm(request);
  switch (values.intent) {
    case "fix": {
      await fixBooths(town, { ...place, choices: readFixed(values) });
      return redirectWithNotice(`${page}${new URL(request.url).search}`, "booth-fixed");
    }
    case "propose": {
      const form = checkForm(values, plannerFormSchema);
      if (!form.ok) return refused("propose", values, form.errors);
      const result = await proposePlan(town, { ...place, settings: form.data });
      if (result.ok)
        return redirectWithNotice(
          `${page}/${result.planId}`,
          result.repeated ? "booth-plan-same" : "booth-plan-made",
        );
      if (result.error === "no-such-event") throw data(null, { status: 404 });
      return refused(
        "propose",
        values,
        {},
        result.error === "fixed-too-much"
          ? words.problems["fixed-too-much"](resourceNames[result.by])
          : words.problems[result.error],
      );
    }
    case "decide": {
      const form = checkForm(values, boothDecisionSchema);
      if (!form.ok) return refused("decide", values, form.errors);
      const result = await decideBooth(town, { ...place, ...form.data });
      if (result.ok)
        return redirectWithNotice(page, result.repeated ? "booth-decided-already" : "booth-decided");
      return refused("decide", values, {}, words.problems[result.error]);
    }
    default:
      throw data(null, { status: 400 });
  }
}

/** The page again with what was typed: field errors are 400, a refusal by the rules is 409. */
function refused(
  intent: "propose" | "decide",
  values: FormValues,
  errors: FieldErrors,
  problem: string | null = null,
) {
  return data({ intent, values, errors, problem }, { status: problem ? 409 : 400 });
}

export default function EventBooths({ loaderData: shown, actionData, params }: Route.ComponentProps) {
  const typed = (intent: "propose" | "decide") => (actionData?.intent === intent ? actionData : undefined);
  const crumbs = eventCrumbs({ id: params.id, title: shown.title });
  return (
    <Page title={words.title(shown.title)} lead={shown.when} crumbs={crumbs} wide>
      <EventRoomNav eventId={params.id} current="booths" />
      {actionData?.problem && <Notice kind="error" title={actionData.problem} live focus />}
      <FormProblems errors={actionData?.errors} labels={plannerFieldLabels} />
      <p>{shown.window}</p>
      <ul className="my-4 flex flex-wrap gap-x-8 gap-y-2">
        {shown.counts.map(({ label, count }) => (
          <li key={label}>
            {label} <strong className="text-std-20B-150 tabular-nums">{count ?? words.overview.dash}</strong>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-4">
        <LinkButton to={shown.page.replace(/booths$/, "booth-list")} look="secondary">
          {words.listLink}
        </LinkButton>
        <LinkButton to={`${shown.page}.csv`} look="secondary" download>
          {words.csv}
        </LinkButton>
      </div>
      {shown.all === 0 ? (
        <EmptyState title={words.none}>{words.noBoothsText}</EmptyState>
      ) : (
        <>
          <PageContents
            links={[
              ["plans", words.plans],
              ["applications", words.applications],
              ["planner", words.planner.title],
              ["decide", words.decide.title],
            ]}
          />
          <Section title={words.plans} id="plans">
            {shown.plans.length > 0 ? (
              <BoothPlanList page={shown.page} plans={shown.plans} />
            ) : (
              <p>{words.plansNone}</p>
            )}
          </Section>
          <Section title={words.applications} id="applications">
            <BoothFilters
              chosen={shown.filter}
              options={shown.options}
              shown={shown.lines.length}
              all={shown.all}
              page={shown.page}
            />
            {shown.lines.length > 0 && <BoothList lines={shown.lines} />}
          </Section>
          <Section title={words.planner.title} id="planner">
            <p className="mb-6 max-w-3xl">{words.planner.lead}</p>
            <BoothPlannerForm
              form={typed("propose") ?? { values: shown.settings }}
              from={shown.from}
              people={shown.people}
              interests={shown.interests}
            />
          </Section>
          <Section title={words.decide.title} id="decide">
            <BoothDecisionForm form={typed("decide")} booths={shown.decidable} />
          </Section>
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
