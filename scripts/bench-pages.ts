/** How fast the search page answers with ten thousand companies in the database, beside the trivial page in one run. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { AREAS, BENEFITS } from "#app/domain/companies/rules.ts";
import { openDatabase } from "#app/platform/database.server.ts";
import { startServer } from "#tests/support/running-server.ts";
import { addCompanies, generateCompanies } from "./bench-companies.ts";
import { CONNECTIONS, type Load, load, round, serveTrivial, type Target } from "./bench-load.ts";

export type PagesReport = {
  companies: number;
  connections: number;
  /** Seconds to open with that many companies, the search index filled. */
  startSeconds: number;
  /** Throughput of each mix and its share of the trivial page's, measured before and after it. */
  mixes: Record<string, Load & { trivialRequestsPerSecond: number; ratio: number }>;
};

/**
 * `repeated`: fifty searches that come again and again, as from a class. `unique addresses`: the same searches, but no
 * address comes twice, so that each page is made anew. `unique searches`: no two searches are alike.
 */
export async function benchPages(options: {
  companies: number;
  seconds: number;
  say: (text: string) => void;
}): Promise<PagesReport> {
  const { companies, seconds, say } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "jimoto-bench-"));
  const dataDir = path.join(folder, "data");
  say(`Filling a town with ${companies} companies …`);
  await (await startServer({ dataDir })).stop();
  const open = await openDatabase({ databaseUrl: null, dataDir });
  await addCompanies(open.database, companies, new Date());
  await open.close();
  const started = performance.now();
  const server = await startServer({ dataDir });
  const startSeconds = round((performance.now() - started) / 1000, 1);
  say(`Opened in ${startSeconds} s.`);
  const trivial = await serveTrivial();
  const searches = searchesOf(companies);
  const target = (paths: readonly string[]): Target => ({ origin: server.url, paths });
  const popular = searches.popular.map((path) => `/companies?q=${path}`);
  const targets: Record<string, Target> = {
    repeated: target(
      Array.from({ length: CONNECTIONS * popular.length }, (_, at) => popular[Math.floor(at / CONNECTIONS)]!),
    ),
    "unique addresses": target(
      Array.from(
        { length: 60_000 },
        (_, at) => `${popular[(at * 7 + (at % CONNECTIONS)) % popular.length]}&n=${at}`,
      ),
    ),
    "unique searches": target(searches.unique.map((text) => `/companies?q=${text}`)),
  };
  await load(trivial.url, 2);
  await load(target(searches.unique.slice(-2000).map((text) => `/companies?q=${text}&n=0`)), 4);
  const mixes: PagesReport["mixes"] = {};
  for (const [name, mix] of Object.entries(targets)) {
    const before = await load(trivial.url, seconds / 2);
    const result = await load(mix, seconds);
    const after = await load(trivial.url, seconds / 2);
    const trivialRequestsPerSecond = Math.round((before.requestsPerSecond + after.requestsPerSecond) / 2);
    mixes[name] = {
      ...result,
      trivialRequestsPerSecond,
      ratio: round(result.requestsPerSecond / trivialRequestsPerSecond, 2),
    };
    say(`  ${name.padEnd(17)} ${JSON.stringify(mixes[name])}`);
  }
  await server.stop();
  trivial.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  return { companies, connections: CONNECTIONS, startSeconds, mixes };
}

/** Searches as readers type them, encoded: fifty popular ones, and as many that differ as a run can ask for. */
function searchesOf(companies: number): { popular: string[]; unique: string[] } {
  const profiles = [...generateCompanies(companies)].map(({ profile }) => profile);
  const words = [
    ...new Set(profiles.flatMap(({ products, technologies }) => [...products, ...technologies])),
  ];
  const hiragana = (kana: string) =>
    kana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  const kinds: ((at: number) => string)[] = [
    (at) => profiles[(at * 31) % profiles.length]!.name,
    (at) => hiragana(profiles[(at * 17) % profiles.length]!.nameKana),
    (at) => `${words[at % words.length]} ${AREAS[Math.floor(at / words.length) % 8]}`,
    (at) => `${words[at % words.length]} ${words[(at * 7 + Math.floor(at / words.length)) % words.length]}`,
    (at) =>
      profiles[(at * 13) % profiles.length]!.name.replace(/株式会社|有限会社/, "").slice(0, 3 + (at % 3)),
    (at) => `${words[(at * 3) % words.length]} ${BENEFITS[Math.floor(at / words.length) % BENEFITS.length]}`,
    (at) => `${AREAS[at % 8]} ${profiles[(at * 11) % profiles.length]!.nameKana.slice(0, 4)}`,
  ];
  const texts = new Set<string>();
  for (let at = 0; at < 40_000; at += 1) texts.add(kinds[at % kinds.length]!(Math.floor(at / kinds.length)));
  const friendly = [
    "子どもとかかわる",
    "機械をつくる",
    "プログラミング",
    "介護",
    "食べものをつくる",
    "寮あり",
    "室根",
    "いちのせき 金型",
  ];
  const popular = [...friendly, ...words.slice(0, 30), ...profiles.slice(0, 12).map(({ name }) => name)];
  return { popular: popular.map(encodeURIComponent), unique: [...texts].map(encodeURIComponent) };
}
