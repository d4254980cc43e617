import { roleNames, roleNavigation, site } from "#app/locales/ja/site.ts";

type FrameViewer = { name: string; role: keyof typeof roleNames; state: string } | null;

function navigationOf(viewer: FrameViewer) {
  if (!viewer) return [];
  if (viewer.state === "waiting" && viewer.role === "company") return roleNavigation.applicant;
  if (viewer.state !== "active") return [{ to: "/me", label: "アカウントの状態" }];
  return roleNavigation[viewer.role === "admin" ? "staff" : viewer.role];
}

const navLink =
  "inline-flex min-h-11 items-center px-2 text-oln-16N-100 text-solid-gray-900 underline-offset-4 hover:underline";

/** The head of every page: the demo banner, the name, the main navigation and what the viewer's role works with. */
export function SiteHeader({ viewer, isDemo }: { viewer: FrameViewer; isDemo: boolean }) {
  const own = navigationOf(viewer);
  return (
    <header className="border-b border-solid-gray-420">
      {isDemo && (
        <p
          data-screen-only
          className="bg-yellow-100 px-4 py-2 text-center text-dns-16N-130 text-solid-gray-900"
        >
          {site.demoBanner}
        </p>
      )}
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
        <a href="/" className="inline-flex min-h-11 items-baseline gap-3 py-2 no-underline">
          <span className="text-std-24B-150 text-key-900">{site.name}</span>
          <span className="hidden text-dns-14N-130 text-solid-gray-700 sm:inline">{site.tagline}</span>
        </a>
        <nav aria-label="サイト全体" className="hidden flex-1 lg:block">
          <NavigationList items={site.mainNavigation} />
        </nav>
        <div data-screen-only className="ml-auto flex items-center gap-2 lg:ml-0">
          {viewer ? <SignOut name={viewer.name} role={roleNames[viewer.role]} /> : <SignIn />}
          <PhoneMenu own={own} />
        </div>
      </div>
      {own.length > 0 && (
        <nav
          aria-label={`${roleNames[viewer!.role]}のメニュー`}
          className="hidden border-t border-solid-gray-420 bg-key-50 lg:block"
        >
          <div className="mx-auto max-w-7xl px-4 sm:px-6">
            <NavigationList items={own} />
          </div>
        </nav>
      )}
    </header>
  );
}

function NavigationList({ items }: { items: readonly { to: string; label: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {items.map((item) => (
        <li key={item.to}>
          <a href={item.to} className={navLink}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** On a phone the menu opens as a native disclosure: no script. */
function PhoneMenu({ own }: { own: readonly { to: string; label: string }[] }) {
  return (
    <details className="relative lg:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-8 border border-solid-gray-600 px-3 text-oln-16N-100">
        {site.menu}
      </summary>
      <nav
        aria-label="メニュー"
        className="absolute right-0 z-10 mt-2 w-72 rounded-8 border border-solid-gray-420 bg-white p-3 shadow-2"
      >
        <ul>
          {[...own, ...site.mainNavigation].map((item) => (
            <li key={item.to}>
              <a href={item.to} className={`${navLink} w-full`}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function SignIn() {
  return (
    <a href="/login" className={`${navLink} rounded-8 border border-key-900 px-4 text-key-900`}>
      {site.signIn}
    </a>
  );
}

function SignOut({ name, role }: { name: string; role: string }) {
  return (
    <form method="post" action="/logout" className="flex items-center gap-3">
      <span className="hidden text-dns-14N-130 sm:inline">
        {name}({role})
      </span>
      <button
        type="submit"
        className={`${navLink} cursor-pointer rounded-8 border border-solid-gray-600 px-3`}
      >
        {site.signOut}
      </button>
    </form>
  );
}

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer data-screen-only className="border-t border-solid-gray-420 bg-solid-gray-50">
      <div className="mx-auto max-w-7xl px-4 py-8 sm:px-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {site.footer.map((item) => (
            <li key={item.to}>
              <a href={item.to} className={navLink}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-4 px-2 text-dns-14N-130 text-solid-gray-700">{site.operator}</p>
      </div>
    </footer>
  );
}
