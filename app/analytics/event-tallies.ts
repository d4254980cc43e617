import { civilDateOf } from "#app/platform/calendar.ts";
import { fiscalYearOfInstant } from "./fiscal-year.ts";
import {
  type CheckInFact,
  type EventFact,
  type Facts,
  isCheckedIn,
  isEntered,
  isKnownSince,
  isWithin,
  type Period,
} from "./facts.ts";
import {
  type Breakdown,
  type Cell,
  type CountUnit,
  type Measure,
  missing,
  sumBy,
  type Tally,
  tally,
} from "./measure.ts";

/** Every category has its cell, also with 0, so that a table always has the same rows. */
export const CATEGORIES = ["student", "guardian", "other", "company", "teacher"] as const;
type Category = (typeof CATEGORIES)[number];
/** Companies stand at their booths; they are not the participants of a guidance fair or a visit. */
export const GUESTS: readonly Category[] = ["student", "guardian", "other", "teacher"];

type Selection = {
  /** Without one, events of every kind. */
  kind?: string;
  categories?: readonly Category[];
  /** Only the event of this month of the year (the fair of June, the fair of March). */
  month?: number;
};

const monthOf = (instant: Date) => Number(civilDateOf(instant).slice(5, 7));

function eventsOf(facts: Facts, { kind, month }: Selection): Map<string, EventFact> {
  const chosen = facts.events.filter(
    (event) =>
      (kind === undefined || event.kind === kind) &&
      (month === undefined || monthOf(event.startsAt) === month),
  );
  return new Map(chosen.map((event) => [event.id, event]));
}

/** True when events of the kind are on record up to the as-of day; before that there is nothing to count, not zero. */
function isRecorded(facts: Facts, kind: string | undefined, period: Period) {
  return facts.events.some(
    (event) =>
      (kind === undefined || event.kind === kind) &&
      event.startsAt < period.until &&
      isKnownSince(period, event.startsAt),
  );
}

/** True while the month of the yearly event has not begun in the fiscal year. */
function isAhead(month: number | undefined, period: Period) {
  if (month === undefined) return false;
  const year = month >= 4 ? period.fiscalYear : period.fiscalYear + 1;
  return period.asOf < `${year}-${String(month).padStart(2, "0")}-01`;
}

/** Cells per event and day, in the order of time. */
function byEvent<Row extends { eventId: string }>(
  rows: Row[],
  events: Map<string, EventFact>,
  at: (row: Row) => Date,
  amount: (row: Row) => number,
): Cell[] {
  const key = (row: Row) => `${civilDateOf(at(row))}|${row.eventId}`;
  return sumBy(rows, key, amount)
    .toSorted((a, b) => a.key.localeCompare(b.key))
    .map((cell) => {
      const [day = "", eventId = ""] = cell.key.split("|");
      return {
        key: cell.key,
        label: `${day}|${events.get(eventId)?.title ?? ""}`,
        value: cell.value,
      };
    });
}

/** Counts each row once, with its cells per event and day. */
function tallyEach<Row extends { id: string; eventId: string }>(
  rows: Row[],
  events: Map<string, EventFact>,
  { dateOf, counts }: { dateOf: (row: Row) => Date; counts: CountUnit },
): Tally {
  const cells = byEvent(rows, events, dateOf, () => 1);
  return tally(
    rows.map(({ id }) => ({ id, amount: 1 })),
    rows.length,
    [{ by: "event", counts, partition: true, cells }],
  );
}

/** Who came, by check-ins; registrations do not count, and a check-in that was taken back does not either. */
export function attendance(measure: Omit<Measure, "compute" | "timeNature">, selection: Selection): Measure {
  const categories = selection.categories ?? CATEGORIES;
  return {
    ...measure,
    timeNature: "flow",
    needs: ["events", "checkIns"],
    compute(facts, period) {
      if (!isRecorded(facts, selection.kind, period)) return missing("no-records");
      if (isAhead(selection.month, period)) return missing("not-due");
      const events = eventsOf(facts, selection);
      const inputs = facts.checkIns.filter(
        (checkIn) =>
          events.has(checkIn.eventId) && isWithin(period, checkIn.at) && isEntered(period, checkIn),
      );
      const counted = inputs.filter(
        (checkIn) =>
          isCheckedIn(period, checkIn) && categories.some((category) => category === checkIn.category),
      );
      const heads = (checkIn: CheckInFact) => checkIn.headCount;
      const cells = (by: Breakdown["by"], list: Cell[]): Breakdown => {
        return { by, counts: measure.counts, partition: true, cells: list };
      };
      const byCategory = sumBy(counted, (checkIn) => checkIn.category, heads, categories);
      const second =
        selection.kind === undefined
          ? cells(
              "eventKind",
              sumBy(counted, ({ eventId }) => events.get(eventId)!.kind, heads),
            )
          : cells(
              "event",
              byEvent(counted, events, (checkIn) => checkIn.at, heads),
            );
      return tally(
        counted.map((checkIn) => ({ id: checkIn.id, amount: checkIn.headCount })),
        inputs.length,
        [cells("participantCategory", byCategory), second],
      );
    },
  };
}

