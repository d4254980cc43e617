import type { RouteHandle } from "#app/access.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/robots";

export const handle = { access: "public" } satisfies RouteHandle;

/** Pages of signed-in people. Exact paths and their sub-pages, because /companies and the like must stay open. */
const CLOSED = ["/staff", "/me$", "/me/", "/company$", "/company/", "/school", "/login", "/password/"];

export function loader({ context }: Route.LoaderArgs) {
  const { publicUrl } = context.get(townContext).env;
  const lines = [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${publicUrl}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}
