import { fiscalYearOfInstant } from "./fiscal-year.ts";
import {
  code,
  day,
  flag,
  instant,
  integer,
  maybeCode,
  maybeInstant,
  maybeInteger,
  maybeText,
  text,
  words,
} from "./columns.server.ts";
import { createMirror, type Mirror } from "./mirror.server.ts";

/** The tables that facts are made from, kept in memory for one database: ids and pseudonyms, no names and no addresses. */
export function createFactTables() {
  return {
    companies: createMirror({
      table: `"Company"`,
      columns: {
        id: text(`"id"`),
        firstPublishedAt: maybeInstant(`"firstPublishedAt"`),
        withdrawnAt: maybeInstant(`"withdrawnAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    listingChanges: createMirror({
      table: `"DomainEvent"`,
      where: `"kind" IN ('company.withdrawn', 'company.relisted')`,
      columns: {
        // Numbers of one length stand in their order.
        id: text(`lpad("id"::text, 20, '0')`),
        kind: code(`"kind"`),
        subjectId: code(`"subjectId"`),
        occurredAt: instant(`"occurredAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    entries: createMirror({
      table: `"ManufacturingEntry"`,
      columns: {
        companyId: text(`"companyId"`),
        listedAt: instant(`"listedAt"`),
        delistedAt: maybeInstant(`"delistedAt"`),
      },
      keyOf: ({ companyId }) => companyId,
    }),
    events: createMirror({
      table: `"Event"`,
      columns: {
        id: text(`"id"`),
        kind: code(`"kind"`),
        title: words(`"title"`),
        state: code(`"state"`),
        startsAt: instant(`"startsAt"`),
        endsAt: instant(`"endsAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    checkIns: createMirror({
      table: `"CheckIn"`,
      columns: {
        id: text(`"id"`),
        eventId: code(`"eventId"`),
        registrationId: maybeText(`"registrationId"`),
        category: code(`"category"`),
        headCount: integer(`"headCount"`),
        at: instant(`"at"`),
        knownAt: instant(`"recordedAt"`),
        voidedAt: maybeInstant(`"voidedAt"`),
      },
      partOf: ({ at }) => fiscalYearOfInstant(at),
      keyOf: ({ id }) => id,
    }),
    boothApplications: createMirror({
      table: `"BoothApplication"`,
      columns: {
        id: text(`"id"`),
        eventId: code(`"eventId"`),
        companyId: code(`"companyId"`),
        attendedAt: maybeInstant(`"attendedAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    boothVisits: createMirror({
      table: `"BoothVisit"`,
      columns: {
        id: text(`"id"`),
        eventId: code(`"eventId"`),
        companyId: code(`"companyId"`),
        registrationId: text(`"registrationId"`),
        at: instant(`"at"`),
      },
      partOf: ({ at }) => fiscalYearOfInstant(at),
      keyOf: ({ id }) => id,
    }),
    visitStops: createMirror({
      table: `"VisitStop"`,
      columns: {
        id: text(`"sessionId" || '/' || "companyId"`),
        sessionId: code(`"sessionId"`),
        companyId: code(`"companyId"`),
      },
      keyOf: ({ id }) => id,
    }),
    sessions: createMirror({
      table: `"EventSession"`,
      columns: { id: text(`"id"`), eventId: code(`"eventId"`), startsAt: instant(`"startsAt"`) },
      keyOf: ({ id }) => id,
    }),
    ...employmentTables(),
    registrations: createMirror({
      table: `"Registration"`,
      columns: {
        id: text(`"id"`),
        eventId: code(`"eventId"`),
        poolId: code(`"poolId"`),
        userId: maybeText(`"userId"`),
      },
      keyOf: ({ id }) => id,
    }),
    pools: createMirror({
      table: `"CapacityPool"`,
      columns: { id: text(`"id"`), sessionId: code(`"sessionId"`) },
      keyOf: ({ id }) => id,
    }),
    savedCompanies: createMirror({
      table: `"SavedCompany"`,
      columns: {
        id: text(`"userId" || '/' || "companyId"`),
        userId: text(`"userId"`),
        companyId: code(`"companyId"`),
        at: instant(`"createdAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    consents: createMirror({
      table: `"ConsentRecord"`,
      columns: {
        id: text(`"id"`),
        subscriberId: text(`"subscriberId"`),
        action: code(`"action"`),
        at: instant(`"at"`),
      },
      keyOf: ({ id }) => id,
    }),
    searches: createMirror({
      table: `"SearchDemand"`,
      groupBy: {
        day: `"day"`,
        others: [`sum("searches") AS "searches"`, `sum("zeroHits") AS "zeroHits"`],
      },
      columns: {
        day: day(`"day"`),
        searches: integer(`"searches"`),
        withoutResult: integer(`"zeroHits"`),
      },
      keyOf: (row) => row.day,
    }),
    pageViews: createMirror({
      table: `"PageViewDay"`,
      groupBy: { day: `"day"`, others: [`"kind"`, `sum("views") AS "views"`] },
      columns: { day: day(`"day"`), kind: code(`"kind"`), views: integer(`"views"`) },
      keyOf: (row) => row.day,
    }),
  };
}

function employmentTables() {
  return {
    placements: createMirror({
      table: `"Placement"`,
      columns: {
        id: text(`"id"`),
        personKey: text(`"personKey"`),
        source: code(`"source"`),
        kind: code(`"kind"`),
        route: maybeCode(`"route"::text`),
        companyId: maybeCode(`"companyId"`),
        schoolKind: maybeCode(`"schoolKind"::text`),
        graduationYear: maybeInteger(`"graduationYear"`),
        inJurisdiction: flag(`"inJurisdiction"`),
        userId: maybeText(`"userId"`),
        startedOn: day(`"startedOn"`),
        knownAt: instant(`"reportedAt"`),
        correctsId: maybeText(`"correctsId"`),
        isVoid: flag(`"isVoid"`),
      },
      keyOf: ({ id }) => id,
    }),
    separations: createMirror({
      table: `"Separation"`,
      columns: {
        id: text(`"id"`),
        placementId: text(`"placementId"`),
        endedOn: day(`"endedOn"`),
        kind: code(`"kind"`),
        knownAt: instant(`"reportedAt"`),
        isVoid: flag(`"isVoid"`),
      },
      keyOf: ({ id }) => id,
    }),
    answers: createMirror({
      table: `"EmploymentAnswer"`,
      columns: {
        id: text(`"id"`),
        placementId: text(`"placementId"`),
        state: code(`"state"`),
        asOf: day(`"asOf"`),
        knownAt: instant(`"answeredAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    schoolOutcomes: createMirror({
      table: `"SchoolOutcome"`,
      columns: {
        id: text(`"id"`),
        schoolId: code(`"schoolId"`),
        departmentName: words(`"departmentName"`),
        graduationYear: integer(`"graduationYear"`),
        asOf: day(`"asOf"`),
        status: code(`"status"`),
        graduates: integer(`"graduates"`),
        placedLocal: integer(`"placedLocal"`),
        placedPrefecture: integer(`"placedPrefecture"`),
        placedOutside: integer(`"placedOutside"`),
        furtherStudy: integer(`"furtherStudy"`),
        other: integer(`"other"`),
        unknown: integer(`"unknown"`),
        knownAt: instant(`"recordedAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    schools: createMirror({
      table: `"School"`,
      columns: { id: text(`"id"`), kind: code(`"kind"`) },
      keyOf: ({ id }) => id,
    }),
    supportReports: createMirror({
      table: `"SupportReport"`,
      columns: {
        id: text(`"id"`),
        programme: code(`"programme"`),
        month: day(`"month"`),
        consultations: integer(`"consultations"`),
        newRegistrations: integer(`"newRegistrations"`),
        knownAt: instant(`"reportedAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    grants: createMirror({
      table: `"SubsidyGrant"`,
      columns: {
        id: text(`"id"`),
        subsidyId: code(`"subsidyId"`),
        companyId: maybeCode(`"companyId"`),
        countedAs: words(`"countedAs"`),
        people: integer(`"people"`),
        decidedOn: day(`"decidedOn"`),
        knownAt: instant(`"recordedAt"`),
        correctsId: maybeText(`"correctsId"`),
        isVoid: flag(`"isVoid"`),
      },
      keyOf: ({ id }) => id,
    }),
    subsidies: createMirror({
      table: `"Subsidy"`,
      columns: { id: text(`"id"`), projectCode: words(`"projectCode"`) },
      keyOf: ({ id }) => id,
    }),
    participations: createMirror({
      table: `"InternshipParticipation"`,
      columns: {
        id: text(`"id"`),
        internshipId: code(`"internshipId"`),
        personKey: text(`"personKey"`),
        schoolKind: code(`"schoolKind"`),
        startedOn: day(`"startedOn"`),
        knownAt: instant(`"reportedAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    internships: createMirror({
      table: `"Internship"`,
      columns: { id: text(`"id"`), companyId: code(`"companyId"`) },
      keyOf: ({ id }) => id,
    }),
  };
}

export type FactTables = ReturnType<typeof createFactTables>;
export type TableName = keyof FactTables;
/** One row of a mirrored table. */
export type TableRow<Name extends TableName> = FactTables[Name] extends Mirror<infer Row> ? Row : never;
/** The rows of every table, in the order of their ids. */
export type TableRows = { [Name in TableName]: readonly TableRow<Name>[] };
