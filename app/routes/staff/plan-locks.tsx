import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { lockOf } from "#app/domain/plan/desk.rules.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { setPeriodLock } from "#app/domain/plan/locks.store.server.ts";
import { openDesk } from "#app/domain/plan/pages.server.ts";
import { lockSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel, longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceGroup, type FieldState, SelectField, TextArea } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { StackedTable } from "#app/ui/indicator-stack.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { ChangeList } from "#app/ui/plan-history.tsx";
import { deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import { DeskNav } from "#app/ui/plan-nav.tsx";
import type { Route } from "./+types/plan-locks";

const words = planForms.locks;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, years } = await openDesk(town, request);
  const names = await namesOf(
    town,
    desk.locks.map(({ recordedById }) => recordedById),
  );
  const by = (id: string | null) =>
    id === null ? deskWords.recordedBySystem : (names.get(id) ?? deskWords.recordedByGone);
  const lines = desk.locks.toReversed().map((lock) => ({
    id: lock.id,
    at: `${longDate(lock.recordedAt)} ${timeOf(lock.recordedAt)}`,
    by: by(lock.recordedById),
    what: deskWords.history.lock(fiscalYearLabel(lock.fiscalYear), lock.locked),
    why: lock.reason,
  }));
  const states = years.map(({ value, locked }) => {
    const last = lockOf(desk.locks, Number(value));
    return {
      year: Number(value),
      label: fiscalYearLabel(Number(value)),
      locked,
      reason: last?.reason ?? "",
      by: last ? `${longDate(last.recordedAt)} ${by(last.recordedById)}` : "",
    };
  });
  return { place, states, lines };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { planId, desk } = await openDesk(town, request);
  const form = await parseForm(request, lockSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { fiscalYear, intent, reason } = form.data;
  const locked = intent === "lock";
  const set = await setPeriodLock(town, { planId, fiscalYear, locked, reason, actorId: viewer.id });
  if (set.ok)
    return redirectWithNotice(
      planLinks.locks({ planId, year: fiscalYear }),
      locked ? "period-locked" : "period-unlocked",
    );
  if (set.error === "no-such-plan") throw data(null, { status: 404 });
  const { firstFiscalYear, lastFiscalYear } = desk.records.plan;
  return set.error === "lock-already"
    ? formErrors({ intent: `lock-already:${intent}` }, form.values, 409)
    : formErrors({ fiscalYear: `plan-year-outside:${firstFiscalYear}:${lastFiscalYear}` }, form.values);
}

export default function StaffPlanLocks({ loaderData, actionData }: Route.ComponentProps) {
  const { place, states, lines } = loaderData;
  const form: FieldState | undefined = actionData;
  const [year, state, reason, by] = words.columns;
  return (
    <Page title={words.title} crumbs={deskCrumbs(place)} lead={<p>{words.lead}</p>}>
      <DeskNav place={place} yearLabel={fiscalYearLabel(place.year)} />
      <FormProblems errors={form?.errors} labels={words.fields} />
      <StackedTable
        caption={words.title}
        columns={[
          [year, "md:w-[16%]"],
          [state, "md:w-[18%]"],
          [reason, "md:w-[40%]"],
          [by, "md:w-[26%]"],
        ]}
      >
        {states.map((line) => (
          <tbody key={line.year}>
            <tr>
              <th scope="row">{line.label}</th>
              <td data-label={state}>
                {line.locked ? <Badge tone="orange">{words.locked}</Badge> : words.open}
              </td>
              <td data-label={reason}>
                <span>{line.reason}</span>
              </td>
              <td data-label={by}>
                <span>{line.by}</span>
              </td>
            </tr>
          </tbody>
        ))}
      </StackedTable>
      <div className="mt-12">
        <Section title={words.formTitle} id="lock-form">
          <form method="post" className="grid gap-6">
            <SelectField
              name="fiscalYear"
              label={words.fields.fiscalYear}
              required
              form={form}
              defaultValue={String(place.year)}
              options={states.map((line) => ({
                value: String(line.year),
                label: line.locked ? deskWords.yearClosed(line.label) : line.label,
              }))}
            />
            <ChoiceGroup
              name="intent"
              label={words.fields.intent}
              required
              form={form}
              options={Object.entries(words.intents).map(([value, label]) => ({ value, label }))}
              chosen={[place.isLocked ? "unlock" : "lock"]}
            />
            <TextArea
              name="reason"
              label={words.fields.reason}
              support={words.support.reason}
              required
              form={form}
              rows={3}
            />
            <div>
              <Button>{words.submit}</Button>
            </div>
          </form>
        </Section>
        <Section title={words.historyTitle} id="lock-history">
          <ChangeList changes={lines} caption={words.historyTitle} />
        </Section>
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title}:${loaderData?.place.planTitle ?? ""} | ${site.name}` },
];
