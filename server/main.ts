import { readEnvOrExit } from "#app/platform/env.server.ts";
import { startServer } from "./start-server.ts";

const env = readEnvOrExit();
try {
  await startServer(env);
} catch (error) {
  const known = error instanceof Error && ["DataFolderInUse", "StartRefused"].includes(error.name);
  console.error(known ? `Jimoto cannot start: ${error.message}` : error);
  process.exit(1);
}
