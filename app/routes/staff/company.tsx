import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { chooseRevisions } from "#app/domain/companies/history.rules.ts";
import {
  compareRevisions,
  findCompanyForStaff,
  listPast,
  listRevisions,
} from "#app/domain/companies/history.store.server.ts";
import { lastDayOf } from "#app/domain/companies/invitations.store.server.ts";
import { INVITATION_DAYS } from "#app/domain/companies/members.rules.ts";
import { listMembers } from "#app/domain/companies/members.store.server.ts";
import { takeMembersForm } from "#app/http/members-form.ts";
import { actionHeaders } from "#app/http/too-many.ts";
import { companyList, companyRecord as words, historyWords } from "#app/locales/ja/company-list.ts";
import { membersWords } from "#app/locales/ja/company-members.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { CompanyRecordFacts } from "#app/ui/company-record.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { InvitationList, InviteForm, MemberTable } from "#app/ui/member-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { CompanyPast, RevisionComparison, RevisionHistory } from "#app/ui/revision-history.tsx";
import type { Route } from "./+types/company";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { companyId } = params;
  const company = await findCompanyForStaff(town, { companyId });
  if (!company) throw data(null, { status: 404 });
  const [revisions, past, people] = await Promise.all([
    listRevisions(town, { companyId }),
    listPast(town, { companyId }),
    listMembers(town, { companyId }),
  ]);
  const numbers = revisions.map(({ number }) => number);
  const query = new URL(request.url).searchParams;
  const chosen = chooseRevisions(numbers, { from: query.get("from"), to: query.get("to") });
  const differences = chosen && (await compareRevisions(town, { companyId, ...chosen }));
  const day = (date: string | null) => date && longDate(date);
  return {
    company: {
      ...company,
      registeredOn: longDate(company.registeredOn),
      firstPublishedOn: day(company.firstPublishedOn),
      withdrawnOn: day(company.withdrawnOn),
      confirmedOn: day(company.confirmedOn),
    },
    revisions: revisions.map((revision) => ({
      ...revision,
      submittedOn: longDate(revision.submittedOn),
      decidedOn: day(revision.decidedOn),
    })),
    numbers,
    comparison: chosen && differences && { ...chosen, differences },
    past: past.map((line) => ({ ...line, on: longDate(line.on) })),
    members: people.members.map((member) => ({ ...member, since: longDate(member.since) })),
    invitations: people.invitations.map(({ id, email, state, invitedOn, expiresAt }) => ({
      id,
      email,
      isExpired: state === "expired",
      invitedOn: longDate(invitedOn),
      lastDay: longDate(lastDayOf(expiresAt)),
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const { companyId } = params;
  const company = await findCompanyForStaff(context.get(townContext), { companyId });
  if (!company) throw data(null, { status: 404 });
  return takeMembersForm(request, context, {
    actor: { userId: viewer.id, as: "staff" },
    companyId,
    page: `/staff/companies/${companyId}`,
  });
}

export default function Company({ loaderData: shown, actionData }: Route.ComponentProps) {
  const { company } = shown;
  const page = `/staff/companies/${company.id}`;
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page
      title={company.name || companyList.noName}
      crumbs={[
        { to: "/staff", label: companyList.staff },
        { to: "/staff/companies", label: companyList.title },
      ]}
      wide
    >
      {problem && <Notice kind="warning" title={membersWords.problems[problem] ?? problem} live focus />}
      <FormProblems
        errors={actionData?.errors}
        labels={{ email: membersWords.email, intent: words.members }}
      />
      <Section title={words.facts} id="facts">
        <CompanyRecordFacts company={company} />
      </Section>
      <Section title={historyWords.revisions} id="revisions">
        <RevisionHistory revisions={shown.revisions} href={(id) => `/staff/approvals/${id}`} />
      </Section>
      <Section title={historyWords.differences} id="differences">
        <RevisionComparison numbers={shown.numbers} comparison={shown.comparison} action={page} />
      </Section>
      <Section title={words.members} id="members">
        {shown.members.length === 0 ? (
          <p className="mb-6">{words.noMembers}</p>
        ) : (
          <MemberTable
            members={shown.members}
            ownId={null}
            mayChange
            handOverNote={membersWords.staffHandOverNote}
          />
        )}
        <h3 className="mt-6 mb-2 text-std-18B-160">{membersWords.invitations}</h3>
        <InvitationList invitations={shown.invitations} />
        <h3 className="mt-6 mb-2 text-std-18B-160">{membersWords.inviteTitle}</h3>
        <InviteForm form={actionData ?? undefined} days={INVITATION_DAYS} />
      </Section>
      <Section title={words.past} id="past">
        <CompanyPast past={shown.past} none={words.noPast} />
      </Section>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.company.name || companyList.noName}の記録 | ${site.name}` },
];
