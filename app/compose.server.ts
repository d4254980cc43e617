import { createHash } from "node:crypto";
import { createMailDelivery } from "#emails/delivery.server.ts";
import { chooseTransport } from "#emails/transports.server.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { createEmbeddedSearch } from "#search/embedded.ts";
import { isWithdrawnSubscription } from "#app/domain/newsletter/subscription.store.server.ts";
import { keepSearchFresh } from "#app/domain/matching/freshness.server.ts";
import { updateSearch } from "#app/domain/matching/store.server.ts";
import { createAuth, RESET_MINUTES } from "./platform/auth.server.ts";
import type { Clock } from "./platform/clock.ts";
import type { OpenDatabase } from "./platform/database.server.ts";
import type { Env } from "./platform/env.server.ts";
import { type Handlers, openJobs } from "./platform/jobs.server.ts";
import type { Log } from "./platform/log.server.ts";
import { JOB_NAMES, type JobCatalogue, type Town } from "./town.ts";

export type OpenTown = {
  town: Town;
  /** Starts the background workers in this process. */
  startWorkers(): Promise<void>;
  /** Runs the waiting jobs once; for tests. */
  runWaitingJobs(): Promise<number>;
  close(): Promise<void>;
};

/** Puts the town together from its parts; the only place that knows all of them. */
export async function openTown(parts: {
  env: Env;
  open: OpenDatabase;
  clock: Clock;
  log: Log;
}): Promise<OpenTown> {
  const { env, open, clock, log } = parts;
  const { database } = open;
  const jobs = await openJobs<JobCatalogue>({ open, names: JOB_NAMES, log });
  const auth = createAuth({
    database,
    secret: env.sessionSecret,
    baseUrl: env.publicUrl,
    sendPasswordReset: async ({ email, token }) => {
      const resetUrl = `${env.publicUrl}/password/reset?token=${encodeURIComponent(token)}`;
      await database.$transaction((tx) =>
        queueMail(
          tx,
          { clock, jobs },
          {
            to: email,
            message: { kind: "password-reset", props: { resetUrl, validMinutes: RESET_MINUTES } },
            dedupeKey: `password-reset:${createHash("sha256").update(token).digest("base64url")}`,
            expiresAt: new Date(clock.now().getTime() + RESET_MINUTES * 60_000),
          },
        ),
      );
    },
  });
  const search = createEmbeddedSearch();
  const town: Town = { env, database, clock, log, jobs, search, auth };
  const freshness = keepSearchFresh(town);
  await freshness.check();

  const deliver = createMailDelivery({
    database,
    clock,
    log,
    transport: chooseTransport(env),
    from: env.mailFrom,
    isSuppressed: (mail) => isWithdrawnSubscription(town, mail),
  });
  const handlers: Handlers<JobCatalogue> = {
    "mail.deliver": ({ mailId }) => deliver(mailId),
    "search.update": (change) => updateSearch(town, change),
  };
  return {
    town,
    startWorkers: async () => {
      await jobs.work(handlers);
      freshness.start();
    },
    runWaitingJobs: () => jobs.drain(handlers),
    close: async () => {
      freshness.stop();
      await jobs.stop();
      await search.close();
    },
  };
}
