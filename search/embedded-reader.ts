/** Read access to the tables of the embedded index. */
import type { DatabaseSync } from "node:sqlite";
import type { SearchDocument } from "./definition.ts";
import { fieldEnd, valueEnd } from "./embedded-schema.ts";

/** Row numbers, ascending. */
export type Rows = Uint32Array;

/** A document's folded texts: one list of values for each text field in order, and its code tokens. */
export type FoldedDocument = {
  joined: string;
  fields: readonly (readonly string[])[];
  codes: readonly string[];
};

export type IndexReader = {
  /** Rows that match a full-text expression; none for an empty expression. */
  match(expression: string): Rows;
  /** Rows whose name, alias or kana name is exactly this folded text. */
  named(folded: string): number[];
  folded(row: number): FoldedDocument;
  document(row: number): SearchDocument;
  /** Must be called after each write: forgets what was read before it. */
  forget(): void;
};

/** Row numbers kept for expressions that come again: paging, filters, the next letter typed. At most 8 MB. */
const mostKeptRows = 2_000_000;
const entryCost = 200;

/** Reads "12,15,40" without making a string of each number: for tens of thousands of rows this is the time that counts. */
function parseRows(list: string | null): Rows {
  if (list === null) return new Uint32Array(0);
  const rows = new Uint32Array((list.length >> 1) + 1);
  let size = 0;
  let row = 0;
  for (let at = 0; at < list.length; at += 1) {
    const code = list.charCodeAt(at);
    if (code === 44) {
      rows[size++] = row;
      row = 0;
    } else {
      row = row * 10 + code - 48;
    }
  }
  rows[size++] = row;
  return rows.slice(0, size);
}

/** Takes apart what `analyse` stored. */
export function readFolded(joined: string): FoldedDocument {
  const fields = joined.split(fieldEnd).map((field) => (field === "" ? [] : field.split(valueEnd)));
  return { joined, codes: fields.at(-1)!, fields };
}

export function createReader(db: DatabaseSync, keptRows = mostKeptRows): IndexReader {
  const kept = new Map<string, Rows>();
  let size = 0;
  const match = db.prepare("select group_concat(rowid) as list from texts where texts match ?");
  const named = db.prepare("select row from exact_names where name = ?");
  const folded = db.prepare("select folded from documents where row = ?");
  const body = db.prepare("select body from documents where row = ?");
  return {
    match(expression) {
      if (expression === "") return new Uint32Array(0);
      const known = kept.get(expression);
      if (known) {
        kept.delete(expression);
        kept.set(expression, known);
        return known;
      }
      const rows = parseRows((match.get(expression) as { list: string | null }).list);
      kept.set(expression, rows);
      size += rows.length + entryCost;
      for (const [oldest, { length }] of kept) {
        if (size <= keptRows) break;
        kept.delete(oldest);
        size -= length + entryCost;
      }
      return rows;
    },
    forget() {
      kept.clear();
      size = 0;
    },
    named: (name) => (named.all(name) as { row: number }[]).map(({ row }) => row),
    folded(row) {
      return readFolded((folded.get(row) as { folded: string }).folded);
    },
    document: (row) => JSON.parse((body.get(row) as { body: string }).body) as SearchDocument,
  };
}
