import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { chooseAsOf } from "#app/domain/indicators/as-of.ts";
import { openStaffPlan } from "#app/domain/indicators/chosen-plan.server.ts";
import { recordObservation } from "#app/domain/indicators/observations.store.server.ts";
import { observationSchema } from "#app/domain/indicators/schema.ts";
import {
  indicatorOptions,
  observationRows,
  staffTree,
  yearOptions,
} from "#app/domain/indicators/staff-lines.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { measureWords } from "#app/locales/ja/measures.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { fiscalYearOf } from "#app/platform/calendar.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { newId } from "#app/platform/random.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { IndicatorEntry } from "#app/ui/indicator-entry.tsx";
import { StaffIndicatorTable, StaffProjectBlock } from "#app/ui/indicator-tree.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PlanChoice } from "#app/ui/plan-nav.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/indicators";

const words = staffWords.indicators;
const HOME = [{ to: "/staff", label: staffWords.home.title }];

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const query = new URL(request.url).searchParams;
  const opened = await openStaffPlan(context.get(townContext), query);
  if (!opened) return null;
  const { plan, choice, plans, day, detail } = opened;
  const { dates } = plan;
  const asked = query.get("asOf");
  const { asOf, problem } = chooseAsOf(asked, { ...dates, fallback: day });
  const sheet = plan.sheet(asOf);
  const enter = query.get("enter");
  return {
    asOf,
    dates,
    plan: choice,
    plans: plans.map(({ id, title }) => ({ id, title })),
    asOfForm: problem && { values: { asOf: asked ?? "" }, errors: { asOf: problem } },
    tree: staffTree(sheet),
    entry: enter !== null && {
      entryId: newId(),
      chosen: detail && { id: detail.indicator.id, name: detail.indicator.name },
      rows: detail ? observationRows(detail.observations, detail.indicator) : [],
      indicators: indicatorOptions(sheet, detail?.indicator),
      years: yearOptions(sheet, fiscalYearOf(dates.today)),
      year: String(fiscalYearOf(asOf)),
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, observationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const recorded = await recordObservation(context.get(townContext), {
    actorId: viewer.id,
    entry: form.data,
  });
  if (!recorded.ok) return formErrors({ [recorded.field]: recorded.error }, form.values);
  const enter = encodeURIComponent(form.data.indicatorId);
  return redirectWithNotice(`/staff/indicators?enter=${enter}`, "observation-recorded");
}

export default function StaffIndicators({ loaderData, actionData }: Route.ComponentProps) {
  if (!loaderData)
    return (
      <Page title={words.title} crumbs={HOME}>
        <EmptyState title={indicatorWords.noPlan}>{indicatorWords.noPlanNext}</EmptyState>
      </Page>
    );
  const { asOf, tree, entry, plan, plans } = loaderData;
  const ofPlan = `plan=${encodeURIComponent(plan.id)}`;
  return (
    <Page title={words.title} crumbs={HOME} lead={<p>{words.lead}</p>} wide>
      <PlanChoice plan={plan} plans={plans} />
      {entry ? (
        <IndicatorEntry
          {...entry}
          {...sentBack(actionData, entry.entryId)}
          action={`/staff/indicators?${ofPlan}&enter=`}
        />
      ) : (
        <p className="mb-6 flex flex-wrap gap-4">
          <LinkButton to={`/staff/indicators?${ofPlan}&enter=#entry`}>{words.entryOpen}</LinkButton>
          <LinkButton to={`/staff/plan?${ofPlan}`} look="secondary">
            {deskWords.title}
          </LinkButton>
          <LinkButton to="/staff/indicators/measures" look="secondary">
            {measureWords.title}
          </LinkButton>
        </p>
      )}
      <AsOfChoice {...loaderData} />
      <Section title={indicatorWords.planIndicators} id="plan">
        <StaffIndicatorTable
          caption={indicatorWords.planIndicators}
          lines={tree.planIndicators}
          asOf={asOf}
        />
      </Section>
      {tree.policies.map((policy) => (
        <Section
          key={policy.code}
          id={`policy-${policy.code}`}
          title={indicatorWords.policy(policy.code, policy.title)}
        >
          {policy.lines.length > 0 && (
            <StaffIndicatorTable
              caption={indicatorWords.policy(policy.code, policy.title)}
              lines={policy.lines}
              asOf={asOf}
            />
          )}
          {policy.strategies.map((strategy) => (
            <section key={strategy.code} aria-labelledby={`strategy-${strategy.code}`} className="mt-8">
              <h3 id={`strategy-${strategy.code}`} className="text-std-20B-150">
                {indicatorWords.strategy(strategy.code, strategy.title)}
              </h3>
              {strategy.lines.length > 0 && (
                <div className="mt-3">
                  <StaffIndicatorTable
                    caption={indicatorWords.strategyIndicators(strategy.title)}
                    lines={strategy.lines}
                    asOf={asOf}
                  />
                </div>
              )}
              {strategy.projects.map((project) => (
                <StaffProjectBlock key={project.id} project={project} asOf={asOf} />
              ))}
            </section>
          ))}
        </Section>
      ))}
    </Page>
  );
}

/** What came back with errors, with the id of the entry that was sent: sending it again records it once. */
function sentBack(answer: FieldState | undefined, freshId: string) {
  const entryId = answer?.values?.entryId;
  return { form: answer, entryId: typeof entryId === "string" && entryId !== "" ? entryId : freshId };
}

function AsOfChoice({ asOf, dates, asOfForm, plan }: NonNullable<Route.ComponentProps["loaderData"]>) {
  return (
    <div className="mb-8">
      <p className="text-std-20B-150">{indicatorWords.asOf(asOf)}</p>
      <form method="get" action="/staff/indicators" className="mt-4 flex flex-wrap items-end gap-4">
        <input type="hidden" name="plan" value={plan.id} />
        <TextField
          name="asOf"
          label={indicatorWords.asOfLabel}
          support={indicatorWords.asOfSupport}
          form={asOfForm ?? undefined}
          defaultValue={asOf}
        />
        <Button look="secondary">{indicatorWords.asOfSubmit}</Button>
      </form>
      <ul data-screen-only className="mt-2 flex flex-wrap gap-x-6">
        <li className="flex min-h-11 items-center">
          <TextLink to={`/staff/indicators?plan=${encodeURIComponent(plan.id)}`}>{words.today}</TextLink>
        </li>
        <li className="flex min-h-11 items-center">
          <TextLink to={`/staff/indicators?plan=${encodeURIComponent(plan.id)}&asOf=${dates.released}`}>
            {indicatorWords.releasedSheet(dates.released)}
          </TextLink>
        </li>
        <li className="flex min-h-11 items-center">
          <TextLink to={`/indicators?plan=${encodeURIComponent(plan.id)}&asOf=${asOf}`}>
            {words.publicPage}
          </TextLink>
        </li>
      </ul>
    </div>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
