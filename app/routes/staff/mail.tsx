import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { MAIL_STATES } from "#app/domain/mail/rules.ts";
import { listMails, MAILS_PER_PAGE } from "#app/domain/mail/store.server.ts";
import { mailKindNames, mailStateNames, mailWords as words } from "#app/locales/ja/mail.ts";
import { site } from "#app/locales/ja/site.ts";
import { shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/mail";

export const handle = { access: STAFF, title: "送信メール" } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const kind = query.get("kind") ?? "";
  const filter = {
    kind: Object.hasOwn(mailKindNames, kind) ? kind : null,
    state: MAIL_STATES.find((state) => state === query.get("state")) ?? null,
    page: pageOf(query),
  };
  const { rows, total } = await listMails(town, filter);
  return {
    isLocal: town.env.sendgrid === null,
    filter,
    total,
    pages: Math.ceil(total / MAILS_PER_PAGE),
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      recipient: row.recipient,
      state: row.state,
      subject: row.subject,
      at: `${shortDate(row.createdAt)} ${timeOf(row.createdAt)}`,
    })),
  };
}

function pageOf(query: URLSearchParams): number {
  const page = Number(query.get("page"));
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

const tones = { queued: "blue", sent: "green", failed: "red", suppressed: "neutral" } as const;

export default function MailList({ loaderData }: Route.ComponentProps) {
  const { filter, rows, total, pages, isLocal } = loaderData;
  const href = (page: number) =>
    `/staff/mail?${new URLSearchParams({
      ...(filter.kind && { kind: filter.kind }),
      ...(filter.state && { state: filter.state }),
      page: String(page),
    })}`;
  return (
    <Page title={handle.title} crumbs={[{ to: "/staff", label: "事務局" }]} wide>
      {isLocal && <Notice kind="info" title={words.local} />}
      <form
        method="get"
        action="/staff/mail"
        className="mb-8 flex flex-wrap items-end gap-4"
        data-screen-only
      >
        <SelectField
          name="kind"
          label={words.kindFilter}
          defaultValue={filter.kind ?? ""}
          empty={words.all}
          options={Object.entries(mailKindNames).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="state"
          label={words.stateFilter}
          defaultValue={filter.state ?? ""}
          empty={words.all}
          options={MAIL_STATES.map((value) => ({ value, label: mailStateNames[value] }))}
        />
        <Button look="secondary">{words.search}</Button>
      </form>
      <p className="mb-4">{words.count(total)}</p>
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <Table caption={handle.title} head={words.columns}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="min-w-56">
                <TextLink to={`/staff/mail/${row.id}`}>{row.subject ?? words.noSubject}</TextLink>
              </th>
              <td>{row.recipient}</td>
              <td className="min-w-40">{mailKindNames[row.kind] ?? row.kind}</td>
              <td>
                <Badge tone={tones[row.state]}>{mailStateNames[row.state]}</Badge>
              </td>
              <td className="whitespace-nowrap">{row.at}</td>
            </tr>
          ))}
        </Table>
      )}
      <Pagination page={filter.page} pages={pages} href={href} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${handle.title} | ${site.name}` }];
