// npm run db:migration NAME: writes the next migration from the schema, without network.
import fs from "node:fs";
import path from "node:path";
import { diffMigrations } from "#app/platform/migrations.server.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration in lower case with underscores: npm run db:migration add_booth_power");
  process.exit(1);
}
const sql = await diffMigrations();
if (sql === null) {
  console.log("The schema and the migrations agree; nothing to write.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma/migrations", `${stamp}_${name}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "migration.sql"), sql);
  console.log(`${folder}/migration.sql`);
}
process.exit(0);
