import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { choiceView } from "#app/domain/indicators/choice-lines.ts";
import { cutQuery } from "#app/domain/indicators/lines.ts";
import { measureAddress } from "#app/domain/indicators/measure-lines.ts";
import { openMeasures } from "#app/domain/indicators/measures.server.ts";
import { listMembers, recordListing } from "#app/domain/indicators/members.store.server.ts";
import { pageNumber, recordPage } from "#app/domain/indicators/record-lines.ts";
import { recordWords } from "#app/locales/ja/indicator-records.ts";
import { measureWords as words } from "#app/locales/ja/measures.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { townContext } from "#app/town.ts";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { RecordList } from "#app/ui/indicator-records.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/measure-records";

export const handle = { access: STAFF, title: recordWords.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const measure = findMeasure(params.key);
  const desk = measure && (await openMeasures(town, query));
  if (!measure || !desk) throw data(null, { status: 404 });
  const { cut } = desk.chosen;
  const found = await listMembers(town, {
    measureKey: measure.key,
    version: measure.version,
    asOf: cut.asOf,
    knownOn: desk.knownOn,
    page: pageNumber(query.get("page")),
  });
  if (!found) throw data(null, { status: 404 });
  await recordListing(town, {
    subject: { of: "measure", id: measure.key },
    staffId: viewer.id,
    asOf: cut.asOf,
    listed: found,
  });
  const shownQuery = cutQuery(cut.asOf, cut.known);
  const address = `${measureAddress(measure.key, "")}/records`;
  return {
    name: measure.name,
    counted: recordWords.counted(measure.name, measure.version),
    address,
    query: shownQuery,
    measureTo: measureAddress(measure.key, shownQuery),
    listTo: `/staff/indicators/measures${shownQuery}`,
    choice: choiceView(desk.chosen, (named) => address + cutQuery(named.address, named.known)),
    found: recordPage(found),
  };
}

export default function MeasureRecords({ loaderData: shown }: Route.ComponentProps) {
  const { choice, found } = shown;
  return (
    <Page
      wide
      title={words.recordsTitle(shown.name)}
      crumbs={[
        { to: "/staff", label: staffWords.home.title },
        { to: shown.listTo, label: words.title },
        { to: shown.measureTo, label: shown.name },
      ]}
      lead={<p>{recordWords.measureLead}</p>}
    >
      <PastBanner past={choice.past} />
      <ChoiceProblems choice={choice} />
      <p className="text-std-20B-150">{words.asOf(choice.asOf)}</p>
      <p className="mt-1">{shown.counted}</p>
      <ChoiceForm choice={choice} action={shown.address} title={words.choose} />
      <div className="mt-8">
        <RecordList found={found} href={(page) => `${shown.address}${shown.query}&page=${page}`} />
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.recordsTitle(loaderData.name) : recordWords.title} | ${site.name}` },
];
