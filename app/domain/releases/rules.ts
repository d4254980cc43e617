import type { HiddenCell } from "../disclosure/suppression.rules.ts";
import {
  type CouncilDocument,
  cellName,
  type DisclosedAs,
  DOCUMENT_KEYS,
  type DocumentCell,
  type DocumentKey,
  type DocumentRow,
  type DocumentTable,
  type Marker,
} from "../documents/document.rules.ts";

/** One frozen cell (Prisma: ReleaseCell). `row` is `table/row`, both percent-encoded; `layout` holds the paper's frame. */
export type FrozenCell = {
  document: string;
  row: string;
  column: string;
  position: number;
  text: string;
  value: number | null;
  marker: string | null;
  note: string;
  indicatorId: string | null;
};

/** The frame of a paper without its cells. It is frozen as one cell, so that the paper reads the same for ever. */
type Layout = Omit<CouncilDocument, "asOf" | "knownOn" | "tables"> & {
  tables: (Omit<DocumentTable, "rows"> & { rows: Omit<DocumentRow, "cells">[] })[];
  /** By table, row and column; what is not named is `other`. */
  disclosed: Record<string, DisclosedAs>;
};

const LAYOUT = "layout";

/** The papers as the rows that a release consists of. Neither a hidden value nor the parts of a rate are in them. */
export function freeze(documents: readonly CouncilDocument[]): FrozenCell[] {
  return documents.flatMap((document) => {
    const { asOf: _asOf, knownOn: _knownOn, tables, ...head } = document;
    const disclosed: Layout["disclosed"] = {};
    const cells: FrozenCell[] = [];
    for (const table of tables)
      for (const row of table.rows)
        for (const [column, cell] of Object.entries(row.cells)) {
          const { text, value, marker, note, indicatorId } = cell;
          if (cell.disclosedAs !== "other") disclosed[placeOf(table.key, row.id, column)] = cell.disclosedAs;
          cells.push({
            document: document.key,
            row: `${encodeURIComponent(table.key)}/${encodeURIComponent(row.id)}`,
            column,
            position: cells.length + 1,
            text,
            value: marker === "suppressed" || value === null ? null : stored(value),
            marker,
            note,
            indicatorId,
          });
        }
    const layout: Layout = {
      ...head,
      tables: tables.map(({ rows, ...table }) => ({
        ...table,
        rows: rows.map(({ cells: _cells, ...row }) => row),
      })),
      disclosed,
    };
    const frame: FrozenCell = {
      document: document.key,
      row: LAYOUT,
      column: LAYOUT,
      position: 0,
      text: JSON.stringify(layout),
      value: null,
      marker: null,
      note: "",
      indicatorId: null,
    };
    return [frame, ...cells];
  });
}

/** The name of a frozen cell within its release, as `cellName` gives it. */
export function frozenName({
  document,
  row,
  column,
}: Pick<FrozenCell, "document" | "row" | "column">): string {
  return `${document}/${row}/${encodeURIComponent(column)}`;
}

/** Twelve digits survive every database; a ratio has more than anybody reads. */
function stored(value: number): number {
  return Number(value.toPrecision(12));
}

function placeOf(table: string, row: string, column: string): string {
  return [table, row, column].map(encodeURIComponent).join("/");
}

/** The papers of a release as they were printed, from its frozen cells; nothing is computed. */
export function thaw(
  cells: readonly FrozenCell[],
  { asOf, knownOn }: Pick<CouncilDocument, "asOf" | "knownOn">,
): CouncilDocument[] {
  const byRow = Map.groupBy(cells, ({ document, row }) => `${document}/${row}`);
  return DOCUMENT_KEYS.flatMap(
    (key) => cells.find(({ document, row }) => document === key && row === LAYOUT) ?? [],
  ).map((frame) => {
    const { disclosed, tables, ...head } = JSON.parse(frame.text) as Layout;
    const cellsOfRow = (table: string, row: string) =>
      byRow.get(`${frame.document}/${encodeURIComponent(table)}/${encodeURIComponent(row)}`) ?? [];
    return {
      ...head,
      asOf,
      knownOn,
      tables: tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: Object.fromEntries(
            cellsOfRow(table.key, row.id)
              .toSorted((a, b) => a.position - b.position)
              .map((cell) => [
                cell.column,
                thawCell(cell, disclosed[placeOf(table.key, row.id, cell.column)] ?? "other"),
              ]),
          ),
        })),
      })),
    };
  });
}

