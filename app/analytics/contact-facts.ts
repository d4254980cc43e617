import { jst } from "#app/platform/calendar.ts";
import { withdrawnByCorrection } from "./fact-families.ts";
import type { CheckInFact, ContactFact } from "./facts.ts";
import type { TableRows } from "./fact-tables.server.ts";
import type { Parts } from "./mirror.server.ts";

type CheckInRow = TableRows["checkIns"][number] & Pick<CheckInFact, "supersededAt">;
type CheckIns = Parts<CheckInRow>;
type BoothVisits = Parts<TableRows["boothVisits"][number]>;
type Sources = Pick<
  TableRows,
  | "placements"
  | "registrations"
  | "pools"
  | "visitStops"
  | "events"
  | "participations"
  | "internships"
  | "savedCompanies"
>;

/** Whose registration it is, and where it led. */
type Way = { people: readonly string[]; isVisit: boolean; stops: readonly string[] };
type Ways = ReadonlyMap<string, Way>;

/**
 * What people who agreed did on the portal before: events they came to, companies they visited, booths they stood at,
 * internships under the same pseudonym, companies they saved. Agreement is the account on a placement; who takes it back
 * takes it back for every date, and what was known before then cannot be computed again (contactLosses).
 * Accounts lead from one record to the other here and do not get into the facts. As long as the contacts are the same, the
 * answer is the same array.
 */
export function createContacts(): (
  rows: Sources,
  checkIns: CheckIns,
  boothVisits: BoothVisits,
) => ContactFact[] {
  let ways: Ways = new Map();
  const fromCheckIns = createPieces<CheckInRow>(contactsOfCheckIn);
  const fromBoothVisits = createPieces<TableRows["boothVisits"][number]>((visit, { people }) =>
    people.map((personKey) => ({
      personKey,
      kind: "boothVisit",
      companyId: visit.companyId,
      at: visit.at,
      knownAt: visit.knownAt,
      supersededAt: null,
    })),
  );
  let last: { from: readonly unknown[]; contacts: ContactFact[]; others: readonly ContactFact[] } | null =
    null;
  let lastPeople = { text: "", peopleOf: new Map<string, string[]>() };
  const waysFrom = createKept<Ways>();
  const othersFrom = createKept<ContactFact[]>();
  return (rows, checkIns, boothVisits) => {
    const found = consentingPeople(rows.placements);
    const people = JSON.stringify([...found]);
    if (people !== lastPeople.text) lastPeople = { text: people, peopleOf: found };
    const { peopleOf } = lastPeople;
    const { registrations, pools, visitStops, events } = rows;
    ways = waysFrom([peopleOf, registrations, pools, visitStops, events], () => {
      const now = waysOf(rows, peopleOf);
      return isSame(ways, now) ? ways : now;
    });
    const pieces = [...fromCheckIns(checkIns, ways), ...fromBoothVisits(boothVisits, ways)];
    const { participations, internships, savedCompanies } = rows;
    const others = othersFrom([peopleOf, participations, internships, savedCompanies], () => [
      ...internshipContacts(rows, peopleOf),
      ...savedContacts(rows, peopleOf),
    ]);
    const isUnchanged =
      last?.others === others &&
      last.from.length === pieces.length &&
      pieces.every((piece, at) => piece === last!.from[at]);
    if (!isUnchanged) last = { from: pieces, contacts: [...pieces.flat(), ...others], others };
    return last!.contacts;
  };
}

/** Answers the value made before as long as it comes from the very same things. */
function createKept<Value>(): (from: readonly unknown[], make: () => Value) => Value {
  let kept: { from: readonly unknown[]; value: Value } | null = null;
  return (from, make) => {
    if (!kept?.from.every((one, at) => one === from[at])) kept = { from, value: make() };
    return kept.value;
  };
}

/** The pseudonyms of each account that stands on a placement, also on one that was corrected or never happened. */
function consentingPeople(placements: TableRows["placements"]): Map<string, string[]> {
  const withdrawn = withdrawnByCorrection(placements);
  const peopleOf = new Map<string, string[]>();
  for (const { id, userId, personKey } of placements) {
    if (userId === null || withdrawn.has(id)) continue;
    const people = peopleOf.get(userId) ?? [];
    if (!people.includes(personKey)) peopleOf.set(userId, [...people, personKey]);
  }
  return peopleOf;
}

