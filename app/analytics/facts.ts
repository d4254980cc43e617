import { type CivilDate, endOfDay, fiscalYearOf, fiscalYearRange, jst } from "#app/platform/calendar.ts";

/** What the portal recorded, as plain rows without names. Measures see nothing else. */
export type Facts = {
  companies: CompanyFact[];
  directoryEntries: DirectoryEntryFact[];
  events: EventFact[];
  checkIns: CheckInFact[];
  booths: BoothFact[];
  boothVisits: BoothVisitFact[];
  visitStops: VisitStopFact[];
  placements: PlacementFact[];
  supportReports: SupportReportFact[];
  grants: GrantFact[];
};

/** A time in the past during which something was off the list: from its withdrawal until it was listed again. */
export type Pause = { from: Date; until: Date };
export type CompanyFact = {
  id: string;
  firstPublishedAt: Date;
  withdrawnAt: Date | null;
  pauses?: readonly Pause[];
};
export type DirectoryEntryFact = {
  companyId: string;
  listedAt: Date;
  delistedAt: Date | null;
  pauses?: readonly Pause[];
};
export type EventFact = {
  id: string;
  kind: string;
  title: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
};
export type CheckInFact = {
  id: string;
  eventId: string;
  category: string;
  headCount: number;
  at: Date;
  voidedAt: Date | null;
};
/** A company stood at its booth. */
export type BoothFact = { id: string; eventId: string; companyId: string; attendedAt: Date };
/** A visitor recorded that they were at a company's booth. */
export type BoothVisitFact = { id: string; eventId: string; companyId: string; at: Date };
/** A session of a company visit calls at a company. */
export type VisitStopFact = { id: string; eventId: string; companyId: string; startsAt: Date };
export type PlacementFact = {
  id: string;
  personKey: string;
  source: string;
  kind: string;
  startedOn: CivilDate;
};
/** `lastDay` is the last day of the month that the report is about. */
export type SupportReportFact = {
  id: string;
  programme: string;
  lastDay: CivilDate;
  consultations: number;
  newRegistrations: number;
};
export type GrantFact = {
  id: string;
  projectCode: string;
  companyId: string | null;
  countedAs: string;
  people: number;
  decidedOn: CivilDate;
};

export const NO_FACTS: Facts = {
  companies: [],
  directoryEntries: [],
  events: [],
  checkIns: [],
  booths: [],
  boothVisits: [],
  visitStops: [],
  placements: [],
  supportReports: [],
  grants: [],
};

/**
 * The time that a measure looks at: from the first instant of 1 April of the fiscal year (JST) up to the end of the as-of
 * day. Instants are compared with `from` and `until`, days with `firstDay` and `asOf`.
 */
export type Period = {
  asOf: CivilDate;
  fiscalYear: number;
  firstDay: CivilDate;
  from: Date;
  /** The first instant that does not count any more. */
  until: Date;
  /** What was recorded later than this instant is not known. */
  knownOn: Date;
};

/** Every record that there is counts as known. */
export const ALL_KNOWN = new Date(8_640_000_000_000_000);

/** The period from the start of the as-of day's fiscal year to the end of that day, as known at an instant. */
export function periodUpTo(asOf: CivilDate, knownOn: Date = ALL_KNOWN): Period {
  const fiscalYear = fiscalYearOf(asOf);
  const firstDay = fiscalYearRange(fiscalYear).first;
  return { asOf, fiscalYear, firstDay, from: jst(firstDay), until: endOfDay(asOf), knownOn };
}

/** True for an instant from 1 April to the end of the as-of day. */
export function isWithin(period: Period, instant: Date): boolean {
  return instant >= period.from && instant < period.until;
}

/** True for a day from 1 April to the as-of day. */
export function isDayWithin(period: Period, day: CivilDate): boolean {
  return day >= period.firstDay && day <= period.asOf;
}
