import type { RouteHandle } from "#app/access.ts";
import { safeNextPath } from "#app/domain/accounts/rules.ts";
import {
  MOST_COMPARED,
  MOST_SAVED,
  readSlugs,
  withoutSaved,
  withSaved,
} from "#app/domain/saved-companies/rules.ts";
import { savingSchema } from "#app/domain/saved-companies/schema.ts";
import { forgetCompanies, readSavedCards, saveCompanies } from "#app/domain/saved-companies/store.server.ts";
import { deviceHeader, readDeviceSlugs, readSavedSlugs } from "#app/http/saved-companies.server.ts";
import { savedWords as words } from "#app/locales/ja/saved-companies.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext, viewerContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/saved";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const isSignedIn = context.get(viewerContext) !== null;
  const slugs = await readSavedSlugs(request, context);
  const onDevice = isSignedIn ? withoutAll(await readDeviceSlugs(request), slugs).length : 0;
  return { companies: await readSavedCards(town, { slugs }), isSignedIn, onDevice };
}

function withoutAll(slugs: string[], others: readonly string[]): string[] {
  return slugs.filter((slug) => !others.includes(slug));
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const form = await parseForm(request, savingSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { intent, back } = form.data;
  const [slug = null] = readSlugs([form.data.slug], 1);
  const next = safeNextPath(back) ?? "/saved";
  const device = await readDeviceSlugs(request);
  if (intent === "take-over") {
    if (viewer) await saveCompanies(town, { userId: viewer.id, slugs: device });
    return redirectWithNotice(next, "companies-taken-over", viewer ? await deviceHeader([]) : undefined);
  }
  if (intent !== "forget-all" && !slug) return formErrors({ slug: "choose" }, form.values);
  const notice =
    intent === "save" ? "company-saved" : intent === "forget" ? "company-forgotten" : "companies-forgotten";
  if (viewer) {
    if (intent === "save") await saveCompanies(town, { userId: viewer.id, slugs: [slug!] });
    else await forgetCompanies(town, { userId: viewer.id, slug: intent === "forget" ? slug : null });
    return redirectWithNotice(next, notice);
  }
  const kept =
    intent === "save" ? withSaved(device, slug!) : intent === "forget" ? withoutSaved(device, slug!) : [];
  return redirectWithNotice(next, notice, await deviceHeader(kept));
}

export default function Saved({ loaderData: { companies, isSignedIn, onDevice } }: Route.ComponentProps) {
  const lead = isSignedIn ? words.leadAccount(MOST_SAVED) : words.leadDevice(MOST_SAVED);
  return (
    <Page title={words.title} lead={<p>{lead}</p>}>
      {onDevice > 0 && (
        <Notice kind="info" title={words.onDevice(onDevice)}>
          <form method="post">
            <Button name="intent" value="take-over" look="secondary" className="mt-2">
              {words.takeOver}
            </Button>
          </form>
        </Notice>
      )}
      {companies.length === 0 ? (
        <EmptyState title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <LinkButton to="/companies" className="mt-4">
            {words.find}
          </LinkButton>
        </EmptyState>
      ) : (
        <SavedList companies={companies} />
      )}
    </Page>
  );
}

function SavedList({ companies }: { companies: Route.ComponentProps["loaderData"]["companies"] }) {
  return (
    <>
      <h2 className="text-std-20B-150">{words.count(companies.length)}</h2>
      {/* The boxes belong to the form of the comparison, which stands below the list. */}
      <ul className="mt-4 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
        {companies.map((company, index) => (
          <li key={company.slug} className="py-4">
            <p className="text-dns-14N-130 text-solid-gray-700">{company.nameKana}</p>
            <h3 className="text-std-18B-160">
              <TextLink to={`/companies/${company.slug}`} className="inline-flex min-h-11 items-center">
                {company.name}
              </TextLink>
            </h3>
            <p className="text-solid-gray-700">
              {company.area}・{company.industry}
            </p>
            <p className="mt-1 flex flex-wrap gap-2">
              {company.openInternships > 0 && (
                <Badge tone="green">{words.openInternships(company.openInternships)}</Badge>
              )}
              {company.comingEvents > 0 && (
                <Badge tone="blue">{words.comingEvents(company.comingEvents)}</Badge>
              )}
            </p>
            <div data-screen-only className="mt-2 flex flex-wrap items-center gap-4">
              <label className="inline-flex min-h-11 cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  name="c"
                  value={company.slug}
                  form="comparison"
                  defaultChecked={index < MOST_COMPARED}
                  aria-label={words.chooseOf(company.name)}
                  className="size-6"
                />
                {words.choose}
              </label>
              <form method="post">
                <input type="hidden" name="slug" value={company.slug} />
                <Button name="intent" value="forget" look="quiet" aria-label={words.forgetOf(company.name)}>
                  {words.forget}
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
      <div data-screen-only className="mt-6 flex flex-wrap gap-4">
        <form id="comparison" action="/compare">
          <Button>{words.compare(MOST_COMPARED)}</Button>
        </form>
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
            {words.forgetAll}
          </summary>
          <form method="post" className="mt-2">
            <p>{words.forgetAllText}</p>
            <Button name="intent" value="forget-all" look="danger" className="mt-2">
              {words.forgetAllConfirm}
            </Button>
          </form>
        </details>
      </div>
    </>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
