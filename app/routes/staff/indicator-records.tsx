import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { choiceView } from "#app/domain/indicators/choice-lines.ts";
import { openPlanOfIndicator } from "#app/domain/indicators/chosen-plan.server.ts";
import { cutQuery } from "#app/domain/indicators/lines.ts";
import { listMembers, recordListing } from "#app/domain/indicators/members.store.server.ts";
import { pageNumber, recordPage } from "#app/domain/indicators/record-lines.ts";
import { recordWords as words } from "#app/locales/ja/indicator-records.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { townContext } from "#app/town.ts";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { RecordList } from "#app/ui/indicator-records.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/indicator-records";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const chosen = await openPlanOfIndicator(town, { indicatorId: params.id, params: query, isStaff: true });
  const detail = chosen?.plan.indicator(params.id, chosen.cut.asOf, chosen.cut.knownOn ?? undefined);
  if (!chosen || !detail) throw data(null, { status: 404 });
  const { cut } = chosen;
  const { indicator, measure } = detail;
  const found =
    measure &&
    (await listMembers(town, {
      measureKey: measure.key,
      version: measure.version,
      parameters: indicator.parameters,
      asOf: cut.asOf,
      knownOn: cut.knownOn ?? town.clock.now(),
      page: pageNumber(query.get("page")),
    }));
  if (found)
    await recordListing(town, {
      subject: { of: "indicator", id: indicator.id },
      staffId: viewer.id,
      asOf: cut.asOf,
      listed: found,
    });
  const address = `/staff/indicators/${encodeURIComponent(indicator.id)}/records`;
  return {
    name: indicator.name,
    measure,
    address,
    query: cutQuery(cut.asOf, cut.known),
    publicTo: `/indicators/${encodeURIComponent(indicator.id)}${cutQuery(cut.asOf, cut.known)}`,
    choice: choiceView(chosen, (named) => `${address}${cutQuery(named.address, named.known)}`),
    found: found && recordPage(found),
  };
}

export default function IndicatorRecords({ loaderData: shown }: Route.ComponentProps) {
  const { found, measure, choice } = shown;
  return (
    <Page
      wide
      title={words.titleOf(shown.name)}
      crumbs={[
        { to: "/staff", label: staffWords.home.title },
        { to: "/staff/indicators", label: staffWords.indicators.title },
        { to: shown.publicTo, label: words.back },
      ]}
      lead={<p>{words.lead}</p>}
    >
      <PastBanner past={choice.past} />
      <ChoiceProblems choice={choice} />
      <p className="text-std-20B-150">{words.asOf(choice.asOf)}</p>
      {measure && <p className="mt-1">{words.counted(measure.name, measure.version)}</p>}
      <ChoiceForm choice={choice} action={shown.address} title={publicWords.detail.choose} />
      <div className="mt-8">
        {!found ? (
          <EmptyState title={words.notComputed}>{words.notComputedText}</EmptyState>
        ) : (
          <RecordList found={found} href={(page) => `${shown.address}${shown.query}&page=${page}`} />
        )}
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.titleOf(loaderData.name) : words.title} | ${site.name}` },
];
