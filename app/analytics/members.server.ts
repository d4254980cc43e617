import { civilDateOf, type CivilDate } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { loadFacts } from "./facts.server.ts";
import type { Facts } from "./facts.ts";
import type { Computed, MeasureParameters, Member, MemberRole } from "./measure.ts";
import { findMeasure } from "./registry.ts";
import { computeWithMembers } from "./run.server.ts";

/**
 * One record of a figure, for staff who may see records. It names companies, schools and events by their ids and nobody
 * by name: `recordedBy` is what kind of account recorded it.
 */
export type MemberRecord = {
  id: string;
  role: MemberRole;
  amount: number;
  /** What kind of record it is; null when it is none of one row, for example a day's sum or a person. */
  kind: keyof Facts | null;
  /** The day (JST) on which it happened or that it is about. */
  on: CivilDate | null;
  recordedAt: Date | null;
  recordedBy: "student" | "teacher" | "company" | "staff" | "admin" | null;
  source: string | null;
  companyId: string | null;
  schoolId: string | null;
  eventId: string | null;
  /** The cell of the file that it came from. */
  importId: string | null;
  importRow: number | null;
};

export type MemberPage = {
  computed: Computed;
  records: MemberRecord[];
  page: number;
  pages: number;
  /** Members in each role, over all pages. */
  counts: Record<MemberRole, number>;
};

export const MEMBERS_PER_PAGE = 50;
const ROLES: readonly MemberRole[] = ["numerator", "denominator", "unknown", "excluded"];

/**
 * The records of a figure, page by page (from 1), those in the numerator first. Null for a measure that there is not.
 * Who may see them is for the route to check.
 */
export async function listMembers(
  town: Pick<Town, "database">,
  asked: {
    measureKey: string;
    measureVersion?: number | null;
    parameters?: MeasureParameters;
    asOf: CivilDate;
    knownOn?: Date;
    page?: number;
  },
): Promise<MemberPage | null> {
  const { measureKey, measureVersion, parameters, asOf, knownOn } = asked;
  const measure = findMeasure(measureKey, measureVersion);
  if (!measure) return null;
  const facts = await loadFacts(town, { asOf });
  const { computed, members } = computeWithMembers(measure, facts, { asOf, knownOn, parameters });
  const sorted = members.toSorted(byRoleAndId);
  const pages = Math.max(1, Math.ceil(sorted.length / MEMBERS_PER_PAGE));
  const page = Math.min(Math.max(1, asked.page ?? 1), pages);
  const shown = sorted.slice((page - 1) * MEMBERS_PER_PAGE, page * MEMBERS_PER_PAGE);
  const found = await describe(
    town.database,
    measure.needs ?? (Object.keys(DESCRIPTIONS) as (keyof Facts)[]),
    shown.map(({ id }) => id),
  );
  const counts = { numerator: 0, denominator: 0, excluded: 0, unknown: 0 };
  for (const { role = "numerator" } of members) counts[role] += 1;
  return {
    computed,
    records: shown.map(({ id, role = "numerator", amount }) => ({
      ...(found.get(id) ?? NOT_ONE_ROW),
      id,
      role,
      amount,
    })),
    page,
    pages,
    counts,
  };
}

