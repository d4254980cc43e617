import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";

/** What the build is made from. */
const SOURCES = [
  "app",
  "search",
  "emails",
  "prisma/schema",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "react-router.config.ts",
];
const STAMP = "build/.sources";

/** Generates the database client and builds the application unless the last build was made from the same sources. */
export async function buildWhenStale(): Promise<void> {
  const digest = digestOf(SOURCES);
  if (fs.existsSync(STAMP) && fs.existsSync("generated/prisma") && fs.readFileSync(STAMP, "utf8") === digest)
    return;
  await step("Generating the database client", generateClient);
  await step("Building the application", () => run("@react-router/dev", "react-router", ["build"]));
  copyQrReader("build/client/qr");
  compressFiles("build/client");
  fs.writeFileSync(STAMP, digest);
}

export function generateClient(): void {
  // The schema engine is only needed for migrations, and there the WASM package does its work; this path is never run.
  run("prisma", "prisma", ["generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
}

/**
 * The reader of QR codes for browsers that have none of their own, as the package's own modules in the version of the
 * lock file; public/reception-camera.js loads it when the camera starts.
 */
function copyQrReader(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of ["decode.js", "index.js", "LICENSE-MIT"])
    fs.copyFileSync(path.join("node_modules/qr", name), path.join(folder, name));
}

/** Leaves a brotli and a gzip copy beside each file of text, so that the server sends them as they are. */
function compressFiles(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|webmanifest|txt)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(content));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
  }
}

function digestOf(sources: string[]): string {
  const hash = createHash("sha256");
  const add = (file: string) => {
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) add(path.join(file, name));
    } else if (!/\.test\.tsx?$/.test(file)) {
      hash.update(file).update("\0").update(fs.readFileSync(file));
    }
  };
  for (const source of sources) if (fs.existsSync(source)) add(source);
  return hash.digest("hex");
}

async function step(label: string, work: () => void): Promise<void> {
  const started = performance.now();
  process.stdout.write(`  ${label} ...`);
  work();
  process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Runs a tool of node_modules quietly; its output is shown only when it fails. */
function run(packageName: string, tool: string, args: string[], env: Record<string, string> = {}): void {
  try {
    execFileSync(process.execPath, [binOf(packageName, tool), ...args], {
      env: { ...process.env, NODE_ENV: "production", ...env },
      stdio: "pipe",
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    console.error(`\n${stdout?.toString() ?? ""}${stderr?.toString() ?? ""}`);
    throw new Error(`${tool} ${args.join(" ")} failed`, { cause: error });
  }
}

/** The script behind a tool's name; started with this very Node, on every system. */
function binOf(packageName: string, tool: string): string {
  const folder = path.join("node_modules", packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  return path.join(folder, typeof bin === "string" ? bin : bin[tool]!);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildWhenStale();
