import { parentPort, workerData } from "node:worker_threads";
import { readBytes } from "./read-bytes.server.ts";

// Started by read-table.server.ts for one file: says what it holds, once.
const { bytes, sheet } = workerData as { bytes: Uint8Array; sheet: string | null };
parentPort!.postMessage(await readBytes(bytes, { sheet }), []);
