import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { isRunning } from "#app/domain/plan/desk.rules.ts";
import { nodeOf } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { nodeEndSchema } from "#app/domain/plan/schema.ts";
import { nodeChoices } from "#app/domain/plan/tree-lines.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { ChoiceGroup, SelectField, TextArea } from "#app/ui/field.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-node-end";

const words = planForms.node;

export const handle = { access: STAFF, title: words.end } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { desk, place, years, year, now } = await openDesk(context.get(townContext), request, params);
  const found = nodeOf(desk, params.nodeId, { fiscalYear: year, knownOn: now });
  if (!found) throw data(null, { status: 404 });
  const { node } = found;
  const next = Math.min(year + 1, desk.records.plan.lastFiscalYear);
  return {
    nodeId: node.id,
    label: nodeLabel(node),
    place,
    // The plan itself ends with its last year.
    years: years.slice(0, -1),
    successors: nodeChoices(
      desk,
      { fiscalYear: next, knownOn: now },
      (other) => other.level === node.level && other.id !== node.id && isRunning(other, next),
    ),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { nodeId } = params;
  return answerDeskForm(request, {
    schema: nodeEndSchema,
    submit: ({ change, lastFiscalYear, successorId, note }, asked) =>
      submit({ kind: "node-ended", input: { nodeId, change, lastFiscalYear, successorId, note } }, asked),
    done: { url: planLinks.node(nodeId, open.year), notice: "plan-node-recorded" },
  });
}

export default function StaffPlanNodeEnd({ loaderData, actionData }: Route.ComponentProps) {
  const { nodeId, label, place, years, successors } = loaderData;
  const { fields, support, changes } = words;
  return (
    <DeskFormPage
      title={words.endTitle(label)}
      lead={words.endLead}
      place={place}
      crumbs={[{ to: planLinks.node(nodeId, place.year), label }]}
      answer={actionData}
      labels={fields}
    >
      {(form) => (
        <>
          <ChoiceGroup
            name="change"
            label={fields.change}
            required
            form={form}
            options={(["ended", "merged"] as const).map((value) => ({ value, label: changes[value] }))}
            chosen={["ended"]}
          />
          <SelectField
            name="lastFiscalYear"
            label={fields.lastFiscalYear}
            required
            form={form}
            defaultValue={String(place.year)}
            options={years}
          />
          <SelectField
            name="successorId"
            label={fields.successorId}
            support={support.successorId}
            form={form}
            options={successors}
            empty={planForms.none}
          />
          <TextArea name="note" label={fields.note} support={support.note} required form={form} rows={3} />
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.endTitle(loaderData?.label ?? "")} | ${site.name}` },
];