/** Which companies stood at a booth. */
export function booths(measure: Omit<Measure, "compute" | "timeNature">, selection: Selection): Measure {
  return {
    ...measure,
    timeNature: "flow",
    needs: ["events", "booths"],
    compute(facts, period) {
      if (!isRecorded(facts, selection.kind, period)) return missing("no-records");
      if (isAhead(selection.month, period)) return missing("not-due");
      const events = eventsOf(facts, selection);
      const counted = facts.booths.filter(
        (booth) =>
          events.has(booth.eventId) && isWithin(period, booth.attendedAt) && isCheckedIn(period, booth),
      );
      return tallyEach(counted, events, { dateOf: (booth) => booth.attendedAt, counts: "booths" });
    },
  };
}

/**
 * Visits that visitors recorded at booths, over all kinds of events. A person at three booths counts three times. Without
 * any visit on record there is nothing to count: booths may have had no codes.
 */
export function boothVisits(measure: Omit<Measure, "compute" | "timeNature" | "counts">): Measure {
  return {
    ...measure,
    counts: "person-times",
    timeNature: "flow",
    needs: ["events", "boothVisits"],
    compute(facts, period) {
      const known = facts.boothVisits.filter((visit) => isKnownSince(period, visit.knownAt));
      if (!known.some((visit) => visit.at < period.until)) return missing("no-records");
      const events = new Map(facts.events.map((event) => [event.id, event]));
      const counted = known.filter((visit) => isWithin(period, visit.at));
      return tallyEach(counted, events, { dateOf: (visit) => visit.at, counts: "person-times" });
    },
  };
}

/**
 * People for whom seats are held at the public events of the fiscal year, also of those that lie ahead; who cancelled and
 * who waits does not count.
 */
export function registrations(measure: Omit<Measure, "compute" | "timeNature" | "counts">): Measure {
  return {
    ...measure,
    counts: "person-times",
    timeNature: "flow",
    needs: ["events", "registrationChanges"],
    compute(facts, period) {
      const known = facts.registrationChanges.filter(
        ({ knownAt }) => knownAt < period.until && isKnownSince(period, knownAt),
      );
      if (known.length === 0) return missing("no-records");
      const kindOf = new Map(
        facts.events.flatMap(({ id, kind, state, startsAt }) =>
          state === "published" && fiscalYearOfInstant(startsAt) === period.fiscalYear
            ? [[id, kind] as const]
            : [],
        ),
      );
      const held = new Map<string, { eventId: string; people: number }>();
      for (const { registrationId, eventId, people } of known)
        if (kindOf.has(eventId)) held.set(registrationId, { eventId, people });
      const counted = [...held].filter(([, { people }]) => people > 0);
      const cells = sumBy(
        counted,
        ([, { eventId }]) => kindOf.get(eventId)!,
        ([, { people }]) => people,
      );
      return tally(
        counted.map(([id, { people }]) => ({ id, amount: people })),
        held.size,
        [{ by: "eventKind", counts: "person-times", partition: true, cells }],
      );
    },
  };
}

/**
 * Events that took place: public, over, and somebody came. Without a kind events of all kinds, by kind. An event's state
 * has no second time axis: what was called off later was called off.
 */
export function held(measure: Omit<Measure, "compute" | "timeNature" | "counts">, kind?: string): Measure {
  return {
    ...measure,
    counts: "events",
    timeNature: "flow",
    needs: ["events", "checkIns"],
    compute(facts, period) {
      if (!isRecorded(facts, kind, period)) return missing("no-records");
      const came = new Set(
        facts.checkIns.filter((row) => isCheckedIn(period, row)).map((row) => row.eventId),
      );
      const inputs = facts.events.filter(
        (event) =>
          (kind === undefined || event.kind === kind) &&
          isWithin(period, event.startsAt) &&
          isKnownSince(period, event.startsAt),
      );
      const counted = inputs.filter(
        (event) =>
          event.state === "published" &&
          event.endsAt < period.until &&
          isKnownSince(period, event.endsAt) &&
          came.has(event.id),
      );
      const cells = sumBy(
        counted,
        (event) => event.kind,
        () => 1,
      );
      return tally(
        counted.map((event) => ({ id: event.id, amount: 1 })),
        inputs.length,
        kind === undefined ? [{ by: "eventKind", counts: "events", partition: true, cells }] : [],
      );
    },
  };
}

/** Calls at companies on visits; a company that is visited on two days counts twice. */
export function visitStops(measure: Omit<Measure, "compute" | "timeNature">, kind: string): Measure {
  return {
    ...measure,
    timeNature: "flow",
    needs: ["events", "visitStops"],
    compute(facts, period) {
      if (!isRecorded(facts, kind, period)) return missing("no-records");
      const events = eventsOf(facts, { kind });
      const counted = facts.visitStops.filter(
        (stop) =>
          events.has(stop.eventId) &&
          isWithin(period, stop.startsAt) &&
          isKnownSince(period, stop.startsAt) &&
          isCheckedIn(period, stop),
      );
      return tallyEach(counted, events, { dateOf: (stop) => stop.startsAt, counts: "companies" });
    },
  };
}