function byRoleAndId(a: Member, b: Member): number {
  const rank = ({ role = "numerator" }: Member) => ROLES.indexOf(role);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

type Description = Omit<MemberRecord, "id" | "role" | "amount">;

const NOT_ONE_ROW: Description = {
  kind: null,
  on: null,
  recordedAt: null,
  recordedBy: null,
  source: null,
  companyId: null,
  schoolId: null,
  eventId: null,
  importId: null,
  importRow: null,
};

async function describe(
  database: Database,
  kinds: readonly (keyof Facts)[],
  ids: readonly string[],
): Promise<Map<string, Description>> {
  const found = new Map<string, Description>();
  if (ids.length === 0) return found;
  const actors = new Map<string, string | null>();
  for (const kind of kinds)
    for (const { id, recordedById, ...row } of (await DESCRIPTIONS[kind]?.(database, [...ids])) ?? []) {
      if (found.has(id)) continue;
      found.set(id, { ...NOT_ONE_ROW, ...row, kind });
      actors.set(id, recordedById ?? null);
    }
  const users = await database.user.findMany({
    where: { id: { in: [...actors.values()].filter((id) => id !== null) } },
    select: { id: true, role: true },
  });
  const roleOf = new Map(users.map(({ id, role }) => [id, role]));
  for (const [id, actor] of actors) if (actor !== null) found.get(id)!.recordedBy = roleOf.get(actor) ?? null;
  return found;
}

type Found = Partial<Description> & { id: string; recordedById?: string | null };
type Describe = (database: Database, ids: string[]) => Promise<Found[]>;

/** Where the records of each kind stand; kinds without an entry are no single rows. */
const DESCRIPTIONS: Partial<Record<keyof Facts, Describe>> = {
  companies: async (database, ids) =>
    (await database.company.findMany({ where: { id: { in: ids } } })).map(({ id, firstPublishedAt }) => ({
      id,
      companyId: id,
      on: firstPublishedAt && civilDateOf(firstPublishedAt),
      recordedAt: firstPublishedAt,
    })),
  directoryEntries: async (database, ids) =>
    (await database.manufacturingEntry.findMany({ where: { companyId: { in: ids } } })).map((row) => ({
      id: row.companyId,
      companyId: row.companyId,
      on: civilDateOf(row.listedAt),
      recordedAt: row.listedAt,
    })),
  events: async (database, ids) =>
    (await database.event.findMany({ where: { id: { in: ids } } })).map((row) => ({
      id: row.id,
      eventId: row.id,
      on: civilDateOf(row.startsAt),
      recordedAt: row.publishedAt,
    })),
  checkIns: async (database, ids) =>
    (await database.checkIn.findMany({ where: { id: { in: ids } } })).map((row) => ({
      id: row.id,
      eventId: row.eventId,
      on: civilDateOf(row.at),
      recordedAt: row.recordedAt,
      recordedById: row.recordedById,
    })),
  booths: async (database, ids) =>
    (await database.boothApplication.findMany({ where: { id: { in: ids } } })).map((row) => ({
      id: row.id,
      eventId: row.eventId,
      companyId: row.companyId,
      on: row.attendedAt && civilDateOf(row.attendedAt),
      recordedAt: row.attendedAt,
    })),
  boothVisits: async (database, ids) =>
    (await database.boothVisit.findMany({ where: { id: { in: ids } } })).map((row) => ({
      id: row.id,
      eventId: row.eventId,
      companyId: row.companyId,
      on: civilDateOf(row.at),
      recordedAt: row.at,
    })),
  placements: async (database, ids) =>
    (await database.placement.findMany({ where: { id: { in: ids } } })).map((row) => ({
      ...fileOf(row),
      id: row.id,
      source: row.source,
      companyId: row.companyId,
      schoolId: row.schoolId,
      on: dayOf(row.startedOn),
      recordedAt: row.reportedAt,
      recordedById: row.reportedById,
    })),
  separations: async (database, ids) =>
    (await database.separation.findMany({ where: { id: { in: ids } } })).map((row) => ({
      id: row.id,
      on: dayOf(row.endedOn),
      recordedAt: row.reportedAt,
    })),
  schoolOutcomes: async (database, ids) =>
    (await database.schoolOutcome.findMany({ where: { id: { in: ids } } })).map((row) => ({
      ...fileOf(row),
      id: row.id,
      source: row.source,
      schoolId: row.schoolId,
      on: dayOf(row.asOf),
      recordedAt: row.recordedAt,
      recordedById: row.recordedById,
    })),
  supportReports: async (database, ids) =>
    (await database.supportReport.findMany({ where: { id: { in: ids } } })).map((row) => ({
      ...fileOf(row),
      id: row.id,
      source: row.programme,
      on: dayOf(row.month),
      recordedAt: row.reportedAt,
      recordedById: row.reportedById,
    })),
  grants: async (database, ids) =>
    (await database.subsidyGrant.findMany({ where: { id: { in: ids } } })).map((row) => ({
      ...fileOf(row),
      id: row.id,
      source: row.countedAs,
      companyId: row.companyId,
      on: dayOf(row.decidedOn),
      recordedAt: row.recordedAt,
      recordedById: row.recordedById,
    })),
  internshipStarts: async (database, ids) =>
    (
      await database.internshipParticipation.findMany({
        where: { id: { in: ids } },
        include: { internship: { select: { companyId: true } } },
      })
    ).map((row) => ({
      id: row.id,
      companyId: row.internship.companyId,
      on: dayOf(row.startedOn),
      recordedAt: row.reportedAt,
    })),
  subscribers: async (database, ids) =>
    (await database.consentRecord.findMany({ where: { id: { in: ids } } })).map((row) => ({
      id: row.id,
      on: civilDateOf(row.at),
      recordedAt: row.at,
    })),
};

function fileOf(row: { importId: string | null; importRow: number | null }) {
  return { importId: row.importId, importRow: row.importRow };
}

/** A DATE column arrives as midnight UTC of the civil day. */
function dayOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}
