import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { openDesk } from "#app/domain/plan/pages.server.ts";
import { listPlans } from "#app/domain/plan/plans.store.server.ts";
import { treeLines } from "#app/domain/plan/tree-lines.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";
import { areaWords } from "#app/locales/ja/registers.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import { DeskNav, YearChoice } from "#app/ui/plan-nav.tsx";
import { PlanTree, WeightLine } from "#app/ui/plan-tree.tsx";
import { StackedTable } from "#app/ui/indicator-stack.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/plan";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const plans = await listPlans(town);
  if (plans.length === 0) return { plans, chosen: null };
  const { desk, year, years, now, place } = await openDesk(town, request);
  const { levelNames } = desk.records.plan;
  return {
    plans,
    chosen: {
      place,
      years,
      yearLabel: fiscalYearLabel(year),
      topLevel: levelNames.basicPolicy,
      source: desk.records.plan.source,
      ...treeLines(desk, { fiscalYear: year, knownOn: now }),
    },
  };
}

export default function StaffPlan({ loaderData }: Route.ComponentProps) {
  const { plans, chosen } = loaderData;
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: words.staffHome }]}
      lead={<p>{words.lead}</p>}
      wide
    >
      {chosen ? (
        <ChosenPlan chosen={chosen} />
      ) : (
        <EmptyState title={words.noPlan}>{words.noPlanNext}</EmptyState>
      )}
      <Section title={words.plans} id="plans">
        {plans.length > 0 && <Plans plans={plans} />}
        <p className="mt-6 flex flex-wrap gap-4">
          <LinkButton to="/staff/plan/new" look="secondary">
            {words.newPlan}
          </LinkButton>
          <LinkButton to="/staff/plan/areas" look="quiet">
            {areaWords.title}
          </LinkButton>
        </p>
      </Section>
    </Page>
  );
}

type Chosen = NonNullable<Route.ComponentProps["loaderData"]["chosen"]>;

function ChosenPlan({ chosen }: { chosen: Chosen }) {
  const { place, years, yearLabel, topLevel, policies, weights, planWide } = chosen;
  return (
    <section aria-labelledby="tree" className="mb-12">
      <h2 id="tree" className="mb-4 text-std-24B-150">
        {words.tree(place.planTitle, yearLabel)}
      </h2>
      <DeskNav place={place} yearLabel={yearLabel} />
      <YearChoice action="/staff/plan" year={place.year} years={years} keep={{ plan: place.planId }} />
      <p className="mb-4 text-solid-gray-700">{words.openAll}</p>
      <details className="mb-3 rounded-8 border border-solid-gray-420 px-3 py-1 sm:px-4">
        <summary className="min-h-11 cursor-pointer py-2 text-std-17B-170">
          {words.planWideIndicators(planWide.length)}
        </summary>
        <ul className="mb-3">
          {planWide.map(({ id, name, unit }) => (
            <li key={id}>
              <TextLink to={planLinks.indicator(id, place.year)} className="inline-block py-2">
                {name}
              </TextLink>{" "}
              ({unit})
            </li>
          ))}
          <li>
            <TextLink to={planLinks.indicatorNew(place, "")} className="inline-block py-2">
              {words.addPlanIndicator}
            </TextLink>
          </li>
        </ul>
      </details>
      <WeightLine weights={weights} />
      {policies.length === 0 ? (
        <EmptyState title={words.emptyTree}>{words.emptyTreeNext(topLevel)}</EmptyState>
      ) : (
        <PlanTree nodes={policies} place={place} />
      )}
      <p className="mt-6 flex flex-wrap gap-4">
        <LinkButton to={planLinks.nodeNew(place, "basicPolicy", "")} look="secondary">
          {words.add(topLevel)}
        </LinkButton>
        {policies.length > 0 && (
          <LinkButton to={planLinks.weights(place, "")} look="quiet">
            {words.setWeightsOf(topLevel)}
          </LinkButton>
        )}
      </p>
    </section>
  );
}

function Plans({ plans }: { plans: Route.ComponentProps["loaderData"]["plans"] }) {
  const [plan, years, nodes, indicators, locked] = words.planColumns;
  return (
    <StackedTable
      caption={words.plans}
      columns={[
        [plan, "md:w-[40%]"],
        [years, "md:w-[24%]"],
        [nodes, "md:w-[10%]"],
        [indicators, "md:w-[10%]"],
        [locked, "md:w-[16%]"],
      ]}
    >
      {plans.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">
              <a href={`/staff/plan?plan=${encodeURIComponent(line.id)}`}>{line.title}</a>{" "}
              {line.isOwn && <Badge tone="blue">{words.ownPlan}</Badge>}
            </th>
            <td data-label={years}>{words.years(line.firstFiscalYear, line.lastFiscalYear)}</td>
            <td data-label={nodes}>{words.counted(line.nodes)}</td>
            <td data-label={indicators}>{words.counted(line.indicators)}</td>
            <td data-label={locked}>
              {line.locked.map((year) => fiscalYearLabel(year)).join("、") || words.noneLocked}
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
