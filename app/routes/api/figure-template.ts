import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { FIGURE_KINDS } from "#app/domain/figure-imports/rules.ts";
import { readFigureTemplate } from "#app/domain/figure-imports/templates.store.server.ts";
import { figureImports, figureKinds } from "#app/locales/ja/figure-imports.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { encodeRows } from "#app/platform/table-file/write-csv.server.ts";
import { writeXlsx, xlsxHeaders } from "#app/platform/table-file/write-xlsx.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/figure-template";

export const handle = { access: STAFF } satisfies RouteHandle;

/** A table to fill in with figures: `observations.csv`, `targets.xlsx` …; `?plan=` for another plan than the town's own. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const [name, format] = params.file.split(".");
  const kind = FIGURE_KINDS.find((known) => known === name);
  if (!kind || (format !== "csv" && format !== "xlsx")) throw data(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const planId = query.get("plan")?.slice(0, 100) || undefined;
  const { header, rows } = await readFigureTemplate(context.get(townContext), { kind, planId });
  const title = figureImports.templateFile(figureKinds[kind].name);
  const names = { fileName: `${title}.${format}`, asciiName: `${kind}.${format}` };
  if (format === "xlsx") {
    const bytes = await writeXlsx([{ name: figureKinds[kind].name, header, rows }]);
    return new Response(new Uint8Array(bytes), { headers: xlsxHeaders(names) });
  }
  const encoding = readEncoding(query);
  const bytes = encodeRows([header, ...rows], encoding, { first: true });
  return new Response(new Uint8Array(bytes), { headers: csvHeaders({ encoding, ...names }) });
}
