import { useLoaderData } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { type FrontPage, readFrontPage } from "#app/domain/front-page/store.server.ts";
import { audiences, home } from "#app/locales/ja/home.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState, Section } from "#app/ui/page.tsx";
import { SearchInput } from "#app/ui/search-box.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/home";

export const handle = { access: "public", title: home.heading } satisfies RouteHandle;

export async function loader({ context }: Route.LoaderArgs) {
  return readFrontPage(context.get(townContext));
}

export default function Home() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <Hero page={page} />
      <div className="mx-auto max-w-7xl px-4 pt-10 pb-16 sm:px-6">
        <Section title={home.audiencesHeading} id="audiences">
          <Audiences />
        </Section>
        <Section
          title={home.eventsHeading}
          id="coming"
          aside={<TextLink to="/events">{home.allEvents}</TextLink>}
        >
          <ComingEvents events={page.events} />
        </Section>
        <Section
          title={home.newestHeading}
          id="newest"
          aside={<TextLink to="/companies?sort=newest">{home.allCompanies}</TextLink>}
        >
          <NewestCompanies companies={page.newest} />
        </Section>
      </div>
    </>
  );
}

function Hero({ page }: { page: FrontPage }) {
  return (
    <div className="bg-key-50">
      <div className="mx-auto max-w-7xl px-4 py-8 sm:px-6 sm:py-12">
        <h1 className="text-std-28B-150 text-solid-gray-900 sm:text-std-36B-140">{home.heading}</h1>
        <p className="mt-3 max-w-3xl text-std-17N-170">{home.lead}</p>
        <form role="search" action="/search" method="get" className="mt-6 max-w-3xl">
          <label htmlFor="q" className="text-std-17B-170">
            {home.searchLabel}
          </label>
          <p id="q-support" className="text-std-16N-170 text-solid-gray-700">
            {home.searchSupport}
          </p>
          <div className="mt-2 flex gap-2">
            <SearchInput text="" />
            <Button className="shrink-0">{home.searchButton}</Button>
          </div>
        </form>
        <nav aria-label={home.wordsLabel} className="mt-4">
          <ul className="flex flex-wrap gap-2">
            {home.words.map((word) => (
              <li key={word}>
                <a
                  href={`/companies?q=${encodeURIComponent(word)}`}
                  className="inline-flex min-h-11 items-center rounded-full border border-key-900 bg-white px-4 text-oln-16N-100 text-key-900 underline-offset-4 hover:underline"
                >
                  {word}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="mt-4 text-std-16N-170">{home.counts(page.companies, page.openInternships)}</p>
      </div>
    </div>
  );
}

function Audiences() {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {audiences.map((audience) => (
        <li key={audience.title} className="rounded-12 border border-solid-gray-420 p-5">
          <h3 className="text-std-18B-160">{audience.title}</h3>
          <p className="mt-1">{audience.text}</p>
          <ul className="mt-3">
            {audience.links.map((link) => (
              <li key={link.to}>
                <a
                  href={link.to}
                  className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4 hover:decoration-2"
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ComingEvents({ events }: { events: FrontPage["events"] }) {
  if (events.length === 0)
    return (
      <EmptyState title={home.noEvents}>
        <p>
          {home.noEventsNext} <TextLink to="/newsletter">メールマガジン</TextLink>
        </p>
      </EmptyState>
    );
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {events.map((event) => (
        <li key={event.id} className="rounded-12 border border-solid-gray-420 p-5">
          <p className="text-std-16B-170">
            {shortDate(event.startsAt)} {timeOf(event.startsAt)}〜
            {event.audience === "schools" && (
              <span className="ml-2">
                <Badge tone="blue">{home.schoolsOnly}</Badge>
              </span>
            )}
          </p>
          <h3 className="mt-1 text-std-17B-170">
            <TextLink to={`/events/${event.id}`}>{event.title}</TextLink>
          </h3>
          <p className="text-solid-gray-700">{event.venue}</p>
        </li>
      ))}
    </ul>
  );
}

function NewestCompanies({ companies }: { companies: FrontPage["newest"] }) {
  if (companies.length === 0) return <EmptyState title={home.noCompanies} />;
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {companies.map((company) => (
        <li key={company.slug} className="rounded-12 border border-solid-gray-420 p-5">
          <h3 className="text-std-17B-170">
            <TextLink to={`/companies/${company.slug}`}>{company.name}</TextLink>
          </h3>
          {company.catchphrase && <p>{company.catchphrase}</p>}
          <p className="text-solid-gray-700">
            {company.area}・{company.industry}・{home.publishedOn(longDate(company.publishedAt))}
          </p>
        </li>
      ))}
    </ul>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${site.name} | ${home.heading}` },
  { name: "description", content: home.description },
  { property: "og:title", content: `${site.name} ${home.heading}` },
  { property: "og:description", content: home.description },
  { property: "og:type", content: "website" },
];
