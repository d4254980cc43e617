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
