import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { listingOf } from "./history.rules.ts";
import { readProfile } from "./profile.rules.ts";
import { isManufacturing } from "./rules.ts";
import { lockCompany } from "./submission.store.server.ts";

type Desk = Pick<Town, "database" | "clock">;

export type DirectoryDesk = {
  name: string;
  /** Why the company cannot be listed; null when it can. */
  obstacle: "not-published" | "not-manufacturing" | null;
  isListed: boolean;
  listedOn: CivilDate | null;
  delistedOn: CivilDate | null;
  technology: string;
  equipment: string;
};

/** A company's line in the manufacturing directory as staff change it, or what the profile suggests for it. */
export async function findDirectoryDesk(
  town: Desk,
  { companyId }: { companyId: string },
): Promise<DirectoryDesk | null> {
  const company = await town.database.company.findUnique({
    where: { id: companyId },
    select: {
      publishedRevisionId: true,
      withdrawnAt: true,
      publishedRevision: { select: { profile: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { profile: true } },
      manufacturingEntry: true,
    },
  });
  if (!company) return null;
  const profile = readProfile((company.publishedRevision ?? company.revisions[0])?.profile);
  const entry = company.manufacturingEntry;
  return {
    name: profile.name,
    obstacle: obstacleOf(company),
    isListed: entry !== null && entry.delistedAt === null,
    listedOn: entry && civilDateOf(entry.listedAt),
    delistedOn: entry?.delistedAt ? civilDateOf(entry.delistedAt) : null,
    technology: entry?.technology ?? profile.technologies.join("、").slice(0, 200),
    equipment: entry?.equipment ?? profile.equipment.join("、").slice(0, 200),
  };
}

export type DirectoryResult =
  | { ok: true }
  | { ok: false; error: "not-found" | "not-published" | "not-manufacturing" | "not-in-directory" };

/**
 * Puts a published manufacturer into the directory, or changes the words of its line. A line that had been taken out
 * keeps its first day; the time between stands in the events and is not counted.
 */
export async function listInDirectory(
  town: Desk,
  entry: { companyId: string; staffId: string; technology: string; equipment: string },
): Promise<DirectoryResult> {
  const { companyId, staffId, technology, equipment } = entry;
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const company = await tx.company.findUnique({
      where: { id: companyId },
      select: {
        publishedRevisionId: true,
        withdrawnAt: true,
        publishedRevision: { select: { profile: true } },
        manufacturingEntry: { select: { delistedAt: true } },
      },
    });
    if (!company) return { ok: false, error: "not-found" };
    const obstacle = obstacleOf(company);
    if (obstacle) return { ok: false, error: obstacle };
    await tx.manufacturingEntry.upsert({
      where: { companyId },
      create: { companyId, technology, equipment, listedAt: now },
      update: { technology, equipment, delistedAt: null },
    });
    const isChange = company.manufacturingEntry?.delistedAt === null;
    await recordEvent(tx, {
      kind: isChange ? "directory.changed" : "directory.listed",
      subjectId: companyId,
      actorId: staffId,
      occurredAt: now,
      data: {},
    });
    return { ok: true };
  });
}

/** Takes a company out of the directory; its page on the portal stays as it is. */
export async function delistFromDirectory(
  town: Desk,
  { companyId, staffId }: { companyId: string; staffId: string },
): Promise<DirectoryResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const { count } = await tx.manufacturingEntry.updateMany({
      where: { companyId, delistedAt: null },
      data: { delistedAt: now },
    });
    if (count === 0) return { ok: false, error: "not-in-directory" };
    await recordEvent(tx, {
      kind: "directory.delisted",
      subjectId: companyId,
      actorId: staffId,
      occurredAt: now,
      data: {},
    });
    return { ok: true };
  });
}

function obstacleOf(company: {
  publishedRevisionId: string | null;
  withdrawnAt: Date | null;
  publishedRevision: { profile: unknown } | null;
}): DirectoryDesk["obstacle"] {
  if (listingOf(company) !== "listed") return "not-published";
  return isManufacturing(readProfile(company.publishedRevision?.profile).industryCode)
    ? null
    : "not-manufacturing";
}
