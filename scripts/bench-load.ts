/** Loads an address from many connections and says how it answered; the trivial page to compare with. */
import { spawn } from "node:child_process";
import autocannon from "autocannon";

export const CONNECTIONS = 20;

export type Load = { requestsPerSecond: number; p50Ms: number; p95Ms: number; p99Ms: number; errors: number };

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** What is asked for: one address ("[<id>]" in it is replaced by a new id each time), or a list that is asked once. */
export type Target = string | { origin: string; paths: readonly string[] };

/** Asks for `duration` seconds. A list is dealt out to the connections, so that no two ask for the same address. */
export async function load(target: Target, duration: number): Promise<Load> {
  // Each latency is kept, because the load generator's own summary has no 95th percentile.
  const latencies: number[] = [];
  const url = typeof target === "string" ? target : target.origin;
  let dealt = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url,
      idReplacement: url.includes("[<id>]"),
      connections: CONNECTIONS,
      duration,
      headers: { "Accept-Encoding": "gzip" },
      ...(typeof target === "string"
        ? {}
        : {
            setupClient: (client) => {
              const first = dealt++;
              const mine = target.paths.filter((_, at) => at % CONNECTIONS === first % CONNECTIONS);
              client.setRequests(mine.map((path) => ({ method: "GET", path })));
            },
          }),
    };
    const instance = autocannon(options, (error: Error | null, done) =>
      error ? reject(error) : resolve(done),
    );
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      if (status === 200) latencies.push(milliseconds);
    });
  });
  latencies.sort((a, b) => a - b);
  const percentile = (share: number) =>
    round(latencies[Math.floor(latencies.length * share)] ?? Number.NaN, 1);
  return {
    requestsPerSecond: Math.round(result.requests.average),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
    errors: result.errors + result.non2xx,
  };
}

/** The trivial page in a process of its own, as the portal is. */
export async function serveTrivial() {
  const child = spawn(process.execPath, ["scripts/bench-trivial.ts"], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}
