import type { Prisma } from "#generated/prisma/client.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { readCompanyCards } from "../companies/cards.store.server.ts";
import { PUBLISHED } from "../companies/store.server.ts";
import type { Town } from "#app/town.ts";
import { industryOf } from "../companies/rules.ts";
import { recordContactLosses } from "../employment/contact-losses.store.server.ts";
import { MOST_SAVED } from "./rules.ts";

export type SavedCard = {
  slug: string;
  name: string;
  nameKana: string;
  area: string;
  industry: string;
  openInternships: number;
  comingEvents: number;
};

/** The published companies of the list in its order; those that are no longer listed are left out. */
export async function readSavedCards(
  town: Pick<Town, "database" | "clock">,
  { slugs }: { slugs: readonly string[] },
): Promise<SavedCard[]> {
  if (slugs.length === 0) return [];
  const rows = await town.database.company.findMany({
    where: { slug: { in: [...slugs] }, ...PUBLISHED },
    select: { id: true, slug: true },
  });
  const cards = await readCompanyCards(town, { ids: rows.map(({ id }) => id) });
  const bySlug = new Map(rows.map(({ id, slug }) => [slug, cards.get(id)]));
  return slugs.flatMap((slug) => {
    const card = bySlug.get(slug);
    if (!card) return [];
    const { profile, openInternships, comingEvents } = card;
    const { name, nameKana, area, industryCode } = profile;
    const industry = industryOf(industryCode)?.words.join("・") ?? "";
    return [{ slug, name, nameKana, area, industry, openInternships, comingEvents }];
  });
}

/** The slugs that an account keeps, the newest first. */
export async function listSavedSlugs(
  town: Pick<Town, "database">,
  { userId }: { userId: string },
): Promise<string[]> {
  const rows = await town.database.savedCompany.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { companyId: "asc" }],
    take: MOST_SAVED,
    select: { company: { select: { slug: true } } },
  });
  return rows.map(({ company }) => company.slug);
}

/** Keeps companies for an account, the first of the list as the newest; what is kept already stays as it is. */
export async function saveCompanies(
  town: Pick<Town, "database" | "clock">,
  { userId, slugs }: { userId: string; slugs: readonly string[] },
): Promise<void> {
  const now = town.clock.now().getTime();
  await town.database.$transaction(async (tx) => {
    const rows = await tx.company.findMany({
      where: { slug: { in: [...slugs] }, ...PUBLISHED },
      select: { id: true, slug: true },
    });
    await tx.savedCompany.createMany({
      data: rows.map(({ id, slug }) => ({
        userId,
        companyId: id,
        createdAt: new Date(now - slugs.indexOf(slug)),
      })),
      skipDuplicates: true,
    });
    const tooMany = await tx.savedCompany.findMany({
      where: { userId },
      orderBy: { createdAt: "desc" },
      skip: MOST_SAVED,
      select: { companyId: true },
    });
    const companyIds = tooMany.map(({ companyId }) => companyId);
    if (companyIds.length > 0)
      await forget(tx, { userId, which: { companyId: { in: companyIds } }, now: new Date(now) });
  });
}

/** Takes one company, or all when `slug` is null, off the account's list. */
export async function forgetCompanies(
  town: Pick<Town, "database" | "clock">,
  { userId, slug }: { userId: string; slug: string | null },
): Promise<void> {
  const which = slug === null ? {} : { company: { slug } };
  await town.database.$transaction((tx) => forget(tx, { userId, which, now: town.clock.now() }));
}

/** Deletes them without a trace, except that figures may have counted one as a contact before a placement. */
async function forget(
  tx: Transaction,
  { userId, which, now }: { userId: string; which: Prisma.SavedCompanyWhereInput; now: Date },
): Promise<void> {
  const gone = { userId, ...which };
  const first = await tx.savedCompany.findFirst({ where: gone, orderBy: { createdAt: "asc" } });
  if (!first) return;
  await tx.savedCompany.deleteMany({ where: gone });
  const placements = await tx.placement.findMany({
    where: { userId, startedOn: { gt: new Date(`${civilDateOf(first.createdAt)}T00:00:00Z`) } },
    select: { startedOn: true },
  });
  const startedOn = placements.map((row) => row.startedOn.toISOString().slice(0, 10));
  await recordContactLosses(tx, { startedOn, now });
}
