import { Prisma } from "#generated/prisma/client.ts";
import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";
import { readWriteMark } from "#app/platform/write-mark.server.ts";
import type { Town } from "#app/town.ts";
import { createContacts } from "./contact-facts.ts";
import { createKnownCheckIns, type KnownCheckIn, registrationChangeFacts } from "./event-records.ts";
import {
  answerFacts,
  boothFacts,
  contactLossFacts,
  createPlacementFacts,
  grantFacts,
  internshipOfferFacts,
  internshipStartFacts,
  listedFacts,
  schoolOutcomeFacts,
  separationFacts,
  subscriberFacts,
  supportReportFacts,
  visitStopFacts,
} from "./fact-families.ts";
import { createFactTables, type FactTables, type TableName, type TableRows } from "./fact-tables.server.ts";
import type { ContactFact, Facts } from "./facts.ts";
import { createKnowledge, lastInstantOf } from "./knowledge.ts";
import type { Computed } from "./measure.ts";
import type { Parts } from "./mirror.server.ts";

/** The facts of one moment. */
export type FactBook = {
  /**
   * What a measure sees as of a day. Check-ins and booth visits are those of the day's fiscal year, with the very first
   * one before it, so that "nothing this year" and "never recorded" stay apart; everything else is whole. A family of
   * which nothing changed is the same array as in the book before.
   */
  factsAt(asOf: CivilDate): Facts;
  /** No fact was recorded or corrected later: whoever asks as known then, or later, sees all but events that lie ahead. */
  lastKnownAt: Date;
  /** Names what was known at an instant: two instants of one name see the same facts of the book. */
  knowledgeAt(knownOn: Date): string;
  /** Figures computed before, with what they were computed from; see run.server.ts. */
  computed: Map<string, KeptFigure>;
};

/** A figure without its digest, which is made when it is asked for, and the families that it was computed from. */
type KeptFigure = {
  asOf: CivilDate;
  read: [keyof Facts, unknown][];
  computed: Omit<Computed, "digest">;
  digest: string | null;
};

type Yearly = "checkIns" | "boothVisits";
type Row<Name extends Yearly> = TableRows[Name][number];

type Shelf = { mark: string | null; book: Promise<FactBook>; next(): Promise<FactBook> };

// One shelf per database, for as long as the process has the database open.
const shelves = new WeakMap<Database, Shelf>();

/**
 * The facts as they are now. While nothing at all was written to the database they are not looked at again; otherwise what
 * changed is read, and only that (decision 026). A change that is committed before the call is in the answer; as long as
 * no fact changes, the answer is the same book.
 */
export async function openFacts(town: Pick<Town, "database">): Promise<FactBook> {
  const shelf = shelves.get(town.database) ?? openShelf(town);
  shelves.set(town.database, shelf);
  if (shelf.mark !== null && shelf.mark === (await readWriteMark(town))) return shelf.book;
  return shelf.next();
}

/** The facts as a measure sees them as of a day. */
export async function loadFacts(town: Pick<Town, "database">, { asOf }: { asOf: CivilDate }): Promise<Facts> {
  return (await openFacts(town)).factsAt(asOf);
}

function openShelf(town: Pick<Town, "database">): Shelf {
  const write = createBookWriter(town.database);
  let waiting: Promise<FactBook> | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const shelf: Shelf = {
    mark: null,
    book: Promise.reject(new Error("no facts were read yet")),
    // Who comes while a reading runs shares the one after it: the running one may have begun before their change.
    next: () => {
      waiting ??= running.then(async () => {
        waiting = null;
        const mark = await readWriteMark(town);
        if (shelf.mark === mark) return shelf.book;
        const reading = write();
        running = reading.catch(() => {});
        const book = await reading;
        shelf.mark = mark;
        shelf.book = reading;
        return book;
      });
      return waiting;
    },
  };
  shelf.book.catch(() => {});
  return shelf;
}

/** Reads what changed and puts the next book together from it; parts that did not change go from book to book. */
function createBookWriter(database: Database): () => Promise<FactBook> {
  const tables = createFactTables();
  const names = Object.keys(tables) as TableName[];
  const contactsOf = createContacts();
  const knownOverTime = createKnownCheckIns();
  const derive = createDeriver();
  const makePlacements = createPlacementFacts();
  const computed: FactBook["computed"] = new Map();
  let last: { lists: (readonly object[])[]; book: FactBook } | null = null;
  const years = { checkIns: createYears<KnownCheckIn>(), boothVisits: createYears<Row<"boothVisits">>() };

  return async () => {
    const same = await findUnchanged(database, tables);
    const looks = await Promise.all(
      names.map(async (name): Promise<Parts<unknown>> =>
        same.has(name) ? tables[name].parts() : tables[name].refresh(database),
      ),
    );
    const parts = Object.fromEntries(names.map((name, at) => [name, looks[at]!])) as Record<
      TableName,
      Parts<unknown>
    >;
    const rows = Object.fromEntries(
      names.filter((name) => !isYearly(name)).map((name) => [name, parts[name].get(0) ?? NOTHING]),
    ) as Omit<TableRows, Yearly> & TableRows;
    const checkIns = knownOverTime(parts.checkIns as Parts<Row<"checkIns">>, rows.checkInChanges);
    const boothVisits = parts.boothVisits as Parts<Row<"boothVisits">>;
    const whole = wholeFamilies(rows, contactsOf(rows, checkIns, boothVisits), derive, makePlacements);
    const lists = [
      ...Object.values(whole),
      ...checkIns.values(),
      ...boothVisits.values(),
    ] as (readonly object[])[];
    if (last && lists.length === last.lists.length && lists.every((list, at) => list === last!.lists[at]))
      return last.book;
    const lastKnownAt = Math.max(0, ...lists.map(lastInstantOf));
    const book: FactBook = {
      factsAt: (asOf) => {
        const year = fiscalYearOf(asOf);
        return {
          ...whole,
          checkIns: years.checkIns(checkIns, year),
          boothVisits: years.boothVisits(boothVisits, year),
        };
      },
      lastKnownAt: new Date(lastKnownAt),
      knowledgeAt: createKnowledge(lastKnownAt, whole),
      computed,
    };
    // What was computed from rows that are no longer the same would only keep them in memory.
    for (const [key, { asOf, read: families }] of computed) {
      const facts = book.factsAt(asOf);
      if (families.some(([family, before]) => facts[family] !== before)) computed.delete(key);
    }
    last = { lists, book };
    return book;
  };
}

