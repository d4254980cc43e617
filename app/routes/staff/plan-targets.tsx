import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { setLines, targetBlocks } from "#app/domain/plan/indicator-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { targetsSchema } from "#app/domain/plan/schema.ts";
import { readTargetFields } from "#app/domain/plan/target-draft.rules.ts";
import { nodeChoices } from "#app/domain/plan/tree-lines.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { type DeskPlace, deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import { DecisionFields, TargetBlocks } from "#app/ui/plan-target-form.tsx";
import { TargetSets } from "#app/ui/plan-target-sets.tsx";
import type { Route } from "./+types/plan-targets";

const words = planForms.targets;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, now, today } = await openDesk(town, request);
  const at = { fiscalYear: year, knownOn: now };
  const asked = new URL(request.url).searchParams.get("node") || null;
  const nodeId = nodesAt(desk.records, at).find(({ id }) => id === asked)?.id ?? null;
  const names = await namesOf(
    town,
    desk.targetSets.map(({ recordedById }) => recordedById),
  );
  return {
    place,
    nodeId: nodeId ?? "",
    places: nodeChoices(desk, at, () => true),
    blocks: targetBlocks(desk, nodeId, at, today),
    sets: setLines(desk, names),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request);
  const submit = submitFor(town, open, viewer);
  const nodeId = new URL(request.url).searchParams.get("node") ?? "";
  return answerDeskForm(request, {
    schema: targetsSchema,
    submit: async ({ adoptedOn, decidedBy, reason }, asked, values) => {
      if (adoptedOn > civilDateOf(open.now)) return { ok: false, errors: { adoptedOn: "date-in-future" } };
      const cells = readTargetFields(
        values,
        open.desk.records.indicators.map(({ id }) => id),
      );
      return submit({ kind: "targets-adopted", input: { adoptedOn, decidedBy, reason, cells } }, asked);
    },
    done: { url: planLinks.targets(open.place, nodeId), notice: "plan-targets-recorded" },
  });
}

export default function StaffPlanTargets({ loaderData, actionData }: Route.ComponentProps) {
  const { place, nodeId, places, blocks, sets } = loaderData;
  const choice = <PlaceChoice place={place} nodeId={nodeId} places={places} />;
  const history = (
    <div className="mt-12">
      <Section title={words.sets} id="sets">
        <TargetSets sets={sets} />
      </Section>
    </div>
  );
  if (blocks.length === 0)
    return (
      <Page title={words.title} crumbs={deskCrumbs(place)} lead={<p>{words.lead}</p>}>
        {choice}
        <EmptyState title={words.noIndicators}>{words.noIndicatorsNext}</EmptyState>
        {history}
      </Page>
    );
  const labels: Record<string, string> = { ...words.fields };
  for (const block of blocks)
    for (const { field, label } of block.years) labels[field] = `${block.name} ${label}`;
  return (
    <DeskFormPage
      title={words.title}
      lead={words.lead}
      place={place}
      answer={actionData}
      labels={labels}
      before={choice}
      after={history}
    >
      {(form) => (
        <>
          <DecisionFields form={form} />
          <TargetBlocks blocks={blocks} form={form} />
        </>
      )}
    </DeskFormPage>
  );
}

function PlaceChoice({
  place,
  nodeId,
  places,
}: {
  place: DeskPlace;
  nodeId: string;
  places: { value: string; label: string }[];
}) {
  return (
    <form method="get" action="/staff/plan/targets" className="mb-8 flex flex-wrap items-end gap-3">
      <input type="hidden" name="plan" value={place.planId} />
      <input type="hidden" name="year" value={place.year} />
      <SelectField
        name="node"
        label={words.place}
        defaultValue={nodeId}
        options={places}
        empty={deskWords.planWide}
      />
      <Button look="secondary">{words.placeSubmit}</Button>
    </form>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title}:${loaderData?.place.planTitle ?? ""} | ${site.name}` },
];
