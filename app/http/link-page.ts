import type { HeadersFunction } from "react-router";

/**
 * Headers of a page whose address is a key (the link of a mail): kept by nobody and found by no search engine. The
 * house's Referrer-Policy (same-origin) keeps the address from other sites; none at all would take the Origin from forms.
 */
export const LINK_PAGE_HEADERS = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
};

/** Lets what the loader or the action says about the answer through. */
export const linkPageHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders }) => {
  const merged = new Headers(loaderHeaders);
  for (const [name, value] of actionHeaders) merged.set(name, value);
  return merged;
};
