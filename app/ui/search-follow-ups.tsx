import { search as words } from "#app/locales/ja/search.ts";
import { alertWords } from "#app/locales/ja/search-alerts.ts";
import { TextLink } from "./text-link.tsx";

/** What a reader can do with a search beside reading it: hear of what is new, take the list along. Null leaves a line out. */
export function SearchFollowUps({
  followUrl,
  csvUrl = null,
}: {
  followUrl: string | null;
  csvUrl?: string | null;
}) {
  const links = [
    { to: followUrl, label: alertWords.follow },
    { to: csvUrl, label: words.csv },
  ].flatMap(({ to, label }) => (to === null ? [] : [{ to, label }]));
  if (links.length === 0) return null;
  return (
    <ul data-screen-only className="mt-8 space-y-1">
      {links.map(({ to, label }) => (
        <li key={to}>
          <TextLink to={to} className="inline-flex min-h-11 items-center">
            {label}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
