import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { COMPANY_LISTINGS } from "#app/domain/companies/history.rules.ts";
import { COMPANIES_PER_PAGE, listCompanies } from "#app/domain/companies/list.store.server.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";
import { companyList as words, listingWords } from "#app/locales/ja/company-list.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/companies";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const query = new URL(request.url).searchParams;
  const page = Number(query.get("page"));
  const filter = {
    name: normaliseLine((query.get("name") ?? "").replaceAll("\0", "").toWellFormed()).slice(0, 100),
    listing: COMPANY_LISTINGS.find((listing) => listing === query.get("listing")) ?? null,
    isDirectoryCandidate: query.get("directory") === "missing",
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
  const { rows, total } = await listCompanies(context.get(townContext), filter);
  return { filter, rows, total, pages: Math.ceil(total / COMPANIES_PER_PAGE) };
}

const TONES = { listed: "green", withdrawn: "neutral", unpublished: "orange" } as const;

export default function Companies({ loaderData: { filter, rows, total, pages } }: Route.ComponentProps) {
  const href = (page: number) =>
    `/staff/companies?${new URLSearchParams({
      ...(filter.name && { name: filter.name }),
      ...(filter.listing && { listing: filter.listing }),
      ...(filter.isDirectoryCandidate && { directory: "missing" }),
      page: String(page),
    })}`;
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: words.staff }]} lead={words.lead} wide>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4" data-screen-only>
        <TextField name="name" type="search" label={words.name} defaultValue={filter.name} className="" />
        <SelectField
          name="listing"
          label={words.listing}
          empty={words.all}
          defaultValue={filter.listing ?? ""}
          options={COMPANY_LISTINGS.map((value) => ({ value, label: listingWords[value] }))}
        />
        <SelectField
          name="directory"
          label={words.directory}
          empty={words.all}
          defaultValue={filter.isDirectoryCandidate ? "missing" : ""}
          options={[{ value: "missing", label: words.directoryMissing }]}
        />
        <Button look="secondary">{words.search}</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : (
        <>
          <p className="mb-4">{words.count(total)}</p>
          <Table caption={words.title} head={words.columns}>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="min-w-56">
                  <TextLink to={`/staff/companies/${row.id}`} className="inline-flex min-h-11 items-center">
                    {row.name || words.noName}
                  </TextLink>
                  <span className="block font-400 text-solid-gray-700">{row.nameKana}</span>
                </th>
                <td>
                  <Badge tone={TONES[row.listing]}>{listingWords[row.listing]}</Badge>
                  {row.isWaiting && (
                    <span className="mt-1 block">
                      <Badge tone="orange">{words.waiting}</Badge>
                    </span>
                  )}
                </td>
                <td className="whitespace-nowrap">{row.corporateNumber ?? words.none}</td>
                <td className="whitespace-nowrap">{words.members(row.members)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
      <Pagination page={filter.page} pages={pages} href={href} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
