import type { RouteHandle } from "#app/access.ts";
import {
  answerOpenData,
  type OpenDataResult,
  refuseChange,
  refuseParameters,
  withCursor,
} from "#app/http/open-data.ts";
import { readCompaniesQuery } from "#app/domain/open-data/query.ts";
import { listOpenCompanies } from "#app/domain/open-data/store.server.ts";
import { openDataProblems, openDataWords } from "#app/locales/ja/open-data.ts";
import { type Town, townContext } from "#app/town.ts";
import type { Route } from "./+types/open-companies";

export const handle = { access: "public" } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  return answerOpenData(request, context, () => readPage(context.get(townContext), new URL(request.url)));
}

export function action({ context }: Route.ActionArgs) {
  return refuseChange(context);
}

async function readPage(town: Town, url: URL): Promise<OpenDataResult> {
  const read = readCompaniesQuery(url.searchParams);
  if (!read.ok) return refuseParameters(read.wrong);
  const page = await listOpenCompanies(town, read.query);
  if (!page.ok) {
    const said = page.error === "cursor" ? openDataProblems.cursor() : openDataProblems.tooWide(page.total);
    return { ok: false, status: 400, said };
  }
  const next = page.nextCursor === null ? null : withCursor(town.env.publicUrl, url, page.nextCursor);
  const { total, companies } = page;
  return { ok: true, next, body: { licence: openDataWords.licence, total, next, companies } };
}
