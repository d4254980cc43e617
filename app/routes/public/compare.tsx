import type { RouteHandle } from "#app/access.ts";
import { threeYearTotals } from "#app/domain/companies/hires.rules.ts";
import { industryOf } from "#app/domain/companies/rules.ts";
import { comparisonUrl, MOST_COMPARED, readSlugs } from "#app/domain/saved-companies/rules.ts";
import { findCandidates, readComparison } from "#app/domain/saved-companies/comparison.store.server.ts";
import { readSavedCards } from "#app/domain/saved-companies/store.server.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";
import { readSavedSlugs } from "#app/http/saved-companies.server.ts";
import { profileLabels } from "#app/locales/ja/companies.ts";
import { compareWords as words, savedWords } from "#app/locales/ja/saved-companies.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { ComparisonTable } from "#app/ui/company-comparison.tsx";
import { comparisonGroups } from "#app/ui/comparison-groups.ts";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/compare";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const query = new URL(request.url).searchParams;
  const asked = readSlugs(query.getAll("c"), MOST_COMPARED);
  const text = normaliseLine((query.get("add") ?? "").slice(0, 100).toWellFormed());
  const [companies, candidates, saved] = await Promise.all([
    readComparison(town, { slugs: asked }),
    findCandidates(town, { text, without: asked }),
    readSavedSlugs(request, context).then((slugs) => readSavedCards(town, { slugs })),
  ]);
  const slugs = companies.map(({ slug }) => slug);
  const addable = ({ slug, name }: { slug: string; name: string }) => ({
    name,
    url: comparisonUrl([...slugs, slug]),
  });
  return {
    slugs,
    text,
    isGone: companies.length < asked.length,
    columns: companies.map(({ slug, profile }) => ({
      slug,
      name: profile.name,
      nameKana: profile.nameKana,
      removeUrl: comparisonUrl(slugs.filter((other) => other !== slug)),
    })),
    groups: comparisonGroups(
      companies.map(({ profile, ...company }) => ({
        ...company,
        profile,
        industry: industryOf(profile.industryCode)?.name ?? "",
        asOf: longDate(profile.asOf),
        leavers: threeYearTotals(profile),
      })),
    ),
    candidates: candidates.map(addable),
    saved: saved.filter(({ slug }) => !slugs.includes(slug)).map(addable),
  };
}

export default function Compare({ loaderData: found }: Route.ComponentProps) {
  const { columns, groups, slugs } = found;
  return (
    <Page
      title={words.title}
      wide
      crumbs={[{ to: "/companies", label: savedWords.find }]}
      lead={<p>{words.lead}</p>}
    >
      {found.isGone && <Notice kind="info" title={words.gone} />}
      {columns.length === 0 ? (
        <EmptyState title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <>
          <ComparisonTable columns={columns} groups={groups} />
          <p data-screen-only className="mt-4">
            {columns.length === 1 ? words.one : words.share}
          </p>
        </>
      )}
      <div data-screen-only className="mt-10">
        <Section title={words.add} id="adding">
          {slugs.length >= MOST_COMPARED ? <p>{words.full(MOST_COMPARED)}</p> : <AddForm found={found} />}
        </Section>
      </div>
    </Page>
  );
}

function AddForm({ found }: { found: Route.ComponentProps["loaderData"] }) {
  const { slugs, text, candidates, saved } = found;
  return (
    <>
      <form className="flex max-w-xl flex-wrap items-end gap-4">
        {slugs.map((slug) => (
          <input key={slug} type="hidden" name="c" value={slug} />
        ))}
        <div className="min-w-60 flex-1">
          <TextField
            name="add"
            type="search"
            label={profileLabels.name}
            support={words.addSupport}
            form={{ values: { add: text } }}
          />
        </div>
        <Button look="secondary">{words.search}</Button>
      </form>
      {text !== "" && candidates.length === 0 && <p className="mt-4">{words.notFound(text)}</p>}
      {candidates.length > 0 && <Addable title={words.found} companies={candidates} />}
      {saved.length > 0 && <Addable title={words.fromSaved} companies={saved} />}
    </>
  );
}

function Addable({
  title,
  companies,
}: {
  title: string;
  companies: readonly { name: string; url: string }[];
}) {
  return (
    <>
      <h3 className="mt-6 text-std-18B-160">{title}</h3>
      <ul>
        {companies.map(({ name, url }) => (
          <li key={url}>
            <TextLink to={url} className="inline-flex min-h-11 items-center">
              {words.addOf(name)}
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const names = loaderData?.columns.map(({ name }) => name).join("・");
  return [
    { title: `${names ? `${words.title}:${names}` : words.title} | ${site.name}` },
    { name: "description", content: words.description },
    { name: "robots", content: "noindex" },
  ];
};
