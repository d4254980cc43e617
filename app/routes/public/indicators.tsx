import { decideAccess, type RouteHandle, STAFF } from "#app/access.ts";
import { choiceView, planOptions } from "#app/domain/indicators/choice-lines.ts";
import { chosenQuery, openChosenPlan } from "#app/domain/indicators/chosen-plan.server.ts";
import { sheetLines } from "#app/domain/indicators/lines.ts";
import { formatRatio } from "#app/domain/indicators/rules.ts";
import { howThePlanStands, whatThePlanWants } from "#app/domain/indicators/standing.ts";
import { indicatorWords as words } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext, viewerContext } from "#app/town.ts";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { IndicatorLinks, OtherPlans } from "#app/ui/indicator-links.tsx";
import { IndicatorSheet } from "#app/ui/indicator-sheet.tsx";
import { PlanWants, ReachByPolicy } from "#app/ui/indicator-standing.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { renderOnce } from "#app/ui/render-once.server.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/indicators";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const isStaff = decideAccess(STAFF, context.get(viewerContext)) === "allowed";
  const chosen = await openChosenPlan(context.get(townContext), { params, isStaff });
  if (!chosen) return null;
  const { plan, choice, cut, days, sheet } = chosen;
  const lines = sheetLines(sheet, cut);
  const isOpen = params.get("open") === "all";
  const html = renderOnce(lines, IndicatorSheet);
  return {
    choice: choiceView(chosen, (named) => `/indicators${chosenQuery({ choice, cut: { ...cut, ...named } })}`),
    unknownPlan: chosen.isPlanUnknown ? choice.title : null,
    plans: planOptions(chosen.plans),
    planId: choice.id,
    isOwn: choice.isOwn,
    isReleased: plan.releases.length > 0,
    areaName: choice.areaName,
    hasProjects: lines.policies.some((policy) =>
      policy.strategies.some(({ projects }) => projects.length > 0),
    ),
    query: chosenQuery(chosen),
    dates: plan.dates,
    lastDay: days.last,
    others: planOptions(chosen.plans.filter(({ id }) => id !== choice.id)),
    plan: { title: choice.title, source: lines.plan.source },
    isEmpty: lines.planIndicators.length === 0 && lines.policies.length === 0,
    wants: whatThePlanWants(sheet),
    stands: howThePlanStands(sheet),
    policies: lines.policies.map(({ code, title, reach }) => ({
      code,
      title,
      ...reach,
      share: formatRatio(reach.compared === 0 ? 0 : reach.reached / reach.compared),
    })),
    isOpen,
    sheet: isOpen ? html.replaceAll("<details ", '<details open="" ') : html,
  };
}

export default function Indicators({ loaderData: shown }: Route.ComponentProps) {
  if (!shown)
    return (
      <Page title={words.title}>
        <EmptyState title={words.noPlan}>{words.noPlanNext}</EmptyState>
      </Page>
    );
  const { plan, choice } = shown;
  return (
    <div className="print-landscape">
      <Page
        title={words.titleOf(plan.title)}
        lead={<p>{shown.isOwn ? words.lead : publicWords.otherLead(shown.areaName)}</p>}
        wide
      >
        <PastBanner past={choice.past} />
        <ChoiceProblems choice={choice} unknownPlan={shown.unknownPlan} />
        <Section title={publicWords.wants} id="wants">
          <PlanWants wants={shown.wants} policies={shown.policies} />
        </Section>
        <Section title={publicWords.stands} id="summary">
          <p className="text-std-18B-160">{words.asOf(choice.asOf)}</p>
          {choice.state && <p className="mt-1 max-w-3xl">{choice.state}</p>}
          <QuickChoices {...shown} />
          {shown.isEmpty ? (
            <p className="mt-3">{publicWords.notYet}</p>
          ) : (
            <ul className="mt-3 grid max-w-3xl list-disc gap-2 pl-6 text-std-18N-160">
              {shown.stands.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <ReachByPolicy policies={shown.policies} />
          <ChoiceForm choice={choice} action="/indicators" plans={shown.plans} planId={shown.planId} />
          <details className="mt-2 rounded-8 border border-solid-gray-420 px-4" data-screen-only>
            <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">{words.legendTitle}</summary>
            <ul className="list-disc pb-4 pl-6">
              {words.legend.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
          {shown.hasProjects && (
            <p className="mt-3 flex min-h-11 items-center" data-screen-only>
              <TextLink to={`/indicators${shown.query}${shown.isOpen ? "" : "&open=all"}`}>
                {shown.isOpen ? publicWords.closeAll : publicWords.openAll}
              </TextLink>
            </p>
          )}
        </Section>
        {/* Rendered by React on this server from escaped texts; see renderOnce. */}
        <div className="mt-12" dangerouslySetInnerHTML={{ __html: shown.sheet }} />
        <div className="mt-12">
          {shown.others.length > 0 && <OtherPlans plans={shown.others} />}
          <IndicatorLinks query={shown.query} isOwn={shown.isOwn} isReleased={shown.isReleased} />
        </div>
        <p className="mt-12 text-std-16N-170 text-solid-gray-700">
          {words.source}:{plan.source}
        </p>
      </Page>
    </div>
  );
}

/** The two days that most readers want: the released sheet and today. */
function QuickChoices({
  choice,
  dates,
  lastDay,
  isOwn,
}: Pick<NonNullable<Route.ComponentProps["loaderData"]>, "choice" | "dates" | "lastDay" | "isOwn">) {
  if (!isOwn) return null;
  const choices = [
    { day: dates.released, to: "/indicators", label: words.releasedSheet(dates.released) },
    { day: lastDay, to: "/indicators?asOf=today", label: words.latest },
  ];
  return (
    <ul data-screen-only className="mt-1 flex flex-wrap gap-x-6">
      {choices.map(({ day, to, label }) => (
        <li key={to} className="flex min-h-11 items-center gap-2">
          <TextLink to={to}>{label}</TextLink>
          {day === choice.asOf && choice.past === null && <span>({words.showing})</span>}
        </li>
      ))}
    </ul>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
];
