import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { directoryTable } from "#app/domain/companies/directory-table.ts";
import { readDirectoryFilter } from "#app/domain/companies/directory-filter.ts";
import { readManufacturingDirectory } from "#app/domain/companies/directory.store.server.ts";
import { etagOf, isKnown } from "#app/http/conditional.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/manufacturing-csv";

export const handle = { access: "public" } satisfies RouteHandle;

/** The manufacturing directory as CSV, with the conditions of its page. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const { searchParams } = new URL(request.url);
  const encoding = readEncoding(searchParams);
  const { entries } = await readManufacturingDirectory(town, readDirectoryFilter(searchParams));
  const file = writeCsv(directoryTable(entries, town.env.publicUrl), encoding);
  if (!file.ok) {
    searchParams.set("file", "manufacturing");
    throw redirect(`/downloads?${searchParams}`);
  }
  const etag = etagOf(file.bytes);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...csvHeaders({ encoding, fileName: "製造業データベース.csv", asciiName: "manufacturing.csv" }),
      ETag: etag,
    },
  });
}
