import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { versionFor } from "#app/domain/indicators/versions.rules.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { nodeOf, versionLines } from "#app/domain/plan/node-lines.ts";
import { newestVersion } from "#app/domain/plan/node-version.rules.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { nodeReturnSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { TextArea } from "#app/ui/field.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/plan-node-return";

const words = planForms.node;

export const handle = { access: STAFF, title: words.return } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, now } = await openDesk(town, request, params);
  const found = nodeOf(desk, params.nodeId, { fiscalYear: year, knownOn: now });
  const versions = desk.records.nodes.find(({ id }) => id === params.nodeId)?.versions ?? [];
  const newest = newestVersion(versions);
  if (!found || !newest) throw data(null, { status: 404 });
  const before = versionFor(
    versions.filter(({ id }) => id !== newest.id),
    { fiscalYear: newest.effectiveFrom, knownOn: now },
  );
  const [line] = versionLines([newest], await namesOf(town, [newest.recordedById]));
  return {
    nodeId: params.nodeId,
    label: nodeLabel(found.node),
    place,
    line: line!,
    before: before && nodeLabel(before),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { nodeId } = params;
  return answerDeskForm(request, {
    schema: nodeReturnSchema,
    submit: ({ versionId, note }, asked) =>
      submit({ kind: "node-returned", input: { nodeId, versionId, note } }, asked),
    done: { url: planLinks.node(nodeId, open.year), notice: "plan-node-recorded" },
  });
}

export default function StaffPlanNodeReturn({ loaderData, actionData }: Route.ComponentProps) {
  const { nodeId, label, place, line, before } = loaderData;
  const crumbs = [{ to: planLinks.node(nodeId, place.year), label }];
  if (before === null)
    return (
      <Page title={words.returnTitle(label)} crumbs={deskCrumbs(place, ...crumbs)}>
        <EmptyState title={words.firstVersion}>
          <TextLink to={planLinks.nodeEnd(nodeId, place.year)}>{words.end}</TextLink>
        </EmptyState>
      </Page>
    );
  return (
    <DeskFormPage
      title={words.returnTitle(label)}
      lead={words.returnLead}
      place={place}
      crumbs={crumbs}
      answer={actionData}
      labels={words.fields}
      before={
        <div className="mb-8">
          <DescriptionList
            items={[
              {
                term: words.returnOf,
                children: [`${line.from} ${line.change}`, line.title, line.note, `${line.at} ${line.by}`]
                  .filter(Boolean)
                  .join("\n"),
              },
              { term: words.returnTo, children: before },
            ]}
          />
        </div>
      }
    >
      {(form) => (
        <>
          <input type="hidden" name="versionId" value={line.id} />
          <TextArea name="note" label={words.fields.note} required form={form} rows={3} />
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.returnTitle(loaderData?.label ?? "")} | ${site.name}` },
];
