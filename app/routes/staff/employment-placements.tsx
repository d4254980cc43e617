import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { listCompanyChoices, listPlacements } from "#app/domain/employment/desk.store.server.ts";
import {
  comparisonSchema,
  placementQuery,
  programmePlacementSchema,
} from "#app/domain/employment/programme.schema.ts";
import { recordProgrammePlacement } from "#app/domain/employment/programmes.store.server.ts";
import { PLACEMENT_SOURCES } from "#app/domain/employment/rules.ts";
import { comparePlacements, listLikelyTwins } from "#app/domain/employment/twins.store.server.ts";
import { fedBy } from "#app/domain/indicators/fed-indicators.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { deskWords, placementDeskWords as words, twinWords } from "#app/locales/ja/employment-desk.ts";
import { placementSourceNames } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FedIndicators } from "#app/ui/fed-indicators.tsx";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DeskPlacements } from "#app/ui/placement-desk.tsx";
import { PlacementTwins } from "#app/ui/placement-twins.tsx";
import { ProgrammePlacementForm } from "#app/ui/programme-placement-form.tsx";
import type { Route } from "./+types/employment-placements";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/employment/placements";
const MOST_TWINS = 10;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const asked = placementQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, companies, twins, plan] = await Promise.all([
    listPlacements(town, asked),
    listCompanyChoices(town),
    listLikelyTwins(town),
    openPlan(town),
  ]);
  return {
    list,
    companies,
    fed: fedBy(plan && plan.sheet(plan.dates.today), "placements"),
    twins: { shown: twins.slice(0, MOST_TWINS), total: twins.length },
    source: asked.source ?? null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  const compared = comparisonSchema.safeParse(values);
  if (compared.success) {
    const { intent, ofCompany, ofOffice } = compared.data;
    const isSame = intent === "same";
    const done = await comparePlacements(town, {
      staffId: viewer.id,
      ofCompanyId: ofCompany,
      ofOfficeId: ofOffice,
      isSame,
      reason: twinWords.reason,
    });
    const notice = done.ok ? (isSame ? "placements-joined" : "placements-told-apart") : "placements-changed";
    return redirectWithNotice(`${PATH}#twins`, notice);
  }
  const form = checkForm(values, programmePlacementSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await recordProgrammePlacement(town, {
    staffId: viewer.id,
    values: form.data,
  });
  if (!result.ok) return formErrors(result.errors, form.values);
  const outcome = result.repeated ? "repeated" : result.isFirstTime ? "first" : "again";
  return redirectWithNotice(`${PATH}?source=${form.data.programme}`, `placement-recorded-${outcome}`);
}

export default function EmploymentPlacements({ loaderData, actionData: form }: Route.ComponentProps) {
  const { list, companies, twins, fed, source } = loaderData;
  const urlOf = (of: string | null, page = 1) => {
    const query = [of && `source=${of}`, page > 1 && `page=${page}`].filter(Boolean).join("&");
    return `${PATH}${query && `?${query}`}#list`;
  };
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/staff", label: deskWords.crumb },
        { to: "/staff/employment", label: deskWords.title },
      ]}
      lead={<p>{words.lead}</p>}
      wide
    >
      <Section title={words.enter} id="enter">
        <ProgrammePlacementForm companies={companies} form={form} />
      </Section>
      {twins.total > 0 && (
        <Section title={twinWords.title} id="twins">
          <p className="mb-4 max-w-3xl">{twinWords.text}</p>
          <PlacementTwins twins={twins.shown} />
          {twins.total > twins.shown.length && (
            <p className="mt-4">{twinWords.shown(twins.shown.length, twins.total)}</p>
          )}
        </Section>
      )}
      <Section title={`${words.list} ${words.total(list.total)}`} id="list">
        <FilterLinks
          label={words.source}
          choices={[null, ...PLACEMENT_SOURCES].map((of) => ({
            label: of ? placementSourceNames[of]! : words.all,
            url: urlOf(of),
            current: of === source,
          }))}
        />
        <div className="mt-4">
          {list.total === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <DeskPlacements placements={list.placements} />
          )}
        </div>
        <Pagination page={list.page} pages={list.pages} href={(page) => urlOf(source, page)} />
      </Section>
      <FedIndicators fed={fed} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title}(事務局) | ${site.name}` }];
