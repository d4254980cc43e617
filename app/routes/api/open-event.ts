import type { RouteHandle } from "#app/access.ts";
import { answerOpenData, refuseChange } from "#app/http/open-data.ts";
import { findOpenEvent } from "#app/domain/open-data/events.store.server.ts";
import { openDataProblems, openDataWords } from "#app/locales/ja/open-data.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/open-event";

export const handle = { access: "public" } satisfies RouteHandle;

export function loader({ request, params, context }: Route.LoaderArgs) {
  return answerOpenData(request, context, async () => {
    const event = await findOpenEvent(context.get(townContext), { id: params.id });
    if (!event) return { ok: false, status: 404, said: openDataProblems.missing() };
    return { ok: true, body: { licence: openDataWords.licence, event } };
  });
}

export function action({ context }: Route.ActionArgs) {
  return refuseChange(context);
}
