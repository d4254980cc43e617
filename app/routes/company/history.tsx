import { type RouteHandle, requireViewer } from "#app/access.ts";
import { chooseRevisions } from "#app/domain/companies/history.rules.ts";
import { compareRevisions, listRevisions } from "#app/domain/companies/history.store.server.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import { historyWords as words } from "#app/locales/ja/company-list.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { RevisionComparison, RevisionHistory } from "#app/ui/revision-history.tsx";
import type { Route } from "./+types/history";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  if (!membership) return { revisions: [], numbers: [], comparison: null };
  const { companyId } = membership;
  const revisions = await listRevisions(town, { companyId });
  const numbers = revisions.map(({ number }) => number);
  const query = new URL(request.url).searchParams;
  const chosen = chooseRevisions(numbers, { from: query.get("from"), to: query.get("to") });
  const differences = chosen && (await compareRevisions(town, { companyId, ...chosen }));
  return {
    // Who of the staff decided is the town's business.
    revisions: revisions.map((revision) => ({
      ...revision,
      decidedBy: "",
      submittedOn: longDate(revision.submittedOn),
      decidedOn: revision.decidedOn && longDate(revision.decidedOn),
    })),
    numbers,
    comparison: chosen && differences && { ...chosen, differences },
  };
}

export default function History({ loaderData: { revisions, numbers, comparison } }: Route.ComponentProps) {
  return (
    <Page title={words.title} crumbs={[{ to: "/company", label: companyHome.title }]} lead={words.lead}>
      <Section title={words.revisions} id="revisions">
        <RevisionHistory revisions={revisions} />
      </Section>
      {revisions.length > 0 && (
        <Section title={words.differences} id="differences">
          <RevisionComparison numbers={numbers} comparison={comparison} action="/company/history" />
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
