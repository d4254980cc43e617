import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { documentFile, readFormat } from "#app/domain/documents/file.server.ts";
import { findDraftPaper } from "#app/domain/documents/request.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/staff-paper-file";

export const handle = { access: STAFF } satisfies RouteHandle;

/** A paper of the staff as a workbook, CSV or JSON, drawn up from the records of now. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const format = readFormat(params.format);
  const drawn = await findDraftPaper(context.get(townContext), {
    key: params.key,
    params: new URL(request.url).searchParams,
  });
  if (!format || !drawn) throw data(null, { status: 404 });
  return documentFile(drawn.document, { format, release: null });
}
