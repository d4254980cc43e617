import { feed } from "#app/locales/ja/event-calendars.ts";
import { openDataWords } from "#app/locales/ja/open-data.ts";

/** Entries for a page's `meta` that name the same content in another form, for programs. */
const alternate = (type: string, href: string, title: string) => ({
  tagName: "link" as const,
  rel: "alternate",
  type,
  href,
  title,
});

/** For pages that list companies. */
export function companiesAlternates() {
  return [
    alternate("application/atom+xml", "/companies.atom", feed.companiesTitle),
    alternate("application/json", "/api/v1/companies", openDataWords.api.list),
    ...openDataWords.sources
      .filter(({ url }) => url === "/companies.csv")
      .map(({ what, url }) => alternate("text/csv", url, what)),
  ];
}

/** For the page of one company. */
export function companyAlternates(slug: string) {
  return [alternate("application/json", `/api/v1/companies/${slug}`, openDataWords.api.one)];
}
