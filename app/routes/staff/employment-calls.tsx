import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { countNotAsked, orderAsking } from "#app/domain/employment/asking.store.server.ts";
import { listPresent, readUsualPlace } from "#app/domain/employment/company-list.store.server.ts";
import { findCalled, listToCall, readQuarters } from "#app/domain/employment/desk.store.server.ts";
import { quarterMonths } from "#app/domain/employment/question.rules.ts";
import { pageOf } from "#app/domain/employment/schema.ts";
import { fedBy } from "#app/domain/indicators/fed-indicators.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { takeReport } from "#app/http/employment-report.ts";
import { callWords as words, deskWords } from "#app/locales/ja/employment-desk.ts";
import { months } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { CallList } from "#app/ui/employment-calls.tsx";
import { EmploymentReportForm } from "#app/ui/employment-report-form.tsx";
import { FedIndicators } from "#app/ui/fed-indicators.tsx";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/employment-calls";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/employment/calls";

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const companyId = query.get("company") ?? "";
  const page = pageOf.parse(query.get("page") ?? 1);
  const quarters = (await readQuarters(town)).map(({ quarter }) => quarter);
  const quarter = quarters.find((known) => known === query.get("quarter")) ?? quarters[0] ?? null;
  if (companyId !== "") {
    const called = await findCalled(town, { companyId, quarter });
    if (!called) throw data(null, { status: 404 });
    const [present, usualPlace] = await Promise.all([
      listPresent(town, { companyId, page }),
      readUsualPlace(town, { companyId }),
    ]);
    return { step: "called", called, quarter, present, usualPlace } as const;
  }
  const [list, notAsked, plan] = await Promise.all([
    quarter ? listToCall(town, { quarter, page }) : null,
    countNotAsked(town),
    openPlan(town),
  ]);
  return {
    step: "list",
    notAsked: { companies: notAsked.companies, quarter: months(quarterMonths(notAsked.quarter)) },
    quarter,
    list,
    fed: fedBy(plan && plan.sheet(plan.dates.today), "employmentAnswers"),
    quarters: quarters.map((known) => ({ quarter: known, label: months(quarterMonths(known)) })),
  } as const;
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const companyId = query.get("company") ?? "";
  const quarter = query.get("quarter");
  const values = await readForm(request);
  if (values["intent"] === "ask") {
    await orderAsking(town);
    return redirectWithNotice(PATH, "employment-asking");
  }
  const called = await findCalled(town, { companyId, quarter });
  if (!called) throw data(null, { status: 404 });
  const refused = await takeReport(town, values, {
    companyId,
    questionId: called.questionId,
    actorId: viewer.id,
    by: "telephone",
  });
  const list = called.quarter ? `${PATH}?quarter=${called.quarter}` : PATH;
  return refused ?? redirectWithNotice(list, "employment-answered-by-telephone");
}

export default function EmploymentCalls({ loaderData: page, actionData: form }: Route.ComponentProps) {
  const crumbs = [
    { to: "/staff", label: deskWords.crumb },
    { to: "/staff/employment", label: deskWords.title },
  ];
  if (page.step === "called")
    return (
      <Page
        title={words.called(page.called.name)}
        crumbs={[...crumbs, { to: PATH, label: words.title }]}
        lead={
          <>
            <p>{words.calledLead}</p>
            {page.called.quarter && <p>{words.calledQuarter(months(quarterMonths(page.called.quarter)))}</p>}
            <p className="mt-2">
              <a
                href={`tel:${page.called.phone}`}
                className="inline-flex min-h-11 items-center text-blue-1000 underline"
              >
                {page.called.phone}
              </a>
            </p>
          </>
        }
      >
        <EmploymentReportForm
          present={page.present}
          usualPlace={page.usualPlace}
          form={form}
          pageHref={(number) => `?company=${page.called.companyId}&page=${number}#present`}
        />
        <p className="mt-6">
          <TextLink to={PATH} className="inline-flex min-h-11 items-center">
            {words.back}
          </TextLink>
        </p>
      </Page>
    );
  const { list, quarter, quarters, notAsked, fed } = page;
  return (
    <Page title={words.title} crumbs={crumbs} lead={<p>{words.lead}</p>} wide>
      {notAsked.companies > 0 && (
        <form method="post" data-screen-only className="mb-8 space-y-2">
          <p>{words.notAskedYet(notAsked.quarter, notAsked.companies)}</p>
          <Button name="intent" value="ask" look="secondary">
            {words.ask}
          </Button>
        </form>
      )}
      {quarters.length > 1 && (
        <FilterLinks
          label={words.quarters}
          choices={quarters.map((row) => ({
            label: row.label,
            url: `${PATH}?quarter=${row.quarter}`,
            current: row.quarter === quarter,
          }))}
        />
      )}
      <div className="mt-8">
        {!list || !quarter ? (
          <EmptyState title={words.notAsked}>
            <p>{words.notAskedText}</p>
          </EmptyState>
        ) : list.total === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <Section title={`${months(quarterMonths(quarter))} ${words.total(list.total)}`} id="list">
            <CallList
              companies={list.companies}
              enterHref={(companyId) => `${PATH}?quarter=${quarter}&company=${companyId}`}
            />
            <Pagination
              page={list.page}
              pages={list.pages}
              href={(number) => `${PATH}?quarter=${quarter}&page=${number}`}
            />
          </Section>
        )}
      </div>
      <FedIndicators fed={fed} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
