import { fromPglite, fromPrisma, type Job, PgBoss } from "pg-boss";
import { type Log, describeError } from "./log.server.ts";
import type { OpenDatabase, Transaction } from "./database.server.ts";

/**
 * The outbox of the house (decision 004): a job is written in the transaction of the fact it follows from, so either
 * both exist or neither. Workers claim with FOR UPDATE SKIP LOCKED and retry with backoff; handlers are idempotent.
 */
export type Jobs<Catalogue extends Record<string, object>> = {
  /** Adds a job inside the transaction, to run as soon as possible or not before `startAfter`. */
  enqueue<Name extends keyof Catalogue & string>(
    tx: Transaction,
    name: Name,
    data: Catalogue[Name],
    options?: { startAfter: Date },
  ): Promise<void>;
  /** Adds many jobs of one kind inside the transaction. */
  enqueueAll<Name extends keyof Catalogue & string>(
    tx: Transaction,
    name: Name,
    data: Catalogue[Name][],
  ): Promise<void>;
  /** Starts the workers in this process. */
  work(handlers: Handlers<Catalogue>): Promise<void>;
  /** Runs what waits and what follows from it in this process until nothing is left that can be done now; returns how many ran. */
  drain(handlers: Handlers<Catalogue>): Promise<number>;
  stop(): Promise<void>;
};

export type Schedules<Catalogue> = {
  [Name in keyof Catalogue & string]?: { cron: string; data: Catalogue[Name] };
};

export type Handlers<Catalogue> = {
  [Name in keyof Catalogue]: (data: Catalogue[Name]) => Promise<void>;
};

const QUEUE = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600, notify: true };
const NO_JOB = "00000000-0000-0000-0000-000000000000";
const WORK = {
  batchSize: 50,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  burstWhenBatchFull: true,
};

/** Opens the job queue in the same database; `names` are the queues that must exist. */
export async function openJobs<Catalogue extends Record<string, object>>(options: {
  open: OpenDatabase;
  names: (keyof Catalogue & string)[];
  log: Log;
  /** Jobs that come by themselves: a cron expression in Japanese time. Their handlers are idempotent per day. */
  schedules?: Schedules<Catalogue>;
}): Promise<Jobs<Catalogue>> {
  const { open, log } = options;
  const boss = open.pglite
    ? new PgBoss({ db: fromPglite(open.pglite), backend: "pglite", useListenNotify: true })
    : new PgBoss({ connectionString: open.url!, useListenNotify: true });
  boss.on("error", (error) => log.error({ error }, "job queue error"));
  await boss.start();
  const present = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const name of options.names) {
    if (!present.has(name)) await boss.createQueue(name, QUEUE);
    // The library looks a queue up once, on its own connection. On the embedded database that would wait for the very
    // transaction that enqueues, so it happens here, before any transaction.
    await boss.findJobs(name, { id: NO_JOB });
  }

  const runOne = async (name: string, handler: (data: never) => Promise<void>, job: Job) => {
    try {
      await handler(job.data as never);
    } catch (error) {
      log.error({ job: name, jobId: job.id, error }, "job failed, it will be retried");
      throw error instanceof Error ? new Error(error.name) : new Error("job failed");
    }
  };
  const runBatch = async (name: string, handler: (data: never) => Promise<void>, batch: Job[]) => {
    let done = 0;
    for (const job of batch) {
      try {
        await runOne(name, handler, job);
        await boss.complete(name, job.id);
        done += 1;
      } catch (error) {
        await boss.fail(name, job.id, describeError(error));
      }
    }
    return done;
  };

  return {
    enqueue: async (tx, name, data, options) => {
      await boss.send(name, data, { ...options, db: fromPrisma(tx) });
    },
    enqueueAll: async (tx, name, data) => {
      if (data.length > 0)
        await boss.insert(
          name,
          data.map((item) => ({ data: item })),
          { db: fromPrisma(tx) },
        );
    },
    work: async (handlers) => {
      for (const name of options.names) {
        const handler = handlers[name] as (data: never) => Promise<void>;
        await boss.work<object>(name, WORK, async (batch) => {
          await runBatch(name, handler, batch);
        });
      }
      for (const [name, schedule] of Object.entries(options.schedules ?? {}))
        if (schedule) await boss.schedule(name, schedule.cron, schedule.data, { tz: "Asia/Tokyo" });
    },
    drain: async (handlers) => {
      let total = 0;
      for (let done = -1; done !== 0; total += done) {
        done = 0;
        for (const name of options.names) {
          const handler = handlers[name] as (data: never) => Promise<void>;
          const batch = await boss.fetch<object>(name, { batchSize: 50 });
          if (batch.length > 0) done += await runBatch(name, handler, batch);
        }
      }
      return total;
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
