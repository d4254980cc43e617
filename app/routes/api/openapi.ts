import type { RouteHandle } from "#app/access.ts";
import { answerOpenData, refuseChange } from "#app/http/open-data.ts";
import { openApiDocument } from "#app/domain/open-data/openapi.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/openapi";

export const handle = { access: "public" } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  return answerOpenData(request, context, async () => ({
    ok: true,
    body: openApiDocument(context.get(townContext).env.publicUrl),
  }));
}

export function action({ context }: Route.ActionArgs) {
  return refuseChange(context);
}
