import { data } from "react-router";
import { decideAccess, type RouteHandle, STAFF } from "#app/access.ts";
import { choiceView } from "#app/domain/indicators/choice-lines.ts";
import {
  chosenQuery,
  hiddenBeforeOf,
  openPlanOfIndicator,
} from "#app/domain/indicators/chosen-plan.server.ts";
import { forecastIndicator } from "#app/domain/indicators/forecast.server.ts";
import { indicatorView } from "#app/domain/indicators/indicator-view.ts";
import { cutQuery } from "#app/domain/indicators/lines.ts";
import { listComparedAreas } from "#app/domain/indicators/plans.store.server.ts";
import { readEnteredFigures } from "#app/domain/indicators/provenance.store.server.ts";
import { wordsWithout } from "#app/domain/indicators/public-words.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext, viewerContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EnteredTable, FigureNow, TargetTable, VersionTable } from "#app/ui/indicator-basis.tsx";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { AreaComparison } from "#app/ui/indicator-comparison.tsx";
import { BreakdownTable, IndicatorHistory } from "#app/ui/indicator-detail.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/indicator";

const words = indicatorWords.detail;
const own = publicWords.detail;

export const handle = { access: "public", title: indicatorWords.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const isStaff = decideAccess(STAFF, context.get(viewerContext)) === "allowed";
  const chosen = await openPlanOfIndicator(town, {
    indicatorId: params.id,
    params: new URL(request.url).searchParams,
    isStaff,
  });
  const knownOn = chosen?.cut.knownOn ?? town.clock.now();
  const detail = chosen?.plan.indicator(params.id, chosen.cut.asOf, knownOn, chosen.steps);
  if (!chosen || !detail) throw data(null, { status: 404 });
  const { cut, choice, limits, plan } = chosen;
  const released = cut.released;
  const [entered, areas, forecast] = await Promise.all([
    readEnteredFigures(town, { indicatorId: params.id, knownOn }),
    listComparedAreas(town, { indicatorId: params.id }),
    forecastIndicator(town, { indicator: detail.indicator, cut: { asOf: cut.asOf, knownOn } }),
  ]);
  const address = `/indicators/${encodeURIComponent(params.id)}`;
  return {
    ...indicatorView({
      detail,
      cut: { asOf: cut.asOf, knownOn },
      choice,
      entered,
      areas,
      forecast,
      limits,
      isStaff,
      released,
      hiddenBefore: hiddenBeforeOf(chosen, params.id),
      open: isStaff
        ? (text) => text
        : wordsWithout(plan.besides(params.id, cut.asOf, knownOn), limits, released?.hidden),
    }),
    address,
    query: cutQuery(cut.address, cut.known),
    sheetTo: `/indicators${chosenQuery(chosen)}`,
    choice: choiceView(chosen, (named) => `${address}${cutQuery(named.address, named.known)}`),
  };
}

export default function Indicator({ loaderData: shown }: Route.ComponentProps) {
  const { choice, evaluation, recordsOf } = shown;
  return (
    <Page title={shown.name} crumbs={[{ to: shown.sheetTo, label: words.back }]} lead={<p>{shown.place}</p>}>
      {shown.otherPlace && <Notice kind="info" title={shown.otherPlace} />}
      <PastBanner past={choice.past} />
      <ChoiceProblems choice={choice} />
      <Section title={words.now} id="now">
        <FigureNow {...shown.now} />
        {shown.official && (
          <Notice kind="info" title={indicatorWords.officialReason}>
            {shown.official}
          </Notice>
        )}
        {choice.state && <p className="mt-3 max-w-3xl">{choice.state}</p>}
        <ChoiceForm choice={choice} action={shown.address} title={own.choose} />
        {recordsOf && (
          <p className="mt-4">
            <LinkButton
              look="secondary"
              to={`/staff/indicators/${encodeURIComponent(recordsOf)}/records${shown.query}`}
            >
              {own.records}
            </LinkButton>
          </p>
        )}
      </Section>
      {shown.breakdowns.length > 0 && (
        <Section title={words.breakdown} id="breakdown">
          {shown.breakdowns.map((breakdown) => (
            <BreakdownTable key={breakdown.by} breakdown={breakdown} />
          ))}
        </Section>
      )}
      <Section title={words.history} id="history-years">
        <IndicatorHistory {...shown.history} />
        {shown.forecast && (
          <div className="mt-4 max-w-3xl rounded-8 border border-solid-gray-420 p-4">
            <h3 className="text-std-17B-170">{own.forecast}</h3>
            {shown.forecast.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
      </Section>
      {shown.comparison && (
        <Section title={own.compare} id="comparison">
          <AreaComparison comparison={shown.comparison} />
        </Section>
      )}
      <Section title={own.basis} id="definition">
        <DescriptionList items={basisItems(shown)} />
        {shown.basis.versions.length > 0 && <VersionTable versions={shown.basis.versions} />}
        <p className="mt-4 flex min-h-11 items-center" data-screen-only>
          <TextLink to="/indicators/methods">{publicWords.methods}</TextLink>
        </p>
      </Section>
      <Section title={words.targets} id="targets">
        {shown.targets.length === 0 ? <p>{words.noTargets}</p> : <TargetTable targets={shown.targets} />}
      </Section>
      {shown.entered.length > 0 && (
        <Section title={own.entered} id="entered">
          <EnteredTable rows={shown.entered} />
        </Section>
      )}
      {evaluation && (
        <Section title={`${words.evaluation}(${evaluation.year})`} id="evaluation">
          <DescriptionList items={evaluation.rows} />
          {evaluation.note && <p className="mt-2 text-solid-gray-700">{evaluation.note}</p>}
        </Section>
      )}
    </Page>
  );
}

type Shown = Route.ComponentProps["loaderData"];

/** Everything that says how the number came about; what does not apply is left out. */
function basisItems({ basis, choice, direction, method }: Shown) {
  const { measure, computed, rate, version } = basis;
  const part = (text: string, number: string | null | undefined) => own.ratePart(text, number ?? null);
  const items: [string, string | null][] = [
    [words.cutOff, longDate(choice.asOf)],
    [words.definition, definitionText(basis)],
    [own.version, version],
    [own.numerator, part(basis.numerator, rate?.numerator)],
    [own.denominator, part(basis.denominator, rate?.denominator)],
    [own.unknown, rate?.unknown ?? null],
    [own.unknownRule, basis.unknownRule],
    [words.counts, computed && words.countUnits[computed.counts]],
    [words.computedFrom, measure ? words.measure(measure.name, measure.key, measure.version) : words.entered],
    [
      words.recordCount,
      computed?.records ? words.records(computed.records.inputs, computed.records.members) : null,
    ],
    [own.recorded, basis.recorded ?? (measure ? own.recordedComputed : null)],
    [own.origin, basis.origin],
    [words.digest, computed && `${computed.digest}\n${words.digestNote}`],
    [words.direction, direction],
    [words.method, method],
    [words.source, basis.source || words.noSource],
  ];
  return items.flatMap(([term, children]) => (children ? [{ term, children }] : []));
}

function definitionText({ measure, computed, definition }: Shown["basis"]): string {
  if (!measure) return definition || words.noDefinition;
  const nature = computed && words.timeNatures[computed.timeNature];
  return [measure.definition, nature, definition].filter(Boolean).join("\n");
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const name = loaderData?.name ?? indicatorWords.title;
  return [
    { title: `${name} | ${site.name}` },
    { name: "description", content: `${name}の目標と実績、数え方、年度ごとの推移。` },
  ];
};
