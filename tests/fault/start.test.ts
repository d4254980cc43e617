import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, spawnServer, startServer } from "#tests/support/running-server.ts";

const production = {
  MODE: "production",
  SESSION_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
  PUBLIC_URL: "https://jobs.example",
  MAIL_FROM: "town@jobs.example",
  ACCEPT_EMBEDDED_DATABASE: "true",
};

const isShortLived = true;

let folder: string;
/** A data folder whose first start was killed while it filled the demo town. */
let dataDir: string;
/** The second start on it. */
let running: RunningServer;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-start-"));
  dataDir = path.join(folder, "filled");
  const killed = await spawnServer({ dataDir, isShortLived });
  while (!killed.output().includes("Filling the demo town")) {
    if (killed.process.exitCode !== null) throw new Error(killed.output());
    await wait(20);
  }
  await killed.stop("SIGKILL");
  running = await startServer({ dataDir, isShortLived });
});
afterAll(async () => {
  await running?.stop();
  await fs.rm(folder, { recursive: true, force: true });
});

test("a first start that is killed while it fills the town begins again from nothing", async () => {
  const map = await fetch(`${running.url}/sitemap.xml`).then((response) => response.text());
  expect(map.match(/\/companies\//g)?.length).toBeGreaterThanOrEqual(174);
});

test("a second process on the same data folder is refused in words", async () => {
  const second = await spawnServer({ dataDir, isShortLived });
  expect(await second.gone).toBe(1);
  expect(second.output()).toContain("already uses the data folder");
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
});

test("a port that is taken is said in words", async () => {
  const env = { ...production, PORT: new URL(running.url).port };
  const second = await spawnServer({ dataDir: path.join(folder, "other"), env, isShortLived });
  expect(await second.gone).toBe(1);
  expect(second.output()).toContain("is in use");
});

test("production refuses a database with demo accounts", async () => {
  await running.stop();
  const server = await spawnServer({ dataDir, env: production, isShortLived });
  expect(await server.gone).toBe(1);
  expect(server.output()).toContain("demo accounts");
});

test("a database folder that a killed first start left half made is put aside and the start works", async () => {
  const half = path.join(folder, "half");
  await fs.mkdir(path.join(half, "database", "base"), { recursive: true });
  await fs.writeFile(path.join(half, "database", "PG_VERSION"), "");
  const server = await startServer({ dataDir: half, env: production, isShortLived });
  await server.stop();
  const names = await fs.readdir(half);
  expect(names.some((name) => name.startsWith("database-incomplete-"))).toBe(true);
});

test("a wrong setting is named and nothing is opened", async () => {
  const never = path.join(folder, "never");
  const env = { MODE: "production", MAIL_FROM: "nobody" };
  const server = await spawnServer({ dataDir: never, env, isShortLived });
  expect(await server.gone).toBe(1);
  expect(server.output()).toContain("MAIL_FROM");
  await expect(fs.access(never)).rejects.toThrow("ENOENT");
});
