import { calendarFeeds as words } from "#app/locales/ja/event-calendars.ts";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

export type CalendarFeed = {
  label: string;
  /** The address of the calendar, https. */ url: string;
  webcal: string;
};

/** The calendars to subscribe to, each with the link that opens a calendar program, and how it is done. */
export function CalendarFeeds({ feeds }: { feeds: readonly CalendarFeed[] }) {
  return (
    <div data-screen-only className="mt-12">
      <Section title={words.heading} id="calendars">
        <p className="max-w-3xl">{words.lead}</p>
        <ul className="mt-4 grid gap-x-8 sm:grid-cols-2">
          {feeds.map((feed) => (
            <li key={feed.url} className="border-b border-solid-gray-420 py-2">
              <p className="text-std-16B-170">{feed.label}</p>
              <TextLink to={feed.webcal} className="inline-flex min-h-11 items-center">
                {words.open}
                <span className="sr-only">({feed.label})</span>
              </TextLink>
              <span className="block text-std-16N-170 break-all">
                {words.column.address}:<TextLink to={feed.url}>{feed.url}</TextLink>
              </span>
            </li>
          ))}
        </ul>
        <details className="mt-4 max-w-3xl rounded-8 border border-solid-gray-420">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170">{words.how}</summary>
          <ul className="list-disc space-y-2 px-4 pb-4 pl-9">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </details>
        <p className="mt-4 flex flex-wrap gap-x-6">
          <TextLink to="/events.atom" className="inline-flex min-h-11 items-center">
            {words.atom}
          </TextLink>
          <TextLink to="/open-data" className="inline-flex min-h-11 items-center">
            {words.csv}
          </TextLink>
        </p>
      </Section>
    </div>
  );
}
