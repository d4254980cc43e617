import { describe, expect, test } from "vitest";
import * as rules from "./rules.ts";
import type { Files } from "./source.ts";

/** What a rule says about files made up for this test. */
function found(find: (files: Files) => string[], ...files: [file: string, text: string][]): string[] {
  return find(new Map(files));
}

describe("a route", () => {
  const route = "app/routes/public/x.tsx";

  test("that does not say who may enter is reported", () => {
    expect(found(rules.findUndeclaredAccess, [route, "export default function X() {}"])).toHaveLength(1);
    expect(
      found(rules.findUndeclaredAccess, [
        route,
        'export const handle = { title: "x" } satisfies RouteHandle;',
      ]),
    ).toHaveLength(1);
  });

  test("whose declaration the compiler does not check is reported", () => {
    expect(
      found(rules.findUndeclaredAccess, [route, 'export const handle = { access: "everybody" };']),
    ).toHaveLength(1);
  });

  test("that says it properly is not", () => {
    const text = 'export const handle = { access: "public", title: "x" } satisfies RouteHandle;';
    expect(found(rules.findUndeclaredAccess, [route, text])).toEqual([]);
  });

  test("that is closed and whose loader or action does not ask for the viewer is reported", () => {
    const open = "export const handle = { access: STAFF } satisfies RouteHandle;\n";
    const careless = `${open}export async function loader() {\n  return 1;\n}\nexport const action = async () => 1;\n`;
    expect(found(rules.findUncheckedLoaders, [route, careless])).toHaveLength(2);
    const careful = `${open}export async function loader({ request, context }) {\n  requireViewer(request, context, handle.access);\n}\n`;
    expect(found(rules.findUncheckedLoaders, [route, careful])).toEqual([]);
  });
});

describe("an import", () => {
  test.each([
    ["app/platform/x.ts", 'import type { A } from "#app/domain/a/rules.ts";'],
    ["app/domain/a/rules.ts", 'import { a } from "./store.server.ts";'],
    ["app/domain/a/store.server.ts", 'import { loader } from "#app/routes/public/x.tsx";'],
    ["search/x.ts", 'import { a } from "#app/town.ts";'],
    ["emails/x.ts", 'export { a } from "#app/domain/a/rules.ts";'],
    ["app/ui/x.tsx", 'import { a } from "#app/domain/a/store.server.ts";'],
    ["app/routes/public/x.tsx", 'const { a } = await import("#app/compose.server.ts");'],
    ["app/http/x.ts", 'import { a } from "#tests/support/x.ts";'],
    ["server/x.ts", 'import { a } from "#scripts/build.ts";'],
  ])("that climbs from %s is reported: %s", (file, text) => {
    expect(found(rules.findClimbingImports, [file, text])).toHaveLength(1);
  });

  test("that leads nowhere is reported", () => {
    expect(found(rules.findLostImports, ["app/platform/x.ts", 'import { a } from "./clock";'])).toHaveLength(
      1,
    );
    expect(
      found(rules.findLostImports, ["app/platform/x.ts", 'import { a } from "./gone.ts";']),
    ).toHaveLength(1);
  });

  test("that closes a circle is reported, a type too", () => {
    const a: [string, string] = ["app/platform/a.ts", 'import { b } from "./b.ts";'];
    const b: [string, string] = ["app/platform/b.ts", 'import { c } from "#app/platform/c.ts";'];
    const c: [string, string] = ["app/platform/c.ts", 'import type { A } from "./a.ts";'];
    expect(found(rules.findCycles, a, b, c)).toHaveLength(1);
    expect(found(rules.findCycles, a, b, ["app/platform/c.ts", ""])).toEqual([]);
  });

  test("of a framework or the database into a rule is reported", () => {
    expect(
      found(rules.findImpureRules, ["app/domain/a/seats.rules.ts", 'import { data } from "react-router";']),
    ).toHaveLength(1);
    const client = 'import { PrismaClient } from "#generated/prisma/client.ts";';
    expect(found(rules.findDatabaseOutsideStores, ["app/domain/a/seats.ts", client])).toHaveLength(1);
    expect(found(rules.findDatabaseOutsideStores, ["app/domain/a/store.server.ts", client])).toEqual([]);
  });
});

