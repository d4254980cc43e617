import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { ServerBuild } from "react-router";
import { chooseImageStorage } from "#app/platform/choose-image-storage.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { openDatabase, type Database } from "#app/platform/database.server.ts";
import type { Env } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#prisma/seed/demo-accounts.ts";
import { seedDemoTown } from "#prisma/seed/seed.ts";
import type * as entry from "#app/entry.server.tsx";
import { createWebApp } from "./web-app.ts";
import { progress } from "./progress.ts";

/** The application as it was built; the path is a value, because there is nothing to type before the first build. */
const BUILD: string = "../build/server/index.js";

/** A reason not to start that the operator can do something about. */
class StartRefused extends Error {
  override name = "StartRefused";
}

/** Opens everything in order, serves, and closes everything in the reverse order on SIGTERM or SIGINT. */
export async function startServer(env: Env): Promise<void> {
  const log = createLog(env.logLevel);
  const open = await progress("Opening the database", () => openDatabase(env));
  await progress("Applying migrations", () => applyMigrations(open));
  await prepareContent(env, open.database);
  const build = (await import(BUILD)) as ServerBuild;
  const { openTown, createHandler } = build.entry.module as unknown as typeof entry;
  const town = await progress("Building the search index", () =>
    openTown({ env, open, clock: systemClock, log }),
  );
  await town.startWorkers();
  const app = createWebApp(createHandler(town.town, build));
  const server = serve({ fetch: app.fetch, port: env.port, hostname: env.host }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new StartRefused(`port ${env.port} is in use; choose another with PORT`)
          : error,
      ),
    );
  });
  announce(env, (server.address() as AddressInfo).port);

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    const patience = setTimeout(() => process.exit(1), 10_000);
    patience.unref();
    server.close();
    server.closeAllConnections();
    await town.close();
    await open.close();
    process.exit(0);
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}

/** A demo is filled when it is empty; production must not hold demo accounts. */
async function prepareContent(env: Env, database: Database): Promise<void> {
  if (env.mode === "demo") {
    if ((await database.plan.count()) === 0)
      await progress("Filling the demo town (two fiscal years, 174 companies)", () =>
        seedDemoTown({ database, clock: systemClock, photosTo: chooseImageStorage(env) }),
      );
    return;
  }
  const demoAccounts = await database.user.count({ where: { isDemo: true } });
  if (demoAccounts > 0)
    throw new StartRefused(
      `the database holds ${demoAccounts} demo accounts with a public password; production needs a database of its own`,
    );
}

function announce(env: Env, port: number): void {
  const address =
    env.host === "127.0.0.1" || env.host === "localhost"
      ? `http://localhost:${port}`
      : `http://${env.host}:${port}`;
  const lines = [
    "",
    `  Jimoto is open: ${address}`,
    ...(env.publicUrl.endsWith(`:${port}`) ? [] : [`  Readers reach it at ${env.publicUrl}`]),
    ...(env.meilisearch
      ? [
          `  Search runs on Meilisearch at ${new URL(env.meilisearch.url).origin}, with the index of this process behind it.`,
        ]
      : []),
  ];
  if (env.mode === "demo")
    lines.push(
      "",
      `  Demo accounts (password ${DEMO_PASSWORD}):`,
      ...DEMO_ACCOUNTS.map((account) => `    ${account.role.padEnd(8)} ${account.email}`),
    );
  console.log([...lines, "", "  Stop with Ctrl+C. npm run demo:reset starts the demo over.", ""].join("\n"));
}
