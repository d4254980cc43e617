import { isbot } from "isbot";
import { pageOf } from "#app/domain/page-views/rules.ts";
import type { Town, Viewer } from "#app/town.ts";

/**
 * Counts the answer when it is a public page that a person opened. Not counted: staff at work, programs that say that
 * they are one, pages that a browser loads ahead, anything that was not shown.
 */
export function countPageView(
  town: Pick<Town, "pageViews">,
  { request, response, viewer }: { request: Request; response: Response; viewer: Viewer | null },
): void {
  if (request.method !== "GET" || response.status !== 200) return;
  if (viewer?.role === "staff" || viewer?.role === "admin") return;
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) return;
  if (/prefetch|prerender/.test(request.headers.get("Sec-Purpose") ?? "")) return;
  const agent = request.headers.get("User-Agent");
  if (!agent || isbot(agent)) return;
  const page = pageOf(new URL(request.url).pathname);
  if (page) town.pageViews.count(page);
}
