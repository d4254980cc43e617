import { addDays, type CivilDate, jst } from "#app/platform/calendar.ts";
import {
  type Category,
  type EventAudience,
  type EventKind,
  type EventState,
  poolKey,
} from "#app/domain/events/rules.ts";
import type { EventTarget } from "#app/domain/events/audience.rules.ts";
import { STAFF_ID } from "../accounts/ids.ts";
import type { SeedCompany } from "../companies/companies.ts";
import { minutesAfter, officeHour } from "../days.ts";
import { noteFact } from "../facts.ts";
import { stableCode, stableId } from "../ids.ts";
import { randomFor } from "../random.ts";
import type { TownRows } from "../rows.ts";
import { boothMessage, boothWishes } from "./booth-wishes.ts";
import { ORGANISERS, TARGETS } from "./audiences.ts";
import { readingOf } from "./readings.ts";
import { VENUES, type VenueKey } from "./venues.ts";

export type Seats = Partial<Record<Category, number>>;

export type EventSpec = {
  key: string;
  kind: EventKind;
  title: string;
  summary: string;
  whatToBring?: string;
  venue: VenueKey;
  /** The first day; sessions on later days say so. */
  date: CivilDate;
  from: string;
  to: string;
  state?: EventState;
  stateNote?: string;
  audience?: EventAudience;
  publishedOn: CivilDate;
  opensOn?: CivilDate;
  /** Registration closes at 17:00 of this day; without it at the start. */
  closesOn?: CivilDate;
  onlineUrl?: string;
  /** True: also people without an account register. */
  guestRegistration?: boolean;
  maxGroupSize?: number;
  /** Whom it is meant for, where that differs from its kind's usual readers. */
  targets?: readonly EventTarget[];
  visibility?: "listed" | "unlisted";
  /** The day on which it was to be before it was given this one. */
  previousDate?: CivilDate;
  /** Days of the sessions, where there are more than one. */
  days?: { date: CivilDate; title: string }[];
  seats?: Seats;
  /** Where companies ask for booths: how many there are, and from which day to which (until 17:00). */
  boothOffer?: { limit: number; opensOn: CivilDate; closesOn: CivilDate; note?: string };
};

export type SeedEvent = {
  id: string;
  key: string;
  startsAt: Date;
  endsAt: Date;
  date: CivilDate;
  sessions: { id: string; startsAt: Date; endsAt: Date }[];
};

