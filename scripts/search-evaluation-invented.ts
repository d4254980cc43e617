// node scripts/search-evaluation-invented.ts FOLDER: writes the invented towns in the form of search:evaluate.
import fs from "node:fs";
import path from "node:path";
import { queriesOf } from "#search/evaluation/invented/queries.ts";
import { firmsOf, seaTown, valleyTown } from "#search/evaluation/invented/towns.ts";

const folder = process.argv[2];
if (!folder) {
  console.error("Name the folder to write to.");
  process.exit(1);
}
fs.mkdirSync(folder, { recursive: true });
for (const [name, town] of Object.entries({ sea: seaTown, valley: valleyTown })) {
  const firms = firmsOf(town);
  const queries = queriesOf(town, firms);
  const lines = firms.map(({ document }) => JSON.stringify(document));
  fs.writeFileSync(path.join(folder, `${name}.ndjson`), `${lines.join("\n")}\n`);
  fs.writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(queries, null, 1)}\n`);
  console.log(`${name}: ${firms.length} documents, ${queries.length} queries`);
}
