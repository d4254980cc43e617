import fs from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process uses the folder. */
export class DataFolderInUse extends Error {
  constructor(folder: string) {
    super(
      `Another Jimoto process already uses the data folder ${folder}. Stop it first, or give this one its own folder with DATA_DIR.`,
    );
    this.name = "DataFolderInUse";
  }
}

export type DataFolder = {
  /** Where the embedded database lives. */
  database: string;
  /** Says that the database folder is complete from now on. */
  markComplete(): void;
  release(): void;
};

const COMPLETE = "database-complete";

/**
 * Opens the data folder for this process alone. The lock is SQLite's own exclusive file lock: the operating system
 * frees it when the process ends, however it ends, so a killed process leaves no stale lock behind.
 * A database folder that a killed first start left half-made is put aside.
 */
export function openDataFolder(folder: string): DataFolder {
  fs.mkdirSync(folder, { recursive: true });
  const lock = takeLock(folder);
  const database = path.join(folder, "database");
  if (fs.existsSync(database) && !fs.existsSync(path.join(folder, COMPLETE))) {
    const aside = path.join(folder, `database-incomplete-${Date.now()}`);
    fs.renameSync(database, aside);
  }
  return {
    database,
    markComplete: () => fs.writeFileSync(path.join(folder, COMPLETE), ""),
    release: () => lock.close(),
  };
}

function takeLock(folder: string): DatabaseSync {
  const lock = new DatabaseSync(path.join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new DataFolderInUse(folder);
    throw error;
  }
}
