import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { outcomeSchema, staffOutcomeSchema } from "#app/domain/employment/outcome.schema.ts";
import {
  findSchool,
  listOutcomes,
  listSchoolStates,
  recordOutcome,
} from "#app/domain/employment/outcomes.store.server.ts";
import { classYearOf } from "#app/domain/employment/schema.ts";
import { fedBy } from "#app/domain/indicators/fed-indicators.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { deskWords } from "#app/locales/ja/employment-desk.ts";
import { outcomeWords as words } from "#app/locales/ja/school-outcomes.ts";
import { schoolWords } from "#app/locales/ja/registers.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FedIndicators } from "#app/ui/fed-indicators.tsx";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { SchoolOutcomeForm } from "#app/ui/school-outcome-form.tsx";
import { SchoolOutcomeList, SchoolOutcomeRates } from "#app/ui/school-outcome-list.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/employment-schools";

export const handle = { access: STAFF, title: words.staffTitle } satisfies RouteHandle;

const PATH = "/staff/employment/schools";
const YEARS = 4;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const latest = fiscalYearOf(civilDateOf(town.clock.now()));
  const graduationYear = classYearOf(query.get("year"), latest);
  const schoolId = query.get("school") ?? "";
  const school = schoolId === "" ? null : await findSchool(town, { schoolId });
  if (schoolId !== "" && !school) throw data(null, { status: 404 });
  const [schools, rows, plan] = await Promise.all([
    listSchoolStates(town, { graduationYear }),
    school ? listOutcomes(town, { schoolId }) : [],
    openPlan(town),
  ]);
  const years = Array.from({ length: YEARS }, (_, at) => latest + 1 - at);
  return {
    graduationYear,
    years,
    schools,
    school,
    rows,
    // A class counts once it has left school, in March.
    isDue: graduationYear <= latest,
    fed: fedBy(plan && plan.sheet(plan.dates.today), "schoolOutcomes"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  const schoolId = new URL(request.url).searchParams.get("school") ?? "";
  if (!(await findSchool(town, { schoolId }))) throw data(null, { status: 404 });
  const form = checkForm(values, outcomeSchema);
  const told = checkForm(values, staffOutcomeSchema);
  if (!form.ok || !told.ok)
    return formErrors({ ...(form.ok ? {} : form.errors), ...(told.ok ? {} : told.errors) }, values);
  const result = await recordOutcome(town, {
    schoolId,
    actorId: viewer.id,
    byStaff: true,
    source: told.data.source,
    values: form.data,
  });
  if (!result.ok) return formErrors(result.errors, values);
  const outcome = result.repeated ? "repeated" : result.corrected ? "corrected" : "recorded";
  const url = `${PATH}?year=${form.data.graduationYear}&school=${encodeURIComponent(schoolId)}#list`;
  return redirectWithNotice(url, `school-outcome-${outcome}`);
}

export default function EmploymentSchools({ loaderData: page, actionData: form }: Route.ComponentProps) {
  const { graduationYear, years, schools, school, rows, isDue, fed } = page;
  return (
    <Page
      title={words.staffTitle}
      crumbs={[
        { to: "/staff", label: deskWords.crumb },
        { to: "/staff/employment", label: deskWords.title },
      ]}
      lead={<p>{words.staffLead}</p>}
      wide
    >
      <FilterLinks
        label={words.years}
        choices={years.map((year) => ({
          label: words.year(year),
          url: `${PATH}?year=${year}`,
          current: year === graduationYear,
        }))}
      />
      <div className="mt-8">
        <Section title={words.staffSchools(graduationYear)} id="schools">
          {schools.length === 0 ? (
            <EmptyState title={schoolWords.none}>
              <p>{schoolWords.toRegisterText}</p>
            </EmptyState>
          ) : (
            <Table
              caption={words.staffSchools(graduationYear)}
              head={[words.staffColumns[0], words.staffColumns[1], words.enter]}
            >
              {schools.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="min-w-44">
                    {row.name}
                  </th>
                  <td className="min-w-44">
                    {row.reportedAsOf
                      ? words.reported(row.reportedAsOf, row.isFinal)
                      : isDue
                        ? words.notReported
                        : words.notDue}
                  </td>
                  <td>
                    <TextLink
                      to={`${PATH}?year=${graduationYear}&school=${row.id}#enter`}
                      className="inline-flex min-h-11 items-center whitespace-nowrap"
                    >
                      {words.enterFor}
                      <span className="sr-only">:{row.name}</span>
                    </TextLink>
                  </td>
                </tr>
              ))}
            </Table>
          )}
          <p className="mt-4">
            <TextLink to="/staff/schools" className="inline-flex min-h-11 items-center">
              {schoolWords.toRegister}
            </TextLink>
          </p>
        </Section>
        {school && (
          <>
            <Section title={words.enterForSchool(school.name)} id="enter">
              <SchoolOutcomeForm
                departments={school.departments}
                graduationYear={graduationYear}
                form={form}
                askSource
              />
            </Section>
            {rows.length > 0 && (
              <Section title={words.result} id="result">
                <SchoolOutcomeRates rows={rows} />
              </Section>
            )}
            <Section title={words.list} id="list">
              <SchoolOutcomeList rows={rows} />
            </Section>
          </>
        )}
        <FedIndicators fed={fed} />
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.staffTitle} | ${site.name}` }];
