import { importsOf, type Files } from "./source.ts";

/** A broken rule, as a sentence that names the file. */
export type Finding = string;

/** The floors of the house; code imports from its own floor only inside its room, and from those below. */
const FLOORS: { name: string; holds: RegExp; mayImport: RegExp }[] = [
  {
    name: "rules",
    holds: /^app\/domain\/.*(^|\/|\.)(rules|schema)\.ts$/,
    mayImport: /^app\/(domain\/.*(\/|\.)(rules|schema)\.ts|platform\/calendar\.ts)$/,
  },
  { name: "platform", holds: /^app\/platform\//, mayImport: /^app\/platform\// },
  { name: "search", holds: /^search\//, mayImport: /^(search|app\/platform)\// },
  { name: "emails", holds: /^emails\//, mayImport: /^(emails|app\/platform)\// },
  { name: "words", holds: /^app\/locales\//, mayImport: /^app\/(locales\/|platform\/calendar\.ts$)/ },
  {
    name: "ui",
    holds: /^app\/ui\//,
    mayImport: /^app\/(ui|locales)\/|^app\/platform\/calendar\.ts$|^app\/domain\/.*(\/|\.)rules\.ts$/,
  },
  { name: "town", holds: /^app\/(town|access)\.ts$/, mayImport: /^(app\/(town|platform)|search)/ },
  {
    name: "analytics",
    holds: /^app\/analytics\//,
    // The version of the package stands in every calculation run.
    mayImport: /^app\/(analytics|platform|town)|^app\/domain\/.*(\/|\.)rules\.ts$|^package\.json$/,
  },
  {
    name: "domain",
    holds: /^app\/domain\//,
    mayImport: /^(app\/(domain|analytics|locales|platform)\/|app\/town\.ts$|search\/|emails\/)/,
  },
  {
    name: "routes",
    holds: /^app\/routes\//,
    mayImport: /^(app\/(?!compose|entry|http\/pipeline)|search\/|emails\/)/,
  },
  { name: "shell", holds: /^app\//, mayImport: /^(app|search|emails)\// },
  {
    name: "seed",
    holds: /^prisma\//,
    mayImport: /^(prisma\/|app\/(domain|platform|analytics)\/|app\/town\.ts$)/,
  },
  { name: "server", holds: /^server\//, mayImport: /^(server|app|prisma)\// },
];

const isTest = (file: string) => /\.test\.tsx?$|^tests\//.test(file);

/** Imports that climb: a floor reaching for one above it. */
export function findClimbingImports(files: Files): Finding[] {
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    if (isTest(file)) continue;
    const floor = FLOORS.find((candidate) => candidate.holds.test(file));
    if (!floor) continue;
    for (const target of importsOf(file, text))
      if (!floor.mayImport.test(target)) findings.push(`${file} (${floor.name}) must not import ${target}`);
  }
  return findings;
}

/** Imports that lead nowhere, for example without their extension: the other rules would not see them. */
export function findLostImports(files: Files): Finding[] {
  return [...files].flatMap(([file, text]) =>
    importsOf(file, text)
      .filter((target) =>
        /\.(ts|tsx|mjs)$/.test(target) ? !files.has(target) : !/\.(css|json|svg)$/.test(target),
      )
      .map((target) => `${file} imports ${target}, which is no source file`),
  );
}

/** Pure files import no framework and no database. */
export function findImpureRules(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => FLOORS[0]!.holds.test(file))
    .filter(([, text]) => /from "(react|react-router|@prisma|pg|pg-boss|better-auth|node:)/.test(text))
    .map(([file]) => `${file} must stay pure`);
}

/** Only files that say `.server` in their name know the database client, and they are stores, mails, platform or the seed. */
export function findDatabaseOutsideStores(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => /^(app|emails|search)\//.test(file) && !isTest(file) && !/\.server\.tsx?$/.test(file))
    .filter(([, text]) => /import (?!type)[^;]*"#generated\/prisma\/client\.ts"/.test(text))
    .map(([file]) => `${file} reaches the database outside a .server file`);
}

/** Cycles of imports, types included. */
export function findCycles(files: Files): Finding[] {
  const findings = new Set<Finding>();
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];
  const visit = (file: string) => {
    if (state.get(file) === "done" || !files.has(file)) return;
    if (state.get(file) === "open") {
      findings.add(`cycle: ${[...trail.slice(trail.indexOf(file)), file].join(" → ")}`);
      return;
    }
    state.set(file, "open");
    trail.push(file);
    for (const target of importsOf(file, files.get(file)!)) visit(target);
    trail.pop();
    state.set(file, "done");
  };
  for (const file of files.keys()) visit(file);
  return [...findings];
}

/** Files over their budget: 300 lines, routes 200, tests 400. Word lists of the seed are data. */
export function findLongFiles(files: Files): Finding[] {
  return [...files].flatMap(([file, text]) => {
    const lines = text.split("\n").length - 1;
    const budget = isTest(file) ? 400 : file.startsWith("app/routes/") ? 200 : 300;
    return lines > budget ? [`${file} has ${lines} lines, its budget is ${budget}`] : [];
  });
}

const ENVIRONMENT_MAY_STAND_IN = /^(app\/platform\/env\.server\.ts|scripts\/|tests\/)/;

export function findEnvironmentReads(files: Files): Finding[] {
  return [...files]
    .filter(([file, text]) => /process\.env\b/.test(text) && !ENVIRONMENT_MAY_STAND_IN.test(file))
    .map(([file]) => `${file} reads process.env`);
}

const BANNED: { pattern: RegExp; why: string; where: RegExp }[] = [
  { pattern: /\bvi\.mock\(/, why: "mocks a module", where: /^(?!tests\/architecture).*\.test\.tsx?$/ },
  { pattern: /\bwaitForTimeout\(/, why: "waits for a fixed time", where: /^tests\// },
  {
    pattern: /\b(test|it|describe)(\.\w+)*\.(only|skip|todo|fixme|fails)\b/,
    why: "skips or singles out a test",
    where: /^(?!tests\/architecture).*\.(test|spec)\.tsx?$/,
  },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    why: "reads the time past the clock",
    where: /^app\/(domain|routes|analytics)\/(?!.*\.test\.)/,
  },
  { pattern: /\bstyle=\{/, why: "writes an inline style, which the policy blocks", where: /^app\/.*\.tsx$/ },
  { pattern: /\bplaceholder=/, why: "uses a placeholder instead of a support text", where: /^app\/.*\.tsx$/ },
  {
    pattern: /@ts-ignore|@ts-nocheck|\bas any\b/,
    why: "switches the types off",
    where: /^(?!tests\/architecture)/,
  },
  {
    pattern: /\bRawUnsafe\b|\$(query|execute)RawUnsafe/,
    why: "builds SQL from text",
    where: /^(app|emails|search)\//,
  },
];

export function findBannedWords(files: Files): Finding[] {
  return BANNED.flatMap(({ pattern, why, where }) =>
    [...files]
      .filter(([file, text]) => where.test(file) && pattern.test(text))
      .map(([file]) => `${file} ${why}`),
  );
}

export function findVagueNames(files: Files): Finding[] {
  return [...files.keys()]
    .filter((file) => /(^|\/)(utils?|helpers?|misc|common|manager)(\.|\/)/.test(file))
    .map((file) => `${file} has a name that says nothing`);
}

/** Route modules that do not say who may enter, in a declaration that the compiler checks. */
export function findUndeclaredAccess(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => file.startsWith("app/routes/") && !isTest(file))
    .filter(([, text]) => !/export const handle = \{[^}]*\baccess:[^}]*\} satisfies RouteHandle;/.test(text))
    .map(([file]) => `${file} does not declare its access`);
}

/** Loaders and actions of closed routes that do not ask for the viewer themselves. */
export function findUncheckedLoaders(files: Files): Finding[] {
  return [...files].flatMap(([file, text]) => {
    if (!file.startsWith("app/routes/") || isTest(file) || /access: "public"/.test(text)) return [];
    const parts =
      text.match(/export (async )?(function|const) (loader|action)\b[\s\S]*?(\n\}|\n$|;\n)/g) ?? [];
    return parts
      .filter((part) => !/requireViewer\(/.test(part))
      .map((part) => `${file}: its ${/(loader|action)/.exec(part)![1]} does not call requireViewer`);
  });
}

/** Tables that measures read and that the portal itself does not fill yet: no room reports who came to an internship. */
const WITHOUT_WRITER: readonly string[] = ["Internship", "InternshipParticipation"];
/** Tables that those rows, or the imports of them, refer to: without them there is nothing to choose. */
const REFERRED_TO: readonly string[] = ["Area", "Department"];

/**
 * Tables that measures read, or that the rows of those refer to, and that no code of the portal adds rows to: in a town
 * without demo data their figures would be missing for ever. A named exception that has a writer by now is told too.
 */
export function findUnwrittenTables(files: Files): Finding[] {
  const writers = [...files].filter(([file]) => /^(app|search|emails)\//.test(file) && !isTest(file));
  const isWritten = (table: string) => {
    const client = table[0]!.toLowerCase() + table.slice(1);
    const adds = new RegExp(
      `\\.${client}\\s*\\.(create|createMany|createManyAndReturn|upsert)\\(|INSERT INTO "${table}"`,
    );
    return writers.some(([, text]) => adds.test(text));
  };
  const read = [...files]
    .filter(([file]) => /^app\/analytics\/[\w-]*tables\.server\.ts$/.test(file))
    .flatMap(([, text]) => [...text.matchAll(/\btable: `"(\w+)"`/g)].map((match) => match[1]!));
  return [...new Set(read.length > 0 ? [...read, ...REFERRED_TO] : [])].flatMap((table) => {
    const isException = WITHOUT_WRITER.includes(table);
    if (isWritten(table) !== isException) return [];
    return isException
      ? [`${table} has a writer now and needs no exception`]
      : [`measures need ${table}, and nothing in app/ adds rows to it`];
  });
}
