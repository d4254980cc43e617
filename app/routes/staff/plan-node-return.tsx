import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { nodeOf, versionLines } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { returnSchema } from "#app/domain/plan/schema.ts";
import { newestVersion, versionBefore } from "#app/domain/plan/version-return.rules.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { planLinks } from "#app/ui/plan-links.ts";
import { ReturnPage } from "#app/ui/plan-return.tsx";
import type { Route } from "./+types/plan-node-return";

const words = planForms.return;

export const handle = { access: STAFF, title: words.action } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, now } = await openDesk(town, request, params);
  const found = nodeOf(desk, params.nodeId, { fiscalYear: year, knownOn: now });
  const versions = desk.records.nodes.find(({ id }) => id === params.nodeId)?.versions ?? [];
  const newest = newestVersion(versions);
  if (!found || !newest) throw data(null, { status: 404 });
  const before = versionBefore(versions, now);
  const [line] = versionLines([newest], await namesOf(town, [newest.recordedById]));
  const { from, change, title, note, at, by } = line!;
  return {
    nodeId: params.nodeId,
    label: nodeLabel(found.node),
    place,
    view: {
      versionId: newest.id,
      taken: [`${from} ${change}`, title, note, `${at} ${by}`],
      before: before && nodeLabel(before),
    },
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { nodeId } = params;
  return answerDeskForm(request, {
    schema: returnSchema,
    submit: ({ versionId, note }, asked) =>
      submit({ kind: "node-returned", input: { nodeId, versionId, note } }, asked),
    done: { url: planLinks.node(nodeId, open.year), notice: "plan-node-recorded" },
  });
}

export default function StaffPlanNodeReturn({ loaderData, actionData }: Route.ComponentProps) {
  const { nodeId, label, place, view } = loaderData;
  return (
    <ReturnPage
      label={label}
      place={place}
      crumbs={[{ to: planLinks.node(nodeId, place.year), label }]}
      answer={actionData}
      view={view}
      end={{ to: planLinks.nodeEnd(nodeId, place.year), label: planForms.node.end }}
    />
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title(loaderData?.label ?? "")} | ${site.name}` },
];