function waysOf(
  { registrations, pools, visitStops, events }: Sources,
  peopleOf: ReadonlyMap<string, string[]>,
): Ways {
  const ways = new Map<string, Way>();
  if (peopleOf.size === 0) return ways;
  const kindOf = new Map(events.map(({ id, kind }) => [id, kind]));
  const sessionOf = new Map(pools.map(({ id, sessionId }) => [id, sessionId]));
  const made = visitStops.filter(({ voidedAt }) => voidedAt === null);
  const stopsOf = Map.groupBy(made, ({ sessionId }) => sessionId);
  for (const { id, userId, eventId, poolId } of registrations) {
    const people = userId === null ? undefined : peopleOf.get(userId);
    if (!people) continue;
    const isVisit = kindOf.get(eventId) === "companyVisit";
    const stops = isVisit ? (stopsOf.get(sessionOf.get(poolId) ?? "") ?? []) : [];
    ways.set(id, { people, isVisit, stops: stops.map(({ companyId }) => companyId) });
  }
  return ways;
}

function isSame(one: Ways, other: Ways): boolean {
  if (one.size !== other.size) return false;
  for (const [id, way] of other) {
    const before = one.get(id);
    if (!before || before.isVisit !== way.isVisit) return false;
    if (before.people.join() !== way.people.join() || before.stops.join() !== way.stops.join()) return false;
  }
  return true;
}

function contactsOfCheckIn(
  { at, knownAt, voidedAt, supersededAt }: CheckInRow,
  { people, isVisit, stops }: Way,
): ContactFact[] {
  const times = { at, knownAt, supersededAt: supersededAt ?? voidedAt };
  return people.flatMap((personKey): ContactFact[] =>
    isVisit
      ? stops.map((companyId) => ({ personKey, kind: "companyVisit", companyId, ...times }))
      : [{ personKey, kind: "event", companyId: null, ...times }],
  );
}

/** Contacts part by part: a part is looked at again only when its rows or the ways are other ones. */
function createPieces<Row extends { registrationId: string | null }>(
  contactsOf: (row: Row, way: Way) => ContactFact[],
) {
  type Piece = { part: readonly Row[]; ways: Ways; sources: Row[]; contacts: ContactFact[] };
  let pieces = new Map<number, Piece>();
  return (parts: Parts<Row>, ways: Ways): ContactFact[][] => {
    const next = new Map<number, Piece>();
    for (const [year, part] of parts) {
      const before = pieces.get(year);
      if (before && before.part === part && before.ways === ways) {
        next.set(year, before);
        continue;
      }
      const sources = part.filter(
        ({ registrationId }) => registrationId !== null && ways.has(registrationId),
      );
      const isSameAsBefore =
        before !== undefined &&
        before.ways === ways &&
        before.sources.length === sources.length &&
        sources.every((row, at) => row === before.sources[at]);
      const contacts = isSameAsBefore
        ? before.contacts
        : sources.flatMap((row) => contactsOf(row, ways.get(row.registrationId!)!));
      next.set(year, { part, ways, sources, contacts });
    }
    pieces = next;
    return [...pieces.values()].map(({ contacts }) => contacts);
  };
}

function internshipContacts(
  { participations, internships }: Sources,
  peopleOf: ReadonlyMap<string, string[]>,
): ContactFact[] {
  const people = new Set([...peopleOf.values()].flat());
  const companyOf = new Map(internships.map(({ id, companyId }) => [id, companyId]));
  return participations
    .filter(({ personKey }) => people.has(personKey))
    .map(({ personKey, internshipId, startedOn, knownAt }) => ({
      personKey,
      kind: "internship",
      companyId: companyOf.get(internshipId) ?? null,
      at: jst(startedOn),
      knownAt,
      supersededAt: null,
    }));
}

function savedContacts({ savedCompanies }: Sources, peopleOf: ReadonlyMap<string, string[]>): ContactFact[] {
  return savedCompanies.flatMap(({ userId, companyId, at }) =>
    (peopleOf.get(userId) ?? []).map((personKey): ContactFact => ({
      personKey,
      kind: "savedCompany",
      companyId,
      at,
      knownAt: at,
      supersededAt: null,
    })),
  );
}
