import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { choiceView } from "#app/domain/indicators/choice-lines.ts";
import { cutQuery } from "#app/domain/indicators/lines.ts";
import { measureAddress, measureView } from "#app/domain/indicators/measure-lines.ts";
import { openMeasures } from "#app/domain/indicators/measures.server.ts";
import { measureWords as words } from "#app/locales/ja/measures.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { BreakdownTable } from "#app/ui/indicator-detail.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/measure";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const desk = await openMeasures(context.get(townContext), new URL(request.url).searchParams);
  // The newest version of the key.
  const figure = desk?.figures(params.key).at(-1);
  if (!desk || !figure) throw data(null, { status: 404 });
  const { cut, limits } = desk.chosen;
  const address = measureAddress(params.key, "");
  const query = cutQuery(cut.asOf, cut.known);
  return {
    ...measureView(figure, { limits, query }),
    address,
    listTo: `/staff/indicators/measures${query}`,
    choice: choiceView(desk.chosen, (named) => address + cutQuery(named.address, named.known)),
  };
}

export default function MeasurePage({ loaderData: shown }: Route.ComponentProps) {
  const { choice } = shown;
  return (
    <Page
      title={shown.name}
      crumbs={[
        { to: "/staff", label: staffWords.home.title },
        { to: "/staff/indicators", label: staffWords.indicators.title },
        { to: shown.listTo, label: words.title },
      ]}
    >
      <PastBanner past={choice.past} />
      <ChoiceProblems choice={choice} />
      <Section title={words.now} id="now">
        <p className="mb-3 text-std-18B-160">{words.asOf(choice.asOf)}</p>
        <DescriptionList items={shown.items} />
        <ChoiceForm choice={choice} action={shown.address} title={words.choose} />
        <p className="mt-4">
          <LinkButton look="secondary" to={shown.recordsTo}>
            {words.records}
          </LinkButton>
        </p>
      </Section>
      <Section title={words.breakdown} id="breakdown">
        {shown.breakdowns.length === 0 ? (
          <p>{words.noBreakdown}</p>
        ) : (
          shown.breakdowns.map((breakdown) => <BreakdownTable key={breakdown.by} breakdown={breakdown} />)
        )}
      </Section>
      <Section title={words.definition} id="definition">
        <DescriptionList items={shown.basis} />
        <h3 className="mt-6 text-std-17B-170">{words.terms.indicators}</h3>
        {shown.usedBy.length === 0 ? (
          <p className="mt-1">{words.noIndicator}</p>
        ) : (
          <ul className="mt-1">
            {shown.usedBy.map(({ to, name }) => (
              <li key={to} className="flex min-h-11 items-center">
                <TextLink to={to}>{name}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.name ?? words.title} | ${site.name}` },
];
