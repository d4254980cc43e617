/** Areas of the documents by what a person calls them. */
import { fold } from "./analysis.ts";

/** Other names of an area: without the kind of place at its end, or with another one. */
function otherNamesOf(area: string): string[] {
  const bare = fold(area).replace(/(?:市|町|村|区|郡|地区|地域|地方)$/u, "");
  return bare.length >= 2 ? [bare, ...["市", "町", "地区", "地域"].map((kind) => bare + kind)] : [];
}

/** The areas by every folded name. Where two share one, its own whole name counts first; then the order of the texts. */
export function namedAreas(areas: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...areas].sort();
  const named = new Map<string, string>();
  for (const namesOf of [(area: string) => [fold(area)], otherNamesOf])
    for (const area of sorted) for (const name of namesOf(area)) if (!named.has(name)) named.set(name, area);
  return named;
}
