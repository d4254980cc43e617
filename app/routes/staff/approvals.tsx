import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { listWaitingRevisions } from "#app/domain/companies/approval.store.server.ts";
import { listWaitingRegistrations } from "#app/domain/companies/registration-review.store.server.ts";
import { REVIEW_TARGET_WORKING_DAYS } from "#app/domain/companies/rules.ts";
import { approvals as words } from "#app/locales/ja/approvals.ts";
import { site } from "#app/locales/ja/site.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/approvals";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const KINDS = ["registration", "first", "change"] as const;
type Kind = (typeof KINDS)[number];

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = KINDS.find((one) => one === asked) ?? null;
  const [registrations, revisions] = await Promise.all([
    listWaitingRegistrations(town),
    listWaitingRevisions(town),
  ]);
  const waiting = [
    ...registrations.map((registration) => ({
      ...registration,
      kind: "registration" as Kind,
      url: `/staff/registrations/${registration.companyId}`,
      size: words.round(registration.round),
      isUnconfirmed: !registration.addressConfirmed,
    })),
    ...revisions.map((revision) => ({
      ...revision,
      kind: (revision.isFirst ? "first" : "change") as Kind,
      url: `/staff/approvals/${revision.id}`,
      size: words.changes(revision.changedFields),
      isUnconfirmed: false,
    })),
  ];
  return {
    kind,
    total: waiting.length,
    lines: waiting
      .filter((line) => kind === null || line.kind === kind)
      .toSorted((one, other) => (one.submittedOn < other.submittedOn ? -1 : 1))
      .map(({ url, companyName, size, isUnconfirmed, submittedOn, waitingDays, ...line }) => ({
        kind: line.kind,
        url,
        companyName,
        size,
        isUnconfirmed,
        submittedOn: longDate(submittedOn),
        waitingDays,
        isLate: waitingDays > REVIEW_TARGET_WORKING_DAYS,
      })),
  };
}

export default function Approvals({ loaderData: { kind, total, lines } }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: words.staff }]}
      lead={words.lead(REVIEW_TARGET_WORKING_DAYS)}
      wide
    >
      {total > 0 && (
        <form method="get" className="mb-6 flex flex-wrap items-end gap-4" data-screen-only>
          <SelectField
            name="kind"
            label={words.kindFilter}
            empty={words.allKinds}
            defaultValue={kind ?? ""}
            options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <Button look="secondary">{words.filter}</Button>
        </form>
      )}
      {lines.length === 0 ? (
        <EmptyState title={total === 0 ? words.emptyTitle : words.filteredEmptyTitle}>
          {total === 0 ? words.emptyText : words.filteredEmptyText}
        </EmptyState>
      ) : (
        <>
          <h2 className="mb-3 text-std-20B-150">
            {words.count(lines.length, lines.filter(({ isLate }) => isLate).length)}
          </h2>
          <Table caption={words.title} head={Object.values(words.columns)}>
            {lines.map((line) => (
              <Line key={line.url} line={line} />
            ))}
          </Table>
        </>
      )}
    </Page>
  );
}

const TONES = { registration: "orange", first: "blue", change: "neutral" } as const;

function Line({ line }: { line: Route.ComponentProps["loaderData"]["lines"][number] }) {
  return (
    <tr>
      <th scope="row" className="min-w-44">
        <TextLink to={line.url} className="inline-flex min-h-11 items-center">
          {line.companyName}
        </TextLink>
      </th>
      <td>
        <Badge tone={TONES[line.kind]}>{words.kinds[line.kind]}</Badge>
        {line.isUnconfirmed && (
          <span className="mt-1 block">
            <Badge>{words.unconfirmed}</Badge>
          </span>
        )}
      </td>
      <td className="whitespace-nowrap">{line.size}</td>
      <td className="min-w-40">{line.submittedOn}</td>
      <td className="whitespace-nowrap">
        {words.age(line.waitingDays)}
        {line.isLate && (
          <span className="ml-2">
            <Badge tone="red">{words.late}</Badge>
          </span>
        )}
      </td>
    </tr>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
