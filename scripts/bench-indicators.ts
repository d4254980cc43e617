/** npm run bench -- indicators: how long figures take with a hundred thousand and with a million facts, beside plain SQL. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openFacts } from "#app/analytics/facts.server.ts";
import { MEASURES } from "#app/analytics/registry.ts";
import { computeKept } from "#app/analytics/run.server.ts";
import { openTown } from "#app/compose.server.ts";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { addDays, civilDateOf, fiscalYearOf, fiscalYearRange, jst } from "#app/platform/calendar.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type Database, type OpenDatabase, openDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { newId } from "#app/platform/random.ts";
import { startServer } from "#tests/support/running-server.ts";
import { openTestSite } from "#tests/support/test-site.ts";
import { addFacts, FIRST_YEAR, YEARS } from "./bench-facts.ts";
import { round } from "./bench-load.ts";
import { withFreshDatabase } from "./bench-registration.ts";
import { countOne, countPlainly } from "./bench-plain-counts.ts";

/** Milliseconds over the runs; `cpu` is what this process itself worked, which other work on the machine changes less. */
type Times = { runs: number; p50: number; p95: number; max: number; cpu?: number };

export type IndicatorsReport = {
  database: "embedded" | "postgresql";
  facts: number;
  factsByKind: Record<string, number>;
  measures: number;
  /** Nothing in memory: every fact is read, then every measure computed as of today; for this and the last year; for all ten. */
  fromNothing: { today: Times; sheet: Times; allYears: Times; figures: number };
  /** The facts are in memory; every figure of all years is computed once more. */
  computeOnly: Times;
  /** A row is committed; from then until the plan's indicator says the new number. */
  oneChange: { checkIn: Times; earlierYear: Times; placement: Times };
  page: { cold: Times; afterChange: Times; rendered: Times; kept: Times };
  /** The same counts as plain SQL statements, one after the other: for one sheet, for all years, for one indicator. */
  floor: { sheet: Times; allYears: Times; oneIndicator: Times };
  ratioToFloor: { sheet: number; allYears: number; oneChange: number };
  memoryMb: { withoutFacts: number; withFacts: number };
};

const INDICATOR = "1-1-15-outreach-booth-visitors";

/** PGlite with a hundred thousand facts and, where there is one, PostgreSQL with a million. */
export async function benchIndicators(options: {
  databaseUrl: string | null;
  say: (text: string) => void;
}): Promise<IndicatorsReport[]> {
  const { databaseUrl, say } = options;
  const reports = [await benchOn({ databaseUrl: null, facts: 100_000, say })];
  if (databaseUrl)
    await withFreshDatabase(databaseUrl, async (url) => {
      reports.push(await benchOn({ databaseUrl: url, facts: 1_000_000, say }));
    });
  return reports;
}

async function benchOn(options: {
  databaseUrl: string | null;
  facts: number;
  say: (text: string) => void;
}): Promise<IndicatorsReport> {
  const { databaseUrl, facts, say } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "jimoto-bench-"));
  const dataDir = path.join(folder, "data");
  say(`${databaseUrl ? "PostgreSQL" : "PGlite"}: filling a town with ${facts} facts …`);
  await (await startServer({ dataDir, env: databaseUrl ? { DATABASE_URL: databaseUrl } : {} })).stop();
  const open = await openDatabase({ databaseUrl, dataDir });
  try {
    const until = systemClock.now();
    const factsByKind = await addFacts(open.database, { facts, until });
    await open.database.$executeRawUnsafe("VACUUM ANALYZE");
    const report = await measure(open, { dataDir, factsByKind });
    say(`  ${JSON.stringify(report)}`);
    return report;
  } finally {
    await open.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  open: OpenDatabase,
  { dataDir, factsByKind }: { dataDir: string; factsByKind: Record<string, number> },
): Promise<IndicatorsReport> {
  const { database } = open;
  const today = civilDateOf(systemClock.now());
  const cuts = Array.from({ length: YEARS }, (_, at) => fiscalYearRange(FIRST_YEAR + at).last).map((day) =>
    day > today ? today : day,
  );
  const withoutFacts = memory();
  const computeAll = async (owner: Database, days: readonly string[]) => {
    const book = await openFacts({ database: owner });
    for (const asOf of days) for (const one of MEASURES) computeKept(one, book, { asOf });
  };
  const floor = {
    sheet: await timed(5, () => countPlainly(database, cuts.slice(-2))),
    allYears: await timed(5, () => countPlainly(database, cuts)),
    oneIndicator: await timed(20, () => countOne(database, today)),
  };
  const fromNothing = {
    today: await timed(5, () => computeAll(unknownTo(database), cuts.slice(-1))),
    sheet: await timed(5, () => computeAll(unknownTo(database), cuts.slice(-2))),
    allYears: await timed(5, () => computeAll(unknownTo(database), cuts)),
    figures: MEASURES.length * cuts.length,
  };
  const computeOnly = await timed(5, async () => {
    (await openFacts({ database })).computed.clear();
    await computeAll(database, cuts);
  });
  const withFacts = memory();
  const town = await townOn(open, dataDir);
  const oneChange = await changes(town.town, today);
  const page = await pages(open, dataDir);
  await town.close();
  return {
    database: open.kind,
    facts: Object.values(factsByKind).reduce((sum, count) => sum + count, 0),
    factsByKind,
    measures: MEASURES.length,
    fromNothing,
    computeOnly,
    oneChange,
    page,
    floor,
    ratioToFloor: {
      sheet: round(fromNothing.sheet.p50 / floor.sheet.p50, 2),
      allYears: round(fromNothing.allYears.p50 / floor.allYears.p50, 2),
      oneChange: round(oneChange.checkIn.p50 / floor.oneIndicator.p50, 2),
    },
    memoryMb: { withoutFacts, withFacts },
  };
}

