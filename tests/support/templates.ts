import fs from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { fixedClock } from "#app/platform/clock.ts";
import { type OpenDatabase, fromPglite, openDatabase } from "#app/platform/database.server.ts";
import { openJobs } from "#app/platform/jobs.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { JOB_NAMES } from "#app/town.ts";
import { seedDemoTown } from "#prisma/seed/seed.ts";

/** The moment at which the seeded town of the tests was filled. */
export const SEEDED_AT = "2026-11-20T03:00:00Z";

export type Template = "empty" | "seeded";

const databaseUrl = () => process.env["TEST_DATABASE_URL"];

/** Where a run keeps its templates; made by tests/support/global-setup.ts. */
const folder = () => process.env["JIMOTO_TEST_TEMPLATES"]!;

/** A database of its own for one test, cloned from a template: in memory, or on the PostgreSQL of TEST_DATABASE_URL. */
export async function cloneTemplate(template: Template): Promise<OpenDatabase> {
  const url = databaseUrl();
  return url ? clonePostgres(url, template) : cloneEmbedded(template);
}

/** Makes a template once per run: migrated, with the job queue's own tables, and filled when it is the seeded one. */
export async function makeTemplate(template: Template): Promise<void> {
  const url = databaseUrl();
  if (url) {
    await recreate(url, templateName(template));
    await fill(await openDatabase({ databaseUrl: nameIn(url, templateName(template)), dataDir: "" }), template);
    return;
  }
  const pglite = await PGlite.create();
  const open = fromPglite(pglite);
  await fill(open, template, async () => {
    const dump = await pglite.dumpDataDir("none");
    await fs.writeFile(dumpFile(template), Buffer.from(await dump.arrayBuffer()));
  });
}

async function fill(open: OpenDatabase, template: Template, keep = async () => {}): Promise<void> {
  const log = createLog("silent");
  await applyMigrations(open);
  if (template === "seeded") await seedDemoTown({ database: open.database, clock: fixedClock(SEEDED_AT) });
  const jobs = await openJobs({ open, names: JOB_NAMES, log });
  await jobs.stop();
  await keep();
  await open.close();
}

const dumpFile = (template: Template) => path.join(folder(), `${template}.tar`);

async function cloneEmbedded(template: Template): Promise<OpenDatabase> {
  const dump = new Blob([await fs.readFile(dumpFile(template))]);
  return fromPglite(await PGlite.create({ loadDataDir: dump }));
}

const templateName = (template: Template) => `jimoto_template_${template}`;

let copies = 0;

async function clonePostgres(url: string, template: Template): Promise<OpenDatabase> {
  const name = `jimoto_test_${process.pid}_${++copies}_${Date.now()}`;
  await admin(url, `CREATE DATABASE "${name}" TEMPLATE "${templateName(template)}"`);
  const open = await openDatabase({ databaseUrl: nameIn(url, name), dataDir: "" });
  return {
    ...open,
    close: async () => {
      await open.close();
      await admin(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

async function recreate(url: string, name: string): Promise<void> {
  await admin(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await admin(url, `CREATE DATABASE "${name}"`);
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function nameIn(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
