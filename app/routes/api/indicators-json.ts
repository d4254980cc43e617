import { decideAccess, type RouteHandle, STAFF } from "#app/access.ts";
import { openChosenPlan } from "#app/domain/indicators/chosen-plan.server.ts";
import { downloadRows } from "#app/domain/indicators/download-lines.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { openDataWords } from "#app/locales/ja/open-data.ts";
import { townContext, viewerContext } from "#app/town.ts";
import type { Route } from "./+types/indicators-json";

export const handle = { access: "public" } satisfies RouteHandle;

/** The sheet of a plan for programs, with the conditions of /indicators; `knownOn` is null for what is known now. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const isStaff = decideAccess(STAFF, context.get(viewerContext)) === "allowed";
  const { searchParams: params } = new URL(request.url);
  const chosen = await openChosenPlan(town, { params, isStaff });
  if (!chosen) return new Response(null, { status: 404 });
  const { choice, cut, sheet } = chosen;
  const { areaName, isOwn, ...named } = choice;
  const { name, url, attribution } = openDataWords.licence;
  const body = {
    licence: { name, url, attribution },
    methods: `${town.env.publicUrl}/indicators/methods`,
    plan: { ...named, area: areaName, isOwn, source: sheet.plan.source },
    asOf: cut.asOf,
    knownOn: cut.knownOn?.toISOString() ?? null,
    fiscalYear: sheet.fiscalYear,
    figures: downloadRows(sheet),
  };
  return answerUnlessKnown(request, JSON.stringify(body), {
    "Content-Type": "application/json; charset=utf-8",
    "Access-Control-Allow-Origin": "*",
    // Staff see days that are not public.
    "Cache-Control": isStaff ? "private, no-store" : "public, max-age=300",
  });
}
