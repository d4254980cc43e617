import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { ensureVisitCodes, readBoothSheets } from "#app/domain/booth-visits/codes.store.server.ts";
import { boothCodes as words } from "#app/locales/ja/booth-visits.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { townContext } from "#app/town.ts";
import { BoothSheets } from "#app/ui/booth-sheets.tsx";
import { Button } from "#app/ui/button.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-booth-codes";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const sheets = await readBoothSheets(context.get(townContext), { eventId: params.id });
  if (!sheets) throw data(null, { status: 404 });
  return sheets;
}

/** Gives each booth that has none its code; what is printed already stays right. */
export async function action({ request, params, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  if (!(await readBoothSheets(town, { eventId: params.id }))) throw data(null, { status: 404 });
  await ensureVisitCodes(town.database, { eventId: params.id });
  return redirectWithNotice(`/staff/events/${encodeURIComponent(params.id)}/booth-codes`, "booth-codes-made");
}

export default function EventBoothCodes({ loaderData: sheets }: Route.ComponentProps) {
  const missing = sheets.booths.filter(({ code }) => code === null).length;
  return (
    <Page
      title={words.title(sheets.eventTitle)}
      crumbs={eventCrumbs({ id: sheets.eventId, title: sheets.eventTitle })}
      lead={<p className="print:hidden">{words.lead}</p>}
    >
      <EventRoomNav eventId={sheets.eventId} current="boothCodes" />
      {sheets.booths.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {missing > 0 && (
        <div data-screen-only>
          <Notice kind="warning" title={words.missing(missing)}>
            <form method="post">
              <Button>{words.make}</Button>
            </form>
          </Notice>
        </div>
      )}
      {sheets.booths.length > 0 && (
        <>
          <h2 className="sr-only">{words.shortTitle}</h2>
          <p data-screen-only className="mb-4">
            {words.print}
          </p>
          <BoothSheets eventTitle={sheets.eventTitle} booths={sheets.booths} />
        </>
      )}
    </Page>
  );
}

export function meta({ loaderData: sheets }: Route.MetaArgs) {
  return [{ title: `${sheets ? words.title(sheets.eventTitle) : words.shortTitle} | ${site.name}` }];
}
