import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { lastDayOf } from "#app/domain/companies/invitations.store.server.ts";
import { INVITATION_DAYS } from "#app/domain/companies/members.rules.ts";
import { findMembership, listMembers } from "#app/domain/companies/members.store.server.ts";
import { takeMembersForm } from "#app/http/members-form.ts";
import { actionHeaders } from "#app/http/too-many.ts";
import { membersWords as words } from "#app/locales/ja/company-members.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { InvitationList, InviteForm, MemberTable } from "#app/ui/member-list.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/members";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  if (!membership) return null;
  const { members, invitations } = await listMembers(town, membership);
  return {
    ownId: viewer.id,
    isOwner: membership.isOwner,
    members: members.map((member) => ({ ...member, since: longDate(member.since) })),
    invitations: invitations.map(({ id, email, state, invitedOn, expiresAt }) => ({
      id,
      email,
      isExpired: state === "expired",
      invitedOn: longDate(invitedOn),
      lastDay: longDate(lastDayOf(expiresAt)),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const membership = await findMembership(context.get(townContext), { userId: viewer.id });
  if (!membership) throw data(null, { status: 404 });
  return takeMembersForm(request, context, {
    actor: { userId: viewer.id, as: "member" },
    companyId: membership.companyId,
    page: "/company/members",
  });
}

export default function Members({ loaderData: shown, actionData }: Route.ComponentProps) {
  const crumbs = [{ to: "/company", label: companyHome.title }];
  if (!shown)
    return (
      <Page title={words.title} crumbs={crumbs}>
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      </Page>
    );
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page title={words.title} crumbs={crumbs} lead={words.lead}>
      {problem && <Notice kind="warning" title={words.problems[problem] ?? problem} live focus />}
      <FormProblems errors={actionData?.errors} labels={{ email: words.email, intent: words.change }} />
      <MemberTable members={shown.members} ownId={shown.ownId} mayChange={shown.isOwner} />
      {shown.isOwner ? (
        <>
          <Section title={words.inviteTitle} id="invite">
            <InviteForm form={actionData ?? undefined} days={INVITATION_DAYS} />
          </Section>
          <Section title={words.invitations} id="invitations">
            <InvitationList invitations={shown.invitations} />
          </Section>
        </>
      ) : (
        <p className="mt-6">{words.ownerRule}</p>
      )}
      <Section title={words.leaveTitle} id="leave">
        {shown.isOwner ? (
          <p>
            {words.ownerStays}
            {shown.members.length === 1 && words.alone}
          </p>
        ) : (
          <form method="post">
            <p className="mb-4">{words.leaveText}</p>
            <Button look="danger" name="intent" value="leave">
              {words.leave}
            </Button>
          </form>
        )}
      </Section>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
