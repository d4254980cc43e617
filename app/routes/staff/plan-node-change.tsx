import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { nodeOf, nodeValues, parentChoices } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { nodeChangeSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import { NodeFields } from "#app/ui/plan-node-form.tsx";
import type { Route } from "./+types/plan-node-change";

const words = planForms.node;

export const handle = { access: STAFF, title: words.change } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { desk, place, years, year, now } = await openDesk(context.get(townContext), request, params);
  const found = nodeOf(desk, params.nodeId, { fiscalYear: year, knownOn: now });
  if (!found) throw data(null, { status: 404 });
  const { node, isThere } = found;
  const from = isThere ? year : node.effectiveFrom;
  return {
    nodeId: node.id,
    label: nodeLabel(node),
    place,
    years,
    from,
    parents: parentChoices(desk, node.level, { fiscalYear: from, knownOn: now }),
    values: nodeValues(node),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { nodeId } = params;
  return answerDeskForm(request, {
    schema: nodeChangeSchema,
    submit: ({ change, effectiveFrom, note, ...fields }, asked) =>
      submit({ kind: "node-changed", input: { nodeId, change, effectiveFrom, note, fields } }, asked),
    done: { url: planLinks.node(nodeId, open.year), notice: "plan-node-recorded" },
  });
}

export default function StaffPlanNodeChange({ loaderData, actionData }: Route.ComponentProps) {
  const { nodeId, label, place, years, from, parents, values } = loaderData;
  return (
    <DeskFormPage
      title={words.changeTitle(label)}
      lead={words.changeLead}
      place={place}
      crumbs={[{ to: planLinks.node(nodeId, place.year), label }]}
      answer={actionData}
      labels={words.fields}
    >
      {(form) => (
        <NodeFields
          form={form}
          values={values}
          parents={parents}
          years={years}
          year={String(from)}
          withChange
        />
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.changeTitle(loaderData?.label ?? "")} | ${site.name}` },
];
