import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { endAlert, readAlertEnd } from "#app/domain/search-alerts/store.server.ts";
import { alertEndWords as words, alertWords } from "#app/locales/ja/search-alerts.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/alerts-end";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  return { alert: await readAlertEnd(context.get(townContext), { token: tokenOf(request) }) };
}

/**
 * Takes the button of the page and the one-click POST of mail programs (RFC 8058: no cookie, no Origin, and no redirect
 * may follow). Both carry the token in the address; the body is not looked at.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const result = await endAlert(context.get(townContext), { token: tokenOf(request) });
  return data({ ok: result.ok }, { status: result.ok ? 200 : 400 });
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}

export default function AlertsEnd({ loaderData: { alert } }: Route.ComponentProps) {
  if (!alert)
    return (
      <Page title={words.title}>
        <Notice kind="warning" title={words.unknownTitle}>
          <p>{words.unknownText}</p>
        </Notice>
      </Page>
    );
  if (!alert.conditions)
    return (
      <Page title={words.title}>
        <Notice kind="success" title={words.doneTitle} live>
          <p>{words.doneText}</p>
        </Notice>
        <LinkButton to="/companies" look="secondary">
          {words.find}
        </LinkButton>
      </Page>
    );
  return (
    <Page title={words.title} lead={<p>{words.open}</p>}>
      <DescriptionList items={[{ term: alertWords.conditions, children: alert.conditions.join("、") }]} />
      <form method="post" className="mt-8">
        <Button>{words.submit}</Button>
      </form>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
