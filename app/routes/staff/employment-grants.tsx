import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { listCompanyChoices } from "#app/domain/employment/desk.store.server.ts";
import {
  correctGrant,
  listGrants,
  listSubsidies,
  recordGrant,
} from "#app/domain/employment/grants.store.server.ts";
import { grantForms, grantIntentOf } from "#app/domain/employment/programme.schema.ts";
import { classYearOf } from "#app/domain/employment/schema.ts";
import { fedBy } from "#app/domain/indicators/fed-indicators.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { deskWords, grantWords as words } from "#app/locales/ja/employment-desk.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearLabel, fiscalYearOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FedIndicators } from "#app/ui/fed-indicators.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { GrantForm, GrantTable, VoidGrantForm } from "#app/ui/grant-desk.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/employment-grants";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/employment/grants";
const YEARS = 4;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const latest = fiscalYearOf(civilDateOf(town.clock.now()));
  const fiscalYear = classYearOf(query.get("year"), latest);
  const [subsidies, companies, grants, plan] = await Promise.all([
    listSubsidies(town),
    listCompanyChoices(town),
    listGrants(town, { fiscalYear }),
    openPlan(town),
  ]);
  return {
    fiscalYear,
    years: Array.from({ length: YEARS }, (_, at) => latest - at),
    subsidies,
    companies,
    grants,
    fed: fedBy(plan && plan.sheet(plan.dates.today), "grants"),
    edited: grants.find(({ id }) => id === query.get("edit")) ?? null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const staffId = requireViewer(request, context, handle.access).id;
  const town = context.get(townContext);
  const values = await readForm(request);
  const intent = grantIntentOf(values["intent"]);
  if (intent === "void") {
    const form = checkForm(values, grantForms.void);
    if (!form.ok) return formErrors({ form: "choose" }, form.values);
    const result = await correctGrant(town, { staffId, grantId: form.data.grantId, values: null });
    return result.ok
      ? redirectWithNotice(PATH, "grant-voided")
      : formErrors({ form: "corrected-first" }, values, 409);
  }
  if (intent === "correct") {
    const form = checkForm(values, grantForms.correct);
    if (!form.ok) return formErrors(form.errors, form.values);
    const { grantId, ...grant } = form.data;
    const result = await correctGrant(town, { staffId, grantId, values: grant });
    if (result.ok) return redirectWithNotice(listOf(grant.decidedOn), "grant-corrected");
    return result.error === "invalid"
      ? formErrors(result.errors, values)
      : formErrors({ form: "corrected-first" }, values, 409);
  }
  const form = checkForm(values, grantForms.record);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await recordGrant(town, { staffId, values: form.data });
  if (!result.ok) return formErrors(result.errors, values);
  return redirectWithNotice(
    listOf(form.data.decidedOn),
    result.repeated ? "grant-repeated" : "grant-recorded",
  );
}

function listOf(decidedOn: string): string {
  return `${PATH}?year=${fiscalYearOf(decidedOn)}`;
}

export default function EmploymentGrants({ loaderData: page, actionData: form }: Route.ComponentProps) {
  const { fiscalYear, years, subsidies, companies, grants, fed, edited } = page;
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
      <Section title={edited ? words.correct : words.enter} id="enter">
        {subsidies.length === 0 ? (
          <EmptyState title={words.noSubsidies}>
            <p>{words.noSubsidiesText}</p>
            <LinkButton to="/staff/employment/grants/schemes" className="mt-4">
              {words.schemes}
            </LinkButton>
          </EmptyState>
        ) : (
          <GrantForm subsidies={subsidies} companies={companies} edited={edited} form={form} />
        )}
      </Section>
      {edited && (
        <Section title={words.void} id="void">
          <VoidGrantForm edited={edited} />
        </Section>
      )}
      <Section title={words.list(fiscalYear)} id="list">
        <FilterLinks
          label={words.years}
          choices={years.map((year) => ({
            label: fiscalYearLabel(year),
            url: `${PATH}?year=${year}#list`,
            current: year === fiscalYear,
          }))}
        />
        <div className="mt-4">
          {grants.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <GrantTable
              caption={words.list(fiscalYear)}
              grants={grants}
              editHref={(id) => `${PATH}?year=${fiscalYear}&edit=${id}#enter`}
            />
          )}
        </div>
      </Section>
      <FedIndicators fed={fed} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
