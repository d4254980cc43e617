import type { RouteHandle } from "#app/access.ts";
import { chooseAsOf } from "#app/domain/indicators/as-of.ts";
import { sheetLines } from "#app/domain/indicators/lines.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { indicatorWords as words } from "#app/locales/ja/indicators.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { IndicatorSheet } from "#app/ui/indicator-sheet.tsx";
import { IndicatorSummary } from "#app/ui/indicator-summary.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { renderOnce } from "#app/ui/render-once.server.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/indicators";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const plan = await openPlan(context.get(townContext));
  if (!plan) return null;
  const asked = new URL(request.url).searchParams.get("asOf");
  const { asOf, problem } = chooseAsOf(asked, { ...plan.dates, fallback: plan.dates.released });
  const lines = sheetLines(plan.sheet(asOf));
  return {
    asOf,
    problem,
    dates: plan.dates,
    plan: lines.plan,
    summary: lines.summary,
    policies: lines.policies.map(({ code, title }) => ({ code, title })),
    sheet: renderOnce(lines, IndicatorSheet),
  };
}

export default function Indicators({ loaderData }: Route.ComponentProps) {
  if (!loaderData)
    return (
      <Page title={words.title}>
        <EmptyState title={words.noPlan}>{words.noPlanNext}</EmptyState>
      </Page>
    );
  const { plan, sheet, summary } = loaderData;
  return (
    <div className="print-landscape">
      <Page title={words.titleOf(plan.title)} lead={<p>{words.lead}</p>} wide>
        <AsOfChoice {...loaderData} />
        <Section title={words.summary} id="summary">
          <IndicatorSummary summary={summary} />
        </Section>
        <details className="mt-6" data-screen-only>
          <summary className="min-h-11 cursor-pointer py-2 text-std-17B-170">{words.legendTitle}</summary>
          <ul className="list-disc pl-6">
            {words.legend.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
        {/* Rendered by React on this server from escaped texts; see renderOnce. */}
        <div className="mt-12" dangerouslySetInnerHTML={{ __html: sheet }} />
        <p className="mt-12 text-std-16N-170 text-solid-gray-700">
          {words.source}:{plan.source}
        </p>
      </Page>
    </div>
  );
}

function AsOfChoice({ asOf, dates, problem, policies }: NonNullable<Route.ComponentProps["loaderData"]>) {
  const choices = [
    {
      day: dates.released,
      to: "/indicators",
      label: words.releasedSheet(fiscalYearOf(dates.released)),
    },
    { day: dates.today, to: "/indicators?asOf=today", label: words.latest },
  ];
  return (
    <>
      {problem && (
        <Notice kind="warning" title={words.asOfProblem[problem]}>
          {words.asOfInstead(asOf)}
        </Notice>
      )}
      <p className="text-std-20B-150">{words.asOf(asOf)}</p>
      <ul data-screen-only className="mt-2 flex flex-wrap gap-x-6">
        {choices.map(({ day, to, label }) => (
          <li key={to} className="flex min-h-11 items-center gap-2">
            <TextLink to={to}>{label}</TextLink>
            {day === asOf && <span>({words.showing})</span>}
          </li>
        ))}
      </ul>
      <details data-screen-only className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2">{words.asOfChange}</summary>
        <form method="get" action="/indicators" className="flex flex-wrap items-end gap-4">
          <TextField name="asOf" label={words.asOfLabel} support={words.asOfSupport} defaultValue={asOf} />
          <Button look="secondary">{words.asOfSubmit}</Button>
        </form>
      </details>
      <nav aria-label={words.policies} className="mt-4 mb-8">
        <ul className="flex flex-wrap gap-x-6">
          {policies.map(({ code, title }) => (
            <li key={code} className="flex min-h-11 items-center">
              <TextLink to={`#policy-${code}`}>{words.policy(code, title)}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
];
