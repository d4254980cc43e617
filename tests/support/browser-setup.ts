import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startServer } from "./running-server.ts";

/** Runs once before the browser tests: fills a demo town whose data folder each worker copies. */
export default async function setup() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-browser-"));
  process.env["JIMOTO_BROWSER_TEMPLATE"] = folder;
  const server = await startServer({ dataDir: path.join(folder, "data") });
  await server.stop();
  return () => fs.rm(folder, { recursive: true, force: true });
}
