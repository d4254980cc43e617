import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { findBoothBoard } from "#app/domain/booths/board.store.server.ts";
import { spaceOf } from "#app/domain/booths/rules.ts";
import { boothFloor } from "#app/locales/ja/booth-board.ts";
import { boothPlaces, boothStates } from "#app/locales/ja/booths.ts";
import { civilDateOf, timeOf } from "#app/platform/calendar.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { encodeRows, findUnmappableCells } from "#app/platform/table-file/write-csv.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/event-booths-csv";

export const handle = { access: STAFF } satisfies RouteHandle;

/**
 * The applications of an event with their needs as CSV, those with a booth first. Where CP932 cannot hold a character,
 * the file is UTF-8, which spreadsheets read by its byte order mark.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const board = await findBoothBoard(context.get(townContext), { eventId: params.id });
  if (!board) throw data(null, { status: 404 });
  const last = Number.MAX_SAFE_INTEGER;
  const rows = board.booths
    .toSorted((one, other) => (one.boothNumber ?? last) - (other.boothNumber ?? last))
    .map(({ wishes, ...booth }) => [
      booth.boothNumber === null ? "" : String(booth.boothNumber),
      boothStates[booth.state],
      booth.name,
      booth.industryName,
      booth.area,
      String(wishes.power),
      String(spaceOf(wishes)),
      String(wishes.tables),
      wishes.staff === null ? "" : String(wishes.staff),
      boothPlaces[wishes.place],
      booth.departments.join("、"),
      wishes.shows,
      booth.message,
      booth.contact,
      booth.phone,
      `${civilDateOf(booth.appliedAt)} ${timeOf(booth.appliedAt)}`,
    ]);
  const header = [...boothFloor.csvHeader];
  const wanted = readEncoding(new URL(request.url).searchParams);
  const isLost =
    wanted === "cp932" && findUnmappableCells(rows, { header, firstRow: 2, limit: 1 }).length > 0;
  const encoding = isLost ? "utf-8" : wanted;
  return new Response(new Uint8Array(encodeRows([header, ...rows], encoding, { first: true })), {
    headers: csvHeaders({ encoding, fileName: "出展企業.csv", asciiName: "booths.csv" }),
  });
}
