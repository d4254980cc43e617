import type { RouteHandle } from "#app/access.ts";
import { answerOpenData, refuseChange } from "#app/http/open-data.ts";
import { openDataProblems } from "#app/locales/ja/open-data.ts";
import type { Route } from "./+types/open-data-missing";

export const handle = { access: "public" } satisfies RouteHandle;

/** Every other address under /api/: programs get a problem document, not a page. */
export function loader({ request, context }: Route.LoaderArgs) {
  return answerOpenData(request, context, async () => ({
    ok: false,
    status: 404,
    said: openDataProblems.missing(),
  }));
}

export function action({ context }: Route.ActionArgs) {
  return refuseChange(context);
}
