import { Prisma } from "#generated/prisma/client.ts";
import type { Database } from "#app/platform/database.server.ts";
import type { Column, Columns, RowOf } from "./columns.server.ts";

/** A table, or the rows of it that facts are made from. */
export type TableSpec<Of extends Columns> = {
  /** Its name in quotation marks. */
  table: string;
  columns: Of;
  /** Only these rows; a column that the condition looks at never changes. */
  where?: string;
  /** Rows of one day are added up to one, so that the mirror holds days instead of texts or pages. */
  groupBy?: { day: string; others: readonly string[] };
  /** Which part of the mirror a row belongs to, for example its fiscal year. A change makes only its own part anew. */
  partOf?: (row: RowOf<Of>) => number;
  /** What a row is found by: its id, or the day of a sum. */
  keyOf: (row: RowOf<Of>) => string;
};

/** The rows of a part; an array is never changed, so whoever still has the same one has seen everything. */
export type Parts<Row> = ReadonlyMap<number, readonly Row[]>;

export type Mirror<Row> = {
  /** Looks at the table once more and reads what was written since the last time. */
  refresh(database: Database): Promise<Parts<Row>>;
  /** The rows as they were at the last look. */
  parts(): Parts<Row>;
  /** A statement that only counts: all rows, and those written since the last look. Null before the first one. */
  counting(): string | null;
  /** True when a count says that nothing was written and nothing was deleted since the last look. */
  isUpToDate(count: { total: number; young: number }): boolean;
  /** How many rows it holds. */
  size(): number;
};

type Read<Row> = { rows: Row[]; units: number[]; total: number; oldest: string };

const PACKED_UNITS = "units";

/**
 * Keeps the rows of a table in memory and brings them up to date. PostgreSQL marks each version of a row with the
 * transaction that wrote it (`xmin`), and says which transaction was the oldest running one: whatever was written since
 * then carries a later mark. So one pass over the table finds every new or changed row, whichever column changed; rows
 * that were deleted show because the number of rows differs, and then the whole table is read again. (Decision 026)
 */
