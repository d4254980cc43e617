import type { Publication } from "./store.server.ts";

/** An Atom feed (RFC 4287). Ids are tag URIs, so they stay the same when the portal moves to another address. */
export function renderAtom(feed: {
  /** Where the feed itself and the page that it belongs to stand. */
  path: string;
  page: string;
  title: string;
  author: string;
  publicUrl: string;
  entries: readonly (Publication & { label: string })[];
  /** What `updated` says while there are no entries. */
  now: Date;
}): string {
  const { publicUrl, entries } = feed;
  const latest = entries.reduce<Date | null>(
    (at, entry) => (at && at > entry.updatedAt ? at : entry.updatedAt),
    null,
  );
  const tag = (rest: string) => `tag:${new URL(publicUrl).hostname},2024-04-01:${rest}`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    // The first feed had no name of its own, and its id must not change.
    `<id>${xml(tag(feed.path === "/feed.atom" ? "feed" : `feed${feed.path}`))}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${(latest ?? feed.now).toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(publicUrl + feed.path)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(publicUrl + feed.page)}"/>`,
    ...entries.flatMap((entry) => [
      "<entry>",
      `<id>${xml(tag(`${entry.kind}/${entry.id}`))}</id>`,
      `<title>${xml(entry.title)}</title>`,
      `<category term="${entry.kind}" label="${xml(entry.label)}"/>`,
      `<link rel="alternate" type="text/html" href="${xml(publicUrl + entry.path)}"/>`,
      `<published>${entry.publishedAt.toISOString()}</published>`,
      `<updated>${entry.updatedAt.toISOString()}</updated>`,
      `<summary>${xml(entry.summary)}</summary>`,
      "</entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

/** A sitemap after sitemaps.org; `updatedAt` is missing where a page has no date of its own. */
export function renderSitemap(
  publicUrl: string,
  pages: readonly { path: string; updatedAt?: Date }[],
): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(({ path, updatedAt }) => {
      const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : "";
      return `<url><loc>${xml(publicUrl + path)}</loc>${changed}</url>`;
    }),
    "</urlset>",
    "",
  ].join("\n");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text inside XML: markup is escaped, characters that XML 1.0 does not allow are left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
