import type { RouteHandle } from "#app/access.ts";
import { listCorrections } from "#app/domain/releases/read.store.server.ts";
import { paperWords } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PaperChanges } from "#app/ui/paper-changes.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/corrections";

const words = paperWords.corrections;

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ context }: Route.LoaderArgs) {
  const corrections = await listCorrections(context.get(townContext));
  return corrections.map(({ id, planId, planTitle, fiscalYear, version, note, publishedAt, changes }) => ({
    id,
    planTitle,
    fiscalYear,
    version,
    note,
    publishedOn: civilDateOf(publishedAt),
    changes,
    paper: `/indicators/documents/${changes[0]?.document ?? "results"}?plan=${encodeURIComponent(planId)}&year=${fiscalYear}`,
  }));
}

export default function Corrections({ loaderData: corrections }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/indicators", label: paperWords.indicators },
        { to: "/indicators/documents", label: paperWords.publicTitle },
      ]}
      lead={<p>{words.lead}</p>}
      wide
    >
      {corrections.length === 0 && <EmptyState title={words.none}>{words.noneNext}</EmptyState>}
      {corrections.map((one) => {
        const heading = words.heading(one.planTitle, one.fiscalYear, one.version);
        return (
          <Section key={one.id} id={`correction-${one.id}`} title={heading}>
            <p>{paperWords.publishedAt(one.publishedOn)}</p>
            <p className="mt-2 whitespace-pre-line">{one.note}</p>
            <ul className="flex flex-wrap gap-x-6">
              <li className="flex min-h-11 items-center">
                <TextLink to={`${one.paper}&version=${one.version}`}>{words.after}</TextLink>
              </li>
              <li className="flex min-h-11 items-center">
                <TextLink to={`${one.paper}&version=${one.version - 1}`}>{words.before}</TextLink>
              </li>
            </ul>
            <p className="my-2">{words.count(one.changes.length)}</p>
            <PaperChanges changes={one.changes} caption={`${heading} ${words.caption}`} />
          </Section>
        );
      })}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
];
