import { existsSync } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
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

/** Where a run keeps its templates; made and removed by tests/support/global-setup.ts. */
const folder = () => process.env["JIMOTO_TEST_TEMPLATES"]!;

/** A database of its own for one test, cloned from a template: in memory, or on the PostgreSQL of TEST_DATABASE_URL. */
export async function cloneTemplate(template: Template): Promise<OpenDatabase> {
  await ensureTemplate(template);
  const url = databaseUrl();
  return url ? clonePostgres(url, template) : cloneEmbedded(template);
}

/** Makes the template when no test of this run has done so yet; the others wait for it. */
async function ensureTemplate(template: Template): Promise<void> {
  const claim = path.join(folder(), `${template}.claim`);
  const result = path.join(folder(), `${template}.result`);
  const mine = await fs.writeFile(claim, "", { flag: "wx" }).then(
    () => true,
    () => false,
  );
  if (mine) {
    const outcome = await makeTemplate(template).then(() => "made", String);
    await fs.writeFile(`${result}.new`, outcome);
    await fs.rename(`${result}.new`, result);
  }
  while (!existsSync(result)) await new Promise((resolve) => setTimeout(resolve, 50));
  const outcome = await fs.readFile(result, "utf8");
  if (outcome !== "made") throw new Error(`the ${template} template could not be made: ${outcome}`);
}

/** A template is migrated, holds the job queue's own tables, and is filled when it is the seeded one. */
async function makeTemplate(template: Template): Promise<void> {
  const url = databaseUrl();
  if (url) {
    await admin(url, `CREATE DATABASE "${templateName(template)}"`);
    await fill(
      await openDatabase({ databaseUrl: nameIn(url, templateName(template)), dataDir: "" }),
      template,
    );
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

/** Every database of a run carries the run's name, so that two runs on one server do not meet. */
const runName = () => `jimoto_test_${path.basename(folder()).replaceAll(/\W/g, "").toLowerCase()}`;
const templateName = (template: Template) => `${runName()}_${template}`;

let copies = 0;

async function clonePostgres(url: string, template: Template): Promise<OpenDatabase> {
  const name = `${runName()}_${process.pid}_${++copies}`;
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

/** Takes away what the run made; on PostgreSQL also the databases of tests that were killed. */
export async function removeTemplates(): Promise<void> {
  const url = databaseUrl();
  if (url) {
    const left = await admin(
      url,
      `SELECT datname FROM pg_database WHERE starts_with(datname, '${runName()}_')`,
    );
    for (const { datname } of left) await admin(url, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
  await fs.rm(folder(), { recursive: true, force: true });
}

async function admin(url: string, statement: string): Promise<{ datname: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function nameIn(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
