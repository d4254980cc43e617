import { type CivilDate, endOfDay, fiscalYearOf, fiscalYearRange, jst } from "#app/platform/calendar.ts";

/**
 * What the portal recorded, as plain rows without names. Measures see nothing else. `knownAt` is when a row was recorded;
 * `supersededAt` is when a correction of it was: between the two the row is what was known (`isKnown`).
 */
export type Facts = {
  companies: CompanyFact[];
  directoryEntries: DirectoryEntryFact[];
  events: EventFact[];
  checkIns: CheckInFact[];
  booths: BoothFact[];
  boothVisits: BoothVisitFact[];
  visitStops: VisitStopFact[];
  placements: PlacementFact[];
  separations: SeparationFact[];
  employmentAnswers: EmploymentAnswerFact[];
  schoolOutcomes: SchoolOutcomeFact[];
  supportReports: SupportReportFact[];
  grants: GrantFact[];
  internshipStarts: InternshipStartFact[];
  internshipOffers: InternshipOfferFact[];
  registrationChanges: RegistrationChangeFact[];
  contacts: ContactFact[];
  contactLosses: ContactLossFact[];
  subscribers: SubscriberFact[];
  searches: SearchFact[];
  pageViews: PageViewFact[];
};

/** A row that somebody recorded, and that somebody may have corrected. */
export type Recorded = { knownAt: Date; supersededAt: Date | null };

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
  /** When the desk's entry reached the portal. */
  knownAt: Date;
  voidedAt: Date | null;
  /** When the number of people was put right; the row of the same id that is known from then on says the right one. */
  supersededAt?: Date | null;
};
/** A company stood at its booth. */
export type BoothFact = {
  id: string;
  eventId: string;
  companyId: string;
  attendedAt: Date;
  knownAt: Date;
  voidedAt: Date | null;
};
/** A visitor recorded that they were at a company's booth. */
export type BoothVisitFact = { id: string; eventId: string; companyId: string; at: Date; knownAt: Date };
/** A session of a company visit calls at a company. */
export type VisitStopFact = {
  id: string;
  eventId: string;
  companyId: string;
  startsAt: Date;
  knownAt: Date;
  voidedAt: Date | null;
};
/** A row that was taken back (void) is not among the facts; the row it took back has its `supersededAt`. */
export type PlacementFact = Recorded & {
  id: string;
  personKey: string;
  source: string;
  kind: string;
  route: string | null;
  companyId: string | null;
  schoolKind: string | null;
  graduationYear: number | null;
  inJurisdiction: boolean;
  /** The person agreed that their contacts on the portal are read together with the placement. */
  hasConsent: boolean;
  startedOn: CivilDate;
};
/** The person left. A taken-back separation has its `supersededAt` and no successor. */
export type SeparationFact = Recorded & {
  id: string;
  placementId: string;
  endedOn: CivilDate;
  kind: string;
};
/** What the employer said about one person: still, left or notKnown on a day. */
export type EmploymentAnswerFact = {
  id: string;
  placementId: string;
  state: "still" | "left" | "notKnown";
  asOf: CivilDate;
  knownAt: Date;
};
/** What a school counted of the class that left in March of `graduationYear`; all numbers are people. */
export type SchoolOutcomeFact = Recorded & {
  id: string;
  schoolId: string;
  schoolKind: string;
  /** Empty or left out for the whole school. */
  departmentName?: string;
  graduationYear: number;
  asOf: CivilDate;
  status: string;
  graduates: number;
  placedLocal: number;
  placedPrefecture: number;
  placedOutside: number;
  furtherStudy: number;
  other: number;
  unknown: number;
};
/** Somebody began an internship. */
export type InternshipStartFact = {
  id: string;
  internshipId: string;
  companyId: string;
  personKey: string;
  schoolKind: string;
  startedOn: CivilDate;
  knownAt: Date;
};
/** A company published an internship or a day of work experience. */
export type InternshipOfferFact = { id: string; companyId: string; publishedAt: Date };
/** From then on a registration holds seats for so many people; 0 when it was cancelled. */
export type RegistrationChangeFact = {
  registrationId: string;
  eventId: string;
  people: number;
  knownAt: Date;
};
/** Somebody with consent met a company on the portal before; `companyId` is null for an event without a company. */
export type ContactFact = {
  personKey: string;
  kind: "event" | "boothVisit" | "companyVisit" | "internship" | "savedCompany";
  companyId: string | null;
  at: Date;
} & Recorded;
/**
 * Somebody placed in the fiscal year took their consent back, or deleted a contact: what was known until then cannot be
 * computed again.
 */
export type ContactLossFact = { fiscalYear: number; knownAt: Date };
/** An address that agreed to the newsletter, until it ended. */
export type SubscriberFact = { id: string; since: Date; until: Date | null };
/** Searches of a day and how many of them found nothing; without readers. */
export type SearchFact = { day: CivilDate; searches: number; withoutResult: number };
/** Pages of a kind opened on a day; without readers. */
export type PageViewFact = { day: CivilDate; kind: string; views: number };
/** `lastDay` is the last day of the month that the report is about. */
export type SupportReportFact = Recorded & {
  id: string;
  programme: string;
  lastDay: CivilDate;
  consultations: number;
  newRegistrations: number;
};
export type GrantFact = Recorded & {
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
  separations: [],
  employmentAnswers: [],
  schoolOutcomes: [],
  supportReports: [],
  grants: [],
  internshipStarts: [],
  internshipOffers: [],
  registrationChanges: [],
  contacts: [],
  contactLosses: [],
  subscribers: [],
  searches: [],
  pageViews: [],
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

/** True for a row that was recorded by then and not yet corrected. */
export function isKnown({ knownOn }: Period, row: Recorded): boolean {
  // Compared as numbers: comparing dates converts both each time, and this is asked for every fact of every figure.
  const now = knownOn.getTime();
  return row.knownAt.getTime() <= now && (row.supersededAt === null || row.supersededAt.getTime() > now);
}

/** True for what came to the portal at this instant, when nothing corrects it later. */
export function isKnownSince({ knownOn }: Period, instant: Date): boolean {
  return instant.getTime() <= knownOn.getTime();
}

/** True for an entry of the reception that was recorded by then and not yet put right by another. */
export function isEntered(
  { knownOn }: Period,
  { knownAt, supersededAt }: Pick<CheckInFact, "knownAt" | "supersededAt">,
): boolean {
  const now = knownOn.getTime();
  return knownAt.getTime() <= now && (supersededAt == null || supersededAt.getTime() > now);
}

/** True for an entry that moreover was not yet taken back by then: one that was taken back later still counts. */
export function isCheckedIn(
  period: Period,
  row: Pick<CheckInFact, "knownAt" | "supersededAt" | "voidedAt">,
): boolean {
  return (
    isEntered(period, row) && (row.voidedAt === null || row.voidedAt.getTime() > period.knownOn.getTime())
  );
}

/** True for an instant from 1 April to the end of the as-of day. */
export function isWithin(period: Period, instant: Date): boolean {
  const time = instant.getTime();
  return time >= period.from.getTime() && time < period.until.getTime();
}

/** True for a day from 1 April to the as-of day. */
export function isDayWithin(period: Period, day: CivilDate): boolean {
  return day >= period.firstDay && day <= period.asOf;
}
