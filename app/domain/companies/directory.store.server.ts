import { fold } from "#search/analysis.ts";
import type { Town } from "#app/town.ts";
import { readProfile } from "./profile.rules.ts";
import type { Area } from "./rules.ts";
import { PUBLISHED } from "./store.server.ts";

export type DirectoryEntry = {
  slug: string;
  name: string;
  nameKana: string;
  area: string;
  technology: string;
  equipment: string;
  products: string[];
};

/**
 * The manufacturing directory of today by kana name: entries of published companies whose words hold every word of the
 * text. `listed` counts all entries, whatever the filters.
 */
export async function readManufacturingDirectory(
  town: Pick<Town, "database">,
  { text, area }: { text: string; area: Area | null },
): Promise<{ listed: number; entries: DirectoryEntry[] }> {
  const rows = await town.database.manufacturingEntry.findMany({
    where: { delistedAt: null, company: PUBLISHED },
    select: {
      technology: true,
      equipment: true,
      company: { select: { slug: true, publishedRevision: { select: { profile: true } } } },
    },
  });
  const words = text.split(/\s+/).map(fold).filter(Boolean);
  const entries = rows
    .map(({ technology, equipment, company }): DirectoryEntry & { haystack: string } => {
      const {
        name,
        nameKana,
        area: place,
        products,
        technologies,
      } = readProfile(company.publishedRevision!.profile);
      const haystack = fold([name, nameKana, technology, equipment, ...products, ...technologies].join(" "));
      return { slug: company.slug, name, nameKana, area: place, technology, equipment, products, haystack };
    })
    .filter(
      (entry) =>
        (area === null || entry.area === area) && words.every((word) => entry.haystack.includes(word)),
    )
    .sort((a, b) => a.nameKana.localeCompare(b.nameKana, "ja") || (a.slug < b.slug ? -1 : 1))
    .map(({ haystack: _haystack, ...entry }) => entry);
  return { listed: rows.length, entries };
}