/** Adds an event with its sessions and pools. */
export function addEvent(rows: TownRows, spec: EventSpec): SeedEvent {
  const id = eventId(spec.key);
  const days = spec.days ?? [{ date: spec.date, title: "" }];
  const state = spec.state ?? "published";
  const { venue, address, access, parking, latitude, longitude } = VENUES[spec.venue];
  const publishedAt = officeHour(randomFor(`event/${spec.key}`), spec.publishedOn);
  const startsAt = jst(spec.date, spec.from);
  const endsAt = jst(days.at(-1)!.date, spec.to);
  const changedAt =
    state === "cancelled" || spec.previousDate ? minutesAfter(publishedAt, 5 * 24 * 60) : publishedAt;
  rows.event.push({
    id,
    kind: spec.kind,
    title: spec.title,
    titleKana: readingOf(spec.title),
    targets: [...(spec.targets ?? TARGETS[spec.kind])],
    previousStartsAt: spec.previousDate ? jst(spec.previousDate, spec.from) : null,
    visibility: spec.visibility ?? "listed",
    ...ORGANISERS[spec.kind],
    parking,
    latitude,
    longitude,
    summary: spec.summary,
    whatToBring: spec.whatToBring ?? "",
    venue,
    address,
    access,
    onlineUrl: spec.onlineUrl ?? null,
    guestRegistration: spec.guestRegistration ?? false,
    maxGroupSize: spec.maxGroupSize ?? 1,
    state,
    stateNote: spec.stateNote ?? "",
    audience: spec.audience ?? "everyone",
    startsAt,
    endsAt,
    registrationOpensAt: spec.opensOn ? jst(spec.opensOn, "09:00") : null,
    registrationClosesAt: spec.closesOn ? jst(spec.closesOn, "17:00") : null,
    boothLimit: spec.boothOffer?.limit ?? null,
    boothOpensAt: spec.boothOffer ? jst(spec.boothOffer.opensOn, "09:00") : null,
    boothClosesAt: spec.boothOffer ? jst(spec.boothOffer.closesOn, "17:00") : null,
    boothNote: spec.boothOffer?.note ?? "",
    sequence: state === "cancelled" || spec.previousDate ? 1 : 0,
    publishedAt: state === "planned" ? null : publishedAt,
    createdAt: minutesAfter(publishedAt, -3 * 24 * 60),
    updatedAt: changedAt,
  });
  const fact = { subjectId: id, actorId: STAFF_ID, data: { kind: spec.kind } };
  if (state !== "planned") noteFact(rows, { ...fact, kind: "event.published", at: publishedAt });
  if (state === "cancelled") noteFact(rows, { ...fact, kind: "event.cancelled", at: changedAt });
  const sessions = days.map(({ date, title }, at) => {
    const session = {
      id: stableId("session", `${spec.key}/${at}`),
      startsAt: jst(date, spec.from),
      endsAt: jst(date, spec.to),
    };
    rows.eventSession.push({ ...session, eventId: id, title });
    for (const [category, capacity] of Object.entries(spec.seats ?? {}) as [Category, number][])
      rows.capacityPool.push({
        id: poolId(spec.key, at, category),
        sessionId: session.id,
        category,
        key: poolKey({ category }),
        capacity,
        reserved: 0,
        arrivals: 0,
      });
    return session;
  });
  return { id, key: spec.key, startsAt, endsAt, date: spec.date, sessions };
}

export function eventId(key: string): string {
  return stableId("event", key);
}

function poolId(key: string, session: number, category: Category): string {
  return stableId("pool", `${key}/${session}/${category}`);
}

type Entry = ({ userId: string } | { guestId: string }) & {
  category: Category;
  headCount?: number;
  schoolId?: string;
  waiting?: boolean;
  at: Date;
  session?: number;
};

/** Takes seats in a pool (or a place on its waiting list) and gives the id of the registration back. */
export function addRegistration(rows: TownRows, event: SeedEvent, entry: Entry): string {
  const holder = "userId" in entry ? { userId: entry.userId } : { guestId: entry.guestId };
  const holderId = "userId" in entry ? entry.userId : entry.guestId;
  const id = stableId("registration", `${event.key}/${entry.category}/${holderId}`);
  const headCount = entry.headCount ?? 1;
  const pool = rows.capacityPool.find(
    (row) => row.id === poolId(event.key, entry.session ?? 0, entry.category),
  )!;
  const free = pool.capacity - (pool.reserved ?? 0);
  if (!entry.waiting) {
    if (free < headCount)
      throw new Error(`the ${entry.category} pool of ${event.key} has ${free} seats left`);
    pool.reserved = (pool.reserved ?? 0) + headCount;
  }
  rows.registration.push({
    id,
    eventId: event.id,
    poolId: pool.id,
    ...holder,
    category: entry.category,
    headCount,
    schoolId: entry.schoolId ?? null,
    state: entry.waiting ? "waiting" : "registered",
    arrival: entry.waiting ? (pool.arrivals = (pool.arrivals ?? 0) + 1) : null,
    ticketCode: stableCode(id),
    registeredAt: entry.at,
  });
  noteFact(rows, {
    kind: entry.waiting ? "waiting-list.joined" : "registration.made",
    subjectId: id,
    actorId: "userId" in entry ? entry.userId : null,
    at: entry.at,
    data: { eventId: event.id, category: entry.category, headCount },
  });
  return id;
}

type Arrival = {
  category: Category;
  headCount?: number;
  label?: string;
  registrationId?: string;
  session?: number;
};

