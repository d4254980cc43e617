import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { readTableVersion } from "#app/domain/open-data/event-columns.ts";
import { readEventTable } from "#app/domain/open-data/events.store.server.ts";
import { etagOf, isKnown } from "#app/http/conditional.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/events-csv";

export const handle = { access: "public" } satisfies RouteHandle;

/** The standard table of events (`?version=1`), in UTF-8 with BOM or `?encoding=cp932`. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const { searchParams } = new URL(request.url);
  const version = readTableVersion(searchParams);
  if (!version) return new Response("No such version of the table", { status: 404 });
  const encoding = readEncoding(searchParams);
  const file = writeCsv(await readEventTable(town, version), encoding);
  if (!file.ok) {
    searchParams.set("file", "events");
    throw redirect(`/downloads?${searchParams}`);
  }
  const etag = etagOf(file.bytes);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...csvHeaders({ encoding, fileName: "イベント一覧.csv", asciiName: "events.csv" }),
      Link: '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
      "Cache-Control": "public, max-age=300",
      ETag: etag,
    },
  });
}
