import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#app/platform/clock.ts";
import { openDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { createEvent, createStudents, ledgerOf } from "#tests/support/builders/events.ts";
import { startServer } from "#tests/support/running-server.ts";
import { signInCookie } from "#tests/support/session.ts";

const KILLS = 20;
const STUDENTS_PER_ROUND = 30;

let folder: string;
let dataDir: string;
let eventId: string;
/** Cookie headers of students who hold no seat yet. */
let students: string[];

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-kill-"));
  dataDir = path.join(folder, "data");
  const server = await startServer({ dataDir });
  await server.stop();
  await withDatabase(async (town) => {
    const count = KILLS * STUDENTS_PER_ROUND;
    eventId = (await createEvent(town, { seats: { student: count } })).id;
    students = [];
    for (const id of await createStudents(town, count)) students.push(await signInCookie(town, id));
  });
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

type StoppedTown = Parameters<typeof signInCookie>[0] & Parameters<typeof createEvent>[0];

/** Looks into the data folder while no server uses it. */
async function withDatabase(work: (town: StoppedTown) => Promise<void>) {
  const env = parseEnv({});
  if (!env.ok) throw new Error("the default settings are refused");
  const open = await openDatabase({ databaseUrl: null, dataDir });
  await work({ database: open.database, env: env.env, clock: systemClock }).finally(() => open.close());
}

/** Posts a form; null when the server was killed before it answered. Any answer but a redirect is an error. */
async function post(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string>,
): Promise<string | null> {
  const body = new URLSearchParams(form);
  const response = await fetch(url, { method: "POST", body, headers, redirect: "manual" }).catch(() => null);
  if (!response) return null;
  if (response.status !== 303) throw new Error(`${url} answered ${response.status}`);
  return response.headers.get("Location")!;
}

/** Subscribes one address after the other until the server is gone. */
async function subscribeUntilKilled(url: string, round: number, acknowledged: string[]) {
  for (let number = 0; ; number++) {
    const email = `kill-${round}-${number}@demo.example`;
    // Each reader has an address of their own, so that the throttle does not end the round.
    const headers = { "X-Forwarded-For": `198.51.${round}.${number % 250}` };
    if (!(await post(`${url}/newsletter`, { email, segment: "student", consent: "yes" }, headers))) return;
    acknowledged.push(email);
  }
}

/** Registers one student after the other until the server is gone or the round's students are used up. */
async function registerUntilKilled(url: string, acknowledged: string[]) {
  for (const Cookie of students.splice(0, STUDENTS_PER_ROUND)) {
    const ticket = await post(
      `${url}/events/${eventId}/registration`,
      { category: "student", headCount: "1" },
      { Cookie },
    );
    if (!ticket) return;
    acknowledged.push(new URL(ticket, url).pathname.split("/").at(-1)!);
  }
}

test(`${KILLS} times killed while writing, everything that was acknowledged is there`, async () => {
  const subscriptions: string[] = [];
  const registrations: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const server = await startServer({ dataDir, env: { TRUST_PROXY: "true" } });
    const writing = Promise.all([
      subscribeUntilKilled(server.url, round, subscriptions),
      registerUntilKilled(server.url, registrations),
    ]);
    // Each round is killed after another number of answers and at another moment of the writes that follow.
    const enough = {
      registrations: registrations.length + 1 + (round % 4),
      subscriptions: subscriptions.length + 1,
    };
    while (registrations.length < enough.registrations || subscriptions.length < enough.subscriptions)
      await wait(1);
    await wait((round * 7) % 31);
    await server.stop("SIGKILL");
    await writing;
  }
  expect(subscriptions.length).toBeGreaterThanOrEqual(KILLS);
  expect(registrations.length).toBeGreaterThanOrEqual(KILLS);

  await withDatabase(async (town) => {
    const { database } = town;
    const readers = await database.subscriber.findMany({ where: { email: { startsWith: "kill-" } } });
    const emails = new Set(readers.map((reader) => reader.email));
    expect(subscriptions.filter((email) => !emails.has(email))).toEqual([]);

    const held = await database.registration.findMany({
      where: { pool: { session: { eventId } }, state: "registered" },
      select: { id: true },
    });
    const seats = new Set(held.map((registration) => registration.id));
    expect(registrations.filter((id) => !seats.has(id))).toEqual([]);

    // Seats and mails are written with the fact: none is missing and none is left over.
    const [pool] = await ledgerOf(town, eventId);
    expect(pool!.reserved).toBe(held.length);
    expect(await database.mail.count({ where: { recipient: { endsWith: "@people.example" } } })).toBe(
      held.length,
    );
    expect(await database.mail.count({ where: { recipient: { startsWith: "kill-" } } })).toBe(readers.length);
  });
});
