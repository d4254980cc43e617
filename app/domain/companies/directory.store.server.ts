import { fold } from "#search/analysis.ts";
import type { Town } from "#app/town.ts";
import type { DirectoryFilter } from "./directory-filter.ts";
import { readProfile } from "./profile.rules.ts";
import { type Area, industryOf } from "./rules.ts";
import { PUBLISHED } from "./store.server.ts";

export type DirectoryEntry = {
  slug: string;
  name: string;
  nameKana: string;
  area: Area;
  address: string;
  industryCode: string;
  industryName: string;
  /** As the entry says it. */
  technology: string;
  equipment: string;
  /** What the company's profile names beside it. */
  moreTechnologies: string[];
  moreEquipment: string[];
  products: string[];
  certifications: string[];
  contactDepartment: string;
  phone: string;
  website: string;
  employeeCount: number | null;
  asOf: string;
};

/**
 * The manufacturing directory of today by kana name: entries of published companies whose words hold every word of the
 * text. `listed` counts all entries, whatever the filters.
 */
export async function readManufacturingDirectory(
  town: Pick<Town, "database">,
  { text, area, industryCode = null }: Pick<DirectoryFilter, "text" | "area"> & Partial<DirectoryFilter>,
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
    .map(({ technology, equipment, company }) =>
      entryOf({ slug: company.slug, technology, equipment, profile: company.publishedRevision!.profile }),
    )
    .filter(
      (entry) =>
        (area === null || entry.area === area) &&
        (industryCode === null || entry.industryCode === industryCode) &&
        holdsAll(entry, words),
    )
    .sort((a, b) => a.nameKana.localeCompare(b.nameKana, "ja") || (a.slug < b.slug ? -1 : 1));
  return { listed: rows.length, entries };
}

function entryOf(row: {
  slug: string;
  technology: string;
  equipment: string;
  profile: unknown;
}): DirectoryEntry {
  const profile = readProfile(row.profile);
  const { slug, technology, equipment } = row;
  // What the entry says already is not said twice.
  const beside = (said: string, words: string[]) => {
    const known = fold(said);
    return words.filter((word) => !known.includes(fold(word)));
  };
  return {
    slug,
    name: profile.name,
    nameKana: profile.nameKana,
    area: profile.area,
    address: profile.address,
    industryCode: profile.industryCode,
    industryName: industryOf(profile.industryCode)?.name ?? "",
    technology,
    equipment,
    moreTechnologies: beside(technology, profile.technologies),
    moreEquipment: beside(equipment, profile.equipment),
    products: profile.products,
    certifications: profile.certifications,
    contactDepartment: profile.contactDepartment,
    phone: profile.phone,
    website: profile.website,
    employeeCount: profile.employeeCount,
    asOf: profile.asOf,
  };
}

function holdsAll(entry: DirectoryEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { name, nameKana, industryName, technology, equipment } = entry;
  const lists = [entry.moreTechnologies, entry.moreEquipment, entry.products, entry.certifications].flat();
  const haystack = fold([name, nameKana, industryName, technology, equipment, ...lists].join(" "));
  return words.every((word) => haystack.includes(word));
}
