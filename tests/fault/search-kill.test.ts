import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeMeilisearch } from "#tests/support/fake-meilisearch.ts";

const KILLS = 20;
const COMPANIES = 6;

let folder: string;
let fake: FakeMeilisearch;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-search-kill-"));
  fake = await new FakeMeilisearch().start();
});
afterAll(async () => {
  await fake.stop();
  await fs.rm(folder, { recursive: true, force: true });
});

type Line = { found?: number; drift?: Record<string, number>; committed?: string };

/** Starts the writer; `next` waits for what it says next. */
function startWriter(companies: number) {
  const child: ChildProcess = spawn(
    process.execPath,
    ["tests/fault/search-writer.ts", path.join(folder, "data"), fake.url, String(companies)],
    { stdio: ["ignore", "pipe", "inherit"], env: { PATH: process.env["PATH"] } },
  );
  // A test that fails must not leave a process behind.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = readline.createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Line> => {
      const { value, done } = await lines.next();
      if (done) throw new Error("the writer ended by itself");
      return JSON.parse(value) as Line;
    },
    kill: async () => {
      end();
      await gone;
      process.off("exit", end);
    },
  };
}

test(`${KILLS} times killed between commit and indexing, the index is brought in line with the database`, async () => {
  let roundsWithLoss = 0;
  for (let round = 0; round <= KILLS; round++) {
    fake.isStalled = false;
    const writer = startWriter(round === 0 ? COMPANIES : 0);
    const { found, drift } = await writer.next();
    expect(drift).toEqual({ embedded: 0, meilisearch: 0 });
    if (round > 0 && found! > 0) roundsWithLoss += 1;
    if (round < KILLS) {
      // Every other round nothing of what is committed reaches the index; the others are killed anywhere.
      fake.isStalled = round % 2 === 0;
      for (let commits = 0; commits <= round % 5; commits++) await writer.next();
      await wait((round * 7) % 31);
    }
    await writer.kill();
  }
  expect(roundsWithLoss).toBeGreaterThanOrEqual(KILLS / 2);
});
