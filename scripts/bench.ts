// npm run bench [-- search | pages10k | import | visits | registration | indicators] [--json]: ratios and percentiles, measured side by side in one run.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { benchSearch, type BenchResult } from "#search/bench.ts";
import { startServer } from "#tests/support/running-server.ts";
import { benchPages } from "./bench-pages.ts";
import { benchVisits } from "./bench-visits.ts";
import { benchRegistration } from "./bench-registration.ts";
import { CONNECTIONS, type Load, load, round, serveTrivial } from "./bench-load.ts";
import { buildWhenStale } from "./build.ts";

const asJson = process.argv.includes("--json");
const SECONDS = 8;
const say = (text: string) => asJson || console.log(text);

/** `ratio`: throughput as a share of the trivial page's, measured beside it. */
type Compared = Load & { ratio: number };

/** The sizes of the search benchmark when it is asked for alone. */
const SEARCH_SIZES = [2_000, 10_000, 100_000];

if (process.argv.includes("import")) {
  await import("./bench-import.ts");
  process.exit(0);
}

// One part alone: the search engine, the search page with ten thousand companies, or the import of ten thousand rows.
if (process.argv.includes("search")) {
  const results = benchSearch(SEARCH_SIZES);
  const machine = { cores: os.cpus().length, node: process.version };
  if (asJson) console.log(JSON.stringify({ machine, search: results }, null, 2));
  else for (const result of results) printSearch(result);
  process.exit(0);
}

// The visit planner: companies on two days, and the five-day workplace experience.
if (process.argv.includes("visits")) {
  const visits = await benchVisits(say);
  const machine = { cores: os.cpus().length, node: process.version };
  if (asJson) console.log(JSON.stringify({ machine, visits }, null, 2));
  process.exit(0);
}

await buildWhenStale();
if (process.argv.includes("pages10k")) {
  const report = await benchPages({ companies: 10_000, seconds: SECONDS, say });
  if (asJson) console.log(JSON.stringify(report, null, 2));
  process.exit(0);
}
if (process.argv.includes("indicators")) {
  const { benchIndicators } = await import("./bench-indicators.ts");
  const databaseUrl = process.env["TEST_DATABASE_URL"] ?? null;
  const indicators = await benchIndicators({ databaseUrl, say });
  const machine = {
    cores: os.cpus().length,
    node: process.version,
    load: os.loadavg().map((one) => round(one, 1)),
  };
  if (asJson) console.log(JSON.stringify({ machine, indicators }, null, 2));
  process.exit(0);
}
if (process.argv.includes("registration")) {
  const databaseUrl = process.env["TEST_DATABASE_URL"] ?? null;
  const registration = await benchRegistration({ databaseUrl, say });
  const machine = { cores: os.cpus().length, node: process.version };
  if (asJson) console.log(JSON.stringify({ machine, registration }, null, 2));
  process.exit(0);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "jimoto-bench-"));
const dataDir = path.join(folder, "data");

say("Starting cold (migrate, fill the demo town, index) …");
const coldStart = performance.now();
const first = await startServer({ dataDir });
const coldStartSeconds = seconds(coldStart);
const seedSeconds = Number(
  /Filling the demo town.*\.\.\. ([\d.]+) s/.exec(first.output())?.[1] ?? Number.NaN,
);
await first.stop();
const warmStart = performance.now();
const server = await startServer({ dataDir });
const warmStartSeconds = seconds(warmStart);

const slug = /href="(\/companies\/[^"?]+)"/.exec(await (await fetch(`${server.url}/companies`)).text())![1]!;
const paths: Record<string, string> = {
  home: "/",
  search: `/companies?q=${encodeURIComponent("金型")}`,
  company: slug,
  indicators: "/indicators",
  events: "/events",
};

const trivial = await serveTrivial();
await load(trivial.url, 2);
for (const target of Object.values(paths)) await load(server.url + target, 2);

