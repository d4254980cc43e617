import type { CouncilDocument } from "#app/domain/documents/document.rules.ts";
import type { CivilDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type ChangedCell, changesBetween, thaw } from "./rules.ts";

type Reader = Pick<Town, "database">;

export type ReleaseLine = {
  id: string;
  planId: string;
  planTitle: string;
  fiscalYear: number;
  version: number;
  asOf: CivilDate;
  knownOn: Date;
  /** What the public reads about a correction; empty for the first version. */
  note: string;
  publishedAt: Date;
  hiddenCells: number;
};

/** All releases, the newest first; of one plan with `planId`. */
export async function listReleases(
  town: Reader,
  { planId }: { planId?: string } = {},
): Promise<ReleaseLine[]> {
  const [rows, hidden] = await Promise.all([
    town.database.release.findMany({
      where: planId === undefined ? {} : { planId },
      orderBy: [{ publishedAt: "desc" }, { fiscalYear: "desc" }, { version: "desc" }],
    }),
    town.database.releaseCell.groupBy({
      by: ["releaseId"],
      where: { marker: "suppressed" },
      _count: { _all: true },
    }),
  ]);
  const counts = new Map(hidden.map(({ releaseId, _count }) => [releaseId, _count._all]));
  return rows.map((row) => ({
    id: row.id,
    planId: row.planId,
    planTitle: row.title,
    fiscalYear: row.fiscalYear,
    version: row.version,
    asOf: row.asOf.toISOString().slice(0, 10),
    knownOn: row.knownOn,
    note: row.note,
    publishedAt: row.publishedAt,
    hiddenCells: counts.get(row.id) ?? 0,
  }));
}

export type ReleasedPapers = Omit<ReleaseLine, "hiddenCells"> & { documents: CouncilDocument[] };

// A release never changes; the newest few stay in memory as long as the database is open.
const kept = new WeakMap<Reader["database"], Map<string, CouncilDocument[]>>();
const MOST_KEPT = 6;

/** The papers of a version (the last one without `version`), read from its frozen cells; null when there is none. */
export async function findRelease(
  town: Reader,
  { planId, fiscalYear, version }: { planId: string; fiscalYear: number; version?: number },
): Promise<ReleasedPapers | null> {
  const row = await town.database.release.findFirst({
    where: { planId, fiscalYear, ...(version === undefined ? {} : { version }) },
    orderBy: { version: "desc" },
  });
  if (!row) return null;
  const asOf = row.asOf.toISOString().slice(0, 10);
  return {
    id: row.id,
    planId,
    planTitle: row.title,
    fiscalYear,
    version: row.version,
    asOf,
    knownOn: row.knownOn,
    note: row.note,
    publishedAt: row.publishedAt,
    documents: await readPapers(town, { releaseId: row.id, asOf, knownOn: row.knownOn }),
  };
}

/** A version by its id with the newest version of its fiscal year; null for an unknown id. */
export async function findReleaseById(
  town: Reader,
  { releaseId }: { releaseId: string },
): Promise<{ release: ReleasedPapers; newest: { id: string; version: number } } | null> {
  const row = await town.database.release.findUnique({ where: { id: releaseId } });
  if (!row) return null;
  const { planId, fiscalYear, version } = row;
  const [release, newest] = await Promise.all([
    findRelease(town, { planId, fiscalYear, version }),
    findRelease(town, { planId, fiscalYear }),
  ]);
  return release && newest && { release, newest: { id: newest.id, version: newest.version } };
}

async function readPapers(
  { database }: Reader,
  { releaseId, asOf, knownOn }: { releaseId: string; asOf: CivilDate; knownOn: Date },
): Promise<CouncilDocument[]> {
  const known = kept.get(database) ?? new Map<string, CouncilDocument[]>();
  kept.set(database, known);
  const found = known.get(releaseId);
  if (found) return found;
  const cells = await database.releaseCell.findMany({ where: { releaseId }, orderBy: { position: "asc" } });
  const documents = thaw(
    cells.map(({ value, ...cell }) => ({ ...cell, value: value?.toNumber() ?? null })),
    { asOf, knownOn },
  );
  if (known.size >= MOST_KEPT) known.delete(known.keys().next().value!);
  known.set(releaseId, documents);
  return documents;
}

export type Correction = Omit<ReleasedPapers, "documents"> & { changes: ChangedCell[] };

/** Every correction with the cells that it changed, the newest first. */
export async function listCorrections(
  town: Reader,
  { planId }: { planId?: string } = {},
): Promise<Correction[]> {
  const later = (await listReleases(town, { planId })).filter(({ version }) => version > 1);
  const corrections: Correction[] = [];
  for (const line of later) {
    const correction = await findCorrection(town, line);
    if (correction) corrections.push(correction);
  }
  return corrections;
}

/** What a version changed against the one before; null for the first version and for one that does not exist. */
export async function findCorrection(
  town: Reader,
  { planId, fiscalYear, version }: { planId: string; fiscalYear: number; version: number },
): Promise<Correction | null> {
  const [after, before] = await Promise.all([
    findRelease(town, { planId, fiscalYear, version }),
    findRelease(town, { planId, fiscalYear, version: version - 1 }),
  ]);
  if (!after || !before) return null;
  const { documents, ...release } = after;
  return { ...release, changes: changesBetween(before.documents, documents) };
}

/** True when the fiscal year of the plan is closed for changes. */
export async function isYearClosed(
  town: Reader,
  { planId, fiscalYear }: { planId: string; fiscalYear: number },
): Promise<boolean> {
  const last = await town.database.periodLock.findFirst({
    where: { planId, fiscalYear },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  return last?.locked ?? false;
}
