import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { readDefinition } from "#app/domain/plan/indicator-input.ts";
import {
  decidedTargets,
  definitionLines,
  indicatorOf,
  indicatorValues,
} from "#app/domain/plan/indicator-lines.ts";
import { measureChoices } from "#app/domain/plan/measure-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { indicatorSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { IndicatorFields, indicatorLabels } from "#app/ui/plan-indicator-form.tsx";
import { IndicatorHistory, IndicatorState } from "#app/ui/plan-indicator-history.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-indicator";

const words = planForms.indicator;

export const handle = { access: STAFF, title: words.changeFormTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, years, now } = await openDesk(town, request, params);
  const found = indicatorOf(desk, params.indicatorId, { fiscalYear: year, knownOn: now });
  if (!found) throw data(null, { status: 404 });
  const { record, shown, isThere } = found;
  const names = await namesOf(
    town,
    record.versions.map(({ recordedById }) => recordedById),
  );
  return {
    id: record.id,
    nodeId: record.nodeId,
    name: shown.name,
    place,
    years,
    isThere,
    lastFiscalYear: shown.lastFiscalYear,
    values: indicatorValues(shown),
    measures: measureChoices(),
    versions: definitionLines(record.versions, names),
    targets: decidedTargets(desk, record.targets, shown),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { indicatorId } = params;
  return answerDeskForm(request, {
    schema: indicatorSchema,
    submit: async (form, asked, values) => {
      const read = readDefinition(form, values);
      if (!read.ok) return read;
      return submit({ kind: "indicator-changed", input: { ...read.definition, indicatorId } }, asked);
    },
    done: { url: planLinks.indicator(indicatorId, open.year), notice: "plan-indicator-recorded" },
  });
}

export default function StaffPlanIndicator({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nodeId, name, place, years, measures, values, versions, targets } = loaderData;
  return (
    <DeskFormPage
      title={words.changeTitle(name)}
      place={place}
      crumbs={nodeId === null ? [] : [{ to: planLinks.node(nodeId, place.year), label: deskWords.itsNode }]}
      answer={actionData}
      labels={indicatorLabels(measures)}
      before={
        <>
          <IndicatorState
            id={id}
            nodeId={nodeId}
            place={place}
            endedWith={loaderData.isThere ? null : loaderData.lastFiscalYear}
          />
          <IndicatorHistory versions={versions} targets={targets} />
          <h2 className="mt-12 text-std-24B-150">{words.changeFormTitle}</h2>
          <p className="mt-2 mb-6">{words.changeLead}</p>
        </>
      }
    >
      {(form) => (
        <IndicatorFields
          form={form}
          values={values}
          measures={measures}
          years={years}
          year={String(place.year)}
          isNew={false}
        />
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.changeTitle(loaderData?.name ?? "")} | ${deskWords.title} | ${site.name}` },
];
