import type { Facts } from "#app/analytics/facts.ts";
import type { CountUnit, Member, MemberRole } from "#app/analytics/measure.ts";
import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";

export type RecordKind =
  | "company"
  | "directoryEntry"
  | "event"
  | "checkIn"
  | "booth"
  | "boothVisit"
  | "visitStop"
  | "placement"
  | "schoolOutcome"
  | "supportReport"
  | "grant"
  | "internshipStart"
  | "internship"
  | "registration"
  | "other";

/** One record behind a figure, without any person: what it is, when it was, when the portal knew, and its part. */
export type MemberRecord = {
  id: string;
  kind: RecordKind;
  /** The day that the record is about. */
  day: CivilDate | null;
  role: MemberRole;
  amount: number;
  knownAt: Date | null;
  /** Who reports records of this kind; null where the kind itself says it. */
  reporter: string | null;
  companyId: string | null;
  eventId: string | null;
};

type Described = Omit<MemberRecord, "id" | "role" | "amount">;
type Row = { id: string };

/** Finds the records of members among the facts. A company and its directory entry share an id: the unit tells them apart. */
export function describeMembers(
  facts: Facts,
  members: readonly Member[],
  { counts }: { counts: CountUnit },
): MemberRecord[] {
  const finders = findersFor(facts, counts);
  const unknown: Described = {
    kind: "other",
    day: null,
    knownAt: null,
    reporter: null,
    companyId: null,
    eventId: null,
  };
  return members.map(({ id, amount, role = "numerator" }) => {
    let found: Described | null = null;
    for (const find of finders) found ??= find(id);
    return { ...(found ?? unknown), id, amount, role };
  });
}

function findersFor(facts: Facts, counts: CountUnit): ((id: string) => Described | null)[] {
  const entries = finder(
    facts.directoryEntries.map((entry) => ({ ...entry, id: entry.companyId })),
    ({ companyId, listedAt }) => ({
      kind: "directoryEntry",
      day: civilDateOf(listedAt),
      knownAt: listedAt,
      companyId,
    }),
  );
  const companies = finder(facts.companies, ({ id, firstPublishedAt }) => ({
    kind: "company",
    day: civilDateOf(firstPublishedAt),
    knownAt: firstPublishedAt,
    companyId: id,
  }));
  return [
    ...(counts === "entries" ? [entries, companies] : [companies, entries]),
    finder(facts.checkIns, ({ at, knownAt, eventId }) => ({
      kind: "checkIn",
      day: civilDateOf(at),
      knownAt,
      eventId,
    })),
    finder(facts.events, ({ id, startsAt }) => ({ kind: "event", day: civilDateOf(startsAt), eventId: id })),
    finder(facts.booths, ({ attendedAt, knownAt, companyId, eventId }) => ({
      kind: "booth",
      day: civilDateOf(attendedAt),
      knownAt,
      companyId,
      eventId,
    })),
    finder(facts.boothVisits, ({ at, knownAt, companyId, eventId }) => ({
      kind: "boothVisit",
      day: civilDateOf(at),
      knownAt,
      companyId,
      eventId,
    })),
    finder(facts.visitStops, ({ startsAt, knownAt, companyId, eventId }) => ({
      kind: "visitStop",
      day: civilDateOf(startsAt),
      knownAt,
      companyId,
      eventId,
    })),
    finder(facts.placements, ({ startedOn, knownAt, source, companyId }) => ({
      kind: "placement",
      day: startedOn,
      knownAt,
      reporter: source,
      companyId,
    })),
    finder(facts.schoolOutcomes, ({ asOf, knownAt }) => ({ kind: "schoolOutcome", day: asOf, knownAt })),
    finder(facts.supportReports, ({ lastDay, knownAt, programme }) => ({
      kind: "supportReport",
      day: lastDay,
      knownAt,
      reporter: programme,
    })),
    finder(facts.grants, ({ decidedOn, knownAt, companyId }) => ({
      kind: "grant",
      day: decidedOn,
      knownAt,
      companyId,
    })),
    finder(facts.internshipOffers, ({ publishedAt, companyId }) => ({
      kind: "internship",
      day: civilDateOf(publishedAt),
      knownAt: publishedAt,
      companyId,
    })),
    finder(
      facts.registrationChanges.map((change) => ({ ...change, id: change.registrationId })),
      ({ knownAt, eventId }) => ({ kind: "registration", day: civilDateOf(knownAt), knownAt, eventId }),
    ),
    finder(facts.internshipStarts, ({ startedOn, knownAt, companyId }) => ({
      kind: "internshipStart",
      day: startedOn,
      knownAt,
      companyId,
    })),
  ];
}

function finder<Fact extends Row>(
  rows: readonly Fact[],
  describe: (row: Fact) => Partial<Described> & Pick<Described, "kind" | "day">,
): (id: string) => Described | null {
  let byId: Map<string, Fact> | null = null;
  return (id) => {
    byId ??= new Map(rows.map((row) => [row.id, row]));
    const row = byId.get(id);
    return row ? { knownAt: null, reporter: null, companyId: null, eventId: null, ...describe(row) } : null;
  };
}

/** Newest first, those without a day last; records of one day keep their order. */
export function byNewest(records: readonly MemberRecord[]): MemberRecord[] {
  return records.toSorted((a, b) => (b.day ?? "").localeCompare(a.day ?? "") || a.id.localeCompare(b.id));
}
