import type { Transaction } from "#app/platform/database.server.ts";
import type { Town, Viewer } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { ImageFacts } from "./rules.ts";

const imageFacts = { id: true, storageKey: true, width: true, height: true, widths: true } as const;

/** One photograph of a company as its own desk shows it. */
export type CompanyPhoto = ImageFacts & {
  id: string;
  /** JST day of the upload. */
  addedOn: string;
  /** The numbers of the versions that show it now: the public one and the one that staff look at. */
  publishedIn: number | null;
  waitingIn: number | null;
};

/** All photographs of a company, the oldest first, with where they are shown. */
export async function readCompanyImages(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<CompanyPhoto[]> {
  const [images, revisions] = await Promise.all([
    town.database.companyImage.findMany({
      where: { companyId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { ...imageFacts, createdAt: true },
    }),
    readLiveRevisions(town.database, companyId),
  ]);
  return images.map(({ createdAt, ...image }) => ({
    ...image,
    addedOn: civilDateOf(createdAt),
    ...usesOf(revisions, image.id),
  }));
}

type LiveRevision = { number: number; state: string; profile: unknown };

/** The versions of a profile that somebody outside the company sees now: the published one and a waiting one. */
export function readLiveRevisions(
  database: Pick<Transaction, "companyRevision">,
  companyId: string,
): Promise<LiveRevision[]> {
  return database.companyRevision.findMany({
    where: { companyId, state: { in: ["published", "submitted"] } },
    select: { number: true, state: true, profile: true },
  });
}

/** In which of these versions the photograph stands. */
export function usesOf(revisions: readonly LiveRevision[], imageId: string) {
  const numberOf = (state: string) =>
    revisions.find((revision) => revision.state === state && shows(revision.profile, imageId))?.number ??
    null;
  return { publishedIn: numberOf("published"), waitingIn: numberOf("submitted") };
}

function shows(profile: unknown, imageId: string): boolean {
  const { photos } = Object(profile) as { photos?: unknown };
  return Array.isArray(photos) && photos.some((photo) => (Object(photo) as Photo).imageId === imageId);
}

type Photo = { imageId: string; alt: string };

/** A photograph with the text for those who do not see it. */
export type ShownPhoto = ImageFacts & { imageId: string; alt: string };

/** The photographs that a profile names, in its order; those that are gone or another company's are left out. */
export async function readShownPhotos(
  town: Pick<Town, "database">,
  { companyId, photos }: { companyId: string; photos: readonly Photo[] },
): Promise<ShownPhoto[]> {
  const byCompany = await readPhotosOfCompanies(town, [{ companyId, photos }]);
  return byCompany.get(companyId) ?? [];
}

/** The same for several companies with one look at the database; companies without photographs are missing. */
export async function readPhotosOfCompanies(
  town: Pick<Town, "database">,
  companies: readonly { companyId: string; photos: readonly Photo[] }[],
): Promise<Map<string, ShownPhoto[]>> {
  const withPhotos = companies.filter(({ photos }) => photos.length > 0);
  if (withPhotos.length === 0) return new Map();
  const rows = await town.database.companyImage.findMany({
    where: { id: { in: withPhotos.flatMap(({ photos }) => photos.map(({ imageId }) => imageId)) } },
    select: { ...imageFacts, companyId: true },
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    withPhotos.map(({ companyId, photos }) => [
      companyId,
      photos.flatMap(({ imageId, alt }) => {
        const row = found.get(imageId);
        if (!row || row.companyId !== companyId) return [];
        const { storageKey, width, height, widths } = row;
        return [{ imageId, alt, storageKey, width, height, widths }];
      }),
    ]),
  );
}

/** Of these photographs those that the company does not have (any more); asked before a profile that names them is saved. */
export async function findMissingImages(
  tx: Pick<Transaction, "companyImage">,
  { companyId, imageIds }: { companyId: string; imageIds: readonly string[] },
): Promise<string[]> {
  if (imageIds.length === 0) return [];
  const rows = await tx.companyImage.findMany({
    where: { companyId, id: { in: [...imageIds] } },
    select: { id: true },
  });
  const present = new Set(rows.map(({ id }) => id));
  return imageIds.filter((id) => !present.has(id));
}

export type ServedImage = { widths: number[]; isPublic: boolean };

/**
 * A photograph for whoever asks: everybody when a published page shows it, otherwise the company's own members and
 * staff. null for all others, as if it did not exist.
 */
export async function findServedImage(
  town: Pick<Town, "database">,
  { storageKey, viewer }: { storageKey: string; viewer: Viewer | null },
): Promise<ServedImage | null> {
  const [image] = await town.database.$queryRaw<
    { companyId: string; widths: number[]; isPublic: boolean | null }[]
  >`
    SELECT image."companyId", image."widths",
      company."withdrawnAt" IS NULL AND revision."profile" -> 'photos'
        @> jsonb_build_array(jsonb_build_object('imageId', image."id")) AS "isPublic"
    FROM "CompanyImage" AS image
    JOIN "Company" AS company ON company."id" = image."companyId"
    LEFT JOIN "CompanyRevision" AS revision ON revision."id" = company."publishedRevisionId"
    WHERE image."storageKey" = ${storageKey}`;
  if (!image) return null;
  const isPublic = image.isPublic === true;
  if (!isPublic && !(await mayPreview(town, image.companyId, viewer))) return null;
  return { widths: image.widths, isPublic };
}

async function mayPreview(
  town: Pick<Town, "database">,
  companyId: string,
  viewer: Viewer | null,
): Promise<boolean> {
  if (!viewer || viewer.state === "closed") return false;
  if (viewer.role === "staff" || viewer.role === "admin") return viewer.state === "active";
  return (await town.database.companyMember.count({ where: { companyId, userId: viewer.id } })) > 0;
}
