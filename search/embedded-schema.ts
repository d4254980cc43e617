/** Tables of the embedded index: documents, their exact names, the full-text pairs, and what was removed. */
import type { DatabaseSync } from "node:sqlite";
import {
  fold,
  foldSentence,
  isKana,
  latinRuns,
  loosen,
  pairTokens,
  unifyWidths,
  withoutLegalForm,
} from "./analysis.ts";
import { definitionVersion, textFields, type SearchDocument, type TextField } from "./definition.ts";
import type { Removal } from "./engine.ts";
import { industryGroup, industryMiddleCode } from "./industries.ts";
import { middleCodeOfName } from "./industry-names.ts";
import { possibleReadings } from "./name-readings.ts";
import { industryToken } from "./word-plan.ts";

const columns = [...textFields.map(({ column }) => column), "loose", "latin", "codes"];

/** Separators inside a stored folded text. */
export const fieldEnd = "\x1f";
export const valueEnd = "\x1e";

const tableNames = ["documents", "removed", "exact_names", "texts"];

/** Creates the tables of one generation; `suffix` "" is the one that is searched. */
export function createTables(db: DatabaseSync, suffix: string): void {
  dropTables(db, suffix);
  db.exec(`
    create table documents${suffix} (row integer primary key, id text not null unique, version integer not null, folded text not null, body text not null);
    create table removed${suffix} (id text primary key, version integer not null) without rowid;
    create table exact_names${suffix} (name text not null, row integer not null, primary key (name, row)) without rowid;
    create virtual table texts${suffix} using fts5(${columns.join(", ")}, content='', contentless_delete=1, prefix='1', tokenize="unicode61 remove_diacritics 0 tokenchars '+#'");
    insert into texts${suffix} (texts${suffix}, rank) values ('hashsize', 33554432);
  `);
}

export function dropTables(db: DatabaseSync, suffix: string): void {
  for (const table of tableNames) db.exec(`drop table if exists ${table}${suffix}`);
}

/** Puts the generation `suffix` in the place of the one that is searched; the caller holds a transaction. */
export function promoteTables(db: DatabaseSync, suffix: string): void {
  dropTables(db, "");
  for (const table of tableNames) db.exec(`alter table ${table}${suffix} rename to ${table}`);
}

/** Opens the tables; an index of another definition version is emptied. Returns false when it was made anew. */
export function openTables(db: DatabaseSync): boolean {
  const { user_version: version } = db.prepare("pragma user_version").get() as {
    user_version: number;
  };
  const [found] = db.prepare("select name from sqlite_master where name = 'removed'").all();
  if (version === definitionVersion && found !== undefined) return true;
  createTables(db, "");
  db.exec(`pragma user_version = ${definitionVersion}`);
  return false;
}

/** Runs the work in one transaction and takes it back when it throws. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("begin immediate");
  try {
    const result = work();
    db.exec("commit");
    return result;
  } catch (error) {
    db.exec("rollback");
    throw error;
  }
}

/** The original texts of a field. */
export function valuesOf(document: SearchDocument, field: TextField): string[] {
  const value = document[field];
  return (typeof value === "string" ? [value] : value).filter((text) => text !== "");
}

/** How a field's texts are folded: only the description keeps its sentence breaks. */
export function foldField(field: TextField, text: string): string {
  return field === "description" ? foldSentence(text) : fold(text);
}

/** A field's folded texts. A name stands first without its legal form, so that it begins with what it is known by; a reading stands without it only. */
function foldedValues(document: SearchDocument, field: TextField): string[] {
  const values = valuesOf(document, field);
  const texts =
    field === "name"
      ? values.flatMap((text) => [withoutLegalForm(text), text])
      : field === "nameKana"
        ? values.map(withoutLegalForm)
        : values;
  const folded = texts.map((text) => foldField(field, text));
  return [...new Set(field === "nameKana" && values.length === 0 ? guessedReadings(document) : folded)];
}

/**
 * Readings of a name that came without one. The space before each keeps it from being the beginning or the whole of
 * the field: what is guessed ranks below what is stated.
 */
function guessedReadings({ name }: SearchDocument): string[] {
  return possibleReadings(name).map((reading) => ` ${reading}`);
}

function codeTokens(document: SearchDocument): string[] {
  const { industryCode, industryName } = document;
  const middle = industryMiddleCode(industryCode) || middleCodeOfName(industryName, industryCode);
  const group = industryGroup(industryCode) || industryGroup(middle);
  return [
    ...(group ? [industryToken(group)] : []),
    ...(middle ? [industryToken(middle)] : []),
    ...(document.openInternships > 0 || document.kind === "internship" ? ["oi"] : []),
    ...(document.openEvents > 0 || document.kind === "event" ? ["oe"] : []),
  ];
}

/** A document's full names and aliases, folded, with and without legal form. */
export function namesOf({ name, nameKana, aliases }: SearchDocument): Set<string> {
  const spellings = [name, nameKana, ...aliases].flatMap((text) => [text, withoutLegalForm(text)]);
  return new Set(spellings.map(fold).filter((folded) => folded !== ""));
}

