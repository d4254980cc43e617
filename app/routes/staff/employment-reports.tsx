import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { supportReportSchema } from "#app/domain/employment/programme.schema.ts";
import { readSupportReports, recordSupportReport } from "#app/domain/employment/programmes.store.server.ts";
import { PROGRAMMES } from "#app/domain/employment/rules.ts";
import { classYearOf } from "#app/domain/employment/schema.ts";
import { fedBy } from "#app/domain/indicators/fed-indicators.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { deskWords, supportReportWords as words } from "#app/locales/ja/employment-desk.ts";
import { placementSourceNames } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearLabel, fiscalYearOf, plainDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { FedIndicators } from "#app/ui/fed-indicators.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { programmeOptions } from "#app/ui/programme-placement-form.tsx";
import { DescriptionList, Table } from "#app/ui/table.tsx";
import type { Route } from "./+types/employment-reports";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/employment/reports";
const YEARS = 4;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const latest = fiscalYearOf(civilDateOf(town.clock.now()));
  const fiscalYear = classYearOf(new URL(request.url).searchParams.get("year"), latest);
  const [{ reports, missing }, plan] = await Promise.all([
    readSupportReports(town, { fiscalYear }),
    openPlan(town),
  ]);
  const years = Array.from({ length: YEARS }, (_, at) => latest - at);
  const fed = fedBy(plan && plan.sheet(plan.dates.today), "supportReports");
  return { fiscalYear, years, missing, reports, fed };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, supportReportSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await recordSupportReport(context.get(townContext), { ...form.data, staffId: viewer.id });
  if (!result.ok) return formErrors({ month: result.error }, form.values);
  const outcome = result.repeated ? "repeated" : result.corrected ? "corrected" : "recorded";
  const fiscalYear = fiscalYearOf(`${form.data.month}-01`);
  return redirectWithNotice(`${PATH}?year=${fiscalYear}`, `support-report-${outcome}`);
}

export default function EmploymentReports({ loaderData: page, actionData: form }: Route.ComponentProps) {
  const { fiscalYear, years, missing, reports, fed } = page;
  const firstMissing = PROGRAMMES.flatMap((programme) => missing[programme])[0];
  const labels = {
    programme: words.programme,
    month: words.month,
    consultations: words.consultations,
    newRegistrations: words.newRegistrations,
  };
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/staff", label: deskWords.crumb },
        { to: "/staff/employment", label: deskWords.title },
      ]}
      lead={<p>{words.lead}</p>}
    >
      <Section title={words.missing} id="missing">
        <DescriptionList
          items={PROGRAMMES.map((programme) => ({
            term: placementSourceNames[programme]!,
            children:
              missing[programme].length === 0
                ? words.missingNone
                : missing[programme].map(words.monthOf).join("、"),
          }))}
        />
      </Section>
      <Section title={words.enter} id="enter">
        <form method="post" className="space-y-4" noValidate>
          <FormProblems errors={form?.errors} labels={labels} />
          <p>{words.enterText}</p>
          <SelectField
            name="programme"
            label={words.programme}
            options={programmeOptions}
            form={form}
            required
          />
          <TextField
            name="month"
            label={words.month}
            support={words.monthSupport}
            defaultValue={firstMissing && words.monthOf(firstMissing)}
            form={form}
            required
          />
          <TextField
            name="consultations"
            label={words.consultations}
            support={words.zero}
            inputMode="numeric"
            form={form}
            required
          />
          <TextField
            name="newRegistrations"
            label={words.newRegistrations}
            support={words.zero}
            inputMode="numeric"
            form={form}
            required
          />
          <Button>{words.save}</Button>
        </form>
      </Section>
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
          {reports.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <Table caption={words.list(fiscalYear)} head={[...words.columns]}>
              {reports.map((report) => (
                <tr key={report.id} className={report.isCorrected ? "text-solid-gray-700" : undefined}>
                  <th scope="row" className="whitespace-nowrap">
                    {words.monthOf(report.month)}
                  </th>
                  <td className="min-w-44">{placementSourceNames[report.programme]}</td>
                  <td className="text-right whitespace-nowrap">{words.cases(report.consultations)}</td>
                  <td className="text-right whitespace-nowrap">{words.persons(report.newRegistrations)}</td>
                  <td className="min-w-40">
                    {plainDate(civilDateOf(report.reportedAt))}
                    {report.isCorrected && <span className="block">{words.corrected}</span>}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </div>
      </Section>
      <FedIndicators fed={fed} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
