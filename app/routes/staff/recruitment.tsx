import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { finalClassAt } from "#app/domain/recruitment/rules.ts";
import { recruitmentForms, recruitmentIntentOf, staffQuery } from "#app/domain/recruitment/schema.ts";
import {
  copyClass,
  listClasses,
  readClass,
  removeDate,
  saveDate,
} from "#app/domain/recruitment/store.server.ts";
import { recruitmentWords } from "#app/locales/ja/recruitment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { CopyClassForm, DateForm, DatesTable, RemoveDateForm } from "#app/ui/recruitment-desk.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/recruitment";

const words = recruitmentWords.staff;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const asked = staffQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const graduationYear = asked.year ?? finalClassAt(town.clock.now());
  const [rows, known] = await Promise.all([readClass(town, { graduationYear }), listClasses(town)]);
  const last = finalClassAt(town.clock.now());
  const years = [...new Set([...known, last, last + 1, last + 2, graduationYear])].sort((a, b) => b - a);
  const edited = rows.find((row) => editKey(row) === asked.edit) ?? null;
  return {
    graduationYear,
    years,
    edited,
    rows: rows.map((row) => ({ ...row, editUrl: `${urlOf(graduationYear)}&edit=${editKey(row)}#date-form` })),
  };
}

/** highSchool.jobsPublic.岩手県: which row of a class is being changed. */
function editKey(row: { audience: string; stage: string; prefecture: string }): string {
  return [row.audience, row.stage, encodeURIComponent(row.prefecture)].join(".");
}

function urlOf(graduationYear: number): string {
  return `/staff/recruitment?year=${graduationYear}`;
}

export async function action({ request, context }: Route.ActionArgs) {
  const staffId = requireViewer(request, context, handle.access).id;
  const town = context.get(townContext);
  const values = await readForm(request);
  const intent = recruitmentIntentOf(values["intent"]);
  if (intent === "save") {
    const form = checkForm(values, recruitmentForms.save);
    if (!form.ok) return formErrors(form.errors, form.values);
    await saveDate(town, { ...form.data, staffId });
    return redirectWithNotice(urlOf(form.data.graduationYear), "recruitment-date-saved");
  }
  if (intent === "remove") {
    const form = checkForm(values, recruitmentForms.remove);
    if (!form.ok) return formErrors(form.errors, form.values);
    const removed = await removeDate(town, { ...form.data, staffId });
    if (!removed.ok) return formErrors({ form: removed.error }, form.values, 409);
    return redirectWithNotice(urlOf(form.data.graduationYear), "recruitment-date-removed");
  }
  const form = checkForm(values, recruitmentForms.copy);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { from } = form.data;
  const copied = await copyClass(town, { from, staffId, source: words.copySource(from) });
  if (!copied.ok) return formErrors({ form: copied.error }, form.values, 409);
  return redirectWithNotice(urlOf(from + 1), "recruitment-class-copied");
}

export default function StaffRecruitment({ loaderData: page, actionData }: Route.ComponentProps) {
  const { graduationYear, years, rows, edited } = page;
  const form = actionData && !actionData.ok ? actionData : undefined;
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: "事務局" }]} lead={<p>{words.lead}</p>} wide>
      <FilterLinks
        label={words.classes}
        choices={years.map((year) => ({
          label: recruitmentWords.classOf(year),
          url: urlOf(year),
          current: year === graduationYear,
        }))}
      />
      <p className="mt-4">
        <TextLink to="/recruitment-calendar" className="inline-flex min-h-11 items-center">
          {words.publicPage}
        </TextLink>
      </p>
      <div className="mt-4">
        <Section title={words.table(graduationYear)} id="dates">
          <DatesTable graduationYear={graduationYear} rows={rows} />
        </Section>
        <Section title={edited ? words.formEdit : words.formTitle} id="date-form">
          <DateForm graduationYear={graduationYear} edited={edited} form={form} />
        </Section>
        {edited && (
          <Section title={words.removeTitle} id="remove">
            <RemoveDateForm edited={edited} />
          </Section>
        )}
        {rows.length > 0 && (
          <Section title={words.copyTitle} id="copy">
            <CopyClassForm from={graduationYear} />
          </Section>
        )}
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title}(事務局) | ${site.name}` }];
