import type { CsvEncoding } from "./table.ts";
import { encodeRows, findUnmappableCells, type UnmappableCell } from "./write-csv.server.ts";

const MOST_CELLS_NAMED = 20;

/** The first cells of a table that CP932 cannot hold; the table is read once, batch by batch. */
export async function findUnmappableInBatches(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): Promise<UnmappableCell[]> {
  const found: UnmappableCell[] = [];
  let firstRow = 2;
  for await (const rows of batches) {
    found.push(...findUnmappableCells(rows, { header, firstRow, limit: MOST_CELLS_NAMED - found.length }));
    if (found.length >= MOST_CELLS_NAMED) break;
    firstRow += rows.length;
  }
  return found;
}

/**
 * A file as a stream of its batches. In CP932 a character that it does not have ends the stream with an error: look with
 * `findUnmappableInBatches` before.
 */
export function streamCsv(
  header: readonly string[],
  batches: AsyncGenerator<readonly (readonly string[])[]>,
  encoding: CsvEncoding,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encodeRows([header], encoding, { first: true })),
    pull: async (controller) => {
      const next = await batches.next();
      if (next.done) controller.close();
      else if (next.value.length > 0) controller.enqueue(encodeRows(next.value, encoding, { first: false }));
    },
    cancel: async () => {
      await batches.return(undefined);
    },
  });
}
