/** Two thousand students register for three hundred seats at the same time, through HTTP on the production build. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { poolKey } from "#app/domain/events/rules.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type OpenDatabase, openDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/random.ts";
import { createEvent, createStudents } from "#tests/support/builders/events.ts";
import { type RunningServer, startServer } from "#tests/support/running-server.ts";
import { signInCookie } from "#tests/support/session.ts";
import { round } from "./bench-load.ts";
import { type Answer, CONCURRENCY, send, type Timed, timed } from "./bench-posts.ts";

const REQUESTS = 2_000;
/** One pool for each of three years of graduation; the most specific pool is chosen by the portal. */
const YEARS = [2027, 2028, 2029];
const SEATS_PER_POOL = 100;
/** Students who warm the server up at another event. */
const WARM_UP = 150;
/** Requests that do not want to wait, once everything is full. */
const WITHOUT_WAITING = 50;

export type RegistrationReport = {
  database: "embedded" | "postgresql";
  processes: number;
  requests: number;
  concurrency: number;
  registrations: Timed;
  /** The smallest form of the same server for somebody signed in: it finds the session and makes one statement. */
  trivialPost: Timed;
  /** A form that is answered without the database. */
  emptyPost: Timed;
  /** Throughput as a share of the trivial posts', measured before and after. */
  ratio: number;
  ratioToEmpty: number;
  confirmed: number;
  waiting: number;
  full: number;
};

/** Runs the bench on the embedded database, and on PostgreSQL with one and with four processes where there is one. */
export async function benchRegistration(options: {
  databaseUrl: string | null;
  say: (text: string) => void;
}): Promise<RegistrationReport[]> {
  const { databaseUrl, say } = options;
  const reports = [await benchOn({ databaseUrl: null, processes: 1, say })];
  for (const processes of databaseUrl ? [1, 4] : [])
    reports.push(
      await withFreshDatabase(databaseUrl!, (url) => benchOn({ databaseUrl: url, processes, say })),
    );
  return reports;
}

