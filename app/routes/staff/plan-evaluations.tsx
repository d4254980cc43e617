import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { evaluationList } from "#app/domain/plan/evaluation-lines.ts";
import { openEvaluations } from "#app/domain/plan/evaluations.server.ts";
import { openDesk } from "#app/domain/plan/pages.server.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel, longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { EvaluationTable } from "#app/ui/plan-evaluation-table.tsx";
import { deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import { DeskNav, YearChoice } from "#app/ui/plan-nav.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/plan-evaluations";

const words = planForms.evaluations;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, years } = await openDesk(town, request);
  const opened = await openEvaluations(town, { desk, fiscalYear: year });
  const names = await namesOf(
    town,
    desk.records.evaluations.map(({ recordedById }) => recordedById),
  );
  const onlyMissing = new URL(request.url).searchParams.get("only") === "missing";
  const { groups, total, missing } = evaluationList(desk, opened, names);
  return {
    place,
    years,
    asOf: opened.asOf,
    onlyMissing,
    total,
    missing,
    groups: onlyMissing
      ? groups
          .map((group) => ({ ...group, projects: group.projects.filter(({ grade }) => grade === null) }))
          .filter((group) => group.projects.length > 0)
      : groups,
  };
}

export default function StaffPlanEvaluations({ loaderData }: Route.ComponentProps) {
  const { place, years, asOf, onlyMissing, total, missing, groups } = loaderData;
  const yearLabel = fiscalYearLabel(place.year);
  const all = planLinks.evaluations(place);
  return (
    <Page title={words.title} crumbs={deskCrumbs(place)} lead={<p>{words.lead(yearLabel)}</p>} wide>
      <DeskNav place={place} yearLabel={yearLabel} />
      <YearChoice
        action="/staff/plan/evaluations"
        year={place.year}
        years={years}
        keep={{ plan: place.planId }}
      />
      {total === 0 ? (
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      ) : (
        <>
          <p className="text-std-17B-170">
            {missing === 0 ? words.allDone(total) : words.missingCount(missing, total)}
          </p>
          <p className="text-solid-gray-700">{planForms.evaluation.asOf(longDate(asOf))}</p>
          {(missing > 0 || onlyMissing) && (
            <p className="mb-4 flex min-h-11 items-center">
              <TextLink to={onlyMissing ? all : `${all}&only=missing`}>
                {onlyMissing ? words.all : words.onlyMissing}
              </TextLink>
            </p>
          )}
          {groups.map(({ strategy, projects }) => (
            <EvaluationTable key={strategy.id} strategy={strategy} projects={projects} place={place} />
          ))}
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title}:${loaderData?.place.planTitle ?? ""} | ${site.name}` },
];
