import type { RouteHandle } from "#app/access.ts";
import { DOCUMENT_KEYS } from "#app/domain/documents/document.rules.ts";
import { findRelease, listReleases } from "#app/domain/releases/read.store.server.ts";
import { documentWords } from "#app/locales/ja/documents.ts";
import { paperWords as words } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/papers";

export const handle = { access: "public", title: words.publicTitle } satisfies RouteHandle;

export async function loader({ context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const lines = await listReleases(town);
  const newest = [...Map.groupBy(lines, ({ planId, fiscalYear }) => `${planId} ${fiscalYear}`).values()].map(
    (versions) => versions.toSorted((a, b) => b.version - a.version),
  );
  return Promise.all(
    newest.map(async (versions) => {
      const { planId, planTitle, fiscalYear } = versions[0]!;
      const papers = (await findRelease(town, { planId, fiscalYear }))?.documents ?? [];
      return {
        planId,
        planTitle,
        fiscalYear,
        asOf: documentWords.asOf(versions[0]!.asOf),
        papers: DOCUMENT_KEYS.flatMap((key) => papers.find((one) => one.key === key) ?? []).map(
          ({ key, label, title }) => ({ key, label, title }),
        ),
        versions: versions.map(({ version, publishedAt, note }) => ({
          version,
          publishedOn: civilDateOf(publishedAt),
          note,
        })),
      };
    }),
  );
}

export default function Papers({ loaderData: releases }: Route.ComponentProps) {
  return (
    <Page
      title={words.publicTitle}
      crumbs={[{ to: "/indicators", label: words.indicators }]}
      lead={<p>{words.publicLead}</p>}
    >
      <p className="mb-8">
        <TextLink to="/indicators/corrections">{words.correctionsLink}</TextLink>
      </p>
      {releases.length === 0 && <EmptyState title={words.noReleases}>{words.noReleasesNext}</EmptyState>}
      {releases.map((release) => (
        <Release key={`${release.planId}-${release.fiscalYear}`} {...release} />
      ))}
    </Page>
  );
}

function Release(release: Route.ComponentProps["loaderData"][number]) {
  const { planId, planTitle, fiscalYear, papers, versions, asOf } = release;
  const query = `?plan=${encodeURIComponent(planId)}&year=${fiscalYear}`;
  const [newest] = versions;
  return (
    <Section title={`${planTitle} ${words.yearOf(fiscalYear)}`} id={`release-${planId}-${fiscalYear}`}>
      <p>
        {asOf}、{words.version(newest!.version)}、{words.publishedAt(newest!.publishedOn)}
      </p>
      <ul className="mt-2">
        {papers.map(({ key, label, title }) => (
          <li key={key} className="flex min-h-11 items-center">
            <TextLink to={`/indicators/documents/${key}${query}`}>{words.open(label, title)}</TextLink>
          </li>
        ))}
      </ul>
      {versions.length > 1 && (
        <>
          <h3 className="mt-4 text-std-17B-170">{words.versions}</h3>
          <ul>
            {versions.map(({ version, publishedOn, note }) => (
              <li key={version} className="py-2">
                <TextLink to={`/indicators/documents/${papers[0]!.key}${query}&version=${version}`}>
                  {words.version(version)}
                </TextLink>{" "}
                {words.publishedAt(publishedOn)} {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.publicTitle} | ${site.name}` },
  { name: "description", content: words.description },
];
