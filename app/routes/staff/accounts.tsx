import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import {
  ACCOUNTS_PER_PAGE,
  changeRole,
  closeAccount,
  listAccounts,
  reopenAccount,
} from "#app/domain/accounts/administration.store.server.ts";
import { listWaitingAccounts } from "#app/domain/accounts/approval.store.server.ts";
import { ROLES } from "#app/domain/accounts/rules.ts";
import { administrationSchema } from "#app/domain/accounts/schema.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";
import { accountsWords as words } from "#app/locales/ja/accounts.ts";
import { roleNames, site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { type Town, townContext, type Viewer } from "#app/town.ts";
import { AccountTable } from "#app/ui/account-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { WaitingAccounts } from "#app/ui/waiting-accounts.tsx";
import type { Route } from "./+types/accounts";

export const handle = { access: STAFF, title: "アカウント" } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const waiting = await listWaitingAccounts(town);
  return {
    waiting: waiting.map(({ appliedAt, ...account }) => ({ ...account, appliedOn: longDate(appliedAt) })),
    list: viewer.role === "admin" ? await readList(town, viewer, new URL(request.url).searchParams) : null,
  };
}

/** The list is for administrators: staff need the accounts that wait, not everybody's address. */
async function readList(town: Town, viewer: Viewer, query: URLSearchParams) {
  const page = Number(query.get("page"));
  const filter = {
    role: ROLES.find((role) => role === query.get("role")) ?? null,
    email: normaliseLine(query.get("email") ?? "").slice(0, 254),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
  const { rows, total } = await listAccounts(town, filter);
  return {
    filter,
    total,
    pages: Math.ceil(total / ACCOUNTS_PER_PAGE),
    rows: rows.map(({ createdAt, ...row }) => ({
      ...row,
      createdOn: longDate(createdAt),
      isOwn: row.id === viewer.id,
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  return administer(town, viewer, values);
}

async function administer(town: Town, viewer: Viewer, values: Record<string, string | string[]>) {
  if (viewer.role !== "admin") throw data(null, { status: 403 });
  const form = checkForm(values, administrationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const change = { ...form.data, actorId: viewer.id };
  const result =
    change.intent === "change-role"
      ? await changeRole(town, change)
      : change.intent === "close"
        ? await closeAccount(town, change)
        : await reopenAccount(town, change);
  if (result.ok) {
    const notices = { "change-role": "role-changed", close: "account-closed", reopen: "account-reopened" };
    return redirectWithNotice("/staff/accounts", notices[change.intent]);
  }
  if (result.error === "changed-meanwhile") throw data(null, { status: 409 });
  return formErrors({ form: result.error }, form.values, 403);
}

const fields = { intent: words.change, accountId: words.title, role: words.newRole };

export default function Accounts({ loaderData, actionData }: Route.ComponentProps) {
  const { waiting, list } = loaderData;
  return (
    <Page title={handle.title} crumbs={[{ to: "/staff", label: "事務局" }]} wide>
      <FormProblems errors={actionData?.errors} labels={fields} />
      <Section title={words.waitingHeading} id="waiting">
        <WaitingAccounts accounts={waiting} />
      </Section>
      {list && <AccountList list={list} />}
    </Page>
  );
}

function AccountList({ list }: { list: NonNullable<Route.ComponentProps["loaderData"]["list"]> }) {
  const { filter, rows, total, pages } = list;
  const href = (page: number) =>
    `/staff/accounts?${new URLSearchParams({
      ...(filter.role && { role: filter.role }),
      ...(filter.email && { email: filter.email }),
      page: String(page),
    })}#accounts`;
  return (
    <Section title={words.listHeading} id="accounts">
      <form
        method="get"
        action="/staff/accounts"
        className="mb-6 flex flex-wrap items-end gap-4"
        data-screen-only
      >
        <SelectField
          name="role"
          label={words.roleFilter}
          defaultValue={filter.role ?? ""}
          empty={words.allRoles}
          options={ROLES.map((value) => ({ value, label: roleNames[value] }))}
        />
        <TextField
          name="email"
          type="search"
          label={words.emailFilter}
          defaultValue={filter.email}
          className=""
        />
        <Button look="secondary">{words.search}</Button>
      </form>
      <p className="mb-4">{words.count(total)}</p>
      {rows.length === 0 ? (
        <EmptyState title={words.listEmpty}>{words.listEmptyText}</EmptyState>
      ) : (
        <AccountTable accounts={rows} />
      )}
      <Pagination page={filter.page} pages={pages} href={href} />
    </Section>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${handle.title} | ${site.name}` }];
