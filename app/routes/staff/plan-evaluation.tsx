import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import {
  computedFacts,
  conflictOf,
  evaluationValues,
  gradeOptions,
  revisionLines,
} from "#app/domain/plan/evaluation-lines.ts";
import { lastRevision, NO_COMPUTED_GRADE } from "#app/domain/plan/evaluation-draft.rules.ts";
import { openEvaluations } from "#app/domain/plan/evaluations.server.ts";
import { nodeOf } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { evaluationSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { valueOf } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { ComputedEvaluation, EvaluationConflict, EvaluationHistory } from "#app/ui/plan-evaluation-facts.tsx";
import { EvaluationFieldset } from "#app/ui/plan-evaluation-form.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-evaluation";

const words = planForms.evaluation;

export const handle = { access: STAFF, title: planForms.evaluations.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, now } = await openDesk(town, request, params);
  const found = nodeOf(desk, params.nodeId, { fiscalYear: year, knownOn: now });
  if (!found) throw data(null, { status: 404 });
  const rows = desk.records.evaluations.filter(
    ({ nodeId, fiscalYear }) => nodeId === params.nodeId && fiscalYear === year,
  );
  const names = await namesOf(
    town,
    rows.map(({ recordedById }) => recordedById),
  );
  const last = lastRevision(desk.records.evaluations, params.nodeId, year);
  const opened = await openEvaluations(town, { desk, fiscalYear: year });
  return {
    nodeId: params.nodeId,
    label: nodeLabel(found.node),
    isThere: found.isThere,
    place,
    seen: last?.revision ?? 0,
    values: evaluationValues(last),
    grades: gradeOptions(desk),
    computed: computedFacts(desk, opened, params.nodeId),
    revisions: revisionLines(rows, names),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const { desk, year: fiscalYear } = open;
  const { nodeId } = params;
  const submit = submitFor(town, open, viewer);
  return answerDeskForm(request, {
    schema: evaluationSchema,
    submit: async ({ seen, ...fields }, asked) => {
      const opened = await openEvaluations(town, { desk, fiscalYear });
      const computed = opened.scores.get(nodeId) ?? NO_COMPUTED_GRADE;
      const input = { nodeId, fiscalYear, seen, fields, computed };
      return submit({ kind: "evaluated", input }, asked);
    },
    done: { url: planLinks.evaluation(nodeId, fiscalYear), notice: "plan-evaluation-recorded" },
  });
}

export default function StaffPlanEvaluation({ loaderData, actionData }: Route.ComponentProps) {
  const { nodeId, label, isThere, place, seen, values, grades, computed, revisions } = loaderData;
  const title = words.title(label, fiscalYearLabel(place.year));
  const crumbs = [
    { to: planLinks.evaluations(place), label: planForms.evaluations.title },
    { to: planLinks.node(nodeId, place.year), label },
  ];
  if (!isThere)
    return (
      <Page title={title} crumbs={deskCrumbs(place, ...crumbs)}>
        <Notice kind="info" title={planForms.node.notYet(fiscalYearLabel(place.year))} />
      </Page>
    );
  // Somebody recorded this evaluation in between: the page was loaded anew, so their words are the loaded ones.
  const isConflict = actionData?.errors["form"] === "evaluation-changed";
  const newest = revisions[0];
  return (
    <DeskFormPage
      title={title}
      place={place}
      crumbs={crumbs}
      answer={isConflict ? { ...actionData, errors: {} } : actionData}
      labels={words.fields}
      before={
        <>
          {isConflict && newest && (
            <EvaluationConflict
              conflict={{ title: newest.title, differences: conflictOf(values, actionData.values) }}
            />
          )}
          <ComputedEvaluation computed={computed} />
          <h2 className="mb-6 text-std-24B-150">{words.formTitle}</h2>
        </>
      }
      after={<EvaluationHistory revisions={revisions} />}
    >
      {(form) => (
        <EvaluationFieldset
          form={form}
          values={values}
          grades={grades}
          seen={isConflict ? String(seen) : valueOf(form, "seen", String(seen))}
        />
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${words.title(loaderData?.label ?? "", fiscalYearLabel(loaderData?.place.year ?? 2000))} | ${site.name}`,
  },
];
