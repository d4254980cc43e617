import { requireViewer, type RouteHandle } from "#app/access.ts";
import { readOwnCode } from "#app/domain/employment/codes.store.server.ts";
import { listOwnRegistrations } from "#app/domain/events/registrations.store.server.ts";
import { listOwnPlacements } from "#app/domain/visits/placements.store.server.ts";
import { readStageOfStudent } from "#app/domain/recruitment/store.server.ts";
import { me as words } from "#app/locales/ja/events.ts";
import { roleNames, site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { RegistrationList } from "#app/ui/event-registration-list.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PlacementCodeCard } from "#app/ui/placement-code.tsx";
import { RecruitmentBanner } from "#app/ui/recruitment-banner.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { VisitPlacements } from "#app/ui/visit-placement.tsx";
import type { Route } from "./+types/me";

export const handle = { access: "signedIn", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const { name, email, role, state } = viewer;
  const town = context.get(townContext);
  const [registrations, placements, stage, placementCode] = await Promise.all([
    listOwnRegistrations(town, { userId: viewer.id }),
    listOwnPlacements(town, { userId: viewer.id }),
    readStageOfStudent(town, { userId: viewer.id }),
    role === "student" ? readOwnCode(town, { userId: viewer.id }) : null,
  ]);
  return {
    account: { name, email, role, state },
    stage,
    ...registrations,
    placements,
    // Pupils of a junior high school do not start work yet.
    placementCode:
      placementCode && placementCode.schoolKind !== "juniorHigh" && state === "active"
        ? { isUsed: placementCode.code !== null || placementCode.linked.length > 0 }
        : null,
  };
}

export default function Me({
  loaderData: { account, stage, coming, past, placements, placementCode },
}: Route.ComponentProps) {
  const links = words.roleLinks[account.role === "admin" ? "staff" : account.role];
  return (
    <Page title={words.title} lead={<p>{words.greeting(account.name)}</p>}>
      {account.state === "waiting" && (
        <Notice kind="info" title={words.waitingTitle}>
          <p>{words.waitingText}</p>
        </Notice>
      )}
      <VisitPlacements placements={placements} />
      {stage && <RecruitmentBanner stages={[stage]} reader="student" />}
      <Section title={words.coming} id="coming">
        {coming.length > 0 ? (
          <RegistrationList registrations={coming} />
        ) : (
          <EmptyState title={words.comingNone}>
            <p>{words.comingNoneText}</p>
            <LinkButton to="/events" className="mt-4">
              {words.findEvents}
            </LinkButton>
          </EmptyState>
        )}
      </Section>
      <Section title={words.past} id="past">
        {past.length > 0 ? <RegistrationList registrations={past} /> : <p>{words.pastNone}</p>}
      </Section>
      {placementCode && <PlacementCodeCard hasCode={placementCode.isUsed} />}
      <Section title={words.account} id="account">
        <DescriptionList
          items={[
            { term: words.accountName, children: account.name },
            { term: words.accountEmail, children: account.email },
            { term: words.accountRole, children: roleNames[account.role] },
            { term: words.accountState, children: words.states[account.state] },
          ]}
        />
      </Section>
      {account.state === "active" && (
        <Section title={words.links} id="links">
          <div className="flex flex-wrap gap-4">
            {links.map((link) => (
              <LinkButton key={link.to} to={link.to} look="secondary">
                {link.label}
              </LinkButton>
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}

export function meta() {
  return [{ title: `${words.title} | ${site.name}` }];
}