/** Tables of up to so many rows are counted together first; a larger one is looked through once, beside the others. */
const SMALL_TABLE = 20_000;

/** Which small tables nobody has written to since the last look, in one statement. */
async function findUnchanged(database: Database, tables: FactTables): Promise<ReadonlySet<TableName>> {
  const counts = Object.entries(tables).flatMap(([name, table]) => {
    const counting = table.size() <= SMALL_TABLE ? table.counting() : null;
    return counting === null ? [] : [`SELECT '${name}' AS name, counted.* FROM (${counting}) AS counted`];
  });
  if (counts.length === 0) return new Set();
  const found = await database.$queryRaw<{ name: TableName; total: number; young: number }[]>(
    Prisma.raw(counts.join(" UNION ALL ")),
  );
  return new Set(found.filter((count) => tables[count.name].isUpToDate(count)).map(({ name }) => name));
}

const NOTHING: readonly never[] = [];
const isYearly = (name: TableName): name is Yearly => name === "checkIns" || name === "boothVisits";

type Derive = <To>(name: string, from: readonly (readonly unknown[])[], make: () => To) => To;

/** Makes a family anew only when the rows that it comes from are other ones. */
function createDeriver(): Derive {
  const made = new Map<string, { from: readonly unknown[]; value: unknown }>();
  return (name, from, make) => {
    const before = made.get(name);
    if (before?.from.every((rows, at) => rows === from[at])) return before.value as ReturnType<typeof make>;
    const value = make();
    made.set(name, { from, value });
    return value;
  };
}

function wholeFamilies(
  rows: TableRows,
  contacts: ContactFact[],
  derive: Derive,
  makePlacements: ReturnType<typeof createPlacementFacts>,
): Omit<Facts, Yearly> {
  const family = <To>(name: string, from: readonly TableName[], make: (rows: TableRows) => To): To =>
    derive(
      name,
      from.map((table) => rows[table]),
      () => make(rows),
    );
  return {
    ...family("listed", ["companies", "entries", "listingChanges"], listedFacts),
    events: rows.events as Facts["events"],
    booths: family("booths", ["boothApplications"], boothFacts),
    visitStops: family("visitStops", ["visitStops", "sessions"], visitStopFacts),
    placements: family("placements", ["placements"], makePlacements),
    separations: family("separations", ["separations"], separationFacts),
    employmentAnswers: family("answers", ["answers"], answerFacts),
    schoolOutcomes: family("schoolOutcomes", ["schoolOutcomes", "schools"], schoolOutcomeFacts),
    supportReports: family("supportReports", ["supportReports"], supportReportFacts),
    grants: family("grants", ["grants", "subsidies"], grantFacts),
    internshipStarts: family("internshipStarts", ["participations", "internships"], internshipStartFacts),
    internshipOffers: family("internshipOffers", ["internships"], internshipOfferFacts),
    registrationChanges: family("registrationChanges", ["registrationChanges"], registrationChangeFacts),
    contacts,
    contactLosses: family("contactLosses", ["contactLosses", "placements"], contactLossFacts),
    subscribers: family("subscribers", ["consents"], subscriberFacts),
    searches: rows.searches as Facts["searches"],
    pageViews: rows.pageViews as Facts["pageViews"],
  };
}

/** The rows of a year and, before them, the first row of the first earlier year; the same array for the same parts. */
function createYears<Fact>() {
  const made = new Map<number, { part: readonly Fact[]; first: Fact | undefined; rows: Fact[] }>();
  return (parts: Parts<Fact>, year: number): Fact[] => {
    const part = parts.get(year) ?? NOTHING;
    const earlier = [...parts].filter(([one, rows]) => one < year && rows.length > 0);
    const first = earlier.toSorted(([a], [b]) => a - b)[0]?.[1][0];
    const before = made.get(year);
    if (before && before.part === part && before.first === first) return before.rows;
    const rows = first === undefined ? [...part] : [first, ...part];
    made.set(year, { part, first, rows });
    return rows;
  };
}