export function createMirror<Of extends Columns>(spec: TableSpec<Of>): Mirror<RowOf<Of>> {
  type Row = RowOf<Of>;
  const partOf = spec.partOf ?? (() => 0);
  let parts = new Map<number, readonly Row[]>();
  let unitsOf = new Map<Row, number>();
  let held = 0;
  let oldest: string | null = null;

  function replaceAll(read: Read<Row>): boolean {
    const grouped = new Map<number, Row[]>();
    for (const row of read.rows) {
      const part = grouped.get(partOf(row));
      if (part) part.push(row);
      else grouped.set(partOf(row), [row]);
    }
    parts = grouped;
    unitsOf = new Map(spec.groupBy ? read.rows.map((row, at) => [row, read.units[at]!] as const) : []);
    held = sumOf(read.units);
    return held === read.total;
  }

  /** Puts changed rows into their parts; false when the mirror is then not what the table holds. */
  function apply(read: Read<Row>): boolean {
    const changed = new Set(read.rows.map((row) => spec.keyOf(row)));
    const touched = new Map<number, Row[]>();
    for (const row of read.rows) {
      const part = touched.get(partOf(row));
      if (part) part.push(row);
      else touched.set(partOf(row), [row]);
    }
    held += sumOf(read.units);
    for (const [part, added] of touched)
      parts.set(part, [...without(parts.get(part) ?? [], changed), ...added]);
    if (held !== read.total)
      for (const [part, rows] of parts) if (!touched.has(part)) parts.set(part, without(rows, changed));
    if (spec.groupBy) read.rows.forEach((row, at) => unitsOf.set(row, read.units[at]!));
    return held === read.total;
  }

  function without(rows: readonly Row[], changed: ReadonlySet<string>): readonly Row[] {
    const kept = rows.filter((row) => !changed.has(spec.keyOf(row)));
    if (kept.length === rows.length) return rows;
    for (const row of rows) {
      if (!changed.has(spec.keyOf(row))) continue;
      held -= unitsOf.get(row) ?? 1;
      unitsOf.delete(row);
    }
    return kept;
  }

  return {
    refresh: async (database) => {
      const since = oldest;
      const read = await readRows(database, spec, since);
      if (since === null || !apply(read)) {
        const whole = since === null ? read : await readRows(database, spec, null);
        if (!replaceAll(whole)) throw new Error(`${spec.table} could not be read whole`);
        oldest = whole.oldest;
      } else oldest = read.oldest;
      return new Map(parts);
    },
    parts: () => new Map(parts),
    counting: () =>
      oldest &&
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE ${youngerThan(oldest)})::int AS young FROM ${spec.table} WHERE ${spec.where ?? "true"}`,
    isUpToDate: ({ total, young }) => young === 0 && total === held,
    size: () => held,
  };
}

/** Everything, or what was written since the transaction; always in one statement, so in one view of the database. */
async function readRows<Of extends Columns>(
  database: Database,
  spec: TableSpec<Of>,
  since: string | null,
): Promise<Read<RowOf<Of>>> {
  const [found] = await database.$queryRaw<[Record<string, string | null>]>(
    Prisma.raw(statementOf(spec, since)),
  );
  const rows = Number(found["rows"]);
  const unpacked = Object.entries<Column<unknown>>(spec.columns).map(
    ([name, column]) => [name, column.unpack(found[name]!, rows)] as const,
  );
  // A copy of one row with every field is much cheaper than a new one that grows field by field.
  const empty: Record<string, unknown> = Object.fromEntries(unpacked.map(([name]) => [name, null]));
  const list: RowOf<Of>[] = [];
  for (let at = 0; at < rows; at++) list.push({ ...empty } as RowOf<Of>);
  for (const [name, values] of unpacked as [keyof Of, RowOf<Of>[keyof Of][]][])
    for (let at = 0; at < rows; at++) list[at]![name] = values[at]!;
  const units = spec.groupBy ? (found[PACKED_UNITS]?.split("\n").map(Number) ?? []) : list.map(() => 1);
  return { rows: list, units, total: Number(found["total"]), oldest: found["oldest"]! };
}

function statementOf<Of extends Columns>(spec: TableSpec<Of>, since: string | null): string {
  const { table, groupBy } = spec;
  const condition = spec.where ?? "true";
  const packed = Object.entries<Column<unknown>>(spec.columns).map(
    ([name, column]) => `${column.packed} AS "${name}"`,
  );
  if (groupBy) packed.push(`string_agg("rowsAdded"::text, E'\\n') AS "${PACKED_UNITS}"`);
  const rowsOf = (extra: string) => {
    if (!groupBy) return `(SELECT * FROM ${table} WHERE ${condition} AND ${extra})`;
    const keys = [groupBy.day, ...groupBy.others.filter((other) => !other.includes("("))].join(", ");
    const sums = groupBy.others.filter((other) => other.includes("("));
    return `(SELECT ${[keys, ...sums, 'count(*)::int AS "rowsAdded"'].join(", ")} FROM ${table} WHERE ${condition} AND ${extra} GROUP BY ${keys})`;
  };
  const head = `pg_snapshot_xmin(pg_current_snapshot())::text AS "oldest", count(*)::int AS "rows"`;
  if (since === null)
    return `SELECT ${[head, groupBy ? 'coalesce(sum("rowsAdded"), 0)::int AS "total"' : 'count(*)::int AS "total"', ...packed].join(", ")} FROM ${rowsOf("true")} AS changed`;
  const young = `array_agg(ctid) FILTER (WHERE ${youngerThan(since)}) AS rows`;
  const seen = `WITH seen AS MATERIALIZED (SELECT count(*)::int AS total, ${young} FROM ${table} WHERE ${condition})`;
  const found = `ctid = ANY((SELECT rows FROM seen)::tid[])`;
  const only = groupBy ? `${groupBy.day} IN (SELECT ${groupBy.day} FROM ${table} WHERE ${found})` : found;
  return `${seen} SELECT ${[head, '(SELECT total FROM seen) AS "total"', ...packed].join(", ")} FROM ${rowsOf(only)} AS changed`;
}

/** What is as young as the oldest transaction that ran at the last look, or younger, may be new. */
function youngerThan(transaction: string): string {
  if (!/^\d+$/.test(transaction)) throw new Error("not a transaction");
  return `age(xmin) <= age('${transaction}'::xid8::xid)`;
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
