import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { adoptPlan } from "#app/domain/booths/adoption.store.server.ts";
import { fixBooths } from "#app/domain/booths/board.store.server.ts";
import { findPlan, proposePlan } from "#app/domain/booths/plans.store.server.ts";
import { adoptionSchema, readFixed } from "#app/domain/booths/schema.ts";
import { readEffects } from "#app/domain/signals/effects.store.server.ts";
import { showPlan } from "#app/http/booth-plan-page.ts";
import { boothBoard } from "#app/locales/ja/booth-board.ts";
import { boothPlan as words } from "#app/locales/ja/booth-plan.ts";
import { resourceNames } from "#app/locales/ja/booth-planner.ts";
import { signalWords } from "#app/locales/ja/signals.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { PageContents } from "#app/ui/page-contents.tsx";
import { BoothAdoptionForm } from "#app/ui/booth-adoption-form.tsx";
import { BoothComparison } from "#app/ui/booth-comparison.tsx";
import { BoothPlanCompanies } from "#app/ui/booth-plan-companies.tsx";
import { BoothBalance, BoothCoverage, BoothPlanFigures } from "#app/ui/booth-plan-figures.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PlanEffects } from "#app/ui/plan-effects.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-booth-plan";

export const handle = { access: STAFF, title: boothBoard.plans } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const shown = await showPlan(town, params, new URL(request.url).searchParams);
  if (!shown) throw data(null, { status: 404 });
  const amounts = { booths: shown.chosen.length };
  return { ...shown, effects: await readEffects(town, { eventId: params.id, amounts }) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const place = { eventId: params.id, staffId: viewer.id };
  const plan = await findPlan(town, { eventId: params.id, planId: params.planId });
  if (!plan) throw data(null, { status: 404 });
  const page = `/staff/events/${plan.eventId}/booths`;
  const values = await readForm(request);
  if (values.intent === "move") {
    await fixBooths(town, { ...place, choices: readFixed(values) });
    const result = await proposePlan(town, { ...place, settings: plan.input });
    if (result.ok)
      return redirectWithNotice(
        `${page}/${result.planId}?with=${plan.number}`,
        result.repeated ? "booth-plan-same" : "booth-plan-made",
      );
    if (result.error === "no-such-event") throw data(null, { status: 404 });
    const { problems } = boothBoard;
    return refused(
      {},
      {},
      result.error === "fixed-too-much"
        ? problems["fixed-too-much"](resourceNames[result.by])
        : problems[result.error],
    );
  }
  if (values.intent !== "adopt") throw data(null, { status: 400 });
  const form = checkForm(values, adoptionSchema);
  if (!form.ok) return refused(form.values, form.errors);
  const result = await adoptPlan(town, { ...place, planId: plan.id, note: form.data.note });
  if (result.ok)
    return redirectWithNotice(page, result.repeated ? "booth-plan-adopted-already" : "booth-plan-adopted");
  return refused(form.values, {}, boothBoard.problems[result.error]);
}

/** The page again with what was typed: field errors are 400, a refusal by the rules is 409. */
function refused(values: FormValues, errors: FieldErrors, problem: string | null = null) {
  return data({ values, errors, problem }, { status: problem ? 409 : 400 });
}

export default function EventBoothPlan({ loaderData: shown, actionData, params }: Route.ComponentProps) {
  const mayAdopt = !shown.adopted && shown.stale.length === 0;
  const crumbs = eventCrumbs({ id: params.id, title: shown.event }, "booths");
  return (
    <Page title={words.title(shown.number, shown.event)} lead={words.madeOn(shown.made)} crumbs={crumbs} wide>
      <EventRoomNav eventId={params.id} current="booths" />
      {actionData?.problem && <Notice kind="error" title={actionData.problem} live focus />}
      <FormProblems errors={actionData?.errors} labels={{ note: words.note, confirm: words.adoptTitle }} />
      {shown.adopted && <Notice kind="success" title={words.adopted(shown.adopted)} />}
      {shown.stale.length > 0 && (
        <Notice kind="warning" title={words.stale}>
          <p>{words.staleText}</p>
          <p>{words.staleNames(shown.stale.join("、"))}</p>
        </Notice>
      )}
      {shown.newer > 0 && <Notice kind="info" title={words.newer(shown.newer)} />}
      <PageContents
        links={[
          ["summary", words.summary],
          ...(shown.effects.length > 0 ? [["effects", signalWords.effects] as const] : []),
          ["coverage", words.coverage],
          ["balance", words.balance],
          ["chosen", words.chosen(shown.chosen.length)],
          ["left", words.left(shown.left.length)],
          ["inputs", words.inputs],
          ...(mayAdopt ? [["adopt", words.adoptTitle] as const] : []),
        ]}
      />
      <Section title={words.summary} id="summary">
        <p className="mb-4">{shown.proven ? words.proven : words.notProven}</p>
        <BoothPlanFigures heads={shown.heads} lines={shown.figures} />
        <BoothComparison others={shown.others} other={shown.other} number={shown.number} />
      </Section>
      <PlanEffects lines={shown.effects} />
      <Section title={words.coverage} id="coverage">
        {shown.knowsPeople ? <BoothCoverage lines={shown.coverage} /> : <p>{words.noPeople}</p>}
      </Section>
      <Section title={words.balance} id="balance">
        <div className="grid gap-8 lg:grid-cols-2">
          <BoothBalance caption={boothBoard.filter.industry} lines={shown.industries} />
          <BoothBalance caption={boothBoard.filter.area} lines={shown.areas} />
        </div>
      </Section>
      <form method="post" className="mt-12">
        <Section title={words.chosen(shown.chosen.length)} id="chosen">
          <p className="mb-4">{words.chosenNote}</p>
          <BoothPlanCompanies caption={words.chosen(shown.chosen.length)} lines={shown.chosen} chosen />
        </Section>
        <Section title={words.left(shown.left.length)} id="left">
          <p className="mb-4">{words.leftNote}</p>
          <BoothPlanCompanies caption={words.left(shown.left.length)} lines={shown.left} chosen={false} />
        </Section>
        {!shown.adopted && (
          <div data-screen-only>
            <p className="mt-4">{words.moveText}</p>
            <Button name="intent" value="move" look="secondary" className="mt-2">
              {words.move}
            </Button>
          </div>
        )}
      </form>
      <Section title={words.inputs} id="inputs">
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{words.inputsOpen}</summary>
          <DescriptionList items={shown.inputs.map(({ label, text }) => ({ term: label, children: text }))} />
        </details>
      </Section>
      {mayAdopt && (
        <Section title={words.adoptTitle} id="adopt">
          <BoothAdoptionForm {...shown.adoption} form={actionData ?? undefined} />
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData ? words.title(loaderData.number, loaderData.event) : boothBoard.plans} | ${site.name}`,
  },
];
