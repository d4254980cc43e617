import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import { findReported } from "#app/domain/employment/company-list.store.server.ts";
import { findOpenQuestion } from "#app/domain/employment/questions.store.server.ts";
import { takeCorrection } from "#app/http/employment-report.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { companyEmploymentWords, correctionWords as words } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { PlacementCorrection } from "#app/ui/employment-correction.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/employment-correction";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

const LIST = "/company/employment";

function placementOf(request: Request): string {
  return new URL(request.url).searchParams.get("placement") ?? "";
}

/** Without a record in the address the page says where records are chosen. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const placementId = placementOf(request);
  const membership = await findMembership(town, { userId: viewer.id });
  const person = membership && (await findReported(town, { companyId: membership.companyId, placementId }));
  return data({ person }, { status: person || placementId === "" ? 200 : 404 });
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  if (!membership) throw data(null, { status: 404 });
  const { companyId } = membership;
  const question = await findOpenQuestion(town, { companyId });
  const result = await takeCorrection(town, await readForm(request), {
    placementId: placementOf(request),
    scope: { companyId },
    actorId: viewer.id,
    questionId: question?.id ?? null,
  });
  return typeof result === "string" ? redirectWithNotice(LIST, result) : result;
}

export default function CompanyEmploymentCorrection({
  loaderData: { person },
  actionData: form,
}: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/company", label: companyHome.title },
        { to: LIST, label: companyEmploymentWords.title },
      ]}
      lead={<p>{words.lead}</p>}
    >
      <PlacementCorrection person={person} form={form} backTo={LIST} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
