import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { hasErrorWords } from "#app/locales/ja/errors.ts";
import * as rules from "./rules.ts";
import { readSources } from "./source.ts";

const files = readSources();

describe("the house", () => {
  test.each([
    ["imports only go down", rules.findClimbingImports],
    ["rules and schemas are pure", rules.findImpureRules],
    ["the database is known to .server files only", rules.findDatabaseOutsideStores],
    ["there are no cycles of imports", rules.findCycles],
    ["files keep their budgets", rules.findLongFiles],
    ["the environment is read in one place", rules.findEnvironmentReads],
    ["nothing banned is used", rules.findBannedWords],
    ["names say what is inside", rules.findVagueNames],
    ["every route declares who may enter", rules.findUndeclaredAccess],
    ["loaders and actions of closed routes ask for the viewer", rules.findUncheckedLoaders],
  ])("%s", (_, find) => {
    expect(find(files)).toEqual([]);
  });

  test("every route file stands in the table and every line of the table has its file", () => {
    const listed = [...files.get("app/routes.ts")!.matchAll(/"(routes\/[^"]+)"/g)].map((match) => `app/${match[1]}`);
    const present = [...files.keys()].filter((file) => file.startsWith("app/routes/") && !/\.test\./.test(file));
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

  test("every error code of the schemas has its words", () => {
    const codes = [...files]
      .filter(([file]) => /(\/|\.)schema\.ts$/.test(file))
      .flatMap(([, text]) => [...text.matchAll(/["`]([a-z]+(?:-[a-z]+)+|required|choose|agree|kana|email|phone|url)(?::[^"`]*)?["`]/g)])
      .map((match) => match[1]!)
      .filter((code) => /^(required|choose|agree|kana|email|phone|url|too-|not-|no-|whole-|number-|postal-|corporate-|password-|graduation-)/.test(code));
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !hasErrorWords(code))).toEqual([]);
  });
});

describe("the guards themselves", () => {
  const seen = (find: (files: ReadonlyMap<string, string>) => string[], file: string, text: string, more: [string, string][] = []) =>
    find(new Map([[file, text], ...more]));

  test("a route without access is reported", () => {
    expect(seen(rules.findUndeclaredAccess, "app/routes/public/x.tsx", "export default function X() {}")).toHaveLength(1);
    const declared = 'export const handle = { access: "public", title: "x" };';
    expect(seen(rules.findUndeclaredAccess, "app/routes/public/x.tsx", declared)).toEqual([]);
  });

  test("a closed loader without its own check is reported", () => {
    const text = 'export const handle = { access: STAFF };\nexport async function loader() {\n  return 1;\n}\n';
    expect(seen(rules.findUncheckedLoaders, "app/routes/staff/x.tsx", text)).toHaveLength(1);
  });

  test("an import that climbs is reported, a type import too", () => {
    expect(seen(rules.findClimbingImports, "app/platform/x.ts", 'import type { A } from "#app/domain/a/rules.ts";')).toHaveLength(1);
    expect(seen(rules.findClimbingImports, "app/domain/a/rules.ts", 'import { a } from "./store.server.ts";')).toHaveLength(1);
    expect(seen(rules.findClimbingImports, "search/x.ts", 'import { a } from "#app/town.ts";')).toHaveLength(1);
    expect(seen(rules.findClimbingImports, "app/ui/x.tsx", 'import { a } from "#app/domain/a/store.server.ts";')).toHaveLength(1);
  });

  test("a cycle is reported", () => {
    const other: [string, string] = ["app/platform/b.ts", 'import "./a.ts";'];
    expect(seen(rules.findCycles, "app/platform/a.ts", 'import { b } from "./b.ts";', [other])).toHaveLength(1);
  });

  test("a long file, a read of the environment, a mock and a vague name are reported", () => {
    expect(seen(rules.findLongFiles, "app/routes/public/x.tsx", "\n".repeat(201))).toHaveLength(1);
    expect(seen(rules.findEnvironmentReads, "app/domain/a/store.server.ts", "process.env.X")).toHaveLength(1);
    expect(seen(rules.findBannedWords, "app/domain/a/x.test.ts", 'vi.mock("./x")')).toHaveLength(1);
    expect(seen(rules.findVagueNames, "app/domain/utils.ts", "")).toHaveLength(1);
  });
});
