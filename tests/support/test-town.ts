import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { openTown } from "#app/compose.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import type { Town } from "#app/town.ts";
import { cloneTemplate, SEEDED_AT } from "./templates.ts";

export type TestTown = {
  town: Town;
  /** Does what background workers would do now; returns how many jobs ran. */
  runWaitingJobs(): Promise<number>;
  setNow(iso: string): void;
  close(): Promise<void>;
};

/** A town of its own for a test: a real database, a clock that the test sets, no workers. */
export async function openTestTown(
  options: { now?: string; seeded?: boolean; env?: Record<string, string> } = {},
): Promise<TestTown> {
  let now = new Date(options.now ?? SEEDED_AT);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-town-"));
  const parsed = parseEnv({
    PUBLIC_URL: "http://town.test",
    LOG_LEVEL: "silent",
    DATA_DIR: folder,
    ...options.env,
  });
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join("; "));
  const open = await cloneTemplate(options.seeded ? "seeded" : "empty");
  const opened = await openTown({
    env: parsed.env,
    open,
    clock: { now: () => new Date(now) },
    log: createLog("silent"),
  });
  return {
    town: opened.town,
    runWaitingJobs: () => opened.runWaitingJobs(),
    setNow: (iso) => {
      now = new Date(iso);
    },
    close: async () => {
      await opened.close();
      await open.close();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
