import { fiscalYearOfInstant } from "./fiscal-year.ts";
import { code, day, instant, integer, maybeInstant, maybeText, text, words } from "./columns.server.ts";
import { employmentTables } from "./employment-tables.server.ts";
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
      where: `"kind" IN ('company.withdrawn', 'company.relisted', 'directory.delisted', 'directory.listed')`,
      columns: {
        // Numbers of one length stand in their order.
        id: text(`lpad("id"::text, 20, '0')`),
        kind: code(`"kind"`),
        subjectId: code(`"subjectId"`),
        occurredAt: instant(`"occurredAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    checkInChanges: createMirror({
      table: `"DomainEvent"`,
      where: `"kind" IN ('check-in.voided', 'check-in.corrected')`,
      columns: {
        id: text(`lpad("id"::text, 20, '0')`),
        kind: code(`"kind"`),
        checkInId: text(`"subjectId"`),
        /** How many people it said until then. */
        headCount: integer(`coalesce("data"->>'from', "data"->>'headCount')`),
        /** Of an entry that was taken back: when the people came and when that was entered. */
        at: maybeInstant(`("data"->>'at')::timestamptz`),
        knownAt: maybeInstant(`("data"->>'recordedAt')::timestamptz`),
        endedAt: instant(`"occurredAt"`),
      },
      keyOf: ({ id }) => id,
    }),
    registrationChanges: createMirror({
      table: `"DomainEvent"`,
      where: `"kind" IN ('registration.made', 'registration.cancelled', 'registration.head-count-changed', 'seat.offer-accepted')`,
      columns: {
        id: text(`lpad("id"::text, 20, '0')`),
        kind: code(`"kind"`),
        registrationId: text(`"subjectId"`),
        eventId: code(`"data"->>'eventId'`),
        /** How many people it is for from then on. */
        people: integer(`coalesce("data"->>'to', "data"->>'headCount')`),
        knownAt: instant(`"occurredAt"`),
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
        knownAt: maybeInstant(`"attendanceRecordedAt"`),
        voidedAt: maybeInstant(`"attendanceVoidedAt"`),
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
        knownAt: instant(`"recordedAt"`),
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
        knownAt: instant(`"recordedAt"`),
        voidedAt: maybeInstant(`"voidedAt"`),
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

export type FactTables = ReturnType<typeof createFactTables>;
export type TableName = keyof FactTables;
/** One row of a mirrored table. */
export type TableRow<Name extends TableName> = FactTables[Name] extends Mirror<infer Row> ? Row : never;
/** The rows of every table, in the order of their ids. */
export type TableRows = { [Name in TableName]: readonly TableRow<Name>[] };
