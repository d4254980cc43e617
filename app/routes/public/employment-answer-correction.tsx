import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { findReported } from "#app/domain/employment/company-list.store.server.ts";
import { findQuestion } from "#app/domain/employment/questions.store.server.ts";
import { takeCorrection } from "#app/http/employment-report.ts";
import { LINK_PAGE_HEADERS, linkPageHeaders } from "#app/http/link-page.ts";
import { correctionWords as words, reportWords } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { PlacementCorrection } from "#app/ui/employment-correction.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/employment-answer-correction";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

function askedFor(request: Request) {
  const query = new URL(request.url).searchParams;
  const token = query.get("token") ?? "";
  return {
    token,
    placementId: query.get("placement") ?? "",
    backTo: `/company/employment/answer?token=${encodeURIComponent(token)}`,
  };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const { token, placementId, backTo } = askedFor(request);
  const found = await findQuestion(town, { token });
  const init = { headers: LINK_PAGE_HEADERS };
  if (!found.ok) return data({ problem: found.error, person: null, backTo } as const, init);
  const { companyId } = found.question;
  const person = await findReported(town, { companyId, placementId });
  return data({ problem: null, person, backTo }, { ...init, status: person ? 200 : 404 });
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const { token, placementId, backTo } = askedFor(request);
  const found = await findQuestion(town, { token });
  if (!found.ok) return formErrors({}, {}, found.error === "unknown" ? 404 : 409);
  const { id, companyId } = found.question;
  const result = await takeCorrection(town, await readForm(request), {
    placementId,
    scope: { companyId },
    actorId: null,
    questionId: id,
  });
  return typeof result === "string" ? redirectWithNotice(backTo, result) : result;
}

export default function EmploymentAnswerCorrection({
  loaderData: { problem, person, backTo },
  actionData: form,
}: Route.ComponentProps) {
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>}>
      {problem ? (
        <Notice
          kind="error"
          title={problem === "expired" ? reportWords.expiredTitle : reportWords.unknownTitle}
        >
          <p>{problem === "expired" ? reportWords.expiredText : reportWords.unknownText}</p>
        </Notice>
      ) : (
        <PlacementCorrection person={person} form={form} backTo={backTo} />
      )}
    </Page>
  );
}

export const headers = linkPageHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex, nofollow" },
];
