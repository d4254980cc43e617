import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listsOf, readListKind } from "#app/domain/visits/lists.rules.ts";
import { readPlanNumber } from "#app/domain/visits/plan-number.rules.ts";
import { contentOf } from "#app/domain/visits/plan-view.rules.ts";
import { findPlan } from "#app/domain/visits/plans.store.server.ts";
import { visitLists as words } from "#app/locales/ja/visit-plans.ts";
import { csvHeaders, readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/event-visit-lists-csv";

export const handle = { access: STAFF } satisfies RouteHandle;

/** The lists of a plan as one table: one line for each visit of each group, labels only. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const number = readPlanNumber(params.plan);
  const plan = await findPlan(context.get(townContext), { eventId: params.id, number });
  const content = plan && contentOf(plan.stored, plan.result);
  if (!content) throw data(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const by = readListKind(searchParams.get("by"));
  const wanted = readEncoding(searchParams);
  const { columns } = words;
  const rows = [
    [
      columns.list,
      columns.label,
      columns.className,
      columns.department,
      columns.size,
      columns.session,
      columns.place,
      columns.bus,
    ],
    ...listsOf(content, by).flatMap((list) =>
      list.lines.map((line) => [
        list.name || (by === "bus" ? words.noBus : words.noClass),
        line.label,
        line.className,
        line.department,
        String(line.size),
        line.sessionLabel,
        line.placeName,
        line.busName,
      ]),
    ),
  ];
  // A label that CP932 cannot hold is never lost: the file is then in UTF-8 and says so.
  const cp932 = wanted === "cp932" ? writeCsv(rows, "cp932") : null;
  const encoding = cp932?.ok ? "cp932" : "utf-8";
  const file = cp932?.ok ? cp932 : writeCsv(rows, "utf-8");
  if (!file.ok) throw data(null, { status: 500 });
  const fileName = `見学の名簿_計画${number}_${words.by[by]}.csv`;
  return new Response(new Uint8Array(file.bytes), {
    headers: csvHeaders({ encoding, fileName, asciiName: `visits-plan-${number}-${by}.csv` }),
  });
}
