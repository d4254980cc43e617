import type { RouteHandle } from "#app/access.ts";

export const handle = { access: "public" } satisfies RouteHandle;

/** The process answers; says nothing about what stands behind it. */
export function loader() {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