// `kept`: the same address again and again, as when a class opens it. `rendered`: each request has an address of its
// own, so that every page is made anew. The trivial page is measured beside each, so that a busy machine slows both.
const pages: Record<string, { kept: Compared; rendered: Compared }> = {};
const trivialLoads: Load[] = [];
for (const [name, target] of Object.entries(paths)) {
  const address = server.url + target;
  pages[name] = {
    kept: await compare(address),
    rendered: await compare(`${address}${target.includes("?") ? "&" : "?"}bench=[<id>]`),
  };
  for (const [kind, result] of Object.entries(pages[name]))
    say(
      `  ${name.padEnd(10)} ${kind.padEnd(8)} ${String(result.requestsPerSecond).padStart(6)} req/s  p50 ${result.p50Ms} ms  p95 ${result.p95Ms} ms  ratio ${result.ratio}`,
    );
}

const sizes: Record<string, { htmlGzip: number; scriptGzip: number; styleGzip: number }> = {};
for (const [name, target] of Object.entries({
  ...paths,
  registration: await registrationPath(),
  newsletter: "/newsletter",
}))
  sizes[name] = await sizeOf(target);

const search = benchSearch([10_000]);
await server.stop();
trivial.stop();
fs.rmSync(folder, { recursive: true, force: true });

const report = {
  machine: { cores: os.cpus().length, node: process.version },
  connections: CONNECTIONS,
  start: { coldSeconds: coldStartSeconds, warmSeconds: warmStartSeconds, seedSeconds },
  trivial: trivialLoads,
  pages,
  bytes: sizes,
  search,
};
if (asJson) console.log(JSON.stringify(report, null, 2));
else {
  say(
    `\nCold start ${coldStartSeconds} s (of it the demo town ${seedSeconds} s), warm start ${warmStartSeconds} s`,
  );
  for (const [name, bytes] of Object.entries(sizes))
    say(
      `  ${name.padEnd(12)} HTML ${bytes.htmlGzip} B, scripts ${bytes.scriptGzip} B, styles ${bytes.styleGzip} B (gzip)`,
    );
  for (const result of search) printSearch(result);
}
process.exit(0);

function printSearch({ engine, documents, build_ms, memory_mb, ...timed }: BenchResult): void {
  console.log(`${engine}, ${documents} companies: built in ${build_ms} ms, ${memory_mb} MB`);
  for (const [what, { p50_ms, p95_ms, p99_ms }] of Object.entries(timed))
    console.log(`  ${what.padEnd(20)} p50 ${p50_ms} ms  p95 ${p95_ms} ms  p99 ${p99_ms} ms`);
  if (timed.hostile) console.log(`  hostile p99 is ${timed.hostile.p99_ratio} times that of the mix`);
}

function seconds(since: number): number {
  return round((performance.now() - since) / 1000, 2);
}

async function compare(url: string): Promise<Compared> {
  const result = await load(url, SECONDS);
  const beside = await load(trivial.url, SECONDS / 2);
  trivialLoads.push(beside);
  return { ...result, ratio: round(result.requestsPerSecond / beside.requestsPerSecond, 2) };
}

async function registrationPath(): Promise<string> {
  const html = await (await fetch(`${server.url}/events`)).text();
  return `${/href="(\/events\/[^"?.]+)"/.exec(html)![1]}/registration`;
}

/** Bytes as they travel, gzipped: the page, its scripts and its styles. */
async function sizeOf(target: string) {
  const html = await (await fetch(server.url + target)).text();
  const gzip = async (files: string[]) => {
    let total = 0;
    for (const file of new Set(files))
      total += zlib.gzipSync(Buffer.from(await (await fetch(server.url + file)).arrayBuffer())).length;
    return total;
  };
  const attributes = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1]!);
  return {
    htmlGzip: zlib.gzipSync(html).length,
    scriptGzip: await gzip([
      ...attributes(/<script[^>]+src="([^"]+)"/g),
      ...attributes(/rel="modulepreload"[^>]+href="([^"]+)"/g),
    ]),
    styleGzip: await gzip(attributes(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)),
  };
}
