import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import {
  listPresent,
  listToldSince,
  readUsualPlace,
} from "#app/domain/employment/company-list.store.server.ts";
import { quarterMonths, reportableUntil } from "#app/domain/employment/question.rules.ts";
import { findQuestion, readAnswered } from "#app/domain/employment/questions.store.server.ts";
import { pageOf } from "#app/domain/employment/schema.ts";
import { takeReport } from "#app/http/employment-report.ts";
import { LINK_PAGE_HEADERS, linkPageHeaders } from "#app/http/link-page.ts";
import { months, reportWords as words } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ReportedPeople } from "#app/ui/employment-people.tsx";
import { EmploymentReportForm } from "#app/ui/employment-report-form.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/employment-answer";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

/** Shows the question and changes nothing: programs that check mails open every link. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const token = query.get("token") ?? "";
  const found = await findQuestion(town, { token });
  if (!found.ok) return data({ step: found.error } as const, { headers: LINK_PAGE_HEADERS });
  const { id, companyId, companyName, quarter, askedAt } = found.question;
  const [present, told, answered, usualPlace] = await Promise.all([
    listPresent(town, { companyId, page: pageOf.parse(query.get("page") ?? 1) }),
    listToldSince(town, { companyId, since: askedAt }),
    readAnswered(town, { questionIds: [id] }),
    readUsualPlace(town, { companyId }),
  ]);
  return data(
    {
      step: "open",
      token,
      companyName,
      quarter: months(quarterMonths(quarter)),
      answerBy: longDate(reportableUntil(quarter)),
      present,
      usualPlace,
      told,
      isAnswered: answered.has(id),
    } as const,
    { headers: LINK_PAGE_HEADERS },
  );
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const { pathname, searchParams } = new URL(request.url);
  const token = searchParams.get("token") ?? "";
  const found = await findQuestion(town, { token });
  if (!found.ok) return formErrors({}, {}, found.error === "unknown" ? 404 : 409);
  const { id, companyId } = found.question;
  const refused = await takeReport(town, await readForm(request), {
    companyId,
    questionId: id,
    actorId: null,
    by: "mail-link",
  });
  if (refused) return refused;
  return redirectWithNotice(`${pathname}?token=${encodeURIComponent(token)}`, "employment-answered");
}

export default function EmploymentAnswer({ loaderData: shown, actionData: form }: Route.ComponentProps) {
  if (shown.step !== "open")
    return (
      <Page title={words.title}>
        <Notice kind="error" title={shown.step === "expired" ? words.expiredTitle : words.unknownTitle}>
          <p>{shown.step === "expired" ? words.expiredText : words.unknownText}</p>
        </Notice>
        <LinkButton to="/company/employment" look="secondary">
          {words.signIn}
        </LinkButton>
      </Page>
    );
  const query = `token=${encodeURIComponent(shown.token)}`;
  return (
    <Page
      title={words.title}
      lead={
        <>
          <p>{words.lead(shown.companyName, shown.quarter)}</p>
          <p className="mt-2">
            {words.answerBy}:{shown.answerBy}
          </p>
        </>
      }
    >
      {shown.isAnswered && (
        <Section title={words.told} id="told">
          <p className="mb-4">{shown.told.length > 0 ? words.toldText : words.toldNothing}</p>
          {shown.told.length > 0 && (
            <ReportedPeople
              people={shown.told}
              correctHref={(id) => `/company/employment/answer/correction?${query}&placement=${id}`}
            />
          )}
        </Section>
      )}
      <div className={shown.isAnswered ? "mt-12" : undefined}>
        <EmploymentReportForm
          present={shown.present}
          usualPlace={shown.usualPlace}
          form={form}
          pageHref={(page) => `?${query}&page=${page}#present`}
        />
      </div>
      <Section title={words.afterwards} id="afterwards">
        <ul className="list-disc space-y-1 pl-6">
          {words.afterwardsText.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

export const headers = linkPageHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex, nofollow" },
];
