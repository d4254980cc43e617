import type { RouteHandle } from "#app/access.ts";
import { longDate, shortDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { AUDIENCES } from "#app/domain/internships/rules.ts";
import { INTERNSHIPS_PER_PAGE, listInternships } from "#app/domain/internships/store.server.ts";
import { internships as words, schoolKindNames } from "#app/locales/ja/internships.ts";
import { site } from "#app/locales/ja/site.ts";
import { InternshipCard } from "#app/ui/internship-card.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/internships";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const params = new URL(request.url).searchParams;
  const audience = AUDIENCES.find((kind) => kind === params.get("audience")) ?? null;
  const asked = /^[1-9]\d{0,4}$/.test(params.get("page") ?? "") ? Number(params.get("page")) : 1;
  let page = asked;
  let found = await listInternships(town, { audience, page });
  const pages = Math.max(1, Math.ceil(found.total / INTERNSHIPS_PER_PAGE));
  if (asked > pages) {
    page = pages;
    found = await listInternships(town, { audience, page });
  }
  return {
    audience,
    page,
    pages,
    total: found.total,
    open: found.open,
    internships: found.internships.map((internship) => ({
      ...internship,
      period: periodWords(internship),
      applyBy: longDate(internship.applyBy),
    })),
  };
}

function periodWords({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return firstDay === lastDay ? longDate(firstDay) : `${longDate(firstDay)}〜${shortDate(lastDay)}`;
}

function listUrl(audience: string | null, page = 1): string {
  const params = new URLSearchParams();
  if (audience) params.set("audience", audience);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/internships?${params}` : "/internships";
}

export default function Internships({ loaderData }: Route.ComponentProps) {
  const { audience, page, pages, total, open, internships } = loaderData;
  const choices = [
    { value: null, label: words.everyone },
    ...AUDIENCES.map((kind) => ({ value: kind, label: schoolKindNames[kind]! })),
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      <nav aria-label={words.filter}>
        <ul className="flex flex-wrap gap-2">
          {choices.map(({ value, label }) => (
            <li key={label}>
              <a
                href={listUrl(value)}
                aria-current={value === audience ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded-full border border-key-900 px-4 text-key-900 underline-offset-4 hover:underline aria-[current]:bg-key-900 aria-[current]:text-white"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="mt-6 mb-4 text-std-20B-150">{words.count(total, open)}</h2>
      {internships.map((internship) => (
        <InternshipCard key={internship.id} internship={internship} />
      ))}
      {total === 0 && (
        <EmptyState title={words.emptyTitle}>
          <p>{words.emptyHelp}</p>
          <p className="mt-2">
            <TextLink to="/companies">{words.companies}</TextLink>
          </p>
        </EmptyState>
      )}
      <Pagination page={page} pages={pages} href={(number) => listUrl(audience, number)} />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { property: "og:title", content: words.title },
  { property: "og:description", content: words.description },
];
