import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spawnServer, startServer } from "#tests/support/running-server.ts";

let folder: string;
/** A data folder with the demo town in it. */
let filled: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-start-"));
  filled = path.join(folder, "filled");
  const server = await startServer({ dataDir: filled });
  await server.stop();
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test("a second process on the same data folder is refused in words", async () => {
  const first = await startServer({ dataDir: filled });
  const second = await spawnServer({ dataDir: filled });
  expect(await second.gone).toBe(1);
  expect(second.output()).toContain("already uses the data folder");
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.stop();
});

test("a database folder that a killed first start left half made is put aside and the start works", async () => {
  const dataDir = path.join(folder, "half");
  await fs.mkdir(path.join(dataDir, "database", "base"), { recursive: true });
  await fs.writeFile(path.join(dataDir, "database", "PG_VERSION"), "");
  const server = await startServer({ dataDir });
  await server.stop();
  const names = await fs.readdir(dataDir);
  expect(names.some((name) => name.startsWith("database-incomplete-"))).toBe(true);
});

test("a first start that is killed while it fills the town begins again from nothing", async () => {
  const dataDir = path.join(folder, "killed");
  const server = await spawnServer({ dataDir });
  while (!server.output().includes("Filling the demo town")) {
    if (server.process.exitCode !== null) throw new Error(server.output());
    await wait(20);
  }
  await server.stop("SIGKILL");
  const again = await startServer({ dataDir });
  const map = await fetch(`${again.url}/sitemap.xml`).then((response) => response.text());
  expect(map.match(/\/companies\//g)?.length).toBeGreaterThanOrEqual(174);
  await again.stop();
});

test("a wrong setting is named and nothing is opened", async () => {
  const dataDir = path.join(folder, "never");
  const server = await spawnServer({ dataDir, env: { MODE: "production", MAIL_FROM: "nobody" } });
  expect(await server.gone).toBe(1);
  expect(server.output()).toContain("MAIL_FROM");
  await expect(fs.access(dataDir)).rejects.toThrow("ENOENT");
});

test("production refuses a database with demo accounts", async () => {
  const env = {
    MODE: "production",
    SESSION_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
    PUBLIC_URL: "https://jobs.example",
    MAIL_FROM: "town@jobs.example",
    ACCEPT_EMBEDDED_DATABASE: "true",
  };
  const server = await spawnServer({ dataDir: filled, env });
  expect(await server.gone).toBe(1);
  expect(server.output()).toContain("demo accounts");
});

test("a port that is taken is said in words", async () => {
  const copy = path.join(folder, "copy");
  await fs.cp(filled, copy, { recursive: true });
  const first = await startServer({ dataDir: filled });
  const second = await spawnServer({ dataDir: copy, env: { PORT: new URL(first.url).port } });
  expect(await second.gone).toBe(1);
  expect(second.output()).toContain("is in use");
  await first.stop();
});
