import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { makeTemplate } from "./templates.ts";

/** Runs once before the database tests: makes the templates that each test clones. */
export default async function setup() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-templates-"));
  process.env["JIMOTO_TEST_TEMPLATES"] = folder;
  await makeTemplate("empty");
  await makeTemplate("seeded");
  return () => fs.rm(folder, { recursive: true, force: true });
}
