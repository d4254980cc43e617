import { reception as words } from "#app/locales/ja/reception.ts";
import { TextLink } from "./text-link.tsx";

const PAGES = [
  { key: "board", path: "", label: words.toBoard },
  { key: "reception", path: "/reception", label: words.toReception },
  { key: "booth-codes", path: "/booth-codes", label: words.toBooths },
  { key: "survey", path: "/survey", label: words.toSurvey },
] as const;

/** The pages of an event's day and of what comes after it. */
export function EventDayLinks({
  eventId,
  current,
}: {
  eventId: string;
  current: (typeof PAGES)[number]["key"];
}) {
  return (
    <nav aria-label={words.links} data-screen-only className="mb-6">
      <ul className="flex flex-wrap gap-x-6">
        {PAGES.filter((page) => page.key !== current).map((page) => (
          <li key={page.key} className="flex min-h-11 items-center">
            <TextLink to={`/staff/events/${eventId}${page.path}`}>{page.label}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
