import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { readDefinition } from "#app/domain/plan/indicator-input.ts";
import { NEW_INDICATOR } from "#app/domain/plan/indicator-lines.ts";
import { measureChoices } from "#app/domain/plan/measure-lines.ts";
import { nodeOf } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { indicatorSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import type { Context } from "#app/town.ts";
import { townContext } from "#app/town.ts";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { IndicatorFields, indicatorLabels } from "#app/ui/plan-indicator-form.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-indicator-new";

const words = planForms.indicator;

export const handle = { access: STAFF, title: planForms.node.addIndicator } satisfies RouteHandle;

/** The node in the address that the indicator will belong to; none for one of the whole plan. */
async function openNode(request: Request, context: Context) {
  const open = await openDesk(context.get(townContext), request);
  const nodeId = new URL(request.url).searchParams.get("node") || null;
  const found = nodeId && nodeOf(open.desk, nodeId, { fiscalYear: open.year, knownOn: open.now });
  if (nodeId !== null && !found) throw data(null, { status: 404 });
  return { open, nodeId, label: found ? nodeLabel(found.node) : deskWords.planWide };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { open, label } = await openNode(request, context);
  return { place: open.place, years: open.years, label, measures: measureChoices() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const { open, nodeId } = await openNode(request, context);
  const submit = submitFor(context.get(townContext), open, viewer);
  return answerDeskForm(request, {
    schema: indicatorSchema,
    submit: async (form, asked, values) => {
      const read = readDefinition(form, values);
      if (!read.ok) return read;
      return submit({ kind: "indicator-added", input: { ...read.definition, nodeId } }, asked);
    },
    done: {
      url: nodeId === null ? planLinks.desk(open.place) : planLinks.node(nodeId, open.year),
      notice: "plan-indicator-recorded",
    },
  });
}

export default function StaffPlanIndicatorNew({ loaderData, actionData }: Route.ComponentProps) {
  const { place, years, label, measures } = loaderData;
  return (
    <DeskFormPage
      title={words.newTitle(label)}
      lead={words.newLead}
      place={place}
      answer={actionData}
      labels={indicatorLabels(measures)}
    >
      {(form) => (
        <IndicatorFields
          form={form}
          values={NEW_INDICATOR}
          measures={measures}
          years={years}
          year={String(place.year)}
          isNew
        />
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.newTitle(loaderData?.label ?? "")} | ${site.name}` },
];
