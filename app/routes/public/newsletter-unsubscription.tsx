import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import {
  readUnsubscription,
  withdrawSubscription,
} from "#app/domain/newsletter/subscription.store.server.ts";
import { unsubscriptionWords as words } from "#app/locales/ja/newsletter.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/newsletter-unsubscription";

export const handle = { access: "public", title: "メールマガジンの配信停止" } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const found = await readUnsubscription(context.get(townContext), { token: tokenOf(request) });
  return {
    step: found === null ? ("unknown" as const) : found.isSubscribed ? ("open" as const) : ("done" as const),
  };
}

/**
 * Takes the button of the page and the one-click POST of mail programs (RFC 8058: body `List-Unsubscribe=One-Click`, no
 * cookie, no Origin, and no redirect may follow). Both carry the token in the address; the body is not looked at.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const result = await withdrawSubscription(context.get(townContext), { token: tokenOf(request) });
  return data({ ok: result.ok }, { status: result.ok ? 200 : 400 });
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}

export default function NewsletterUnsubscription({ loaderData }: Route.ComponentProps) {
  if (loaderData.step === "open")
    return (
      <Page title={handle.title} lead={words.openText}>
        <form method="post">
          <Button>{words.submit}</Button>
        </form>
      </Page>
    );
  if (loaderData.step === "done")
    return (
      <Page title={handle.title}>
        <Notice kind="success" title={words.doneTitle} live>
          <p>{words.doneText}</p>
        </Notice>
        <LinkButton to="/newsletter" look="secondary">
          {words.again}
        </LinkButton>
      </Page>
    );
  return (
    <Page title={handle.title}>
      <Notice kind="warning" title={words.unknownTitle}>
        <p>{words.unknownText}</p>
      </Notice>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
