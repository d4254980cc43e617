import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findPlacement } from "#app/domain/employment/desk.store.server.ts";
import { takeCorrection } from "#app/http/employment-report.ts";
import { deskWords, placementDeskWords } from "#app/locales/ja/employment-desk.ts";
import { correctionWords as words } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { PlacementCorrection } from "#app/ui/employment-correction.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/employment-correction";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const LIST = "/staff/employment/placements";

function placementOf(request: Request): string {
  return new URL(request.url).searchParams.get("placement") ?? "";
}

/** Without a record in the address the page says where records are chosen. */
export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const placementId = placementOf(request);
  const placement = await findPlacement(context.get(townContext), { placementId });
  return data({ placement }, { status: placement || placementId === "" ? 200 : 404 });
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const result = await takeCorrection(context.get(townContext), await readForm(request), {
    placementId: placementOf(request),
    scope: { staff: true },
    actorId: viewer.id,
    questionId: null,
  });
  return typeof result === "string" ? redirectWithNotice(LIST, result) : result;
}

export default function EmploymentCorrection({
  loaderData: { placement },
  actionData: form,
}: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/staff", label: deskWords.crumb },
        { to: "/staff/employment", label: deskWords.title },
        { to: LIST, label: placementDeskWords.title },
      ]}
      lead={<p>{words.lead}</p>}
    >
      <PlacementCorrection
        person={placement}
        form={form}
        backTo={LIST}
        supported={placement !== null && placement.source !== "company"}
      />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title}(事務局) | ${site.name}` }];
