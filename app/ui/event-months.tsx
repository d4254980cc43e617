import type { ComponentProps } from "react";
import { calendarFeeds } from "#app/locales/ja/event-calendars.ts";
import { events } from "#app/locales/ja/events.ts";
import { eraYearOf } from "#app/platform/calendar.ts";
import { type CalendarFeed, CalendarFeeds } from "./event-calendar-feeds.tsx";
import { EventCard } from "./event-card.tsx";
import { EmptyState, Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

type Card = ComponentProps<typeof EventCard>["event"];

/** The coming events month by month, those that are over, and the calendars to subscribe to. */
export function EventMonths({
  months,
  past,
  feeds,
  isNarrowed,
}: {
  months: readonly { month: string; cards: readonly Card[] }[];
  past: readonly Card[];
  feeds: readonly CalendarFeed[];
  isNarrowed: boolean;
}) {
  return (
    <>
      <Section
        title={events.coming}
        id="coming"
        aside={
          <span data-screen-only>
            <TextLink to="#calendars">{calendarFeeds.heading}</TextLink>
          </span>
        }
      >
        {months.length === 0 && <NoEvents isNarrowed={isNarrowed} />}
        {months.map(({ month, cards }) => (
          <section key={month} aria-labelledby={`month-${month}`} className="mt-8 first:mt-0">
            <p id={`month-${month}`} className="text-std-20B-150">
              {monthName(month)}
            </p>
            {cards.map((card) => (
              <EventCard key={card.id} event={card} />
            ))}
          </section>
        ))}
      </Section>
      <Section title={events.past} id="past">
        {past.length === 0 && <p>{events.nonePast}</p>}
        {past.map((card) => (
          <EventCard key={card.id} event={card} />
        ))}
      </Section>
      <CalendarFeeds feeds={feeds} />
    </>
  );
}

/** 2026年(令和8年)12月 */
function monthName(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年(${eraYearOf(`${month}-15`)})${number}月`;
}

function NoEvents({ isNarrowed }: { isNarrowed: boolean }) {
  return (
    <EmptyState title={events.none}>
      <p>{events.noneText}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-x-6">
        {isNarrowed && (
          <TextLink to="/events" className="py-2">
            {events.noneLinks.all}
          </TextLink>
        )}
        <TextLink to="/newsletter" className="py-2">
          {events.noneLinks.newsletter}
        </TextLink>
      </p>
    </EmptyState>
  );
}
