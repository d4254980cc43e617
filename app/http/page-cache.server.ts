import type { Database } from "#app/platform/database.server.ts";
import type { Clock } from "#app/platform/clock.ts";
import { readWriteMark } from "#app/platform/write-mark.server.ts";

/**
 * Keeps the HTML of public pages for readers without an account, for as long as nothing at all was written to the database
 * and at most a few seconds (what is open changes with the hour). So a page is never older than the data, and a class
 * that opens the same page in the same minute costs one rendering (decision 010).
 */
type Kept = { mark: string; until: number; nonce: string; headers: [string, string][]; html: string };

const SECONDS_KEPT = 10;
const MINUTE_MS = 60 * 1000;
const MOST_PAGES = 300;
const LONGEST_ADDRESS = 300;
const LARGEST_PAGE = 400_000;

export type PageCache = {
  /** Answers from what is kept, or renders and keeps the answer when it is a plain page. */
  answer(request: Request, nonce: string, render: () => Promise<Response>): Promise<Response>;
};

export function createPageCache(town: { database: Database; clock: Clock }): PageCache {
  const kept = new Map<string, Kept>();
  return {
    answer: async (request, nonce, render) => {
      const { pathname, search } = new URL(request.url);
      const key = pathname + search;
      if (!isKeepable(request, key)) return render();
      // Read before rendering: a write in between makes the page look older than it is, never newer.
      const mark = await readWriteMark(town);
      const now = town.clock.now().getTime();
      const found = kept.get(key);
      if (found && found.mark === mark && now < found.until) return fromKept(found, nonce);
      const response = await render();
      if (!isPlainPage(response)) return response;
      const html = await response.text();
      const headers = [...response.headers];
      if (html.length <= LARGEST_PAGE) {
        if (kept.size >= MOST_PAGES) kept.delete(kept.keys().next().value!);
        kept.delete(key);
        kept.set(key, { mark, until: keptUntil(now), nonce, headers, html });
      }
      return wholePage(html, headers);
    },
  };
}

/**
 * A page is never kept beyond the minute: days and registrations begin and end on whole minutes (JST), so no page shows
 * yesterday's stage, or a button that is shut, after that moment.
 */
function keptUntil(now: number): number {
  const nextMinute = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
  return Math.min(now + SECONDS_KEPT * 1000, nextMinute);
}

/** Whose page it is must not depend on who asks: no cookie of ours, a document, an address of sensible length. */
function isKeepable(request: Request, key: string): boolean {
  return (
    request.method === "GET" &&
    key.length <= LONGEST_ADDRESS &&
    !/\.\w+(\?|$)/.test(key) &&
    !request.headers.get("Cookie")?.includes("jimoto")
  );
}

function isPlainPage(response: Response): boolean {
  return (
    response.status === 200 &&
    response.headers.get("Content-Type")?.startsWith("text/html") === true &&
    // A page behind the link of a mail is kept nowhere, so not here either.
    response.headers.get("Cache-Control")?.includes("no-store") !== true &&
    !response.headers.has("Set-Cookie")
  );
}

/** The kept page with this answer's nonce in the place of the one it was rendered with. */
function fromKept(page: Kept, nonce: string): Response {
  return wholePage(page.html.replaceAll(page.nonce, nonce), page.headers);
}

/** A page that is complete says its length, so that it need not travel through streams. */
function wholePage(html: string, headers: [string, string][]): Response {
  const bytes = Buffer.from(html);
  const response = new Response(bytes, { status: 200, headers });
  response.headers.set("Content-Length", String(bytes.length));
  return response;
}
