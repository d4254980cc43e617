import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { choiceView } from "#app/domain/indicators/choice-lines.ts";
import { cutQuery } from "#app/domain/indicators/lines.ts";
import { measureGroups } from "#app/domain/indicators/measure-lines.ts";
import { openMeasures } from "#app/domain/indicators/measures.server.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { measureWords as words } from "#app/locales/ja/measures.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { townContext } from "#app/town.ts";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { MeasureList } from "#app/ui/measure-list.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/measures";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const ADDRESS = "/staff/indicators/measures";
const CRUMBS = [
  { to: "/staff", label: staffWords.home.title },
  { to: "/staff/indicators", label: staffWords.indicators.title },
];

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const desk = await openMeasures(context.get(townContext), new URL(request.url).searchParams);
  if (!desk) return null;
  const { cut, limits } = desk.chosen;
  const figures = desk.figures();
  return {
    choice: choiceView(desk.chosen, (named) => ADDRESS + cutQuery(named.address, named.known)),
    count: words.count(figures.length, figures.filter(({ usedBy }) => usedBy.length === 0).length),
    groups: measureGroups(figures, { limits, query: cutQuery(cut.asOf, cut.known) }),
  };
}

export default function Measures({ loaderData: shown }: Route.ComponentProps) {
  if (!shown)
    return (
      <Page title={words.title} crumbs={CRUMBS}>
        <EmptyState title={indicatorWords.noPlan}>{indicatorWords.noPlanNext}</EmptyState>
      </Page>
    );
  const { choice, groups } = shown;
  return (
    <Page title={words.title} crumbs={CRUMBS} lead={<p>{words.lead}</p>} wide>
      <PastBanner past={choice.past} />
      <ChoiceProblems choice={choice} />
      <p className="text-std-20B-150">{words.asOf(choice.asOf)}</p>
      <p className="mt-1">{shown.count}</p>
      <p className="mt-1 max-w-3xl text-std-16N-170 text-solid-gray-700">{words.publiclyNote}</p>
      <ChoiceForm choice={choice} action={ADDRESS} title={words.choose} />
      <nav aria-label={words.title} data-screen-only className="mt-4 mb-8">
        <ul className="flex flex-wrap gap-x-6">
          {groups.map(({ subject, title }) => (
            <li key={subject} className="flex min-h-11 items-center">
              <TextLink to={`#${subject}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ subject, title, lines }) => (
        <Section key={subject} title={title} id={subject}>
          <MeasureList caption={title} lines={lines} />
        </Section>
      ))}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
