/**
 * Documents as Meilisearch keeps them: the plain fields for its own relevance, and beside them the analysed text as grams
 * that are compared whole, so that what is found never depends on the tokenizer of the server.
 */
import { fold, withoutLegalForm } from "./analysis.ts";
import { textFields, type Facet, type SearchDocument } from "./definition.ts";
import { facetValues } from "./embedded-facets.ts";
import { analyse } from "./embedded-schema.ts";
import type { Removal } from "./engine.ts";

/** A removed document stays as its version, so that an older update cannot bring it back. */
export type RemovedRecord = { key: string; documentId: string; version: number; removed: true };

export type DocumentRecord = Omit<SearchDocument, "id"> & {
  key: string;
  documentId: string;
  removed: false;
  /** The analysed text in one piece, for scores and reasons. */
  folded: string;
  /** The order by kana name. */
  sortKana: string;
  /** Encoded full names. */
  exact: string[];
  /** What the name and its reading begin with: one, two and three characters, encoded. */
  begins: string[];
  /** Whole latin words, encoded. */
  latin: string[];
  /** Industry and opportunity tokens. */
  codes: string[];
  /** Readings without long vowels, for the server's own relevance. */
  readings: string[];
} & Record<`g_${string}`, string[]> &
  Record<`f_${Facet}`, readonly string[]>;

export type StoredRecord = DocumentRecord | RemovedRecord;

/** Longest gram; a word up to this length is found exactly, a longer one by all of its grams. */
export const longest = 3;
const firstLetter = 97;

/** A folded text as lower-case letters, four for each UTF-16 unit: nothing that a server could fold, split or drop. */
export function encode(folded: string): string {
  let out = "";
  for (let at = 0; at < folded.length; at += 1) {
    let code = folded.charCodeAt(at);
    let letters = "";
    for (let place = 0; place < 4; place += 1) {
      letters = String.fromCharCode(firstLetter + (code % 26)) + letters;
      code = Math.floor(code / 26);
    }
    out += letters;
  }
  return out;
}

/** The encoded grams of a text that is indexed: every part of one, two and three characters. */
function gramsOf(texts: Iterable<string>): string[] {
  const grams = new Set<string>();
  for (const text of texts)
    for (const part of text.split(" ")) {
      const characters = [...part];
      for (let from = 0; from < characters.length; from += 1)
        for (let size = 1; size <= longest && from + size <= characters.length; size += 1)
          grams.add(encode(characters.slice(from, from + size).join("")));
    }
  return [...grams];
}

/** The grams that a document must hold to hold the word. */
export function wordGrams(folded: string): string[] {
  const characters = [...folded];
  if (characters.length <= longest) return [encode(folded)];
  const count = characters.length - longest + 1;
  return [
    ...new Set(Array.from({ length: count }, (_, at) => encode(characters.slice(at, at + longest).join("")))),
  ];
}

/** The encoded beginnings of the first text of a field. */
function beginningsOf([first = ""]: readonly string[]): string[] {
  const characters = [...first].slice(0, longest);
  return characters.map((_, at) => encode(characters.slice(0, at + 1).join("")));
}

/** The beginning that a document must have to begin with the word. */
export function beginningOf(folded: string): string {
  return encode([...folded].slice(0, longest).join(""));
}

const columnsOf = (fields: readonly { column: string }[]) => fields.map(({ column }) => column).sort();

/** Columns that are asked for together have grams of their own: one comparison instead of eleven. */
export const gramUnions: readonly { name: string; columns: readonly string[] }[] = [
  { name: "all", columns: columnsOf(textFields) },
  { name: "tags", columns: columnsOf(textFields.filter(({ field }) => field !== "description")) },
  {
    name: "names",
    columns: columnsOf(textFields.filter(({ field }) => ["name", "nameKana", "aliases"].includes(field))),
  },
  {
    name: "meaning",
    columns: columnsOf(
      textFields.filter(({ field }) => !["nameKana", "area", "departments", "description"].includes(field)),
    ),
  },
];

