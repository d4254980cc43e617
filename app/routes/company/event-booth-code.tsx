import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { ensureVisitCodes, readBoothSheets } from "#app/domain/booth-visits/codes.store.server.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import { boothCodes as words, boothVisitors } from "#app/locales/ja/booth-visits.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { type Context, townContext } from "#app/town.ts";
import { BoothSheets } from "#app/ui/booth-sheets.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-booth-code";

export const handle = { access: ["company"], title: words.own } satisfies RouteHandle;

/** The company's own booth at the event; everything else looks missing. */
async function findOwnBooth(context: Context, { userId, eventId }: { userId: string; eventId: string }) {
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId });
  const sheets = membership && (await readBoothSheets(town, { eventId, companyId: membership.companyId }));
  if (!membership || !sheets) throw data(null, { status: 404 });
  return { sheets, companyId: membership.companyId };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  return (await findOwnBooth(context, { userId: viewer.id, eventId: params.id })).sheets;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const eventId = params.id;
  const { companyId } = await findOwnBooth(context, { userId: viewer.id, eventId });
  await ensureVisitCodes(context.get(townContext).database, { eventId, companyId });
  return redirectWithNotice(`/company/events/${encodeURIComponent(eventId)}/booth-code`, "booth-codes-made");
}

export default function EventBoothCode({ loaderData: sheets }: Route.ComponentProps) {
  return (
    <Page
      title={words.title(sheets.eventTitle)}
      crumbs={[
        { to: "/company", label: companyHome.title },
        { to: `/company/events/${sheets.eventId}`, label: boothVisitors.shortTitle },
      ]}
      lead={<p className="print:hidden">{words.ownText}</p>}
    >
      {sheets.booths.some(({ code }) => code === null) && (
        <div data-screen-only>
          <Notice kind="info" title={words.noCode}>
            <form method="post">
              <Button>{words.make}</Button>
            </form>
          </Notice>
        </div>
      )}
      <h2 className="sr-only">{words.own}</h2>
      <BoothSheets eventTitle={sheets.eventTitle} booths={sheets.booths} />
    </Page>
  );
}

export function meta({ loaderData: sheets }: Route.MetaArgs) {
  return [{ title: `${sheets ? words.title(sheets.eventTitle) : words.own} | ${site.name}` }];
}
