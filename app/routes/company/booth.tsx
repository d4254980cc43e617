import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import {
  applyForBooth,
  findBoothCompany,
  withdrawBooth,
} from "#app/domain/booths/applications.store.server.ts";
import { type BoothEvent, findBoothEvent } from "#app/domain/booths/own.store.server.ts";
import { canWithdraw } from "#app/domain/booths/rules.ts";
import { boothApplicationSchema, MOST_STAFF, MOST_TABLES } from "#app/domain/booths/schema.ts";
import { DEPARTMENTS } from "#app/domain/companies/rules.ts";
import { boothStates, companyBooths as all } from "#app/locales/ja/booths.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { type FieldErrors, formErrors, type FormValues, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { BoothApplicationForm, boothFieldLabels, BoothWithdrawal } from "#app/ui/booth-application-form.tsx";
import { BoothIneligible } from "#app/ui/booth-ineligible.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/booth";

const words = all.form;

export const handle = { access: ["company"], title: words.newTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findBoothCompany(town, { userId: viewer.id });
  const event =
    company && (await findBoothEvent(town, { eventId: params.eventId, companyId: company.companyId }));
  if (!company || !event) throw data(null, { status: 404 });
  const { own, window } = event;
  const isOpen = window === "open" && (own === null || own.state === "applied" || own.state === "withdrawn");
  return {
    title: event.title,
    note: event.note,
    window,
    state: own?.state ?? null,
    facts: factsOf(event),
    ineligible: company.ineligible,
    ownDepartments: company.departments,
    sessions: event.sessions.map(({ id, title, startsAt }) => ({
      id,
      label: `${title} ${shortDate(startsAt)}`.trim(),
    })),
    values: own && own.state !== "withdrawn" ? valuesOf(own) : null,
    mayApply: isOpen && company.ineligible === null,
    mayWithdraw: own !== null && canWithdraw(own.state, event, town.clock.now()),
  };
}

/** A close at midnight is said as the day before. */
const lastMoment = (at: Date) =>
  timeOf(at) === "0:00" ? longDate(new Date(at.getTime() - 1)) : `${longDate(at)} ${timeOf(at)}`;

function factsOf({ startsAt, endsAt, venue, opensAt, closesAt, limit, own, window }: BoothEvent) {
  const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;
  const period = [opensAt ? all.from(moment(opensAt)) : "", all.until(lastMoment(closesAt))]
    .filter(Boolean)
    .join("、");
  const { facts } = words;
  return [
    { term: facts.when, text: dateTimeSpan(startsAt, endsAt) },
    { term: facts.venue, text: venue },
    { term: facts.period, text: window === "none" ? "" : period },
    { term: facts.limit, text: limit === null ? "" : words.booths(limit) },
    { term: facts.state, text: own ? boothStates[own.state] : all.notApplied },
    { term: facts.number, text: own?.boothNumber ? all.number(own.boothNumber) : "" },
    { term: facts.decision, text: own?.decisionNote ?? "" },
  ].filter(({ text }) => text !== "");
}

/** The application as the fields of the form. */
function valuesOf({ wishes, message }: NonNullable<BoothEvent["own"]>): FormValues {
  return {
    power: String(wishes.power),
    size: wishes.size,
    place: wishes.place,
    tables: String(wishes.tables),
    staff: wishes.staff === null ? "" : String(wishes.staff),
    sessions: wishes.sessions,
    departments: wishes.departments,
    shows: wishes.shows,
    message,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const place = { userId: viewer.id, eventId: params.eventId };
  const company = await findBoothCompany(town, place);
  if (!company || !(await findBoothEvent(town, { ...place, companyId: company.companyId })))
    throw data(null, { status: 404 });
  const page = `/company/booths/${encodeURIComponent(params.eventId)}`;
  const form = await parseForm(request, boothApplicationSchema);
  if (!form.ok) return formErrors(ofWholeFields(form.errors), form.values);
  if (form.data.intent === "withdraw") {
    const result = await withdrawBooth(town, place);
    if (result.ok) return redirectWithNotice(page, "booth-withdrawn");
    return formErrors({ form: "booth-too-late" }, {}, 409);
  }
  const result = await applyForBooth(town, { ...place, form: form.data });
  if (result.ok) return redirectWithNotice(page, `booth-${result.outcome}`);
  return formErrors({ form: result.error }, form.values, 409);
}

/** An error of one of several boxes stands at their question. */
function ofWholeFields(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([name, code]) => [name.split(".")[0]!, code]));
}

export default function CompanyBooth({ loaderData: shown, actionData }: Route.ComponentProps) {
  const form = actionData ?? (shown.values ? { values: shown.values } : undefined);
  return (
    <Page
      title={shown.title}
      crumbs={[
        { to: "/company", label: all.home },
        { to: "/company/booths", label: all.title },
      ]}
    >
      <FormProblems errors={actionData?.errors} labels={boothFieldLabels} />
      <WhereItStands state={shown.state} window={shown.window} />
      <DescriptionList items={shown.facts.map(({ term, text }) => ({ term, children: text }))} />
      {shown.note && (
        <Section title={words.note} id="note">
          <p className="whitespace-pre-line">{shown.note}</p>
        </Section>
      )}
      <Section title={words.criteria} id="criteria">
        <p>{words.criteriaText}</p>
      </Section>
      {shown.ineligible && <BoothIneligible why={shown.ineligible} />}
      {shown.mayApply && (
        <Section title={shown.state === "applied" ? words.title : words.newTitle} id="application">
          <BoothApplicationForm
            form={form}
            isChange={shown.state === "applied"}
            sessions={shown.sessions}
            departments={DEPARTMENTS}
            ownDepartments={shown.ownDepartments}
            most={{ tables: MOST_TABLES, staff: MOST_STAFF }}
          />
        </Section>
      )}
      {shown.mayWithdraw && (
        <Section title={shown.state === "selected" ? words.withdrawSelected : words.withdraw} id="withdraw">
          <BoothWithdrawal isSelected={shown.state === "selected"} />
        </Section>
      )}
    </Page>
  );
}

function WhereItStands({
  state,
  window,
}: {
  state: keyof typeof boothStates | null;
  window: BoothEvent["window"];
}) {
  const about = state && all.states[state === "applied" && window !== "open" ? "appliedClosed" : state];
  const closed = window === "open" ? null : all.windowTexts[window];
  return (
    <>
      {about && (
        <Notice kind={about.kind} title={about.title}>
          {about.text}
        </Notice>
      )}
      {closed && !(state === "applied" && window === "closed") && (
        <Notice kind="info" title={closed.title}>
          {closed.text}
        </Notice>
      )}
    </>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? loaderData.title : words.newTitle} ${all.title} | ${site.name}` },
];
