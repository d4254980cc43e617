import type { RouteHandle } from "#app/access.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/readyz";

export const handle = { access: "public" } satisfies RouteHandle;

/** Ready to serve: the database answers and the search index is filled. 503 takes this process out of the balancer. */
export async function loader({ context }: Route.LoaderArgs) {
  const { database, search, log } = context.get(townContext);
  const headers = { "Cache-Control": "no-store" };
  try {
    await database.$queryRaw`SELECT 1`;
    return Response.json(
      { status: "ready", search: search.name, documents: await search.count() },
      { headers },
    );
  } catch (error) {
    log.error({ error }, "not ready");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}
