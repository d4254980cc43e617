/** Most companies that can be kept; the oldest makes room. */
export const MOST_SAVED = 50;

/** Most companies beside each other in one comparison. */
export const MOST_COMPARED = 4;

const SLUG = /^[a-z0-9-]{1,80}$/;

/** The slugs of a list that a browser or an address brings: well-formed ones, each once, at most `most`. */
export function readSlugs(values: readonly string[], most: number): string[] {
  return [...new Set(values)].filter((slug) => SLUG.test(slug)).slice(0, most);
}

/** The list with one more company in front; the oldest leaves when it is full. */
export function withSaved(slugs: readonly string[], slug: string): string[] {
  return readSlugs([slug, ...slugs], MOST_SAVED);
}

export function withoutSaved(slugs: readonly string[], slug: string): string[] {
  return slugs.filter((other) => other !== slug);
}

/** The address of a comparison; none at all when nothing is chosen. */
export function comparisonUrl(slugs: readonly string[]): string {
  const query = readSlugs(slugs, MOST_COMPARED).map((slug) => `c=${slug}`);
  return query.length > 0 ? `/compare?${query.join("&")}` : "/compare";
}
