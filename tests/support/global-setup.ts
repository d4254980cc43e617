import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { removeTemplates } from "./templates.ts";

/** Gives a run of the database tests the folder for its templates; the first test that needs one makes it. */
export default async function setup() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-templates-"));
  process.env["JIMOTO_TEST_TEMPLATES"] = folder;
  return removeTemplates;
}
