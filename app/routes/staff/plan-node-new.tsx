import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { parentChoices } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { newNodeSchema, PLAN_LEVELS } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import { NodeFields } from "#app/ui/plan-node-form.tsx";
import type { Route } from "./+types/plan-node-new";

const words = planForms.node;

export const handle = { access: STAFF, title: words.newTitle("項目") } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { desk, place, years, year, now } = await openDesk(context.get(townContext), request);
  const query = new URL(request.url).searchParams;
  const level = PLAN_LEVELS.find((candidate) => candidate === query.get("level")) ?? "basicPolicy";
  const at = { fiscalYear: year, knownOn: now };
  const parents = parentChoices(desk, level, at);
  if (level !== "basicPolicy" && parents.length === 0) throw data(null, { status: 404 });
  const asked = query.get("parent");
  const parent = parents.find(({ value }) => value === asked) ?? parents[0] ?? null;
  const siblings = nodesAt(desk.records, at).filter(({ parentId }) => parentId === (parent?.value ?? null));
  return {
    place,
    years,
    level,
    levelName: desk.records.plan.levelNames[level],
    parents,
    values: {
      parentId: parent?.value ?? "",
      code: "",
      title: "",
      description: "",
      object: "",
      intent: "",
      owner: "",
      weight: "",
      position: String(Math.max(0, ...siblings.map(({ position }) => position)) + 1),
      lastFiscalYear: "",
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request);
  const submit = submitFor(town, open, viewer);
  return answerDeskForm(request, {
    schema: newNodeSchema,
    submit: ({ level, effectiveFrom, note, ...fields }, asked) =>
      submit({ kind: "node-added", input: { level, effectiveFrom, note, fields } }, asked),
    done: { url: planLinks.desk(open.place), notice: "plan-node-recorded" },
  });
}

export default function StaffPlanNodeNew({ loaderData, actionData }: Route.ComponentProps) {
  const { place, years, level, levelName, parents, values } = loaderData;
  return (
    <DeskFormPage
      title={words.newTitle(levelName)}
      lead={words.newLead}
      place={place}
      answer={actionData}
      labels={words.fields}
    >
      {(form) => (
        <>
          <input type="hidden" name="level" value={level} />
          <NodeFields form={form} values={values} parents={parents} years={years} year={String(place.year)} />
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.newTitle(loaderData?.levelName ?? "項目")} | ${site.name}` },
];
