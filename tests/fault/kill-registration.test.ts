import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#app/platform/clock.ts";
import { type Database, openDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { createEvent, createStudents, ledgerOf } from "#tests/support/builders/events.ts";
import { type RunningServer, startServer } from "#tests/support/running-server.ts";
import { signInCookie } from "#tests/support/session.ts";

const SEATS = 25;
const STUDENTS = 300;
/** How many register at the same time. */
const AT_ONCE = 8;
/** After how many answers each round is killed. */
const ROUNDS = [40, 70, 55];

let folder: string;
let dataDir: string;
let eventId: string;
/** Cookie headers of students who did not ask yet. */
let students: string[];
/** What was answered: the registrations, and those of them whose cancellation was answered. */
const registered = new Map<string, string>();
const cancelled = new Set<string>();
/** Cancellations that were asked for and not answered: either way is right. */
const undecided = new Set<string>();

const start = () =>
  startServer({
    dataDir,
    isShortLived: true,
    env: { NODE_COMPILE_CACHE: path.join(folder, "compiled") },
  });

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-kill-seats-"));
  dataDir = path.join(folder, "data");
  await (await start()).stop();
  await withDatabase(async (database, town) => {
    eventId = (await createEvent(town, { seats: { student: SEATS } })).id;
    students = [];
    for (const id of await createStudents(town, STUDENTS)) students.push(await signInCookie(town, id));
    expect(await database.registration.count({ where: { eventId } })).toBe(0);
  });
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** Looks into the data folder while no server uses it. */
async function withDatabase(
  work: (database: Database, town: Parameters<typeof ledgerOf>[0] & SignIn) => Promise<void>,
) {
  const env = parseEnv({});
  if (!env.ok) throw new Error("the default settings are refused");
  const open = await openDatabase({ databaseUrl: null, dataDir });
  const town = { database: open.database, env: env.env, clock: systemClock };
  await work(open.database, town).finally(() => open.close());
}

type SignIn = Parameters<typeof signInCookie>[0];

/** Posts a form; null when the server was killed before it answered. */
async function post(url: string, form: Record<string, string>, Cookie: string): Promise<string | null> {
  const body = new URLSearchParams(form);
  const init = { method: "POST", body, headers: { Cookie }, redirect: "manual" } as const;
  const response = await fetch(url, init).catch(() => null);
  if (!response) return null;
  if (response.status !== 303) throw new Error(`${url} answered ${response.status}`);
  return new URL(response.headers.get("Location")!, url).pathname;
}

/** Registers one student after the other, every third of whom cancels at once, until the server is gone. */
async function registerUntilKilled(url: string): Promise<void> {
  for (;;) {
    const Cookie = students.pop();
    if (Cookie === undefined) throw new Error("there are too few students");
    const form = { category: "student", headCount: "1", intent: "wait" };
    const ticket = await post(`${url}/events/${eventId}/registration`, form, Cookie);
    if (!ticket) return;
    const id = ticket.split("/").at(-1)!;
    registered.set(id, Cookie);
    if (registered.size % 3 !== 0) continue;
    undecided.add(id);
    if (!(await post(url + ticket, { intent: "cancel" }, Cookie))) return;
    undecided.delete(id);
    cancelled.add(id);
  }
}

/** Loads the server and kills it in the middle. */
async function loadAndKill(server: RunningServer, answers: number): Promise<void> {
  const enough = registered.size + answers;
  const load = Promise.all(Array.from({ length: AT_ONCE }, () => registerUntilKilled(server.url)));
  while (registered.size < enough)
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 1)), load]);
  await server.stop("SIGKILL");
  await load;
}

/** Everything that was answered is there, and the seats, the mails and the waiting list are what the rows say. */
async function expectSound(database: Database, town: Parameters<typeof ledgerOf>[0]): Promise<void> {
  const rows = await database.registration.findMany({ where: { eventId } });
  const stateOf = new Map(rows.map((row) => [row.id, row.state]));
  for (const id of registered.keys()) {
    const state = stateOf.get(id);
    expect(state).toBeDefined();
    if (!undecided.has(id)) expect(state === "cancelled").toBe(cancelled.has(id));
  }
  const [pool] = await ledgerOf(town, eventId);
  expect(pool!.reserved).toBe(pool!.held);
  expect(pool!.reserved).toBeLessThanOrEqual(SEATS);
  if (rows.some((row) => row.state === "waiting")) expect(pool!.reserved).toBe(SEATS);
  const waiting = rows.filter((row) => row.state === "waiting").map((row) => row.arrival!);
  for (const row of rows.filter((each) => each.state === "offered"))
    expect(row.arrival!).toBeLessThan(Math.min(Infinity, ...waiting));
  const offers = rows.filter((row) => row.offeredAt !== null).length;
  const mails = (kind: string) =>
    database.mail.count({ where: { kind, recipient: { endsWith: "@people.example" } } });
  expect(await mails("seat-offer")).toBe(offers);
  const seated = rows.filter((row) => row.state === "registered").length;
  expect(await mails("ticket")).toBeGreaterThanOrEqual(seated);
}

test("killed in the middle of registrations, every answered seat is there and no seat stays with nobody", async () => {
  let overdue: string[] = [];
  for (const answers of ROUNDS) {
    const server = await start();
    await loadAndKill(server, answers);
    await withDatabase(async (database, town) => {
      await expectSound(database, town);
      // Those whose offer ran out before this round do not hold a seat any more.
      const held = await database.registration.findMany({ where: { id: { in: overdue } } });
      expect(held.map((row) => row.state)).toEqual(overdue.map(() => "expired"));
      // As if the portal had stood still for two days: what is offered now is overdue when it comes back.
      const offered = await database.registration.findMany({ where: { eventId, state: "offered" } });
      overdue = offered.map((row) => row.id);
      await database.registration.updateMany({
        where: { id: { in: overdue } },
        data: { offerExpiresAt: new Date(Date.now() - 60_000) },
      });
    });
  }
  expect(overdue.length).toBeGreaterThan(0);
  expect(cancelled.size).toBeGreaterThan(0);
});
