// npm run seeds:compare [FOLDER]: every cell of the plans' data beside what a newly filled town answers for it. With the
// folder of the public documents each transcribed figure is looked for in the document's own text, too.
import fs from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { fixedClock } from "#app/platform/clock.ts";
import { fromPglite } from "#app/platform/database.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { seedDemoTown } from "#prisma/seed/seed.ts";
import { seedCells } from "./seed-cells.ts";
import { documentFindings } from "./seed-documents.ts";

const open = fromPglite(await PGlite.create());
await applyMigrations(open);
await seedDemoTown({ database: open.database, clock: fixedClock(new Date().toISOString()) });
const cells = await seedCells(open.database);
await open.close();

const different = cells.filter(({ seed, stored }) => seed !== stored);
console.log("| plan | cell | seed | stored | |");
console.log("| --- | --- | --- | --- | --- |");
for (const { plan, place, seed, stored } of cells)
  console.log(`| ${plan} | ${place} | ${seed} | ${stored} | ${seed === stored ? "" : "DIFFERENT"} |`);

const notes = fs.readFileSync(new URL("../prisma/seed/plan/NOTES.md", import.meta.url), "utf8");
const misreadings = notes.slice(
  notes.indexOf("## Misreadings corrected"),
  notes.indexOf("Names that differ"),
);
console.log(`\n${misreadings.trim()}\n`);
console.log(`${cells.length} cells compared, ${different.length} different.`);

const folder = process.argv[2];
if (folder) {
  const { looked, missing } = documentFindings(folder);
  for (const { document, place, wanted, text } of missing)
    console.log(`not found in ${document}: ${place} ${wanted} (the text reads: ${text})`);
  console.log(`${looked} figures looked for in the documents' own text, ${missing.length} not found there.`);
}
process.exit(different.length === 0 ? 0 : 1);
