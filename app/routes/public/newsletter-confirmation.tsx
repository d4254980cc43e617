import type { RouteHandle } from "#app/access.ts";
import { isSegment } from "#app/domain/newsletter/rules.ts";
import { confirmSubscription, readConfirmation } from "#app/domain/newsletter/subscription.store.server.ts";
import { confirmationWords as words, segmentNames } from "#app/locales/ja/newsletter.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/newsletter-confirmation";

export const handle = { access: "public", title: "メールマガジンの登録" } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const link = linkOf(request);
  const step = await readConfirmation(context.get(townContext), link);
  return { step, segment: isSegment(link.segment) ? link.segment : null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const result = await confirmSubscription(context.get(townContext), linkOf(request));
  if (!result.ok) return formErrors({}, {});
  const url = new URL(request.url);
  return redirectWithNotice(`${url.pathname}${url.search}`, "subscription-confirmed");
}

function linkOf(request: Request): { token: string; segment: string } {
  const query = new URL(request.url).searchParams;
  return { token: query.get("token") ?? "", segment: query.get("segment") ?? "" };
}

export default function NewsletterConfirmation({ loaderData }: Route.ComponentProps) {
  const { step, segment } = loaderData;
  if (step === "open" && segment)
    return (
      <Page title={handle.title} lead={words.openText(segmentNames[segment])}>
        <form method="post">
          <Button>{words.submit}</Button>
        </form>
      </Page>
    );
  return (
    <Page title={handle.title}>
      {step === "confirmed" ? (
        <Notice kind="success" title={words.doneTitle}>
          <p>{words.doneText}</p>
        </Notice>
      ) : (
        <>
          <Notice kind="error" title={words.expiredTitle}>
            <p>{words.expiredText}</p>
          </Notice>
          <LinkButton to="/newsletter">{words.again}</LinkButton>
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
