import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/platform/database.server.ts";
import { startServer, spawnServer } from "#tests/support/running-server.ts";

let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-fault-"));
  dataDir = path.join(folder, "data");
  const server = await startServer({ dataDir });
  await server.stop();
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const KILLS = 20;

/** Subscribes one address after the other until the server is gone; returns the addresses that it acknowledged. */
async function subscribeUntilKilled(url: string, round: number, acknowledged: string[]) {
  for (let number = 0; ; number++) {
    const email = `kill-${round}-${number}@demo.example`;
    const body = new URLSearchParams({ email, segment: "student", consent: "yes" });
    // Behind a proxy of its own, so that the throttle sees many readers.
    const headers = { "X-Forwarded-For": `198.51.${round}.${number % 250}` };
    const response = await fetch(`${url}/newsletter`, { method: "POST", body, headers, redirect: "manual" }).catch(() => null);
    if (!response) return;
    if (response.status !== 303 && response.status !== 200)
      throw new Error(`a subscription was answered with ${response.status}: ${await response.text()}`);
    acknowledged.push(email);
  }
}

test(`${KILLS} times killed while writing, every acknowledged subscription is there`, async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const server = await startServer({ dataDir, env: { TRUST_PROXY: "true" } });
    const writing = subscribeUntilKilled(server.url, round, acknowledged);
    // Different moments of the write are hit, without a fixed place.
    await new Promise((resolve) => setTimeout(resolve, 120 + 37 * round));
    await server.stop("SIGKILL");
    await writing;
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  const open = await openDatabase({ databaseUrl: null, dataDir });
  try {
    const rows = await open.database.subscriber.findMany({ where: { email: { startsWith: "kill-" } }, select: { email: true } });
    const kept = new Set(rows.map((row) => row.email));
    expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
    // The mail belongs to the same transaction: there is none without its subscriber and none is missing.
    expect(await open.database.mail.count({ where: { kind: "newsletter-confirmation", recipient: { startsWith: "kill-" } } })).toBe(rows.length);
  } finally {
    await open.close();
  }
});

test("a second process on the same data folder is refused in words", async () => {
  const first = await startServer({ dataDir });
  const second = await spawnServer({ dataDir });
  const status = await new Promise((resolve) => second.process.once("exit", resolve));
  expect(status).toBe(1);
  expect(second.output()).toContain("already uses the data folder");
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.stop();
});

test("a database folder that a killed first start left half made is put aside and the start works", async () => {
  const fresh = path.join(folder, "half");
  await fs.mkdir(path.join(fresh, "database", "base"), { recursive: true });
  await fs.writeFile(path.join(fresh, "database", "PG_VERSION"), "");
  const server = await startServer({ dataDir: fresh });
  await server.stop();
  const names = await fs.readdir(fresh);
  expect(names.some((name) => name.startsWith("database-incomplete-"))).toBe(true);
});

test("a first start killed while it fills the town begins again from nothing", async () => {
  const fresh = path.join(folder, "killed-first");
  const server = await spawnServer({ dataDir: fresh });
  while (!server.output().includes("Filling the demo town")) {
    if (server.process.exitCode !== null) throw new Error(server.output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await server.stop("SIGKILL");
  const again = await startServer({ dataDir: fresh });
  const page = await fetch(`${again.url}/companies`).then((response) => response.text());
  expect(page).toContain("件");
  await again.stop();
});
