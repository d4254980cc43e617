import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolClient } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { type Prisma, PrismaClient } from "#generated/prisma/client.ts";
import { openDataFolder } from "./data-folder.server.ts";

export type Database = PrismaClient;
/** The database inside a transaction. Inside `$transaction` only this is used, never the outer client. */
export type Transaction = Prisma.TransactionClient;

export type OpenDatabase = {
  database: Database;
  kind: "embedded" | "postgresql";
  /** The embedded instance, for the job queue and for migrations. */
  pglite: PGlite | null;
  /** The address, for the job queue and for migrations. */
  url: string | null;
  close(): Promise<void>;
};

// PGlite has one connection: transactions queue, so a waiting one needs more patience than Prisma's two seconds.
const transactionOptions = { maxWait: 15_000, timeout: 15_000 };

/** Opens PostgreSQL when there is an address, otherwise the embedded database in the data folder. */
export async function openDatabase(options: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<OpenDatabase> {
  return options.databaseUrl ? openPostgres(options.databaseUrl) : openEmbedded(options.dataDir);
}

function openPostgres(url: string): OpenDatabase {
  const pool = new Pool({ connectionString: url, max: 10 });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  pool.on("connect", queueQueries);
  const database = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions });
  return {
    database,
    kind: "postgresql",
    pglite: null,
    url,
    close: async () => {
      await database.$disconnect();
      await pool.end();
    },
  };
}

/**
 * Prisma sends the queries of several relations of one statement side by side, also inside a transaction with its one
 * connection. pg queues them itself for now and warns that it will stop doing so; here each waits for the one before.
 */
function queueQueries(client: PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  let last: Promise<unknown> = Promise.resolve();
  const query = (...args: unknown[]) => {
    // The pool's own statements bring a callback and have the connection to themselves.
    if (typeof args.at(-1) === "function") return send(...args);
    const answer = last.then(() => send(...args));
    last = answer.catch(() => {});
    return answer;
  };
  client.query = query as typeof client.query;
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const folder = openDataFolder(dataDir);
  try {
    const pglite = await PGlite.create(folder.database);
    folder.markComplete();
    return fromPglite(pglite, () => folder.release());
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** A database around a PGlite that exists already: tests clone one in memory. */
export function fromPglite(pglite: PGlite, onClose: () => void = () => {}): OpenDatabase {
  const database = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions });
  return {
    database,
    kind: "embedded",
    pglite,
    url: null,
    close: async () => {
      await database.$disconnect();
      await pglite.close();
      onClose();
    },
  };
}