function thawCell(cell: FrozenCell, disclosedAs: DisclosedAs): DocumentCell {
  const { text, value, note, indicatorId } = cell;
  return { text, value, marker: cell.marker as Marker | null, note, indicatorId, disclosedAs };
}

/** A cell that reads otherwise than in the version before. A figure that is new or gone has null on one side. */
export type ChangedCell = {
  document: DocumentKey;
  label: string;
  table: string;
  row: string;
  column: string;
  before: string | null;
  after: string | null;
};

type Place = Omit<ChangedCell, "before" | "after"> & { text: string };

/** What a reader would see changed from one version to the next: cells, headings, titles of tables and notes. */
export function changesBetween(
  before: readonly CouncilDocument[],
  after: readonly CouncilDocument[],
): ChangedCell[] {
  const old = new Map(placesOf(before));
  const now = new Map(placesOf(after));
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const texts = { before: was?.text ?? null, after: is?.text ?? null };
    if ((texts.before ?? "") === (texts.after ?? "")) return [];
    const { text: _text, ...place } = is ?? was!;
    return [{ ...place, ...texts }];
  });
}

function placesOf(documents: readonly CouncilDocument[]): [name: string, place: Place][] {
  return documents.flatMap((document) => {
    const { key, label } = document;
    const inDocument = { document: key, label };
    const frame = (name: string, text: string): [string, Place] => [
      `${key}/~${name}`,
      { ...inDocument, table: "", row: "", column: "", text },
    ];
    return [
      frame("title", document.title),
      ...document.notes.map((note, at) => frame(`note/${at}`, note)),
      ...document.tables.flatMap((table) => placesOfTable(document, table)),
    ];
  });
}

function placesOfTable({ key, label }: CouncilDocument, table: DocumentTable): [string, Place][] {
  const inTable = { document: key, label, table: table.title };
  const titled = (name: string, text: string): [string, Place] => [
    `${key}/${encodeURIComponent(table.key)}/~${name}`,
    { ...inTable, row: "", column: "", text },
  ];
  let group: { key: string; words: string } | null = null;
  return [
    titled("title", table.title),
    ...table.columns.map((column) => titled(`column/${column.key}`, column.label)),
    ...table.rows.flatMap((row): [string, Place][] => {
      if (row.kind === "heading") return [titled(`heading/${row.id}`, row.heading)];
      if (row.group !== undefined && row.group !== group?.key)
        group = { key: row.group, words: wordsOf(table, row) };
      const own = wordsOf(table, row);
      const words =
        row.group !== undefined && group && group.words !== own
          ? [group.words, own].filter(Boolean).join(" ")
          : own;
      return table.columns.flatMap(({ key: column, label: columnLabel }): [string, Place][] => {
        const cell = row.cells[column];
        if (!cell) return [];
        const text = cell.note === "" ? cell.text : `${cell.text}(${cell.note})`;
        return [
          [cellName(key, table.key, row.id, column), { ...inTable, row: words, column: columnLabel, text }],
        ];
      });
    }),
  ];
}

/** What a row is called: the first line of its first cell of words. */
function wordsOf({ columns }: DocumentTable, { cells }: DocumentRow): string {
  for (const { key } of columns) {
    const cell = cells[key];
    if (cell && cell.marker === null && cell.text !== "" && !/^\d+$/.test(cell.text))
      return cell.text.split("\n")[0]!;
  }
  return "";
}

/** A hidden cell in words. */
export type HiddenPlace = Omit<ChangedCell, "before" | "after"> & { reason: HiddenCell["reason"] };

/** Where the hidden cells stand, in the order of print. */
export function hiddenPlaces(
  documents: readonly CouncilDocument[],
  hidden: readonly HiddenCell[],
): HiddenPlace[] {
  const places = new Map(placesOf(documents));
  return hidden.flatMap(({ name, reason }) => {
    const place = places.get(name);
    if (!place) return [];
    const { text: _text, ...where } = place;
    return [{ ...where, reason }];
  });
}
