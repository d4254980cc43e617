import { Prisma } from "#generated/prisma/client.ts";
import type { Database } from "#app/platform/database.server.ts";
import { code, instant, maybeCode } from "./columns.server.ts";
import type { ContactFact } from "./facts.ts";

const COLUMNS = {
  personKey: code(`"personKey"`),
  kind: code(`"kind"`),
  companyId: maybeCode(`"companyId"`),
  at: instant(`"at"`),
  knownAt: instant(`"knownAt"`),
};

/**
 * What people who agreed did on the portal before: events they came to, companies they visited, booths they stood at,
 * internships under the same pseudonym, companies they saved. Agreement is the account on a placement that still stands;
 * a placement that was corrected without it takes it back for every date. The account leads to the rows here and goes no
 * further.
 */
const CONTACTS = `
  WITH people AS MATERIALIZED (
    SELECT DISTINCT p."personKey", p."userId" FROM "Placement" p
    WHERE p."userId" IS NOT NULL AND NOT p."isVoid"
      AND NOT EXISTS (SELECT 1 FROM "Placement" c WHERE c."correctsId" = p."id")),
  came AS MATERIALIZED (
    SELECT people."personKey", r."id" AS "registrationId", r."poolId", e."kind"::text AS "eventKind",
      c."at", c."recordedAt"
    FROM people JOIN "Registration" r ON r."userId" = people."userId"
      JOIN "CheckIn" c ON c."registrationId" = r."id" AND c."voidedAt" IS NULL
      JOIN "Event" e ON e."id" = r."eventId")
  SELECT "personKey", 'event' AS "kind", NULL::text AS "companyId", "at", "recordedAt" AS "knownAt"
    FROM came WHERE "eventKind" <> 'companyVisit'
  UNION ALL
  SELECT came."personKey", 'companyVisit', s."companyId", came."at", came."recordedAt"
    FROM came JOIN "CapacityPool" pool ON pool."id" = came."poolId"
      JOIN "VisitStop" s ON s."sessionId" = pool."sessionId"
    WHERE "eventKind" = 'companyVisit'
  UNION ALL
  SELECT people."personKey", 'boothVisit', b."companyId", b."at", b."at"
    FROM people JOIN "Registration" r ON r."userId" = people."userId"
      JOIN "BoothVisit" b ON b."registrationId" = r."id"
  UNION ALL
  SELECT people."personKey", 'internship', i."companyId", i."startedOn", i."reportedAt"
    FROM (SELECT DISTINCT "personKey" FROM people) people
      JOIN (SELECT ip."personKey", ip."reportedAt", it."companyId",
          (ip."startedOn"::timestamp AT TIME ZONE 'Asia/Tokyo') AS "startedOn"
        FROM "InternshipParticipation" ip JOIN "Internship" it ON it."id" = ip."internshipId") i
        ON i."personKey" = people."personKey"
  UNION ALL
  SELECT people."personKey", 'savedCompany', s."companyId", s."createdAt", s."createdAt"
    FROM people JOIN "SavedCompany" s ON s."userId" = people."userId"`;

export type ContactReader = (database: Database) => Promise<readonly ContactFact[]>;

/** Reads the contacts; as long as they are the same, the answer is the same array. */
export function createContactReader(): ContactReader {
  let last = { text: "", contacts: [] as readonly ContactFact[] };
  const packed = Object.entries(COLUMNS).map(([name, column]) => `${column.packed} AS "${name}"`);
  const statement = Prisma.raw(
    `SELECT count(*)::int AS "rows", ${packed.join(", ")} FROM (
      SELECT * FROM (${CONTACTS}) AS unordered ORDER BY "at", "personKey", "kind", "companyId") AS contacts`,
  );
  return async (database) => {
    const [found] =
      await database.$queryRaw<[Record<keyof typeof COLUMNS, string | null> & { rows: number }]>(statement);
    const text = JSON.stringify(found);
    if (text === last.text) return last.contacts;
    const rows = Number(found.rows);
    const columns = {
      personKey: COLUMNS.personKey.unpack(found.personKey, rows),
      kind: COLUMNS.kind.unpack(found.kind, rows),
      companyId: COLUMNS.companyId.unpack(found.companyId, rows),
      at: COLUMNS.at.unpack(found.at, rows),
      knownAt: COLUMNS.knownAt.unpack(found.knownAt, rows),
    };
    const contacts = columns.personKey.map((personKey, at) => ({
      personKey,
      kind: columns.kind[at] as ContactFact["kind"],
      companyId: columns.companyId[at]!,
      at: columns.at[at]!,
      knownAt: columns.knownAt[at]!,
    }));
    last = { text, contacts };
    return contacts;
  };
}
