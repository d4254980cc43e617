/** What a process keeps of the documents on the server: spellings for misspelt words, and the areas that words may name. */
import type { SearchDocument } from "./definition.ts";
import { Vocabulary } from "./embedded-vocabulary.ts";
import { type Ask, counting } from "./meilisearch-ask.ts";
import { namedAreas } from "./named-areas.ts";

/** After this time it is read again: other processes write too. */
const keptMinutes = 10;

type Kept<Value> = { until: number; value: Value };

const kept = <Value>(value: Value): Kept<Value> => ({ until: Date.now() + keptMinutes * 60_000, value });

const isFresh = <Value>(one: Kept<Value> | undefined): one is Kept<Value> =>
  one !== undefined && one.until > Date.now();

/** Reads what is needed at its first use; what this process writes is followed at once. */
export class HeldDocuments {
  readonly #documents: () => AsyncIterable<SearchDocument>;
  #spellings: Kept<Promise<Vocabulary>> | undefined;
  #areas: Kept<Set<string>> | undefined;
  /** The areas by name; undefined when an area came after it was made. */
  #named: ReadonlyMap<string, string> | undefined;

  /** `documents` lists all documents of the server. */
  constructor(documents: () => AsyncIterable<SearchDocument>) {
    this.#documents = documents;
  }

  /** The spellings of all documents: what a misspelt word is compared with. */
  spellings(): Promise<Vocabulary> {
    if (isFresh(this.#spellings)) return this.#spellings.value;
    const own = kept(this.#readSpellings());
    this.#spellings = own;
    own.value.catch(() => {
      if (this.#spellings === own) this.#spellings = undefined;
    });
    return own.value;
  }

  /** The areas of all documents by their folded names. */
  async areas(ask: Ask): Promise<ReadonlyMap<string, string>> {
    if (!isFresh(this.#areas)) {
      const [answer] = await ask([{ ...counting(""), facets: ["f_area"] }]);
      this.#areas = kept(new Set(Object.keys(answer!.facetDistribution?.["f_area"] ?? {})));
      this.#named = undefined;
    }
    return (this.#named ??= namedAreas(this.#areas.value));
  }

  /** Follows documents that were written to the server. */
  async add(documents: readonly SearchDocument[]): Promise<void> {
    this.#addAreas(documents.map(({ area }) => area));
    const spellings = await this.#spellings?.value;
    for (const document of documents) spellings?.add(document);
  }

  /** Takes the place of everything that was held, after a rebuild. */
  replace(spellings: Vocabulary, areas: Iterable<string>): void {
    this.#spellings = kept(Promise.resolve(spellings));
    this.#areas = kept(new Set());
    this.#addAreas(areas);
  }

  #addAreas(areas: Iterable<string>): void {
    for (const area of areas) if (area !== "") this.#areas?.value.add(area);
    this.#named = undefined;
  }

  async #readSpellings(): Promise<Vocabulary> {
    const read = new Vocabulary();
    for await (const document of this.#documents()) read.add(document);
    return read;
  }
}
