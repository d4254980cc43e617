import type { RouteHandle } from "#app/access.ts";
import { readSearchText } from "#app/domain/matching/search-text.ts";
import { suggestSearches } from "#app/domain/matching/suggestions.store.server.ts";
import { search as words } from "#app/locales/ja/search.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/search-suggestions";

export const handle = { access: "public" } satisfies RouteHandle;

/** Words for the search box while it is typed into, read by public/search-suggestions.js. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { text } = readSearchText(new URL(request.url).searchParams);
  const suggestions = await suggestSearches(context.get(townContext), { text });
  return Response.json(
    {
      suggestions: suggestions.map((suggestion) => ({
        text: suggestion.text,
        kind: words.suggestionKinds[suggestion.kind],
      })),
      status: suggestions.length > 0 ? words.suggestionCount(suggestions.length) : words.suggestionNone,
    },
    { headers: { "Cache-Control": "public, max-age=60" } },
  );
}
