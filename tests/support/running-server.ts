import { type ChildProcess, spawn } from "node:child_process";
import net from "node:net";

export type RunningServer = {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Resolves with its exit code when it is gone; null when a signal ended it. */
  gone: Promise<number | null>;
  /** Ends it and waits until it is gone. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
};

type Start = {
  dataDir: string;
  env?: Record<string, string>;
  /** It ends after seconds: the WebAssembly of its database is compiled once and not optimised, which costs more than it gains then. */
  isShortLived?: boolean;
};

/** Starts the built production server on a free port and waits until it is ready. */
export async function startServer(options: Start): Promise<RunningServer> {
  const server = await spawnServer(options);
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (server.process.exitCode !== null) break;
    const ready = await fetch(`${server.url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return server;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await server.stop("SIGKILL");
  throw new Error(`the server did not start:\n${server.output()}`);
}

/** Starts the server without waiting, for tests of a start that is refused. */
export async function spawnServer(options: Start): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [...(options.isShortLived ? ["--liftoff-only"] : []), "server/main.ts"],
    {
      env: {
        PATH: process.env["PATH"],
        NODE_ENV: "production",
        PORT: String(port),
        PUBLIC_URL: url,
        DATA_DIR: options.dataDir,
        LOG_LEVEL: "error",
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  // A test that runs out of time or fails must not leave a server behind.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    url,
    dataDir: options.dataDir,
    process: child,
    output: () => output,
    gone,
    stop: async (signal = "SIGTERM") => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
