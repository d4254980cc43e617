import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { COMPANY_COLUMNS } from "#app/domain/companies/table-columns.ts";
import { encodeRows } from "#app/platform/table-file/write-csv.server.ts";
import { csvHeaders } from "#app/platform/table-file/csv-response.server.ts";
import type { Route } from "./+types/import-template";

export const handle = { access: STAFF } satisfies RouteHandle;

/** The headers that an import knows, as a file to fill in. */
export function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const bytes = encodeRows([COMPANY_COLUMNS.map(({ header }) => header)], "utf-8", { first: true });
  return new Response(new Uint8Array(bytes), {
    headers: csvHeaders({
      encoding: "utf-8",
      fileName: "企業一覧ひな形.csv",
      asciiName: "company-template.csv",
    }),
  });
}
