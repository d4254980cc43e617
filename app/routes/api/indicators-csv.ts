import { decideAccess, type RouteHandle, STAFF } from "#app/access.ts";
import { openChosenPlan } from "#app/domain/indicators/chosen-plan.server.ts";
import { downloadRows, downloadTable } from "#app/domain/indicators/download-lines.ts";
import { etagOf, isKnown } from "#app/http/conditional.ts";
import { downloadWords } from "#app/locales/ja/indicator-download.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { encodeRows, writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { townContext, viewerContext } from "#app/town.ts";
import type { Route } from "./+types/indicators-csv";

export const handle = { access: "public" } satisfies RouteHandle;

/**
 * The sheet of a plan as CSV, with the conditions of /indicators. Where Shift_JIS cannot hold a letter of it the file comes
 * as UTF-8, which spreadsheets open as well.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const isStaff = decideAccess(STAFF, context.get(viewerContext)) === "allowed";
  const chosen = await openChosenPlan(context.get(townContext), { params, isStaff });
  if (!chosen) return new Response(null, { status: 404 });
  const { choice, cut, sheet } = chosen;
  const rows = downloadRows(sheet);
  const table = downloadTable(rows, {
    planId: choice.id,
    asOf: cut.asOf,
    knownOn: cut.knownOn?.toISOString() ?? null,
  });
  const asked = readEncoding(params);
  const file = writeCsv(table, asked);
  const encoding = file.ok ? asked : "utf-8";
  const bytes = file.ok ? file.bytes : encodeRows(table, "utf-8", { first: true });
  const etag = etagOf(bytes);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...csvHeaders({
        encoding,
        fileName: `${downloadWords.fileName(cut.asOf)}.csv`,
        asciiName: `indicators-${cut.asOf}.csv`,
      }),
      ETag: etag,
      // Staff see days that are not public.
      ...(isStaff && { "Cache-Control": "private, no-store" }),
    },
  });
}
