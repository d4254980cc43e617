import fs from "node:fs";
import { describe, expect, test } from "vitest";
import * as rules from "./rules.ts";
import { readSources } from "./source.ts";

const files = readSources();

describe("the house", () => {
  test.each([
    ["imports only go down", rules.findClimbingImports],
    ["every import leads to a file", rules.findLostImports],
    ["rules and schemas are pure", rules.findImpureRules],
    ["the database is known to .server files only", rules.findDatabaseOutsideStores],
    ["there are no cycles of imports", rules.findCycles],
    ["files keep their budgets", rules.findLongFiles],
    ["the environment is read in one place", rules.findEnvironmentReads],
    ["nothing banned is used", rules.findBannedWords],
    ["names say what is inside", rules.findVagueNames],
    ["every route declares who may enter", rules.findUndeclaredAccess],
    ["what measures read is written by the portal, not only by the seed", rules.findUnwrittenTables],
    ["loaders and actions of closed routes ask for the viewer", rules.findUncheckedLoaders],
  ])("%s", (_, find) => {
    expect(find(files)).toEqual([]);
  });

  test("every route file stands in the table and every line of the table has its file", () => {
    const listed = [...files.get("app/routes.ts")!.matchAll(/"(routes\/[^"]+)"/g)].map(
      (match) => `app/${match[1]}`,
    );
    const present = [...files.keys()].filter(
      (file) => file.startsWith("app/routes/") && !/\.test\./.test(file),
    );
    expect(listed.toSorted()).toEqual(present.toSorted());
  });

  test("every model of the database stands in the glossary", () => {
    const glossary = fs.readFileSync("docs/glossary.md", "utf8");
    const models = fs
      .readdirSync("prisma/schema")
      .flatMap((name) => [...fs.readFileSync(`prisma/schema/${name}`, "utf8").matchAll(/^model (\w+)/gm)])
      .map((match) => match[1]!);
    expect(models.length).toBeGreaterThan(30);
    expect(models.filter((model) => !glossary.includes(`\`${model}\``))).toEqual([]);
  });
});