/** The columns whose beginnings are asked for. */
const beginning: ReadonlySet<string> = new Set(["name", "kana"]);

/** Every gram attribute. */
export const gramAttributes: readonly string[] = [
  ...textFields.map(({ column }) => `g_${column}`),
  "g_loose",
  ...gramUnions.map(({ name }) => `g_${name}`),
];

/** A key that Meilisearch accepts, whatever the id is made of. */
export function keyOf(id: string): string {
  return Buffer.from(id).toString("base64url");
}

export function recordOf(document: SearchDocument): DocumentRecord {
  const { id, ...facts } = document;
  const { fields, stored, loose, latin, codes, names } = analyse(document);
  const grams: [string, string[]][] = textFields.map(({ column }, at) => [
    `g_${column}`,
    gramsOf(fields[at]!),
  ]);
  const own = new Map(grams);
  for (const { name, columns } of gramUnions)
    grams.push([`g_${name}`, [...new Set(columns.flatMap((column) => own.get(`g_${column}`)!))]]);
  grams.push(["g_loose", gramsOf(loose)]);
  const facets = Object.entries(facetValues(document)).map(([facet, values]) => [`f_${facet}`, values]);
  return {
    ...facts,
    key: keyOf(id),
    documentId: id,
    removed: false,
    folded: stored,
    sortKana: fold(withoutLegalForm(document.nameKana || document.name)),
    exact: [...names].map((name) => encode(name)).filter((name) => name.length <= longestExact),
    begins: textFields.flatMap(({ column }, at) => (beginning.has(column) ? beginningsOf(fields[at]!) : [])),
    latin: latin.map(encode),
    codes: [...codes],
    readings: [...loose],
    ...(Object.fromEntries(grams) as Record<`g_${string}`, string[]>),
    ...(Object.fromEntries(facets) as Record<`f_${Facet}`, readonly string[]>),
  };
}

/** Meilisearch compares values of at most 468 bytes. */
export const longestExact = 460;

export function removedRecord({ id, version }: Removal): RemovedRecord {
  return { key: keyOf(id), documentId: id, version, removed: true };
}

/** Every field of a document, so that a new one cannot be forgotten here. */
const documentFields = Object.keys({
  kind: true,
  slug: true,
  version: true,
  name: true,
  nameKana: true,
  aliases: true,
  industryCode: true,
  industryName: true,
  industryWords: true,
  area: true,
  products: true,
  technologies: true,
  benefits: true,
  certifications: true,
  departments: true,
  employeeCount: true,
  openInternships: true,
  openEvents: true,
  description: true,
  updatedAt: true,
} satisfies Record<Exclude<keyof SearchDocument, "id">, true>) as readonly Exclude<
  keyof SearchDocument,
  "id"
>[];

/** What a search asks back of each record. */
export const retrievedAttributes: readonly string[] = ["documentId", "folded", "sortKana", ...documentFields];

/** The document of a record as it was given to the index. */
export function documentOf(record: DocumentRecord): SearchDocument {
  const facts = Object.fromEntries(documentFields.map((field) => [field, record[field]]));
  return { ...(facts as Omit<SearchDocument, "id">), id: record.documentId };
}

/** Roughly the bytes of a record in a request: a gram takes fifteen, a character of a text up to three. */
function bytesOf(record: StoredRecord): number {
  const sizes = Object.values(record).map((value: unknown) =>
    Array.isArray(value) ? value.length * 15 : typeof value === "string" ? value.length * 3 : 8,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Records that go into one request. */
export class Batch {
  readonly records: StoredRecord[] = [];
  #bytes = 0;

  add(record: StoredRecord): void {
    this.records.push(record);
    this.#bytes += bytesOf(record);
  }

  /** A server takes bodies of up to 100 MB. */
  get isFull(): boolean {
    return this.records.length >= 1_000 || this.#bytes >= 20_000_000;
  }
}
