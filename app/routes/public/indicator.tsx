import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { chooseAsOf } from "#app/domain/indicators/as-of.ts";
import { historyYears, publicBreakdowns } from "#app/domain/indicators/detail-lines.ts";
import { gradeText, indicatorLine } from "#app/domain/indicators/lines.ts";
import { formatFigure } from "#app/domain/indicators/rules.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel, longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Notice } from "#app/ui/form-message.tsx";
import { BreakdownTable, IndicatorHistory } from "#app/ui/indicator-detail.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList, Table } from "#app/ui/table.tsx";
import type { Route } from "./+types/indicator";

const words = indicatorWords.detail;

export const handle = { access: "public", title: indicatorWords.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const plan = await openPlan(context.get(townContext));
  const asked = new URL(request.url).searchParams.get("asOf");
  const chosen = plan && chooseAsOf(asked, { ...plan.dates, fallback: plan.dates.released });
  const detail = chosen && plan.indicator(params.id, chosen.asOf);
  if (!detail) throw data(null, { status: 404 });
  const { indicator, line, computed, fiscalYear, asOf, evaluation } = detail;
  const isYearly = detail.path.length === 3;
  return {
    asOf,
    fiscalYear,
    problem: chosen.problem,
    path: detail.path,
    name: indicator.name,
    definition: indicator.definition,
    source: indicator.source,
    direction: indicator.direction,
    method: line.method,
    line: indicatorLine(line, fiscalYear, isYearly),
    official: line.actual.official,
    measure: detail.measure,
    computed: computed && {
      counts: computed.counts,
      timeNature: computed.timeNature,
      inputs: computed.inputCount,
      members: computed.memberCount,
      digest: computed.digest,
      breakdowns: publicBreakdowns(computed),
    },
    history: historyYears(detail.history, indicator, { fiscalYear, asOf }),
    targets: detail.targets.map((target) => ({
      year: fiscalYearLabel(target.fiscalYear),
      value: target.value === null ? target.text : formatFigure(target.value, indicator),
      adoptedOn: target.adoptedOn,
      reason: target.reason,
    })),
    evaluation: evaluation && {
      year: evaluation.fiscalYear,
      grade: gradeText(evaluation, evaluation.fiscalYear),
      direction: evaluation.futureDirection,
      results: evaluation.results,
      issues: evaluation.issues,
      nextYear: evaluation.nextYearNote,
    },
  };
}

export default function Indicator({ loaderData: shown }: Route.ComponentProps) {
  const { computed, measure, line, evaluation } = shown;
  const place = shown.path.map(({ code, title }) => `${code} ${title}`).join(" › ") || words.planWide;
  const current = [
    { term: indicatorWords.columns.latestActual, children: figure(line.actual) },
    { term: words.target, children: line.target },
    {
      term: words.achievement,
      children: line.reached ? `${line.ratio}(${indicatorWords.reached})` : line.ratio,
    },
    { term: words.direction, children: indicatorWords.indicatorDirections[shown.direction] },
    { term: words.method, children: indicatorWords.methods[shown.method] },
  ];
  const basis = [
    { term: words.cutOff, children: longDate(shown.asOf) },
    ...(measure && computed
      ? [
          {
            term: words.computedFrom,
            children: words.measure(measure.name, measure.key, measure.version),
          },
          {
            term: words.definition,
            children: `${measure.definition}\n${words.timeNatures[computed.timeNature]}`,
          },
          { term: words.counts, children: words.countUnits[computed.counts] },
          { term: words.recordCount, children: words.records(computed.inputs, computed.members) },
          { term: words.digest, children: `${computed.digest}\n${words.digestNote}` },
        ]
      : [
          { term: words.computedFrom, children: words.entered },
          { term: words.definition, children: shown.definition || words.noDefinition },
        ]),
    { term: words.source, children: shown.source || words.noSource },
  ];
  return (
    <Page title={shown.name} crumbs={[{ to: "/indicators", label: words.back }]} lead={<p>{place}</p>}>
      {shown.problem && (
        <Notice kind="warning" title={indicatorWords.asOfProblem[shown.problem]}>
          {indicatorWords.asOfInstead(shown.asOf)}
        </Notice>
      )}
      <Section title={words.now} id="now">
        <p className="mb-4">{indicatorWords.asOf(shown.asOf)}</p>
        <DescriptionList items={current} />
        {shown.official && (
          <Notice kind="info" title={indicatorWords.officialReason}>
            {shown.official.note}
          </Notice>
        )}
      </Section>
      {computed && computed.breakdowns.length > 0 && (
        <Section title={words.breakdown} id="breakdown">
          {computed.breakdowns.map((breakdown) => (
            <BreakdownTable key={breakdown.by} breakdown={breakdown} />
          ))}
        </Section>
      )}
      <Section title={words.history} id="history-years">
        <IndicatorHistory name={shown.name} years={shown.history} />
      </Section>
      <Section title={words.definition} id="definition">
        <DescriptionList items={basis} />
      </Section>
      <Section title={words.targets} id="targets">
        {shown.targets.length === 0 ? <p>{words.noTargets}</p> : <Targets targets={shown.targets} />}
      </Section>
      {evaluation && (
        <Section title={`${words.evaluation}(${fiscalYearLabel(evaluation.year)})`} id="evaluation">
          <DescriptionList
            items={[
              { term: indicatorWords.columns.grade, children: evaluation.grade },
              ...(evaluation.direction
                ? [
                    {
                      term: indicatorWords.columns.direction,
                      children: indicatorWords.directions[evaluation.direction],
                    },
                  ]
                : []),
              { term: words.results, children: evaluation.results || indicatorWords.noExpected },
              { term: words.issues, children: evaluation.issues || indicatorWords.noExpected },
              ...(evaluation.nextYear ? [{ term: words.nextYear, children: evaluation.nextYear }] : []),
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

function figure({ text, mark, note }: { text: string; mark: string | null; note: string | null }) {
  return [text, mark && `(${mark})`, note].filter(Boolean).join(" ");
}

type TargetRow = Route.ComponentProps["loaderData"]["targets"][number];

function Targets({ targets }: { targets: TargetRow[] }) {
  return (
    <Table caption={words.targets} head={[words.year, words.target, words.adoptedOn, words.reason]}>
      {targets.map((target) => (
        <tr key={`${target.year} ${target.adoptedOn} ${target.value}`}>
          <th scope="row" className="whitespace-nowrap">
            {target.year}
          </th>
          <td>{target.value}</td>
          <td>{longDate(target.adoptedOn)}</td>
          <td>{target.reason || words.firstDecision}</td>
        </tr>
      ))}
    </Table>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const name = loaderData?.name ?? indicatorWords.title;
  return [
    { title: `${name} | ${site.name}` },
    { name: "description", content: `${name}の目標と実績、数え方、年度ごとの推移。` },
  ];
};
