import type { RouteHandle } from "#app/access.ts";
import { signOut } from "#app/domain/accounts/sign-in.server.ts";
import { signOutWords as words } from "#app/locales/ja/accounts.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { townContext, viewerContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/logout";

export const handle = { access: "public", title: "ログアウト" } satisfies RouteHandle;

export function loader({ context }: Route.LoaderArgs) {
  return { name: context.get(viewerContext)?.name ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const cookies = await signOut(context.get(townContext), request.headers);
  const headers = new Headers(cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
  return redirectWithNotice("/", "signed-out", headers);
}

export default function Logout({ loaderData }: Route.ComponentProps) {
  return (
    <Page title={handle.title}>
      {loaderData.name === null ? (
        <>
          <p>{words.nobody}</p>
          <LinkButton to="/login" className="mt-6">
            {site.signIn}
          </LinkButton>
        </>
      ) : (
        <>
          <p>{words.text(loaderData.name)}</p>
          <form method="post" className="mt-6">
            <Button>{words.submit}</Button>
          </form>
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
