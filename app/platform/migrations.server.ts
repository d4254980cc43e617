import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { OpenDatabase } from "./database.server.ts";

const filters = { externalTables: [], externalEnums: [] };

type EngineModule = typeof engineModule & { __wbg_set_wasm(exports: unknown): void };
let engineReady: Promise<void> | null = null;

/** Loads Prisma's schema engine from its WASM package: nothing is downloaded and no child process runs. */
function loadEngine(): Promise<void> {
  engineReady ??= (async () => {
    const require = createRequire(import.meta.url);
    const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace("_bg.js", "_bg.wasm");
    const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), {
      "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
    });
    (engineModule as EngineModule).__wbg_set_wasm(instance.exports);
    (instance.exports["__wbindgen_start"] as (() => void) | undefined)?.();
  })();
  return engineReady;
}

type ScriptRunner = {
  executeScript(script: string): Promise<void>;
  underlyingDriver?(): { query(script: string): Promise<unknown> };
  client?: { exec(script: string): Promise<unknown> };
  onError?(error: unknown): never;
};

/**
 * Both stock adapters run migration scripts wrongly: one does not await, the other cuts at every semicolon, which
 * breaks functions and triggers. The whole script runs as one simple query instead, which PostgreSQL treats as one
 * transaction.
 */
function withWholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
): SqlMigrationAwareDriverAdapterFactory {
  const repair = <Adapter>(adapter: Adapter): Adapter => {
    const runner = adapter as Adapter & ScriptRunner;
    const driver = runner.underlyingDriver?.();
    const run = (script: string) => (driver?.query ? driver.query(script) : runner.client!.exec(script));
    runner.executeScript = async (script) => {
      try {
        await run(script);
      } catch (error) {
        if (runner.onError) runner.onError(error);
        throw error;
      }
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => repair(await factory.connect()),
    connectToShadowDb: async () => repair(await factory.connectToShadowDb()),
  };
}

async function createEngine(factory: SqlMigrationAwareDriverAdapterFactory, schemaDir: string) {
  await loadEngine();
  return engineModule.SchemaEngine.new(
    { datamodels: readSchema(schemaDir) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(withWholeScripts(factory)),
  );
}

function readSchema(schemaDir: string): [string, string][] {
  return fs
    .readdirSync(schemaDir)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [path.join(schemaDir, name), fs.readFileSync(path.join(schemaDir, name), "utf8")]);
}

function readMigrations(dir: string) {
  const lockfile = path.join(dir, "migration_lock.toml");
  return {
    baseDir: path.resolve(dir),
    lockfile: { path: "migration_lock.toml", content: fs.readFileSync(lockfile, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: fs
      .readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: fs.readFileSync(path.join(dir, name, "migration.sql"), "utf8"),
          },
        },
      })),
  };
}

/** Where the schema and the migrations stand; the process runs in the project's root. */
const SCHEMA_DIR = "prisma/schema";
const MIGRATIONS_DIR = "prisma/migrations";

/** Applies the migrations that the database has not seen, on both kinds of database by the same code; returns their names. */
export async function applyMigrations(open: Pick<OpenDatabase, "pglite" | "url">): Promise<string[]> {
  const pool = open.pglite ? null : new Pool({ connectionString: open.url!, max: 2 });
  try {
    const factory = open.pglite ? new PrismaPGlite(open.pglite) : new PrismaPg(pool!);
    const engine = await createEngine(factory, SCHEMA_DIR);
    const result = await engine.applyMigrations({
      migrationsList: readMigrations(MIGRATIONS_DIR),
      filters,
    });
    // PGlite looks at the array types once, when it opens; without this it cannot send arrays of the new enums.
    if (result.appliedMigrationNames.length > 0) await open.pglite?.refreshArrayTypes();
    return result.appliedMigrationNames;
  } finally {
    await pool?.end();
  }
}

/** The SQL from the migrations as they stand to the schema as it stands; null when there is nothing to do. */
export async function diffMigrations(): Promise<string | null> {
  const shadow = async () => new PrismaPGlite(await PGlite.create()).connect();
  const factory = {
    provider: "postgres",
    adapterName: "pglite",
    connect: shadow,
    connectToShadowDb: shadow,
  } as unknown as SqlMigrationAwareDriverAdapterFactory;
  const engine = await createEngine(factory, SCHEMA_DIR);
  const files = readSchema(SCHEMA_DIR).map(([file, content]) => ({ path: file, content }));
  const result = await engine.diff({
    from: { tag: "migrations", ...readMigrations(MIGRATIONS_DIR) },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters,
  });
  return result.exitCode === 2 ? (result.stdout ?? "") : null;
}
