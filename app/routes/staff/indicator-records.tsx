import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { choiceView } from "#app/domain/indicators/choice-lines.ts";
import { openPlanOfIndicator } from "#app/domain/indicators/chosen-plan.server.ts";
import { cutQuery } from "#app/domain/indicators/lines.ts";
import { listMembers, recordListing } from "#app/domain/indicators/members.store.server.ts";
import { recordWords as words } from "#app/locales/ja/indicator-records.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, plainDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { ChoiceForm, ChoiceProblems, PastBanner } from "#app/ui/indicator-choice.tsx";
import { RecordTable, RoleTable } from "#app/ui/indicator-records.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
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
      page: Number(/^\d{1,6}$/.exec(query.get("page") ?? "")?.[0] ?? 1),
    }));
  if (found)
    await recordListing(town, {
      indicatorId: indicator.id,
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
    found: found && {
      ...found,
      records: found.records.map(({ day, knownAt, company, companyId, event, eventId, ...record }) => ({
        ...record,
        day: day === null ? words.notKnown : plainDate(day),
        knownAt: knownAt === null ? words.notKnown : plainDate(civilDateOf(knownAt)),
        links: [
          ...(event !== null ? [{ to: `/staff/events/${eventId}`, label: event }] : []),
          ...(company !== null ? [{ to: `/staff/companies/${companyId}`, label: company }] : []),
        ],
      })),
    },
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
        ) : found.total === 0 ? (
          <EmptyState title={words.noRecords}>{words.noRecordsText}</EmptyState>
        ) : (
          <>
            <Section title={words.rolesTitle} id="roles">
              <RoleTable roles={found.roles} />
            </Section>
            <Section title={words.total(found.total)} id="records">
              <RecordTable records={found.records} />
              <Pagination
                page={found.page}
                pages={found.pages}
                href={(page) => `${shown.address}${shown.query}&page=${page}`}
              />
            </Section>
          </>
        )}
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.titleOf(loaderData.name) : words.title} | ${site.name}` },
];
