import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { listWaitingRevisions } from "#app/domain/companies/approval.store.server.ts";
import { REVIEW_TARGET_WORKING_DAYS } from "#app/domain/companies/rules.ts";
import { approvals as words } from "#app/locales/ja/approvals.ts";
import { site } from "#app/locales/ja/site.ts";
import { Badge } from "#app/ui/badge.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/approvals";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const waiting = await listWaitingRevisions(context.get(townContext));
  return waiting.map((revision) => ({
    ...revision,
    submittedOn: longDate(revision.submittedOn),
    isLate: revision.waitingDays > REVIEW_TARGET_WORKING_DAYS,
  }));
}

export default function Approvals({ loaderData: waiting }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: words.staff }]}
      lead={words.lead(REVIEW_TARGET_WORKING_DAYS)}
    >
      {waiting.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : (
        <>
          <h2 className="mb-3 text-std-20B-150">{words.count(waiting.length)}</h2>
          <Table caption={words.title} head={Object.values(words.columns)}>
            {waiting.map((revision) => (
              <tr key={revision.id}>
                <th scope="row" className="min-w-44">
                  <TextLink
                    to={`/staff/approvals/${revision.id}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {revision.companyName}
                  </TextLink>
                </th>
                <td>
                  {revision.isFirst ? (
                    <Badge tone="blue">{words.first}</Badge>
                  ) : (
                    <Badge>{words.change}</Badge>
                  )}
                </td>
                <td className="whitespace-nowrap">{words.changes(revision.changedFields)}</td>
                <td className="min-w-40">{revision.submittedOn}</td>
                <td className="whitespace-nowrap">
                  {words.age(revision.waitingDays)}
                  {revision.isLate && (
                    <span className="ml-2">
                      <Badge tone="orange">{words.late}</Badge>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
