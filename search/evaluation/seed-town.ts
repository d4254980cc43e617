/** The repo's own labelled set: a snapshot of the demo town's companies and what people type to find them. */
import { readFileSync } from "node:fs";

const textOf = (file: string) => readFileSync(new URL(`seed-town/${file}`, import.meta.url), "utf8");

/** Newline-delimited JSON, made by scripts/search-evaluation-documents.ts. */
export function seedTownDocuments(): string {
  return textOf("documents.ndjson");
}

/** A JSON array of labelled queries. */
export function seedTownQueries(): string {
  return textOf("queries.json");
}
