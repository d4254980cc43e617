import type { ReactNode } from "react";
import {
  data,
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import type { RouteHandle } from "./access.ts";
import type { Route } from "./+types/root";
import stylesheet from "./app.css?url";
import { refusalContext } from "./http/refusal.ts";
import { notices } from "./locales/ja/notices.ts";
import { site, statusWords } from "./locales/ja/site.ts";
import { takeNotice } from "./platform/flash.server.ts";
import { requestFactsContext, townContext, viewerContext } from "./town.ts";
import { SiteFooter, SiteHeader } from "./ui/site-frame.tsx";
import { Notice } from "./ui/form-message.tsx";
import { LinkButton } from "./ui/button.tsx";

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "alternate", type: "application/atom+xml", href: "/feed.atom", title: "新着の企業とイベント" },
];

/** What the pipeline refused is answered here, inside the site's frame. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context }) => {
    const refusal = context.get(refusalContext);
    if (refusal) throw refusal;
  },
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(townContext);
  const viewer = context.get(viewerContext);
  const { nonce, origin } = context.get(requestFactsContext);
  const waiting = await takeNotice(request);
  return data(
    {
      viewer: viewer && { name: viewer.name, role: viewer.role, state: viewer.state },
      isDemo: env.mode === "demo",
      notice: waiting && (notices[waiting.notice] ?? null),
      canonical: `${origin}${new URL(request.url).pathname}`,
      origin,
      nonce,
    },
    waiting ? { headers: { "Set-Cookie": waiting.clear } } : undefined,
  );
}

export const headers: Route.HeadersFunction = ({ loaderHeaders, actionHeaders, parentHeaders }) => {
  const merged = new Headers(parentHeaders);
  for (const source of [loaderHeaders, actionHeaders])
    for (const [name, value] of source) merged.append(name, value);
  return merged;
};

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const matches = useMatches();
  const handle = matches.at(-1)?.handle as RouteHandle | undefined;
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0017c1" />
        <meta property="og:site_name" content={site.name} />
        <meta property="og:locale" content="ja_JP" />
        {frame && <meta property="og:image" content={`${frame.origin}/og.png`} />}
        {frame && <meta property="og:url" content={frame.canonical} />}
        {frame && <link rel="canonical" href={frame.canonical} />}
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col bg-white">
        <a
          href="#content"
          className="skip-link sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:p-4"
        >
          {site.skipToContent}
        </a>
        <SiteHeader viewer={frame?.viewer ?? null} isDemo={frame?.isDemo ?? false} />
        <main id="content" tabIndex={-1} className="flex-1">
          {frame?.notice && (
            <div className="mx-auto max-w-5xl px-4 sm:px-6">
              <Notice kind="success" title={frame.notice} live />
            </div>
          )}
          {children}
        </main>
        <SiteFooter />
        {/* A refused request has no loader data and so no nonce; its page does without. */}
        {frame && (
          <script
            type="speculationrules"
            nonce={frame.nonce}
            dangerouslySetInnerHTML={{ __html: PREFETCH_RULES }}
          />
        )}
        {handle?.hydrate ? (
          <>
            <ScrollRestoration nonce={frame?.nonce} />
            <Scripts nonce={frame?.nonce} />
          </>
        ) : (
          <script type="module" src="/enhance.js" nonce={frame?.nonce} />
        )}
      </body>
    </html>
  );
}

/** Public reading pages are fetched when the reader points at their link, without a script of ours. */
const PREFETCH_RULES = JSON.stringify({
  prefetch: [
    {
      where: { href_matches: ["/companies*", "/companies/*", "/events", "/internships*", "/indicators*"] },
      eagerness: "moderate",
    },
  ],
});

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words = statusWords[status] ?? statusWords[status < 500 ? 400 : 500]!;
  return (
    <div className="mx-auto max-w-3xl px-4 py-16 sm:px-6">
      <title>{`${words.title} | ${site.name}`}</title>
      <p className="text-std-16N-170 text-solid-gray-700">エラー {status}</p>
      <h1 className="mt-2 text-std-28B-150">{words.title}</h1>
      <p className="mt-4">{words.text}</p>
      <div className="mt-8 flex flex-wrap gap-4">
        <LinkButton to="/">ホームへ</LinkButton>
        {status === 401 || status === 403 ? (
          <LinkButton to="/login" look="secondary">
            ログイン
          </LinkButton>
        ) : (
          <LinkButton to="/companies" look="secondary">
            企業をさがす
          </LinkButton>
        )}
      </div>
    </div>
  );
}
