// npm run demo:reset: removes the demo's data; the next start fills it anew.
import fs from "node:fs";
import path from "node:path";
import { DataFolderInUse, openDataFolder } from "#app/platform/data-folder.server.ts";
import { readEnvOrExit } from "#app/platform/env.server.ts";

const env = readEnvOrExit();
if (env.mode !== "demo" || env.databaseUrl) {
  console.error("Only a demo on the embedded database is reset this way (MODE=demo, no DATABASE_URL).");
  process.exit(1);
}
try {
  const folder = openDataFolder(env.dataDir);
  for (const name of fs.readdirSync(env.dataDir))
    if (name.startsWith("database") || name === "images")
      fs.rmSync(path.join(env.dataDir, name), { recursive: true });
  folder.release();
  console.log("The demo's data is gone. npm start fills it anew.");
} catch (error) {
  if (!(error instanceof DataFolderInUse)) throw error;
  console.error(error.message);
  process.exit(1);
}
