import type { RouteHandle } from "#app/access.ts";
import { confirmAlert, readAlertConfirmation } from "#app/domain/search-alerts/store.server.ts";
import { alertConfirmationWords as words, alertWords } from "#app/locales/ja/search-alerts.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/alerts-confirmation";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  return { alert: await readAlertConfirmation(context.get(townContext), linkOf(request)) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const result = await confirmAlert(context.get(townContext), linkOf(request));
  if (!result.ok) return formErrors({}, {});
  const url = new URL(request.url);
  return redirectWithNotice(`${url.pathname}${url.search}`, "alert-started");
}

function linkOf(request: Request): { token: string; frequency: string } {
  const query = new URL(request.url).searchParams;
  return { token: query.get("token") ?? "", frequency: query.get("frequency") ?? "" };
}

export default function AlertsConfirmation({ loaderData: { alert } }: Route.ComponentProps) {
  if (!alert)
    return (
      <Page title={words.title}>
        <Notice kind="error" title={words.expiredTitle}>
          <p>{words.expiredText}</p>
        </Notice>
        <LinkButton to="/companies">{alertWords.find}</LinkButton>
      </Page>
    );
  if (alert.isActive)
    return (
      <Page title={words.title}>
        <Notice kind="success" title={words.doneTitle}>
          <p>{words.doneText}</p>
        </Notice>
        <LinkButton to={alert.searchUrl} look="secondary">
          {words.results}
        </LinkButton>
      </Page>
    );
  return (
    <Page title={words.title} lead={<p>{words.open}</p>}>
      <DescriptionList
        items={[
          { term: alertWords.conditions, children: alert.conditions.join("、") },
          { term: alertWords.fields.frequency, children: alertWords.frequencies[alert.frequency] },
        ]}
      />
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
