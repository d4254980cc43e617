import { requireViewer, type RouteHandle } from "#app/access.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import {
  listPresent,
  listReported,
  readUsualPlace,
} from "#app/domain/employment/company-list.store.server.ts";
import { quarterMonths, reportableUntil } from "#app/domain/employment/question.rules.ts";
import { findOpenQuestion, readAnswered } from "#app/domain/employment/questions.store.server.ts";
import { pageOf } from "#app/domain/employment/schema.ts";
import { takeReport } from "#app/http/employment-report.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { companyEmploymentWords as words, months, reportWords } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { ReportedPeople } from "#app/ui/employment-people.tsx";
import { EmploymentReportForm } from "#app/ui/employment-report-form.tsx";
import { NoCompany } from "#app/ui/no-company.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Route } from "./+types/employment";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  if (!membership) return null;
  const { companyId } = membership;
  const query = new URL(request.url).searchParams;
  const [question, present, reported, usualPlace] = await Promise.all([
    findOpenQuestion(town, { companyId }),
    listPresent(town, { companyId, page: pageOf.parse(query.get("page") ?? 1) }),
    listReported(town, { companyId, page: pageOf.parse(query.get("list") ?? 1) }),
    readUsualPlace(town, { companyId }),
  ]);
  const answered = question && (await readAnswered(town, { questionIds: [question.id] })).get(question.id);
  return {
    present,
    reported,
    usualPlace,
    question: question && {
      quarter: months(quarterMonths(question.quarter)),
      answerBy: reportableUntil(question.quarter),
      answeredOn: answered ? civilDateOf(answered) : null,
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  const values = await readForm(request);
  if (!membership) return formErrors({ form: "no-company" }, values, 403);
  const { companyId } = membership;
  const question = await findOpenQuestion(town, { companyId });
  const refused = await takeReport(town, values, {
    companyId,
    questionId: question?.id ?? null,
    actorId: viewer.id,
    by: "company",
  });
  return refused ?? redirectWithNotice("/company/employment#list", "employment-answered");
}

export default function CompanyEmployment({ loaderData: room, actionData: form }: Route.ComponentProps) {
  if (!room) return <NoCompany title={words.title} />;
  const { question, present, reported, usualPlace } = room;
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/company", label: companyHome.title }]}
      lead={<p>{words.lead}</p>}
    >
      <Section title={words.state} id="state">
        {!question && <p>{words.noQuestion}</p>}
        {question && <p>{words.open(question.quarter, question.answerBy)}</p>}
        {question?.answeredOn && <p className="mt-2">{words.answered(question.answeredOn)}</p>}
      </Section>
      <div className="mt-12">
        <EmploymentReportForm
          present={present}
          usualPlace={usualPlace}
          form={form}
          pageHref={(page) => `?page=${page}#present`}
        />
      </div>
      <Section title={words.list} id="list">
        {reported.total === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <>
            <ReportedPeople
              people={reported.people}
              correctHref={(id) => `/company/employment/correction?placement=${id}`}
            />
            <Pagination page={reported.page} pages={reported.pages} href={(page) => `?list=${page}#list`} />
          </>
        )}
      </Section>
      <Section title={reportWords.afterwards} id="afterwards">
        <ul className="list-disc space-y-1 pl-6">
          {reportWords.afterwardsText.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