/** The same connections under another name, for which nothing is in memory yet. */
function unknownTo(database: Database): Database {
  return Object.create(database) as Database;
}

async function townOn(open: OpenDatabase, dataDir: string) {
  const parsed = parseEnv({ DATA_DIR: dataDir, LOG_LEVEL: "error", PUBLIC_URL: "http://bench.example" });
  if (!parsed.ok) throw new Error("the default settings are refused");
  return openTown({ env: parsed.env, open, clock: systemClock, log: createLog("error") });
}

type BenchTown = Awaited<ReturnType<typeof townOn>>["town"];

/** Writes one fact at a time, and asks the plan until the written fact is in the figure (which is at once, or a fault). */
async function changes(town: BenchTown, today: string): Promise<IndicatorsReport["oneChange"]> {
  const { database } = town;
  const shown = async (asOf: string) =>
    (await openPlan(town))!.indicator(INDICATOR, asOf)!.computed!.value ?? 0;
  const event = async (year: number) =>
    database.event.findFirstOrThrow({
      where: {
        kind: "outreachBooth",
        startsAt: { gte: jst(`${year}-04-01`), lt: jst(`${year + 1}-04-01`), lte: town.clock.now() },
      },
    });
  const checkIn = async (year: number, asOf: string) => {
    const { id: eventId, startsAt } = await event(year);
    return {
      before: () => shown(asOf),
      write: async () => {
        await database.checkIn.create({
          data: { id: newId(), eventId, category: "student", at: startsAt, recordedAt: startsAt },
        });
      },
      after: () => shown(asOf),
      by: 1,
    };
  };
  const thisYear = fiscalYearOf(today);
  const earlier = thisYear - 3;
  const placements = async () => {
    const found = await openPlan(town);
    return found!.indicator("1-1-8-support-station-placements", today)!.computed!.value ?? 0;
  };
  return {
    checkIn: await timeChange(30, await checkIn(thisYear, today)),
    earlierYear: await timeChange(10, await checkIn(earlier, fiscalYearRange(earlier).last)),
    placement: await timeChange(10, {
      before: placements,
      write: async () => {
        await database.placement.create({
          data: {
            id: newId(),
            personKey: newId(),
            kind: "supported",
            source: "supportStation",
            inJurisdiction: true,
            startedOn: new Date(`${addDays(today, -1)}T00:00:00Z`),
            reportedAt: new Date(town.clock.now().getTime() - 60_000),
          },
        });
      },
      after: placements,
      by: 1,
    }),
  };
}

async function timeChange(
  runs: number,
  change: { before(): Promise<number>; write(): Promise<void>; after(): Promise<number>; by: number },
): Promise<Times> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = await change.before();
    await change.write();
    const started = performance.now();
    const after = await change.after();
    times.push(performance.now() - started);
    if (after !== before + change.by) throw new Error(`the figure was ${before} and is ${after}`);
  }
  return summary(times);
}

/** /indicators through the whole pipeline, without a socket: nothing in memory, one fact changed, made anew, kept. */
async function pages(open: OpenDatabase, dataDir: string): Promise<IndicatorsReport["page"]> {
  const get = async (site: Awaited<ReturnType<typeof openTestSite>>, target: string) => {
    const response = await site.request(target);
    if (response.status !== 200) throw new Error(`${target} answered ${response.status}`);
    await response.text();
  };
  const cold: number[] = [];
  for (let run = 0; run < 3; run++) {
    const town = await townOn({ ...open, database: unknownTo(open.database) }, dataDir);
    const site = await openTestSite(town.town);
    cold.push(await timeOf(() => get(site, "/indicators")));
    await town.close();
  }
  const opened = await townOn(open, dataDir);
  const { town } = opened;
  const site = await openTestSite(town);
  await get(site, "/indicators");
  const fair = await town.database.event.findFirstOrThrow({
    where: { kind: "guidanceFair", startsAt: { lt: town.clock.now() } },
    orderBy: { startsAt: "desc" },
  });
  const afterChange: number[] = [];
  for (let run = 0; run < 20; run++) {
    await town.database.checkIn.create({
      data: {
        id: newId(),
        eventId: fair.id,
        category: "student",
        at: fair.startsAt,
        recordedAt: fair.startsAt,
      },
    });
    afterChange.push(await timeOf(() => get(site, "/indicators")));
  }
  let address = 0;
  const rendered = await timed(50, () => get(site, `/indicators?n=${address++}`));
  await get(site, "/indicators");
  const kept = await timed(200, () => get(site, "/indicators"));
  await opened.close();
  return { cold: summary(cold), afterChange: summary(afterChange), rendered, kept };
}

async function timed(runs: number, work: () => Promise<void>): Promise<Times> {
  await work();
  const times: number[] = [];
  const worked = process.cpuUsage();
  for (let run = 0; run < runs; run++) times.push(await timeOf(work));
  const { user, system } = process.cpuUsage(worked);
  return { ...summary(times), cpu: round((user + system) / 1000 / runs, 1) };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!, 1);
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), max: round(sorted.at(-1)!, 1) };
}

/** What the process holds, in megabytes, after tidying up where Node was started with --expose-gc. */
function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
}
