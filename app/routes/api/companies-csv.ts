import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { COMPANY_TABLE_HEADER } from "#app/domain/companies/table-columns.ts";
import { readCompanySearch } from "#app/domain/matching/company-search.ts";
import { findCompanyTable, readCompanyTableRows } from "#app/domain/matching/company-table.store.server.ts";
import { etagOf, isKnown } from "#app/http/conditional.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { findUnmappableInBatches, streamCsv } from "#app/platform/table-file/stream-csv.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/companies-csv";

export const handle = { access: "public" } satisfies RouteHandle;

/**
 * The companies that a search finds as CSV, with the conditions of /companies. Where CP932 cannot hold them the reader is
 * led to the page that names the cells and offers UTF-8.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const { searchParams } = new URL(request.url);
  const encoding = readEncoding(searchParams);
  const table = await findCompanyTable(town, readCompanySearch(searchParams));
  const header = COMPANY_TABLE_HEADER;
  const etag = etagOf(
    encoding,
    header.join(),
    town.env.publicUrl,
    ...table.lines.map(({ version }) => version),
  );
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
  if (encoding === "cp932") {
    const cells = await findUnmappableInBatches(header, readCompanyTableRows(town, table));
    if (cells.length > 0) {
      searchParams.set("file", "companies");
      throw redirect(`/downloads?${searchParams}`);
    }
  }
  return new Response(streamCsv(header, readCompanyTableRows(town, table), encoding), {
    headers: {
      ...csvHeaders({ encoding, fileName: "掲載企業一覧.csv", asciiName: "companies.csv" }),
      ETag: etag,
    },
  });
}
