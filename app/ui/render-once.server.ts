import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const rendered = new WeakMap<object, string>();

/**
 * The HTML of a large part of a page that is the same for every reader, rendered once for each data object and kept as
 * long as that object is. For parts without forms and without anything about the reader; React escapes every text in it.
 */
export function renderOnce<Data extends object>(shown: Data, render: (shown: Data) => ReactElement): string {
  const known = rendered.get(shown);
  if (known !== undefined) return known;
  const html = renderToStaticMarkup(render(shown));
  rendered.set(shown, html);
  return html;
}

/**
 * Hands rendered HTML from a loader to its own component on the server. It is no enumerable property, so the router does
 * not write it a second time into the data for hydration, which these pages do not have.
 */
export function withHtml<Data extends object>(data: Data, html: string): Data & { html: string } {
  return Object.defineProperty(data, "html", { value: html, enumerable: false }) as Data & { html: string };
}
