import type { CivilDate } from "#app/platform/calendar.ts";

/**
 * A column of many rows that travels as one value: reading a hundred thousand rows then costs one statement and one
 * decoding for each column instead of a hundred thousand objects on the way.
 */
export type Column<Value> = {
  /** The aggregate that packs the column of the rows of a statement; all columns of a statement keep the same order. */
  packed: string;
  unpack(packed: string | null, rows: number): Value[];
};

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RowOf<Of extends Columns> = {
  [Name in keyof Of]: Of[Name] extends Column<infer Value> ? Value : never;
};

/** Ids and codes, which hold no line break. */
export function text(expression: string): Column<string> {
  return { packed: joined(expression), unpack: (packed, rows) => lines(packed, rows) };
}

/** Ids and codes of which the same ones come again and again: each is kept in memory once. */
export function code(expression: string): Column<string> {
  return {
    packed: joined(expression),
    unpack: (packed, rows) => {
      const known = new Map<string, string>();
      return lines(packed, rows).map((value) => {
        const same = known.get(value);
        if (same !== undefined) return same;
        known.set(value, value);
        return value;
      });
    },
  };
}

/** A code that may be missing; the empty text is not a code. */
export function maybeCode(expression: string): Column<string | null> {
  const column = code(`coalesce(${expression}, '')`);
  return {
    packed: column.packed,
    unpack: (packed, rows) => column.unpack(packed, rows).map((value) => (value === "" ? null : value)),
  };
}

/** An id that may be missing, and that seldom comes twice. */
export function maybeText(expression: string): Column<string | null> {
  return {
    packed: joined(`coalesce(${expression}, '')`),
    unpack: (packed, rows) => lines(packed, rows).map((value) => (value === "" ? null : value)),
  };
}

/** Any text, also with line breaks. */
export function words(expression: string): Column<string> {
  return {
    packed: `json_agg(${expression})::text`,
    unpack: (packed) => (packed === null ? [] : (JSON.parse(packed) as string[])),
  };
}

export function integer(expression: string): Column<number> {
  return {
    packed: binary(`int4send((${expression})::int4)`),
    unpack: (packed, rows) => {
      const bytes = bytesOf(packed, rows * 4);
      const values: number[] = [];
      for (let at = 0; at < rows; at++) values.push(bytes.getInt32(at * 4));
      return values;
    },
  };
}

/** A number that may be missing. */
export function maybeInteger(expression: string): Column<number | null> {
  const column = integer(`coalesce(${expression}, ${NO_INTEGER})`);
  return {
    packed: column.packed,
    unpack: (packed, rows) =>
      column.unpack(packed, rows).map((value) => (value === NO_INTEGER ? null : value)),
  };
}

export function flag(expression: string): Column<boolean> {
  const column = integer(`(${expression})::int`);
  return {
    packed: column.packed,
    unpack: (packed, rows) => column.unpack(packed, rows).map((value) => value === 1),
  };
}

/** A TIMESTAMPTZ, which PostgreSQL counts in microseconds from 2000. */
export function instant(expression: string): Column<Date> {
  const column = maybeInstant(expression);
  // The column has no row without a value.
  return column as Column<Date>;
}

export function maybeInstant(expression: string): Column<Date | null> {
  return {
    packed: binary(`timestamptz_send(coalesce(${expression}, '-infinity'))`),
    unpack: (packed, rows) => {
      const bytes = bytesOf(packed, rows * 8);
      const values: (Date | null)[] = [];
      for (let at = 0; at < rows; at++) {
        const high = bytes.getInt32(at * 8);
        const low = bytes.getUint32(at * 8 + 4);
        const isMissing = high === NO_INSTANT && low === 0;
        values.push(isMissing ? null : new Date(Math.round((high * 4_294_967_296 + low) / 1000) + YEAR_2000));
      }
      return values;
    },
  };
}

/** A DATE as the civil day. */
export function day(expression: string): Column<CivilDate> {
  const column = integer(`(${expression}) - DATE '2000-01-01'`);
  return {
    packed: column.packed,
    unpack: (packed, rows) => {
      const known = new Map<number, CivilDate>();
      return column.unpack(packed, rows).map((value) => {
        const same = known.get(value) ?? new Date(YEAR_2000 + value * DAY_MS).toISOString().slice(0, 10);
        known.set(value, same);
        return same;
      });
    },
  };
}

const YEAR_2000 = Date.UTC(2000, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;
const NO_INSTANT = -2_147_483_648;
const NO_INTEGER = -2_147_483_647;

function joined(expression: string): string {
  return `string_agg((${expression})::text, E'\\n')`;
}

function lines(packed: string | null, rows: number): string[] {
  if (packed === null) return [];
  const found = packed.split("\n");
  if (found.length !== rows) throw new Error(`a column holds ${found.length} values for ${rows} rows`);
  return found;
}

/** Bytes as base64, which both drivers hand over as they are. */
function binary(expression: string): string {
  return `encode(string_agg(${expression}, ''::bytea), 'base64')`;
}

function bytesOf(packed: string | null, expected: number): DataView {
  const bytes = Buffer.from(packed ?? "", "base64");
  if (bytes.length !== expected)
    throw new Error(`a column holds ${bytes.length} bytes instead of ${expected}`);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
