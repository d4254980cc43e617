/** The pages whose views are counted. A company is named by its slug until the count is written. */
export type PageKind = "home" | "search" | "company" | "internship" | "event" | "indicators";
export type Page = { kind: PageKind; subject: string };

const PAGES: readonly { kind: PageKind; path: RegExp }[] = [
  { kind: "home", path: /^\/$/ },
  { kind: "search", path: /^\/(?:search|companies)$/ },
  { kind: "company", path: /^\/companies\/([^/]+)(?:\/parents)?$/ },
  { kind: "internship", path: /^\/internships\/([^/]+)$/ },
  { kind: "event", path: /^\/events\/([^/.]+)$/ },
  { kind: "indicators", path: /^\/indicators(?:\/[^/.]+)?$/ },
];

/** Which page an address is; null for one whose views are not counted (forms, tickets, files, everybody's own pages). */
export function pageOf(pathname: string): Page | null {
  for (const { kind, path } of PAGES) {
    const found = path.exec(pathname);
    if (found) return { kind, subject: found[1] ?? "" };
  }
  return null;
}
