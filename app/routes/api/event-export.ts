import { data, redirect } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { exportSchema } from "#app/domain/events/exports.schema.ts";
import { type ExportedTable, readExport, recordExport } from "#app/domain/events/exports.store.server.ts";
import type { ExportFormat, ExportTable } from "#app/domain/events/exports.rules.ts";
import { exportWords } from "#app/locales/ja/event-exports.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { parseForm } from "#app/platform/form.server.ts";
import { csvHeaders } from "#app/platform/table-file/csv-response.server.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { writeXlsx, xlsxHeaders } from "#app/platform/table-file/write-xlsx.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/event-export";

export const handle = { access: STAFF } satisfies RouteHandle;

/** A file is asked for with a form, because it is recorded: an address alone leads back to the page. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  throw redirect(`/staff/events/${encodeURIComponent(params.id)}/exports`);
}

/** A table of an event as a file; where CP932 cannot hold it the page names the cells. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const form = await parseForm(request, exportSchema);
  if (!form.ok) throw data(null, { status: 400 });
  const { table, format } = form.data;
  const eventId = params.id;
  const [event, content] = await Promise.all([
    findEditedEvent(town, { eventId }),
    readExport(town, { eventId, table }),
  ]);
  if (!event || !content) throw data(null, { status: 404 });
  const day = civilDateOf(town.clock.now());
  const name = `${event.title}_${exportWords.tables[table].file}_${day}`.replace(/[\\/:*?"<>|]/g, " ");
  const file = await write(content, { table, format, fileName: name, asciiName: `event-${table}-${day}` });
  if (!file) throw redirect(`/staff/events/${encodeURIComponent(eventId)}/exports?unmappable=${table}`, 303);
  await recordExport(town, { eventId, staffId: viewer.id, table, format, rows: content.rows.length });
  return file;
}

async function write(
  { header, rows }: ExportedTable,
  file: { table: ExportTable; format: ExportFormat; fileName: string; asciiName: string },
): Promise<Response | null> {
  const named = (ending: string) => ({
    fileName: `${file.fileName}.${ending}`,
    asciiName: `${file.asciiName}.${ending}`,
  });
  if (file.format === "xlsx") {
    const bytes = await writeXlsx([{ name: exportWords.tables[file.table].name, header, rows }]);
    return new Response(new Uint8Array(bytes), { headers: xlsxHeaders(named("xlsx")) });
  }
  const encoding = file.format === "csv" ? "utf-8" : "cp932";
  const csv = writeCsv([header, ...rows.map((row) => row.map((cell) => String(cell ?? "")))], encoding);
  if (!csv.ok) return null;
  return new Response(new Uint8Array(csv.bytes), { headers: csvHeaders({ encoding, ...named("csv") }) });
}
