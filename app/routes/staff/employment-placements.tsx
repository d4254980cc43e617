import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { listCompanyChoices, listPlacements } from "#app/domain/employment/desk.store.server.ts";
import { placementQuery, programmePlacementSchema } from "#app/domain/employment/programme.schema.ts";
import { recordProgrammePlacement } from "#app/domain/employment/programmes.store.server.ts";
import { PLACEMENT_SOURCES } from "#app/domain/employment/rules.ts";
import { deskWords, placementDeskWords as words } from "#app/locales/ja/employment-desk.ts";
import { placementSourceNames } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DeskPlacements } from "#app/ui/placement-desk.tsx";
import { ProgrammePlacementForm } from "#app/ui/programme-placement-form.tsx";
import type { Route } from "./+types/employment-placements";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/employment/placements";

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const asked = placementQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, companies] = await Promise.all([listPlacements(town, asked), listCompanyChoices(town)]);
  return { list, companies, source: asked.source ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, programmePlacementSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await recordProgrammePlacement(context.get(townContext), {
    staffId: viewer.id,
    values: form.data,
  });
  if (!result.ok) return formErrors(result.errors, form.values);
  const outcome = result.repeated ? "repeated" : result.isFirstTime ? "first" : "again";
  return redirectWithNotice(`${PATH}?source=${form.data.programme}`, `placement-recorded-${outcome}`);
}

export default function EmploymentPlacements({ loaderData, actionData: form }: Route.ComponentProps) {
  const { list, companies, source } = loaderData;
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
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title}(事務局) | ${site.name}` }];
