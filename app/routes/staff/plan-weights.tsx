import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { runningUnder } from "#app/domain/plan/desk.rules.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { readWeights, weightsSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import type { Context } from "#app/town.ts";
import { townContext } from "#app/town.ts";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import { YearChoice } from "#app/ui/plan-nav.tsx";
import { SumGroup } from "#app/ui/plan-sum.tsx";
import type { Route } from "./+types/plan-weights";

const words = planForms.weights;

export const handle = { access: STAFF, title: deskWords.setWeights } satisfies RouteHandle;

/** The parent in the address with its running children; an unknown parent is missing. */
async function openSiblings(request: Request, context: Context) {
  const open = await openDesk(context.get(townContext), request);
  const at = { fiscalYear: open.year, knownOn: open.now };
  const parentId = new URL(request.url).searchParams.get("parent") || null;
  const parent = nodesAt(open.desk.records, at).find(({ id }) => id === parentId) ?? null;
  if (parentId !== null && (!parent || parent.level === "project")) throw data(null, { status: 404 });
  return { open, parentId, parent, siblings: runningUnder(open.desk.records, parentId, at) };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { open, parent, siblings } = await openSiblings(request, context);
  return {
    place: open.place,
    years: open.years,
    parentId: parent?.id ?? "",
    parentLabel: parent ? nodeLabel(parent) : words.top,
    siblings: siblings.map((node) => ({
      id: node.id,
      label: nodeLabel(node),
      weight: node.weight === null ? "" : String(node.weight),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const { open, parentId, siblings } = await openSiblings(request, context);
  const submit = submitFor(context.get(townContext), open, viewer);
  return answerDeskForm(request, {
    schema: weightsSchema,
    submit: async ({ note }, asked, values) => {
      const read = readWeights(
        values,
        siblings.map(({ id }) => id),
      );
      if (!read.ok) return read;
      const { weights } = read;
      return submit(
        { kind: "weights-set", input: { parentId, effectiveFrom: open.year, weights, note } },
        asked,
      );
    },
    done: { url: planLinks.desk(open.place), notice: "plan-weights-recorded" },
  });
}

export default function StaffPlanWeights({ loaderData, actionData }: Route.ComponentProps) {
  const { place, years, parentId, parentLabel, siblings } = loaderData;
  const title = words.title(parentLabel);
  const yearChoice = (
    <YearChoice
      action="/staff/plan/weights"
      year={place.year}
      years={years}
      keep={{ plan: place.planId, parent: parentId }}
    />
  );
  if (siblings.length === 0)
    return (
      <Page title={title} crumbs={deskCrumbs(place)}>
        {yearChoice}
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      </Page>
    );
  const labels = {
    note: words.note,
    sum: words.sum,
    ...Object.fromEntries(siblings.map(({ id, label }) => [`weight.${id}`, label])),
  };
  return (
    <DeskFormPage
      title={title}
      lead={words.lead}
      place={place}
      answer={actionData}
      labels={labels}
      before={yearChoice}
    >
      {(form) => (
        <>
          <SumGroup legend={words.from(fiscalYearLabel(place.year))} support={words.sumSupport} form={form}>
            {siblings.map(({ id, label, weight }) => (
              <TextField
                key={id}
                name={`weight.${id}`}
                label={words.weightOf(label)}
                form={form}
                defaultValue={weight}
                inputMode="numeric"
                className="max-w-xl [&_input]:max-w-40"
              />
            ))}
          </SumGroup>
          <TextArea name="note" label={words.note} required form={form} rows={3} />
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title(loaderData?.parentLabel ?? "")} | ${site.name}` },
];
