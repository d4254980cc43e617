import type { RouteHandle } from "#app/access.ts";
import {
  answerOpenData,
  type OpenDataResult,
  refuseChange,
  refuseParameters,
  withCursor,
} from "#app/http/open-data.ts";
import { readEventsQuery } from "#app/domain/open-data/event-query.ts";
import { listOpenEvents } from "#app/domain/open-data/events.store.server.ts";
import { openDataProblems, openDataWords } from "#app/locales/ja/open-data.ts";
import { type Town, townContext } from "#app/town.ts";
import type { Route } from "./+types/open-events";

export const handle = { access: "public" } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  return answerOpenData(request, context, () => readPage(context.get(townContext), new URL(request.url)));
}

export function action({ context }: Route.ActionArgs) {
  return refuseChange(context);
}

async function readPage(town: Town, url: URL): Promise<OpenDataResult> {
  const read = readEventsQuery(url.searchParams);
  if (!read.ok) return refuseParameters(read.wrong);
  const page = await listOpenEvents(town, read.query);
  if (!page.ok) return { ok: false, status: 400, said: openDataProblems.cursor() };
  const next = page.nextCursor === null ? null : withCursor(town.env.publicUrl, url, page.nextCursor);
  const { total, events } = page;
  return { ok: true, next, body: { licence: openDataWords.licence, total, next, events } };
}
