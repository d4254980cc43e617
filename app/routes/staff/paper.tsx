import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findDraftPaper } from "#app/domain/documents/request.server.ts";
import { documentWords } from "#app/locales/ja/documents.ts";
import { paperWords as words } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { townContext } from "#app/town.ts";
import { CouncilPaper } from "#app/ui/council-paper.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { PaperFiles } from "#app/ui/paper-files.tsx";
import type { Route } from "./+types/paper";

export const handle = { access: STAFF, title: words.staffTitle } satisfies RouteHandle;

/** A paper drawn up from the records of now, for the town hall's own eyes: nothing is hidden in it. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { searchParams } = new URL(request.url);
  const drawn = await findDraftPaper(context.get(townContext), { key: params.key, params: searchParams });
  if (!drawn) throw data(null, { status: 404 });
  const { document, query } = drawn;
  return { document, query };
}

export default function StaffPaper({ loaderData }: Route.ComponentProps) {
  const { document, query } = loaderData;
  const known = encodeURIComponent(document.knownOn.toISOString());
  return (
    <Page
      title={document.title}
      crumbs={[
        { to: "/staff", label: staffWords.home.title },
        { to: `/staff/documents${query}`, label: words.staffTitle },
      ]}
      wide
    >
      <div data-screen-only>
        <Notice kind="info" title={words.staffNote} />
      </div>
      <PaperFiles base={`/staff/documents/${document.key}`} query={query} paper={document.paper} />
      {document.tables.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingNext}</EmptyState>
      ) : (
        <CouncilPaper
          document={document}
          edition={documentWords.draft}
          hrefOf={(id) => `/indicators/${encodeURIComponent(id)}?asOf=${document.asOf}&knownOn=${known}`}
        />
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.document.title ?? words.staffTitle} | ${site.name}` },
];
