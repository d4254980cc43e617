import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDrift } from "#app/domain/matching/store.server.ts";
import { searchDeskWords as desk } from "#app/locales/ja/search-desk.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type Database, openDatabase } from "#app/platform/database.server.ts";
import { type Env, parseEnv } from "#app/platform/env.server.ts";
import { createMeilisearchSearch } from "#search/meilisearch.ts";
import { createEvent, createStudents, ledgerOf } from "#tests/support/builders/events.ts";
import { ADMIN_KEY, FakeMeilisearch, SEARCH_KEY } from "#tests/support/fake-meilisearch.ts";
import { type RunningServer, startServer } from "#tests/support/running-server.ts";
import { signInCookie } from "#tests/support/session.ts";

const KILLS = 20;
const STUDENTS = 200;
const COMPANIES = 12;

let folder: string;
let dataDir: string;
let fake: FakeMeilisearch;
let eventId: string;
/** Cookie headers of students who hold no seat yet. */
let students: string[];
let staff: string;
let companies: { id: string; page: string }[];

/** The portal with a search server beside it, which outlives the kills. */
const start = () =>
  startServer({
    dataDir,
    isShortLived: true,
    env: {
      TRUST_PROXY: "true",
      // Twenty starts compile the same modules.
      NODE_COMPILE_CACHE: path.join(folder, "compiled"),
      MEILISEARCH_URL: fake.url,
      MEILISEARCH_ADMIN_KEY: ADMIN_KEY,
      MEILISEARCH_SEARCH_KEY: SEARCH_KEY,
    },
  });

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-kill-"));
  dataDir = path.join(folder, "data");
  fake = await new FakeMeilisearch().start();
  const server = await start();
  await server.stop();
  await withDatabase(async (town) => {
    eventId = (await createEvent(town, { seats: { student: STUDENTS } })).id;
    students = [];
    for (const id of await createStudents(town, STUDENTS)) students.push(await signInCookie(town, id));
    const account = await town.database.user.findFirstOrThrow({ where: { role: "staff", isDemo: true } });
    staff = await signInCookie(town, account.id);
    const listed = await town.database.company.findMany({
      where: { withdrawnAt: null, publishedRevision: { isNot: null } },
      orderBy: { id: "asc" },
      take: COMPANIES,
    });
    companies = listed.map(({ id, slug }) => ({ id, page: `/companies/${slug}` }));
    for (const { id } of companies) listings.set(id, true);
  });
});
afterAll(async () => {
  await fake.stop();
  await fs.rm(folder, { recursive: true, force: true });
});

type StoppedTown = { database: Database; env: Env; clock: typeof systemClock };

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

/** What was acknowledged, of all rounds. */
const subscriptions: string[] = [];
const registrations: { id: string; Cookie: string }[] = [];
/** Whether each company is listed as the last answer said; null where the last change was not answered. */
const listings = new Map<string, boolean | null>();
/** The companies whose listing was to change in this round. */
const changed = new Set<string>();
let changes = 0;

/** Subscribes one address after the other until the server is gone. */
async function subscribeUntilKilled(url: string, round: number) {
  for (let number = 0; ; number++) {
    const email = `kill-${round}-${number}@demo.example`;
    // Each reader has an address of their own, so that the throttle does not end the round.
    const headers = { "X-Forwarded-For": `198.51.${round}.${number % 250}` };
    if (!(await post(`${url}/newsletter`, { email, segment: "student", consent: "yes" }, headers))) return;
    subscriptions.push(email);
  }
}

/** Registers one student after the other until the server is gone. */
async function registerUntilKilled(url: string) {
  for (;;) {
    const Cookie = students.pop();
    if (Cookie === undefined) throw new Error("there are too few students");
    const form = { category: "student", headCount: "1" };
    const ticket = await post(`${url}/events/${eventId}/registration`, form, { Cookie });
    if (!ticket) return;
    registrations.push({ id: new URL(ticket, url).pathname.split("/").at(-1)!, Cookie });
  }
}

