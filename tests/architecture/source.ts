import fs from "node:fs";
import path from "node:path";

/** Path from the project's root → text. */
export type Files = ReadonlyMap<string, string>;

const ROOTS = ["app", "search", "emails", "prisma/seed", "server", "scripts", "tests"];

/** Its made-up files break every rule on purpose. */
const GUARDS = "tests/architecture/guards.test.ts";

/** Every source file that people wrote. */
export function readSources(): Files {
  const files = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (/\.(ts|tsx|mjs)$/.test(entry.name) && file !== GUARDS)
        files.set(file, fs.readFileSync(file, "utf8"));
    }
  };
  ROOTS.forEach(visit);
  return files;
}

/** The files of the project that a file imports, types included. */
export function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()\s*"((?:\.|#)[^"]+)"/g);
  return [...found]
    .map((match) => match[1]!.replace(/\?.*$/, ""))
    .map((target) => (target.startsWith("#") ? target.slice(1) : path.join(path.dirname(file), target)))
    .filter(
      (target) =>
        !target.includes("+types/") && !target.startsWith("generated/") && !target.startsWith("build/"),
    );
}
