import {
  ALL_KNOWN,
  type BoothFact,
  type BoothVisitFact,
  type CheckInFact,
  type ContactFact,
  type EmploymentAnswerFact,
  type EventFact,
  type Facts,
  type GrantFact,
  type InternshipStartFact,
  NO_FACTS,
  periodUpTo,
  type PlacementFact,
  type SchoolOutcomeFact,
  type SeparationFact,
  type SupportReportFact,
} from "#app/analytics/facts.ts";
import type { MeasureParameters, Tally } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";

/** An instant of a wall clock time in JST: `at("2025-01-31T23:59")`. */
export const at = (text: string) => new Date(`${text}+09:00`);

const LONG_AGO = { knownAt: at("2020-01-01T00:00"), supersededAt: null };

let made = 0;
const nextId = () => `fact-${++made}`;

/** What a measure finds in these facts and no others, with its cells by the name of the breakdown. */
export function measured(
  key: string,
  facts: Partial<Facts>,
  asOf: string,
  { knownOn = ALL_KNOWN, ...parameters }: MeasureParameters | { knownOn?: Date } = {},
): Tally & { cells(by: string): Record<string, number> } {
  const found = findMeasure(key)!.compute(
    { ...NO_FACTS, ...facts },
    periodUpTo(asOf, knownOn as Date),
    parameters,
  );
  return {
    ...found,
    cells: (by) =>
      Object.fromEntries(
        found.breakdowns.find((one) => one.by === by)!.cells.map(({ key: cell, value }) => [cell, value]),
      ),
  };
}

export function eventFact(
  id: string,
  kind: string,
  day: string,
  changes: Partial<EventFact> = {},
): EventFact {
  const times = { startsAt: at(`${day}T13:00`), endsAt: at(`${day}T16:00`) };
  return { id, kind, title: id, state: "published", ...times, ...changes };
}

export function checkInFact(eventId: string, when: string, changes: Partial<CheckInFact> = {}): CheckInFact {
  return {
    id: nextId(),
    eventId,
    category: "student",
    headCount: 1,
    at: at(when),
    knownAt: at(when),
    voidedAt: null,
    ...changes,
  };
}

export function boothFact(
  id: string,
  eventId: string,
  when: string,
  changes: Partial<BoothFact> = {},
): BoothFact {
  const times = { attendedAt: at(when), knownAt: at(when), voidedAt: null };
  return { id, eventId, companyId: "x", ...times, ...changes };
}

export function boothVisitFact(
  id: string,
  eventId: string,
  when: string,
  changes: Partial<BoothVisitFact> = {},
): BoothVisitFact {
  return { id, eventId, companyId: "x", at: at(when), knownAt: at(when), ...changes };
}

export function placementFact(changes: Partial<PlacementFact> = {}): PlacementFact {
  const id = nextId();
  return {
    id,
    personKey: id,
    source: "company",
    kind: "newGraduate",
    route: null,
    companyId: "company",
    schoolKind: "highSchool",
    graduationYear: null,
    inJurisdiction: true,
    hasConsent: false,
    startedOn: "2024-04-01",
    ...LONG_AGO,
    ...changes,
  };
}

export function separationFact(
  placementId: string,
  endedOn: string,
  changes: Partial<SeparationFact> = {},
): SeparationFact {
  return { id: nextId(), placementId, endedOn, kind: "resigned", ...LONG_AGO, ...changes };
}

export function answerFact(
  placementId: string,
  asOf: string,
  state: EmploymentAnswerFact["state"] = "still",
  knownAt: Date = at(`${asOf}T15:00`),
): EmploymentAnswerFact {
  return { id: nextId(), placementId, state, asOf, knownAt };
}

export function outcomeFact(changes: Partial<SchoolOutcomeFact> = {}): SchoolOutcomeFact {
  return {
    id: nextId(),
    schoolId: "school",
    schoolKind: "highSchool",
    graduationYear: 2024,
    asOf: "2024-04-30",
    status: "final",
    graduates: 100,
    placedLocal: 12,
    placedPrefecture: 8,
    placedOutside: 4,
    furtherStudy: 70,
    other: 5,
    unknown: 1,
    ...LONG_AGO,
    ...changes,
  };
}

export function reportFact(changes: Partial<SupportReportFact> = {}): SupportReportFact {
  return {
    id: nextId(),
    programme: "supportStation",
    lastDay: "2024-04-30",
    consultations: 12,
    newRegistrations: 2,
    ...LONG_AGO,
    ...changes,
  };
}

export function grantFact(changes: Partial<GrantFact> = {}): GrantFact {
  return {
    id: nextId(),
    projectCode: "1-1-12",
    companyId: "company",
    countedAs: "newHighSchoolGraduate",
    people: 1,
    decidedOn: "2024-07-01",
    ...LONG_AGO,
    ...changes,
  };
}

export function internshipFact(changes: Partial<InternshipStartFact> = {}): InternshipStartFact {
  const id = nextId();
  return {
    id,
    internshipId: "internship",
    companyId: "company",
    personKey: id,
    schoolKind: "kosen",
    startedOn: "2024-08-19",
    knownAt: LONG_AGO.knownAt,
    ...changes,
  };
}

export function contactFact(
  personKey: string,
  when: string,
  changes: Partial<ContactFact> = {},
): ContactFact {
  const times = { at: at(when), knownAt: at(when), supersededAt: null };
  return { personKey, kind: "event", companyId: null, ...times, ...changes };
}
