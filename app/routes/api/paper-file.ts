import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { documentFile, readFormat } from "#app/domain/documents/file.server.ts";
import { findReleasedPaper } from "#app/domain/releases/request.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/paper-file";

export const handle = { access: "public" } satisfies RouteHandle;

/** A released paper as a workbook, CSV or JSON, from its frozen cells. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const format = readFormat(params.format);
  const paper = await findReleasedPaper(context.get(townContext), {
    key: params.key,
    params: new URL(request.url).searchParams,
  });
  if (!format || !paper) throw data(null, { status: 404 });
  return documentFile(paper.document, { format, release: paper.release });
}
