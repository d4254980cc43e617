import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { DAYS_SHOWN, FEWEST_SEARCHES } from "#app/domain/search-demand/counted-text.ts";
import { readSearchedWords } from "#app/domain/search-demand/store.server.ts";
import { demandWords as words } from "#app/locales/ja/search-demand.ts";
import { site } from "#app/locales/ja/site.ts";
import { shortDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/search-words";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const all = new URL(request.url).searchParams.has("all");
  const rows = await readSearchedWords(context.get(townContext), { onlyZeroHits: !all });
  return { all, rows: rows.map((row) => ({ ...row, lastDay: shortDate(row.lastDay) })) };
}

export default function SearchWords({ loaderData: { all, rows } }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: "事務局" }]}
      lead={<p>{words.lead(DAYS_SHOWN, FEWEST_SEARCHES)}</p>}
    >
      <Section
        title={all ? words.all : words.zeroHits}
        id="words"
        aside={
          <TextLink to={all ? "/staff/search/words" : "/staff/search/words?all"}>
            {all ? words.zeroHits : words.all}
          </TextLink>
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={words.emptyTitle}>
            <p>{words.emptyText}</p>
          </EmptyState>
        ) : (
          <Table caption={all ? words.all : words.zeroHits} head={words.columns}>
            {rows.map((row) => (
              <tr key={row.text}>
                <th scope="row" className="min-w-32">
                  {row.text}
                </th>
                <td className="whitespace-nowrap">{words.times(row.searches)}</td>
                <td className="whitespace-nowrap">{words.times(row.zeroHits)}</td>
                <td className="whitespace-nowrap">{row.lastDay}</td>
                <td data-screen-only>
                  <a
                    href={`/companies?q=${encodeURIComponent(row.text)}`}
                    aria-label={words.tryOf(row.text)}
                    className="inline-flex min-h-11 items-center whitespace-nowrap text-blue-1000 underline underline-offset-4"
                  >
                    {words.tryIt}
                  </a>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title={words.next} id="next">
        <ul className="list-disc pl-6">
          {words.nextSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