/** Checks somebody, or a group, in at the given share of the session's length. */
export function addCheckIn(rows: TownRows, event: SeedEvent, arrival: Arrival, share: number): void {
  const id = stableId("check-in", `${event.key}/${rows.checkIn.length}`);
  const { startsAt, endsAt } = event.sessions[arrival.session ?? 0]!;
  const at = minutesAfter(startsAt, Math.floor((share * (endsAt.getTime() - startsAt.getTime())) / 60_000));
  const headCount = arrival.headCount ?? 1;
  rows.checkIn.push({
    id,
    eventId: event.id,
    registrationId: arrival.registrationId ?? null,
    category: arrival.category,
    headCount,
    label: arrival.label ?? "",
    at,
    recordedAt: at,
    recordedById: STAFF_ID,
  });
  noteFact(rows, {
    kind: "check-in.made",
    subjectId: id,
    actorId: STAFF_ID,
    at,
    data: { eventId: event.id, category: arrival.category, headCount },
  });
}

/** Checks so many people in one by one, most of them in the first hours. */
export function addArrivals(rows: TownRows, event: SeedEvent, people: Seats, session = 0): void {
  const random = randomFor(`arrivals/${event.key}/${session}`);
  for (const [category, count] of Object.entries(people) as [Category, number][])
    for (let at = 0; at < count; at++)
      addCheckIn(rows, event, { category, session }, random.next() ** 1.6 * 0.85);
}

type Booths = {
  companies: readonly SeedCompany[];
  selected: number;
  declined?: number;
  withdrawn?: number;
  /** Still waiting for staff's choice. */
  applied?: number;
  attended: boolean;
  /** Companies that are selected in any case. */
  surely?: readonly string[];
  today?: CivilDate;
};

/** Adds booth applications: who asked, whom staff chose, who was there. Those chosen are given back. */
export function addBooths(rows: TownRows, event: SeedEvent, booths: Booths): SeedCompany[] {
  const random = randomFor(`booths/${event.key}`);
  const sure = booths.companies.filter((company) => booths.surely?.includes(company.slug));
  const others = random.sample(
    booths.companies.filter((company) => !sure.includes(company)),
    booths.companies.length,
  );
  const line = [...sure, ...others];
  const counts = {
    selected: booths.selected,
    applied: booths.applied ?? 0,
    declined: booths.declined ?? 0,
    withdrawn: booths.withdrawn ?? 0,
  };
  const wanted = counts.selected + counts.applied + counts.declined + counts.withdrawn;
  if (line.length < wanted)
    throw new Error(`${event.key} needs ${wanted} companies and there are ${line.length}`);
  const states = (Object.entries(counts) as [keyof typeof counts, number][]).flatMap(([state, count]) =>
    Array<keyof typeof counts>(count).fill(state),
  );
  // Applications come in from two months before; for a coming event none lies after today.
  const lastDay = earliest(addDays(event.date, -32), booths.today && addDays(booths.today, -4));
  states.forEach((state, at) => {
    const company = line[at]!;
    const appliedAt = officeHour(random, addDays(lastDay, -random.int(0, 24)));
    const decidedAt = state === "applied" ? null : officeHour(random, addDays(lastDay, 2));
    const attendedAt =
      state === "selected" && booths.attended ? minutesAfter(event.startsAt, -random.int(20, 70)) : null;
    rows.boothApplication.push({
      id: stableId("booth", `${event.key}/${company.slug}`),
      eventId: event.id,
      companyId: company.id,
      state,
      wishes: boothWishes(event.key, company),
      message: boothMessage(event.key, company),
      boothNumber: state === "selected" ? at + 1 : null,
      appliedAt,
      decidedAt,
      attendedAt,
      // Staff tick the companies off as they arrive.
      attendanceRecordedAt: attendedAt,
    });
  });
  return line.slice(0, counts.selected);
}

function earliest(one: CivilDate, other: CivilDate | undefined): CivilDate {
  return other !== undefined && other < one ? other : one;
}
