/** The floor of the indicators' bench: the same counts as plain SQL, without definitions, members or "as known on". */
import { Prisma } from "#generated/prisma/client.ts";
import { fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";

/** What the measures count, as statements that a person would type; nothing is kept, checked or explained. */
export async function countPlainly(database: Database, days: readonly string[]): Promise<void> {
  for (const asOf of days) {
    const first = fiscalYearRange(fiscalYearOf(asOf)).first;
    const within = (column: string) =>
      `${column} >= '${first} 00:00+09' AND ${column} < timestamptz '${asOf} 00:00+09' + interval '1 day'`;
    const days = (column: string) => `${column} BETWEEN '${first}' AND '${asOf}'`;
    for (const statement of [
      `SELECT count(*) FROM "Company" WHERE "firstPublishedAt" < timestamptz '${asOf} 00:00+09' + interval '1 day' AND "withdrawnAt" IS NULL`,
      `SELECT count(*) FROM "ManufacturingEntry" WHERE "delistedAt" IS NULL`,
      `SELECT e."kind", c."category", sum(c."headCount"), count(DISTINCT e."id") FROM "CheckIn" c JOIN "Event" e ON e."id" = c."eventId"
        WHERE c."voidedAt" IS NULL AND ${within('c."at"')} GROUP BY 1, 2`,
      `SELECT count(*) FROM "BoothApplication" WHERE ${within('"attendedAt"')}`,
      `SELECT count(*) FROM "BoothVisit" WHERE ${within('"at"')}`,
      `SELECT count(*) FROM "VisitStop" s JOIN "EventSession" e ON e."id" = s."sessionId" WHERE ${within('e."startsAt"')}`,
      `SELECT p."source", count(*), count(DISTINCT p."personKey") FROM "Placement" p LEFT JOIN "Placement" c ON c."correctsId" = p."id"
        WHERE c."id" IS NULL AND NOT p."isVoid" AND ${days('p."startedOn"')} GROUP BY 1`,
      `SELECT count(*) FROM "Separation" WHERE ${days('"endedOn"')}`,
      `SELECT "state", count(*) FROM "EmploymentAnswer" WHERE ${days('"asOf"')} GROUP BY 1`,
      `SELECT "programme", sum("consultations"), sum("newRegistrations") FROM "SupportReport" WHERE ${days('"month"')} GROUP BY 1`,
      `SELECT "countedAs", sum("people") FROM "SubsidyGrant" WHERE ${days('"decidedOn"')} GROUP BY 1`,
      `SELECT count(*) FROM "InternshipParticipation" WHERE ${days('"startedOn"')}`,
      `SELECT count(*) FROM "ConsentRecord" WHERE "action" = 'confirmed'`,
      `SELECT sum("searches"), sum("zeroHits") FROM "SearchDemand" WHERE ${days('"day"')}`,
      `SELECT "kind", sum("views") FROM "PageViewDay" WHERE ${days('"day"')} GROUP BY 1`,
    ])
      await database.$queryRaw(Prisma.raw(statement));
  }
}

/** The one figure that the bench changes. */
export async function countOne(database: Database, asOf: string): Promise<void> {
  const first = fiscalYearRange(fiscalYearOf(asOf)).first;
  await database.$queryRaw(
    Prisma.raw(`SELECT sum(c."headCount") FROM "CheckIn" c JOIN "Event" e ON e."id" = c."eventId"
      WHERE e."kind" = 'outreachBooth' AND c."category" IN ('student', 'guardian', 'other') AND c."voidedAt" IS NULL
        AND c."at" >= '${first} 00:00+09' AND c."at" < timestamptz '${asOf} 00:00+09' + interval '1 day'`),
  );
}
