import { eventMonth } from "#app/locales/ja/event-calendars.ts";
import { events, kindNames, targetNames } from "#app/locales/ja/events.ts";
import { FilterLinks } from "./filter-links.tsx";

export type EventConditions = {
  kind: keyof typeof kindNames | null;
  target: keyof typeof targetNames | null;
  month: string | null;
};

/** The conditions of the list of events as links: whom for, which kind, which month. */
export function EventFilters({
  conditions,
  kinds,
  targets,
  months,
  urlOf,
}: {
  conditions: EventConditions;
  kinds: readonly (keyof typeof kindNames)[];
  targets: readonly (keyof typeof targetNames)[];
  months: readonly string[];
  urlOf: (changed: Partial<EventConditions>) => string;
}) {
  return (
    <>
      <FilterLinks
        label={events.targetFilter}
        choices={[null, ...targets].map((target) => ({
          label: target === null ? events.allTargets : targetNames[target],
          url: urlOf({ target }),
          current: target === conditions.target,
        }))}
      />
      <FilterLinks
        label={events.filter}
        choices={[null, ...kinds].map((kind) => ({
          label: kind === null ? events.allKinds : kindNames[kind],
          url: urlOf({ kind }),
          current: kind === conditions.kind,
        }))}
      />
      {months.length > 0 && (
        <FilterLinks
          label={events.monthFilter}
          choices={[null, ...months].map((month) => ({
            label: month === null ? events.allMonths : eventMonth(month),
            url: urlOf({ month }),
            current: month === conditions.month,
          }))}
        />
      )}
    </>
  );
}
