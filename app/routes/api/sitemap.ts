import type { RouteHandle } from "#app/access.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { listLivePages } from "#app/domain/publications/store.server.ts";
import { renderSitemap } from "#app/domain/publications/xml.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/sitemap";

export const handle = { access: "public" } satisfies RouteHandle;

/** Public pages that do not stand for a record. */
const STATIC_PATHS = [
  "/",
  "/companies",
  "/manufacturing",
  "/internships",
  "/events",
  "/recruitment-calendar",
  "/indicators",
  "/indicators/methods",
  "/newsletter",
  "/register",
  "/register/company",
  "/privacy",
  "/accessibility",
  "/open-data",
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const pages = [...STATIC_PATHS.map((path) => ({ path })), ...(await listLivePages(town))];
  return answerUnlessKnown(request, renderSitemap(town.env.publicUrl, pages), {
    "Content-Type": "application/xml; charset=utf-8",
    "Cache-Control": "public, max-age=300",
  });
}