/** Takes one company after the other off the list, or puts it back, until the server is gone. */
async function changeListingsUntilKilled(url: string, round: number) {
  for (let turn = round; ; turn++) {
    const { id } = companies[turn % companies.length]!;
    const isListed = listings.get(id)!;
    listings.set(id, null);
    changed.add(id);
    const form: Record<string, string> = isListed
      ? { intent: "withdraw", reason: "asked", comment: "" }
      : { intent: "relist" };
    if (!(await post(`${url}/staff/companies/${id}/publication`, form, { Cookie: staff }))) return;
    listings.set(id, !isListed);
    changes += 1;
  }
}

const isInIndex = (companyId: string) => fake.versions().has(`company:${companyId}`);

/** Everything acknowledged is there, and the index equals the database. */
async function expectNothingLost({ url }: RunningServer) {
  const last = registrations.at(-1);
  if (last) {
    const ticket = await fetch(`${url}/me/registrations/${last.id}`, { headers: { Cookie: last.Cookie } });
    expect(ticket.status).toBe(200);
  }
  await expectNoDrift(url);
  for (const { id, page } of companies.filter(({ id }) => changed.has(id))) {
    const isListed = (await fetch(url + page)).ok;
    const wanted = listings.get(id) ?? isListed;
    expect({ page, isListed, isFound: isInIndex(id) }).toEqual({ page, isListed: wanted, isFound: wanted });
    listings.set(id, isListed);
  }
  changed.clear();
}

/** After the comparison that belongs to a start, a further one finds no difference in any index. */
async function expectNoDrift(url: string) {
  const { embedded, meilisearch } = desk.engines;
  const lineOf = async (name: string) => {
    const page = await fetch(`${url}/staff/search`, { headers: { Cookie: staff } });
    const rows = (await page.text()).split("<tr").slice(1);
    const line = rows.find((row) => row.includes(`>${name}`));
    if (line === undefined) throw new Error(`the page on search does not name ${name}`);
    return line;
  };
  while ((await lineOf(meilisearch!)).includes(desk.notChecked)) await wait(20);
  await post(`${url}/staff/search`, { intent: "check" }, { Cookie: staff });
  for (const name of [embedded!, meilisearch!])
    expect(await lineOf(name)).toContain(`>${desk.results.same}<`);
}

test(`${KILLS} times killed while writing and between commit and indexing, nothing is lost and search is in line`, async () => {
  let roundsWithLoss = 0;
  let server = await start();
  await expectNothingLost(server);
  for (let round = 0; round < KILLS; round++) {
    // Every other round nothing of what is committed reaches the search server; the others are killed anywhere.
    fake.isStalled = round % 2 === 0;
    const writing = Promise.all([
      subscribeUntilKilled(server.url, round),
      registerUntilKilled(server.url),
      changeListingsUntilKilled(server.url, round),
    ]);
    // Each round is killed after another number of answers and at another moment of the writes that follow.
    const enough = {
      registrations: registrations.length + 1 + (round % 4),
      subscriptions: subscriptions.length + 1,
      changes: changes + 1 + (round % 3),
    };
    const isEnough = () =>
      registrations.length >= enough.registrations &&
      subscriptions.length >= enough.subscriptions &&
      changes >= enough.changes;
    while (!isEnough()) await Promise.race([wait(1), writing]);
    await wait((round * 7) % 31);
    await server.stop("SIGKILL");
    await writing;
    const indexed = fake.versions();
    fake.isStalled = false;
    server = await start();
    await expectNothingLost(server);
    const inLine = fake.versions();
    if (companies.some(({ id }) => indexed.get(`company:${id}`) !== inLine.get(`company:${id}`)))
      roundsWithLoss += 1;
  }
  await server.stop();
  expect(roundsWithLoss).toBeGreaterThanOrEqual(KILLS / 2);

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
    expect(registrations.filter(({ id }) => !seats.has(id))).toEqual([]);

    // Seats and mails are written with the fact: none is missing and none is left over.
    const [pool] = await ledgerOf(town, eventId);
    expect(pool!.reserved).toBe(held.length);
    expect(await database.mail.count({ where: { recipient: { endsWith: "@people.example" } } })).toBe(
      held.length,
    );
    expect(await database.mail.count({ where: { recipient: { startsWith: "kill-" } } })).toBe(readers.length);

    // The same comparison once more, from outside of the portal.
    const index = createMeilisearchSearch({ url: fake.url, adminKey: ADMIN_KEY });
    expect((await findDrift(town, index)).drift).toEqual({ missing: [], outdated: [], surplus: [] });
  });
});
