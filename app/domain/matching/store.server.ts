import type { SearchDocument } from "#search/definition.ts";
import type { JobCatalogue, Town } from "#app/town.ts";
import {
  type Batch,
  companyDocuments,
  documentId,
  eventDocuments,
  internshipDocuments,
} from "./documents.store.server.ts";

type Indexed = Pick<Town, "database" | "clock" | "search">;

const BATCH = 500;

const READERS = {
  company: companyDocuments,
  internship: internshipDocuments,
  event: eventDocuments,
} as const;

/** Builds the whole index from what is published; readers see the old one until it is complete. */
export async function fillSearch(town: Indexed): Promise<void> {
  await town.search.replaceAll(allDocuments(town));
}

async function* allDocuments(town: Indexed): AsyncGenerator<SearchDocument> {
  for (const [kind, read] of Object.entries(READERS)) {
    let batch: Batch = { take: BATCH };
    for (;;) {
      const documents = await read(town, batch);
      yield* documents;
      const last = documents.at(-1);
      if (last === undefined || documents.length < BATCH) break;
      batch = { take: BATCH, afterId: last.id.slice(kind.length + 1) };
    }
  }
}

/**
 * Brings one record in the index up to what the database says now; running it again changes nothing. What is no longer
 * public is removed. Companies carry counts of their internships and events, so they follow those.
 */
export async function updateSearch(town: Indexed, change: JobCatalogue["search.update"]): Promise<void> {
  await bring(town, change.kind, [change.id]);
  await bring(town, "company", await companiesOf(town, change));
  if (change.kind === "company") await bring(town, "internship", await internshipsOf(town, change.id));
}

async function bring(town: Indexed, kind: keyof typeof READERS, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const documents = await READERS[kind](town, { take: ids.length, ids });
  const found = new Set(documents.map(({ id }) => id));
  await town.search.upsert(documents);
  await town.search.remove(ids.map((id) => documentId(kind, id)).filter((id) => !found.has(id)));
}

/** The companies whose counts an internship or an event changes. */
async function companiesOf(town: Indexed, { kind, id }: JobCatalogue["search.update"]): Promise<string[]> {
  if (kind === "internship") {
    const internship = await town.database.internship.findUnique({
      where: { id },
      select: { companyId: true },
    });
    return internship ? [internship.companyId] : [];
  }
  if (kind === "event") {
    const booths = await town.database.boothApplication.findMany({
      where: { eventId: id },
      select: { companyId: true },
    });
    return booths.map(({ companyId }) => companyId);
  }
  return [];
}

/** Internships name their company and leave the index with it. */
async function internshipsOf(town: Indexed, companyId: string): Promise<string[]> {
  const internships = await town.database.internship.findMany({ where: { companyId }, select: { id: true } });
  return internships.map(({ id }) => id);
}