describe("a file", () => {
  test.each([
    ["app/routes/public/x.tsx", 200],
    ["app/domain/a/store.server.ts", 300],
    ["tests/integration/x.test.ts", 400],
  ])("%s with more than %i lines is reported", (file, budget) => {
    expect(found(rules.findLongFiles, [file, "\n".repeat(budget + 1)])).toHaveLength(1);
    expect(found(rules.findLongFiles, [file, "\n".repeat(budget)])).toEqual([]);
  });

  test.each([
    ["app/domain/a/x.test.ts", 'vi.mock("./x")'],
    ["tests/e2e/x.spec.ts", "await page.waitForTimeout(500)"],
    ["tests/e2e/x.spec.ts", 'test.only("x", () => {})'],
    ["tests/integration/x.test.ts", 'describe.skip("x", () => {})'],
    ["app/domain/a/store.server.ts", "const now = new Date();"],
    ["app/ui/x.tsx", "<p style={{ color }} />"],
    ["app/ui/x.tsx", '<input placeholder="x" />'],
    ["search/x.ts", "// @ts-ignore"],
    ["app/domain/a/store.server.ts", "database.$queryRawUnsafe(text)"],
  ])("%s that uses something banned is reported: %s", (file, text) => {
    expect(found(rules.findBannedWords, [file, text])).toHaveLength(1);
  });

  test("that reads the environment outside its one place is reported", () => {
    expect(found(rules.findEnvironmentReads, ["app/domain/a/store.server.ts", "process.env.X"])).toHaveLength(
      1,
    );
    expect(found(rules.findEnvironmentReads, ["server/main.ts", 'process.env["X"]'])).toHaveLength(1);
  });

  test("whose name says nothing is reported", () => {
    expect(
      found(rules.findVagueNames, ["app/domain/utils.ts", ""], ["app/ui/helpers/x.tsx", ""]),
    ).toHaveLength(2);
  });
});

describe("a table that a measure reads", () => {
  const tables: [string, string] = [
    "app/analytics/fact-tables.server.ts",
    'createMirror({ table: `"Booth"`, columns })',
  ];
  const places: [string, string] = [
    "app/domain/a/a.store.server.ts",
    "await tx.area.create({ data }); await tx.department.createMany({ data });",
  ];

  test("and that only the seed fills is reported", () => {
    const seed: [string, string] = ["prisma/seed/booths.ts", "await database.booth.createMany({ data });"];
    const reader: [string, string] = ["app/domain/b/b.store.server.ts", "await tx.booth.findMany();"];
    expect(found(rules.findUnwrittenTables, tables, places, seed, reader)).toHaveLength(1);
    expect(found(rules.findUnwrittenTables, tables, seed)).toHaveLength(3);
  });

  test.each(["await tx.booth.create({ data });", 'tx.$executeRaw`INSERT INTO "Booth" ("id") VALUES (1)`'])(
    "and that a store writes is not: %s",
    (text) => {
      const store: [string, string] = ["app/domain/b/b.store.server.ts", text];
      expect(found(rules.findUnwrittenTables, tables, places, store)).toEqual([]);
    },
  );

  test("and that stands among the exceptions is reported once it has a writer", () => {
    const internships: [string, string] = [tables[0], 'createMirror({ table: `"Internship"`, columns })'];
    expect(found(rules.findUnwrittenTables, internships, places)).toEqual([]);
    const store: [string, string] = [
      "app/domain/b/b.store.server.ts",
      "await tx.internship.create({ data });",
    ];
    expect(found(rules.findUnwrittenTables, internships, places, store)).toHaveLength(1);
  });
});
