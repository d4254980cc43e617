import type { RouteHandle } from "#app/access.ts";
import { answerOpenData, refuseChange } from "#app/http/open-data.ts";
import { findOpenCompany } from "#app/domain/open-data/store.server.ts";
import { openDataProblems, openDataWords } from "#app/locales/ja/open-data.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/open-company";

export const handle = { access: "public" } satisfies RouteHandle;

export function loader({ request, params, context }: Route.LoaderArgs) {
  return answerOpenData(request, context, async () => {
    const company = await findOpenCompany(context.get(townContext), { slug: params.slug });
    if (!company) return { ok: false, status: 404, said: openDataProblems.missing() };
    return { ok: true, body: { licence: openDataWords.licence, company } };
  });
}

export function action({ context }: Route.ActionArgs) {
  return refuseChange(context);
}