/** Kana of a text without long vowels, run by run. */
function looseRuns(text: string): string[] {
  const runs = unifyWidths(text).match(/[ぁ-ゖァ-ヶー]{3,}/g) ?? [];
  return runs.map(fold).filter(isKana).map(loosen);
}

/** Words in katakana of a longer text without long vowels: other kana in it are grammar. */
function looseKatakana(text: string): string[] {
  const runs = unifyWidths(text).match(/[ァ-ヶー]{3,}/g) ?? [];
  return runs.flatMap(looseRuns);
}

/** A document as the indexes hold it: folded texts of each field in order, and what is looked for beside them. */
export type AnalysedDocument = {
  fields: readonly (readonly string[])[];
  /** All of it in one text; `readFolded` takes it apart. */
  stored: string;
  /** Kana without long vowels. */
  loose: readonly string[];
  /** Whole latin words. */
  latin: readonly string[];
  codes: readonly string[];
  /** Full names in every spelling. */
  names: ReadonlySet<string>;
};

export function analyse(document: SearchDocument): AnalysedDocument {
  const fields = textFields.map(({ field }) => foldedValues(document, field));
  const texts = textFields.flatMap(({ field }) => valuesOf(document, field));
  const codes = codeTokens(document);
  const named = [
    document.nameKana,
    ...document.aliases,
    document.name,
    ...document.products,
    ...document.technologies,
    document.industryName,
    ...document.industryWords,
  ];
  const guessed = document.nameKana === "" ? possibleReadings(document.name) : [];
  return {
    fields,
    stored: [...fields.map((values) => values.join(valueEnd)), codes.join(valueEnd)].join(fieldEnd),
    loose: [...[...named, ...guessed].flatMap(looseRuns), ...looseKatakana(document.description)],
    latin: [...new Set(texts.flatMap(latinRuns))],
    codes,
    names: namesOf(document),
  };
}

/** What a write did to one row: the document it held and the one it holds now. */
export type RowChange = { row: number; before?: SearchDocument; after?: SearchDocument };

/** Writes documents into one generation of the tables. */
export function createWriter(db: DatabaseSync, suffix: string) {
  const insertDocument = db.prepare(
    `insert into documents${suffix} (row, id, version, folded, body) values (?, ?, ?, ?, ?)`,
  );
  const insertTexts = db.prepare(
    `insert into texts${suffix} (rowid, ${columns.join(", ")}) values (?${", ?".repeat(columns.length)})`,
  );
  const insertName = db.prepare(`insert or ignore into exact_names${suffix} (name, row) values (?, ?)`);
  const deletes = [`documents${suffix} where row`, `texts${suffix} where rowid`].map((place) =>
    db.prepare(`delete from ${place} = ?`),
  );
  const deleteName = db.prepare(`delete from exact_names${suffix} where name = ? and row = ?`);
  const find = db.prepare(`select row, version, body from documents${suffix} where id = ?`);
  const removedVersion = db.prepare(`select version from removed${suffix} where id = ?`);
  const keepRemoval = db.prepare(`insert or replace into removed${suffix} (id, version) values (?, ?)`);
  const forgetRemoval = db.prepare(`delete from removed${suffix} where id = ?`);
  const highest = db.prepare(`select coalesce(max(row), 0) as row from documents${suffix}`);
  let nextRow = (highest.get() as { row: number }).row + 1;

  const stored = (id: string) => find.get(id) as { row: number; version: number; body: string } | undefined;

  function take(row: number, document: SearchDocument): void {
    for (const name of namesOf(document)) deleteName.run(name, row);
    for (const statement of deletes) statement.run(row);
  }

  const removedAt = (id: string) =>
    (removedVersion.get(id) as { version: number } | undefined)?.version ?? -1;

  /** Returns undefined when the document is not there or a newer version of it is. */
  function remove({ id, version }: Removal): RowChange | undefined {
    const known = stored(id);
    if (known !== undefined && known.version > version) return undefined;
    keepRemoval.run(id, Math.max(version, removedAt(id)));
    if (known === undefined) return undefined;
    const before = JSON.parse(known.body) as SearchDocument;
    take(known.row, before);
    return { row: known.row, before };
  }

  /** Returns undefined when a newer version is already there or was removed. */
  function put(document: SearchDocument): RowChange | undefined {
    const known = stored(document.id);
    if (known !== undefined && known.version > document.version) return undefined;
    const removed = removedAt(document.id);
    if (removed > document.version) return undefined;
    if (removed >= 0) forgetRemoval.run(document.id);
    const before = known && (JSON.parse(known.body) as SearchDocument);
    if (known && before) take(known.row, before);
    const row = known?.row ?? nextRow++;
    const { fields, stored: foldedText, loose, latin, codes } = analyse(document);
    insertDocument.run(row, document.id, document.version, foldedText, JSON.stringify(document));
    insertTexts.run(
      row,
      ...fields.map((values) => pairTokens(values.join(" "))),
      pairTokens(loose.join(" ")),
      latin.join(" "),
      codes.join(" "),
    );
    for (const name of namesOf(document)) insertName.run(name, row);
    return { row, after: document, ...(before ? { before } : {}) };
  }

  return { put, remove };
}