async function benchOn(options: {
  databaseUrl: string | null;
  processes: number;
  say: (text: string) => void;
}): Promise<RegistrationReport> {
  const { databaseUrl, processes, say } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "jimoto-bench-"));
  const dataDir = path.join(folder, "data");
  const env: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
  const withDatabase = async <Result>(work: (open: OpenDatabase) => Promise<Result>): Promise<Result> => {
    const open = await openDatabase({ databaseUrl, dataDir });
    return work(open).finally(() => open.close());
  };
  say(`${databaseUrl ? "PostgreSQL" : "PGlite"}, ${processes} process(es): filling …`);
  await (await startServer({ dataDir, env })).stop();
  const prepared = await withDatabase(prepare);
  const servers: RunningServer[] = [];
  for (let number = 0; number < processes; number++)
    servers.push(await startServer({ dataDir: `${dataDir}${number || ""}`, env }));
  const urls = servers.map((server) => server.url);
  try {
    const measured = await measure(urls, prepared);
    for (const server of servers) await server.stop();
    const found = await withDatabase((open) => verify(open, prepared, measured.answers));
    const { registrations, trivialPost, emptyPost } = measured;
    const share = (beside: Timed) => round(registrations.requestsPerSecond / beside.requestsPerSecond, 2);
    const report: RegistrationReport = {
      database: databaseUrl ? "postgresql" : "embedded",
      processes,
      requests: REQUESTS,
      concurrency: CONCURRENCY,
      registrations,
      trivialPost,
      emptyPost,
      ratio: share(trivialPost),
      ratioToEmpty: share(emptyPost),
      ...found,
      full: measured.full,
    };
    say(`  ${JSON.stringify(report)}`);
    return report;
  } finally {
    for (const server of servers) await server.stop("SIGKILL");
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

type Prepared = { eventId: string; warmUpId: string; cookies: string[]; warmUpCookies: string[] };

/** An event with three pools and a waiting list, one to warm up with, and students with sessions. */
async function prepare(open: OpenDatabase): Promise<Prepared> {
  const env = parseEnv({});
  if (!env.ok) throw new Error("the default settings are refused");
  const town = { database: open.database, clock: systemClock, env: env.env };
  const newEvent = async (seats: number) => {
    const event = await createEvent(town, { seats: {} });
    await town.database.capacityPool.createMany({
      data: YEARS.map((graduationYear) => ({
        id: newId(),
        sessionId: event.sessions[0]!.id,
        category: "student" as const,
        graduationYear,
        key: poolKey({ category: "student", graduationYear }),
        capacity: seats,
      })),
    });
    return event.id;
  };
  const ids = await createStudents(town, REQUESTS + WARM_UP + WITHOUT_WAITING);
  for (const [at, graduationYear] of YEARS.entries())
    await town.database.studentProfile.updateMany({
      where: { userId: { in: ids.filter((_, index) => index % YEARS.length === at) } },
      data: { graduationYear },
    });
  const cookies: string[] = [];
  for (const id of ids) cookies.push(await signInCookie(town, id));
  return {
    eventId: await newEvent(SEATS_PER_POOL),
    warmUpId: await newEvent(20),
    cookies: cookies.slice(WARM_UP),
    warmUpCookies: cookies.slice(0, WARM_UP),
  };
}

async function measure(urls: readonly string[], prepared: Prepared) {
  const { cookies, warmUpCookies } = prepared;
  const late = cookies.slice(REQUESTS);
  const register = (eventId: string, cookie: string, intent: string) => ({
    path: `/events/${eventId}/registration`,
    form: { category: "student", headCount: "1", intent },
    cookie,
  });
  const forget = cookies.slice(0, REQUESTS).map((cookie) => ({
    path: "/saved",
    form: { intent: "forget", slug: "bench" },
    cookie,
  }));
  const empty = forget.map((request) => ({ ...request, cookie: "" }));
  const ask = cookies.slice(0, REQUESTS).map((cookie) => register(prepared.eventId, cookie, "wait"));
  await send(
    urls,
    warmUpCookies.map((cookie) => register(prepared.warmUpId, cookie, "wait")),
  );
  await send(urls, forget.slice(0, 500));
  await send(urls, empty.slice(0, 500));

  const before = { trivial: await send(urls, forget), empty: await send(urls, empty) };
  const answers = await send(urls, ask);
  const after = { trivial: await send(urls, forget), empty: await send(urls, empty) };
  const refused = await send(
    urls,
    late.map((cookie) => register(prepared.eventId, cookie, "register")),
  );
  const wrong = answers.filter((answer) => answer.status !== 303);
  if (wrong.length > 0) throw new Error(`${wrong.length} requests failed, first with ${wrong[0]!.status}`);
  if (refused.some((answer) => answer.status !== 409))
    throw new Error("a full pool must say that it is full");
  return {
    answers,
    full: refused.length,
    registrations: timed(answers),
    trivialPost: timed([...before.trivial], [...after.trivial]),
    emptyPost: timed([...before.empty], [...after.empty]),
  };
}

/** Counts the seats, and proves the order: whoever was answered before another asked stands before the other. */
async function verify(open: OpenDatabase, { eventId }: Prepared, answers: readonly Answer[]) {
  const rows = await open.database.registration.findMany({
    where: { eventId },
    select: { id: true, poolId: true, state: true, arrival: true },
  });
  const answerOf = new Map(answers.map((answer) => [answer.location.split("/").at(-1)!, answer]));
  const confirmed = rows.filter((row) => row.state === "registered");
  const waiting = rows.filter((row) => row.state === "waiting");
  const pools = await open.database.capacityPool.findMany({ where: { session: { eventId } } });
  const problems = pools.flatMap((pool) => {
    const list = waiting
      .filter((row) => row.poolId === pool.id)
      .toSorted((one, other) => one.arrival! - other.arrival!);
    const found: string[] = [];
    if (confirmed.filter((row) => row.poolId === pool.id).length !== SEATS_PER_POOL)
      found.push("a pool is not full exactly");
    if (pool.reserved !== SEATS_PER_POOL) found.push("reserved differs from the seats");
    if (list.some((row, at) => row.arrival !== at + 1)) found.push("a place on the waiting list is missing");
    let latestStart = 0;
    for (const row of list) {
      const { sentAt, answeredAt } = answerOf.get(row.id)!;
      if (answeredAt < latestStart) found.push("somebody passed on the waiting list");
      latestStart = Math.max(latestStart, sentAt);
    }
    return found;
  });
  if (rows.length !== REQUESTS) problems.push(`${rows.length} registrations instead of ${REQUESTS}`);
  if (problems.length > 0) throw new Error([...new Set(problems)].join("; "));
  return { confirmed: confirmed.length, waiting: waiting.length };
}

/** A database of its own on the server of the address, dropped afterwards. */
export async function withFreshDatabase<Result>(
  url: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `jimoto_bench_${process.pid}_${Date.now()}`;
  const admin = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`CREATE DATABASE "${name}"`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return work(address.href).finally(() => admin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
}
