import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { indicatorOf } from "#app/domain/plan/indicator-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { indicatorEndSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-indicator-end";

const words = planForms.indicator;

export const handle = { access: STAFF, title: words.end } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { desk, place, year, years, now } = await openDesk(context.get(townContext), request, params);
  const found = indicatorOf(desk, params.indicatorId, { fiscalYear: year, knownOn: now });
  if (!found) throw data(null, { status: 404 });
  // The plan itself ends with its last year.
  return { id: params.indicatorId, name: found.shown.name, place, years: years.slice(0, -1) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { indicatorId } = params;
  return answerDeskForm(request, {
    schema: indicatorEndSchema,
    submit: ({ lastFiscalYear, reason }, asked) =>
      submit({ kind: "indicator-ended", input: { indicatorId, lastFiscalYear, reason } }, asked),
    done: { url: planLinks.indicator(indicatorId, open.year), notice: "plan-indicator-recorded" },
  });
}

export default function StaffPlanIndicatorEnd({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, place, years } = loaderData;
  const labels = deskWords.indicatorFields;
  return (
    <DeskFormPage
      title={words.endTitle(name)}
      lead={words.endLead}
      place={place}
      crumbs={[{ to: planLinks.indicator(id, place.year), label: name }]}
      answer={actionData}
      labels={labels}
    >
      {(form) => (
        <>
          <SelectField
            name="lastFiscalYear"
            label={labels.lastFiscalYear}
            required
            form={form}
            defaultValue={String(place.year)}
            options={years}
          />
          <TextArea name="reason" label={labels.reason} required form={form} rows={3} />
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.endTitle(loaderData?.name ?? "")} | ${site.name}` },
];
