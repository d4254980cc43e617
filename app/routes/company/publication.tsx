import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import { findOwnCompany } from "#app/domain/companies/own.store.server.ts";
import { ownPublicationSchema } from "#app/domain/companies/publication.schema.ts";
import { askForRelisting, withdrawCompany } from "#app/domain/companies/publication.store.server.ts";
import { ownPublication as words, staffPublication } from "#app/locales/ja/company-list.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { membersWords } from "#app/locales/ja/company-members.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/publication";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const [company, membership] = await Promise.all([
    findOwnCompany(town, { userId: viewer.id }),
    findMembership(town, { userId: viewer.id }),
  ]);
  if (!company || !membership) return null;
  return {
    name: company.published?.profile.name ?? "",
    isOwner: membership.isOwner,
    isPublished: company.published !== null,
    withdrawnOn: company.withdrawnOn && longDate(company.withdrawnOn),
    isWaiting: company.pending?.state === "submitted",
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  if (!membership) throw data(null, { status: 404 });
  const form = await parseForm(request, ownPublicationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { companyId } = membership;
  const isWithdrawal = form.data.intent === "withdraw";
  const result = isWithdrawal
    ? await withdrawCompany(town, {
        companyId,
        actor: { userId: viewer.id, as: "member" },
        reason: "asked",
        note: "",
        words: "",
      })
    : await askForRelisting(town, { companyId, userId: viewer.id });
  if (result.ok)
    return redirectWithNotice("/company", isWithdrawal ? "company-withdrawn" : "relisting-asked");
  return data({ ok: false as const, problem: result.error, errors: {}, values: {} }, { status: 409 });
}

export default function Publication({ loaderData: shown, actionData }: Route.ComponentProps) {
  const crumbs = [{ to: "/company", label: companyHome.title }];
  if (!shown)
    return (
      <Page title={words.title} crumbs={crumbs}>
        <EmptyState title={membersWords.none}>{membersWords.noneText}</EmptyState>
      </Page>
    );
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page title={words.title} crumbs={crumbs} lead={shown.name || undefined}>
      {problem && <Notice kind="warning" title={staffPublication.problems[problem] ?? problem} live focus />}
      <FormProblems errors={actionData?.errors} labels={{ intent: words.title }} />
      {shown.withdrawnOn ? (
        <Withdrawn shown={shown} withdrawnOn={shown.withdrawnOn} />
      ) : shown.isPublished ? (
        <Section title={words.withdrawTitle} id="withdrawal">
          <ul className="mb-6 list-disc space-y-2 pl-6">
            {words.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          {shown.isOwner ? (
            <form method="post">
              <Button look="danger" name="intent" value="withdraw">
                {words.confirm}
              </Button>
            </form>
          ) : (
            <p>{words.ownerOnly}</p>
          )}
        </Section>
      ) : (
        <EmptyState title={words.unpublished}>{words.unpublishedText}</EmptyState>
      )}
      <p data-screen-only className="mt-8">
        <TextLink to="/company">{words.back}</TextLink>
      </p>
    </Page>
  );
}

type Shown = NonNullable<Route.ComponentProps["loaderData"]>;

function Withdrawn({ shown, withdrawnOn }: { shown: Shown; withdrawnOn: string }) {
  return (
    <>
      <Notice kind="info" title={words.withdrawn(withdrawnOn)} />
      {shown.isWaiting ? (
        <Notice kind="info" title={words.waiting}>
          {words.waitingText}
        </Notice>
      ) : (
        <Section title={words.askTitle} id="again">
          <form method="post" className="flex flex-wrap gap-4">
            {shown.isPublished && (
              <>
                <p className="w-full">{words.askText}</p>
                <Button name="intent" value="ask-again">
                  {words.ask}
                </Button>
              </>
            )}
            <LinkButton to="/company/profile" look="secondary">
              {words.edit}
            </LinkButton>
          </form>
        </Section>
      )}
    </>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
