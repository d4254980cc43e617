import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { findReleasedPaper } from "#app/domain/releases/request.server.ts";
import { paperWords as words } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { CouncilPaper } from "#app/ui/council-paper.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { PaperFiles } from "#app/ui/paper-files.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/paper";

export const handle = { access: "public", title: words.publicTitle } satisfies RouteHandle;

/** A paper as it was released: read from its frozen cells, never computed. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const paper = await findReleasedPaper(context.get(townContext), {
    key: params.key,
    params: new URL(request.url).searchParams,
  });
  if (!paper) throw data(null, { status: 404 });
  const { document, release, versions, others } = paper;
  return {
    document,
    others,
    version: release.version,
    publishedOn: civilDateOf(release.publishedAt),
    note: release.note,
    query: `?plan=${encodeURIComponent(release.planId)}&year=${release.fiscalYear}`,
    hiddenCells: document.tables
      .flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells)))
      .filter(({ marker }) => marker === "suppressed").length,
    versions: versions.map(({ version, publishedAt, note }) => ({
      version,
      publishedOn: civilDateOf(publishedAt),
      note,
    })),
  };
}

export default function ReleasedPaperPage({ loaderData: shown }: Route.ComponentProps) {
  const { document, version, versions, query } = shown;
  const base = `/indicators/documents/${document.key}`;
  const newest = versions[0]!.version;
  const known = encodeURIComponent(document.knownOn.toISOString());
  return (
    <Page
      title={document.title}
      crumbs={[
        { to: "/indicators", label: words.indicators },
        { to: "/indicators/documents", label: words.publicTitle },
      ]}
      wide
    >
      <div data-screen-only>
        {version < newest && (
          <Notice kind="warning" title={words.oldVersion(newest)}>
            <TextLink to={`${base}${query}`}>{words.toNewest}</TextLink>
          </Notice>
        )}
        {shown.note !== "" && (
          <Notice kind="info" title={words.correctedBecause}>
            <p>{shown.note}</p>
            <p>
              <TextLink to="/indicators/corrections">{words.correctionsLink}</TextLink>
            </p>
          </Notice>
        )}
        <Versions base={base} {...shown} />
        {shown.hiddenCells > 0 && <p className="mt-2">{words.hiddenNote(shown.hiddenCells)}</p>}
        <ul className="mt-2 flex flex-wrap gap-x-6">
          {shown.others.map(({ key, label, title }) => (
            <li key={key} className="flex min-h-11 items-center">
              <TextLink to={`/indicators/documents/${key}${query}&version=${version}`}>
                {words.open(label, title)}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
      <PaperFiles base={base} query={`${query}&version=${version}`} paper={document.paper} />
      <CouncilPaper
        document={document}
        edition={`${words.version(version)} ${words.publishedAt(shown.publishedOn)}`}
        hrefOf={(id) => `/indicators/${encodeURIComponent(id)}?asOf=${document.asOf}&knownOn=${known}`}
      />
    </Page>
  );
}

function Versions({
  base,
  version,
  versions,
  query,
}: { base: string } & Pick<Route.ComponentProps["loaderData"], "version" | "versions" | "query">) {
  return (
    <ul className="flex flex-wrap gap-x-6">
      {versions.map((one) => (
        <li key={one.version} className="flex min-h-11 items-center gap-2">
          {one.version === version ? (
            <strong>{words.version(one.version)}</strong>
          ) : (
            <TextLink to={`${base}${query}&version=${one.version}`}>{words.version(one.version)}</TextLink>
          )}
          <span>
            {words.publishedAt(one.publishedOn)}
            {one.version === version && `(${words.showing})`}
          </span>
        </li>
      ))}
    </ul>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData ? `${loaderData.document.title} ${loaderData.document.planTitle}` : words.publicTitle} | ${site.name}`,
  },
  { name: "description", content: words.description },
];
