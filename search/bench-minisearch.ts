/** MiniSearch over the same character pairs: what the embedded engine is measured beside. */
import MiniSearch from "minisearch";
import { fold, foldSentence, pairTokens } from "./analysis.ts";
import { textFields, type SearchDocument } from "./definition.ts";
import { valuesOf } from "./embedded-schema.ts";
import type { SearchQuery } from "./engine.ts";

type Row = { id: string; area: string } & Record<string, string>;

function rowOf(document: SearchDocument): Row {
  const texts = textFields.map(({ field, column }) => [column, valuesOf(document, field).join(" ")] as const);
  return { ...Object.fromEntries(texts), id: document.id, area: document.area };
}

const pairs = (text: string) => pairTokens(foldSentence(text)).split(" ");
/** A query's pairs without the closing single characters, which would ask for the end of a field. */
const queryPairs = (text: string) =>
  text.split(/\s+/).flatMap((word) => {
    const tokens = pairTokens(fold(word)).split(" ");
    return tokens.length > 1 ? tokens.slice(0, -1) : tokens;
  });

/** The part of a search that both do: build, find with weights and a filter, change. */
export function createMiniSearch() {
  const index = new MiniSearch<Row>({
    fields: textFields.map(({ column }) => column),
    storeFields: ["area"],
    tokenize: pairs,
    processTerm: (term) => (term === "" ? null : term),
    searchOptions: {
      boost: Object.fromEntries(textFields.map(({ column, weight }) => [column, weight / 10])),
      combineWith: "AND",
      tokenize: queryPairs,
    },
  });
  return {
    build: (documents: Iterable<SearchDocument>) => {
      for (const document of documents) index.add(rowOf(document));
    },
    search: ({ text, filters, page, pageSize }: SearchQuery) => {
      const area = filters?.area ?? [];
      const found = index.search(
        text,
        area.length > 0 ? { filter: (hit) => area.includes(hit.area as string) } : {},
      );
      return found.slice((page - 1) * pageSize, page * pageSize);
    },
    upsert: (document: SearchDocument) => index.replace(rowOf(document)),
    remove: (id: string) => index.discard(id),
  };
}
