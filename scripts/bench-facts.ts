/** Ten fiscal years of facts for the bench of the indicators: made up, the same in every run, with shares as in a town. */
import { Prisma } from "#generated/prisma/client.ts";
import type { Database } from "#app/platform/database.server.ts";

export const FIRST_YEAR = 2017;
export const YEARS = 10;

/** A number that looks like chance and is the same in every run. */
const chance = (seed: number, of: string, below: string | number) =>
  `(abs(hashint8extended((${of})::int8, ${seed}) % 1000003) % (${below}))`;
const id = (kind: string, of: string) => `md5('${kind}' || (${of})::text)::uuid::text`;
/** The moment after 1 April of the first year, at a share of the ten years up to the end. */
const moment = (share: string) =>
  `(timestamptz '${FIRST_YEAR}-04-01 00:00+09' + ($END - timestamptz '${FIRST_YEAR}-04-01 00:00+09') * (${share}))`;
const dayOf = (instant: string) => `((${instant}) AT TIME ZONE 'Asia/Tokyo')::date`;
const oneOf = (values: readonly string[], pick: string) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(",")}])[1 + ${pick}]`;

/**
 * Adds about as many facts as asked to a town that has companies and schools, and says how many of which kind. People and
 * events come along with them; they are not counted.
 */
export async function addFacts(
  database: Database,
  { facts, until }: { facts: number; until: Date },
): Promise<Record<string, number>> {
  const share = (part: number) => Math.round(facts * part);
  const events = 400;
  const users = share(0.02);
  const placements = share(0.05);
  const company = (pick: string) =>
    `(SELECT ids[1 + ${pick} % cardinality(ids)] FROM (SELECT array_agg("id" ORDER BY "id") AS ids FROM "Company") c)`;
  const statements: Record<string, [text: string, counts: number]> = {
    people: [
      `INSERT INTO "User" ("id", "name", "email", "role", "updatedAt")
       SELECT ${id("user", "n")}, '架空の人', 'bench-' || n || '@example.invalid', 'student', now() FROM generate_series(1, ${users}) n`,
      0,
    ],
    events: [
      `INSERT INTO "Event" ("id", "kind", "title", "summary", "venue", "address", "state", "startsAt", "endsAt", "updatedAt")
       SELECT ${id("event", "n")}, ${oneOf(
         [
           "guidanceFair",
           "informationFair",
           "companyVisit",
           "discoveryFair",
           "visitTour",
           "seminar",
           "outreachBooth",
         ],
         "n % 7",
       )}::"EventKind", '催し' || n, '', '会場', '住所', 'published', at, at + interval '4 hours', now()
       FROM (SELECT n, ${moment(`n / ${events + 1}.0`)} AS at FROM generate_series(1, ${events}) n) e`,
      events,
    ],
    sessions: [
      `INSERT INTO "EventSession" ("id", "eventId", "startsAt", "endsAt")
       SELECT ${id("session", "n")}, e."id", e."startsAt", e."endsAt" FROM generate_series(1, ${events}) n JOIN "Event" e ON e."id" = ${id("event", "n")}`,
      0,
    ],
    pools: [
      `INSERT INTO "CapacityPool" ("id", "sessionId", "category", "key", "capacity")
       SELECT ${id("pool", "n")}, ${id("session", "n")}, 'student', 'student', 1000000 FROM generate_series(1, ${events}) n`,
      0,
    ],
    visitStops: [
      `INSERT INTO "VisitStop" ("sessionId", "companyId", "position")
       SELECT s."id", c."id", 1 FROM (SELECT s."id", row_number() OVER (ORDER BY s."id") AS n FROM "EventSession" s
         JOIN "Event" e ON e."id" = s."eventId" AND e."title" LIKE '催し%' AND e."kind" = 'companyVisit') s
       JOIN (SELECT "id", row_number() OVER (ORDER BY "id") AS n, count(*) OVER () AS all FROM "Company") c
         ON (c.n + s.n) % 12 = 0`,
      0,
    ],
    booths: [
      `INSERT INTO "BoothApplication" ("id", "eventId", "companyId", "state", "appliedAt", "attendedAt")
       SELECT ${id("booth", "e.n || '/' || c.n")}, ${id("event", "e.n")}, c."id", 'selected', now(), ev."startsAt"
       FROM generate_series(1, ${events}) AS e(n) JOIN "Event" ev ON ev."id" = ${id("event", "e.n")} AND ev."kind" IN ('guidanceFair', 'informationFair')
       JOIN (SELECT "id", row_number() OVER (ORDER BY "id") AS n FROM "Company") c ON (c.n + e.n) % 4 = 0`,
      0,
    ],
    registrations: [
      `INSERT INTO "Registration" ("id", "eventId", "poolId", "userId", "category", "state", "ticketCode", "registeredAt")
       SELECT ${id("registration", "n")}, ${id("event", "event")}, ${id("pool", "event")}, ${id("user", "1 + (n - 1) / 3")}, 'student', 'registered', 'B' || n, now()
       FROM (SELECT n, 1 + ((n - 1) / 3 * 7 + (n % 3) * 131) % ${events} AS event FROM generate_series(1, ${users * 3}) n) r`,
      users * 3,
    ],
    checkIns: [
      `INSERT INTO "CheckIn" ("id", "eventId", "registrationId", "category", "headCount", "at", "recordedAt", "voidedAt")
       SELECT ${id("checkIn", "n")}, e."id", CASE WHEN n <= ${users * 3} THEN ${id("registration", "n")} END,
         CASE WHEN n <= ${users * 3} THEN 'student' ELSE ${oneOf(["student", "student", "guardian", "company", "teacher", "other"], chance(1, "n", 6))} END::"ParticipantCategory",
         CASE WHEN n % 40 = 0 THEN 20 ELSE 1 END, at, at, CASE WHEN n % 97 = 0 THEN at + interval '1 hour' END
       FROM (SELECT n, e."id", e."startsAt" + (${chance(2, "n", 200)} || ' minutes')::interval AS at
         FROM generate_series(1, ${share(0.42)}) n JOIN "Event" e ON e."id" = CASE WHEN n <= ${users * 3}
           THEN ${id("event", `1 + ((n - 1) / 3 * 7 + (n % 3) * 131) % ${events}`)} ELSE ${id("event", `1 + ${chance(3, "n", events)}`)} END) e`,
      share(0.42),
    ],
    boothVisits: [
      `INSERT INTO "BoothVisit" ("id", "eventId", "companyId", "registrationId", "at", "recordedAt")
       SELECT ${id("boothVisit", "n")}, r."eventId", ids[1 + (n * 37 + n / 3) % cardinality(ids)], r."id",
         e."startsAt" + interval '1 hour', e."startsAt" + interval '1 hour'
       FROM generate_series(1, ${users * 9}) n JOIN "Registration" r ON r."id" = ${id("registration", "1 + (n - 1) / 3")}
         JOIN "Event" e ON e."id" = r."eventId", (SELECT array_agg("id" ORDER BY "id") AS ids FROM "Company") c`,
      users * 9,
    ],
    saved: [
      `INSERT INTO "SavedCompany" ("userId", "companyId", "createdAt")
       SELECT ${id("user", "n")}, ${company("n::int")}, ${moment(`n / ${users + 1}.0`)} FROM generate_series(1, ${share(0.01)}) n`,
      share(0.01),
    ],
    pageViews: [
      `INSERT INTO "PageViewDay" ("day", "kind", "subjectId", "views")
       SELECT ${dayOf(moment(`n / ${share(0.115) + 1}.0`))}, ${oneOf(["company", "company", "company", "event", "internship"], "n % 5")}, 'page' || n, 1 + ${chance(4, "n", 30)}
       FROM generate_series(1, ${share(0.115)}) n`,
      share(0.115),
    ],
    searches: [
      `INSERT INTO "SearchDemand" ("day", "text", "searches", "zeroHits")
       SELECT ${dayOf(moment(`n / ${share(0.06) + 1}.0`))}, 'ことば' || n, 1 + ${chance(5, "n", 9)}, ${chance(6, "n", 2)}
       FROM generate_series(1, ${share(0.06)}) n`,
      share(0.06),
    ],
    placements: [
      `INSERT INTO "Placement" ("id", "personKey", "userId", "companyId", "graduationYear", "schoolKind", "kind", "source", "route", "inJurisdiction", "startedOn", "reportedAt")
       SELECT ${id("placement", "n")}, 'bench-' || ${chance(7, "n", Math.max(1, Math.round(placements * 0.8)))}, CASE WHEN n % 20 = 0 THEN ${id("user", `1 + n % ${users}`)} END,
         ${company("n::int")}, ${FIRST_YEAR + 1} + n::int % ${YEARS}, 'highSchool', ${oneOf(["newGraduate", "midCareer", "supported"], chance(8, "n", 3))}::"PlacementKind",
         ${oneOf(["company", "jobCafe", "supportStation"], chance(9, "n", 3))}::"PlacementSource", ${oneOf(["schoolIntroduction", "helloWork", "portal", "jobCafe", "supportStation"], chance(10, "n", 5))}::"PlacementRoute",
         n % 5 <> 0, ${dayOf("at")}, least(at + interval '10 days', $END)
       FROM (SELECT n, ${moment(`n / ${placements + 1}.0`)} AS at FROM generate_series(1, ${placements}) n) p`,
      placements,
    ],
    corrections: [
      `INSERT INTO "Placement" ("id", "personKey", "companyId", "graduationYear", "schoolKind", "kind", "source", "route", "inJurisdiction", "startedOn", "reportedAt", "correctsId", "isVoid")
       SELECT ${id("correction", "n")}, "personKey", "companyId", "graduationYear", "schoolKind", "kind", "source", "route", "inJurisdiction", "startedOn" + 3, least("reportedAt" + interval '30 days', $END), p."id", n % 4 = 0
       FROM generate_series(1, ${share(0.001)}) n JOIN "Placement" p ON p."id" = ${id("placement", `n * ${Math.floor(placements / Math.max(1, share(0.001)))}`)}`,
      share(0.001),
    ],
    answers: [
      `INSERT INTO "EmploymentAnswer" ("id", "placementId", "state", "asOf", "answeredAt")
       SELECT ${id("answer", "n")}, p."id", CASE WHEN ${chance(11, "n", 10)} = 0 THEN 'notKnown' ELSE 'still' END::"EmploymentState", p."startedOn" + 90 * (1 + (n / ${placements})::int), least(p."reportedAt" + interval '90 days', $END)
       FROM generate_series(1, ${share(0.08)}) n JOIN "Placement" p ON p."id" = ${id("placement", `1 + n % ${placements}`)}`,
      share(0.08),
    ],
    separations: [
      `INSERT INTO "Separation" ("id", "placementId", "endedOn", "kind", "reportedAt")
       SELECT ${id("separation", "n")}, p."id", p."startedOn" + 30 + ${chance(12, "n", 900)}::int, 'resigned', least(p."reportedAt" + interval '900 days', $END)
       FROM generate_series(1, ${share(0.013)}) n JOIN "Placement" p ON p."id" = ${id("placement", "n * 3")}`,
      share(0.013),
    ],
    consents: [
      `INSERT INTO "Subscriber" ("id", "email", "segment", "state", "createdAt")
       SELECT ${id("subscriber", "n")}, 'reader-bench-' || n || '@example.invalid', 'student', 'active', now() FROM generate_series(1, ${share(0.005)}) n`,
      0,
    ],
    readers: [
      `INSERT INTO "ConsentRecord" ("id", "subscriberId", "action", "wordingVersion", "at")
       SELECT ${id("consent", "n")}, ${id("subscriber", "n")}, 'confirmed', '1', ${moment(`n / ${share(0.005) + 1}.0`)} FROM generate_series(1, ${share(0.005)}) n`,
      share(0.005),
    ],
    grants: [
      `INSERT INTO "SubsidyGrant" ("id", "subsidyId", "companyId", "countedAs", "people", "decidedOn", "recordedAt")
       SELECT ${id("grant", "n")}, (SELECT min("id") FROM "Subsidy"), ${company("n::int")}, 'newHighSchoolGraduate', 1 + n % 3, ${dayOf("at")}, at
       FROM (SELECT n, ${moment(`n / ${share(0.004) + 1}.0`)} AS at FROM generate_series(1, ${share(0.004)}) n) g`,
      share(0.004),
    ],
    internships: [
      `INSERT INTO "InternshipParticipation" ("id", "internshipId", "personKey", "schoolKind", "startedOn", "reportedAt")
       SELECT ${id("participation", "n")}, (SELECT min("id") FROM "Internship"), 'bench-' || n, 'highSchool', ${dayOf("at")}, at
       FROM (SELECT n, ${moment(`n / ${share(0.012) + 1}.0`)} AS at FROM generate_series(1, ${share(0.012)}) n) i`,
      share(0.012),
    ],
  };
  const counted: Record<string, number> = {};
  const end = `timestamptz '${until.toISOString()}'`;
  for (const [name, [statement, count]] of Object.entries(statements)) {
    await database.$executeRaw(Prisma.raw(statement.replaceAll("$END", end)));
    if (count > 0) counted[name] = count;
  }
  return counted;
}
