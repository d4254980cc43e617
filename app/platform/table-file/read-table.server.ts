import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { readBytes } from "./read-bytes.server.ts";
import { MAX_TABLE_BYTES, type TableRead } from "./table.ts";

/** The thread's source, by its name in package.json's `imports`: the build's own folder does not hold it. */
const THREAD = createRequire(import.meta.url).resolve("#app/platform/table-file/read-table-thread.server.ts");

/** A text file up to this size is read at once: that takes less than starting a thread. */
const BYTES_AT_ONCE = 200_000;
const MOST_SECONDS = 30;
/** JavaScript memory of the thread; a workbook takes a hundred times its size. */
const MEMORY_MB = 1536;

let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a table that somebody uploaded: one row of headers of different names, rows below. Rows without any text are kept,
 * so that row numbers are those that the spreadsheet shows.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRead> {
  const read = await readCells(bytes);
  return read.ok ? checkHeader(read) : read;
}

/**
 * Reads the cells of a file as they stand, wherever its headers are. `sheet` names the sheet of a workbook, otherwise the
 * first one that is shown is read. Workbooks and long files are read in a thread of their own, one at a time, so that
 * requests are answered meanwhile; one that takes too long or too much memory is given up.
 */
export async function readCells(
  bytes: Uint8Array,
  { sheet = null }: { sheet?: string | null } = {},
): Promise<TableRead> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isQuick = bytes.length > MAX_TABLE_BYTES || (!isArchive && bytes.length <= BYTES_AT_ONCE);
  if (isQuick) return readBytes(bytes, { sheet });
  const turn = queue.then(() => readInThread(bytes, sheet));
  queue = turn.catch(() => {});
  return turn;
}

function readInThread(bytes: Uint8Array, sheet: string | null): Promise<TableRead> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      workerData: { bytes, sheet },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const stop = setTimeout(() => finish({ ok: false, error: "table-too-slow" }), MOST_SECONDS * 1000);
    function finish(result: TableRead | Error) {
      clearTimeout(stop);
      void thread.terminate();
      if (result instanceof Error) reject(result);
      else resolve(result);
    }
    thread.on("message", (read: TableRead) => finish(read));
    thread.on("error", (error: Error & { code?: string }) =>
      finish(
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { ok: false, error: "table-unpacks-too-large" } : error,
      ),
    );
    thread.on("exit", (code) => finish(new Error(`the thread that reads a table ended with ${code}`)));
  });
}

/** A table has a header of different names and at least one row below it. */
function checkHeader(read: TableRead & { ok: true }): TableRead {
  const [header = [], ...rows] = read.table.rows;
  const names = header.map((name) => name.normalize("NFKC").replace(/\s+/g, " ").trim());
  if (names.every((name) => name === "")) return { ok: false, error: "table-empty" };
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined) return { ok: false, error: `table-duplicate-header:${twice}` };
  if (rows.every((row) => row.every((cell) => cell.trim() === "")))
    return { ok: false, error: "table-header-only" };
  return read;
}
