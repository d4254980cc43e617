import { createHash } from "node:crypto";
import type { Town } from "#app/town.ts";
import { isStorageDown } from "#app/platform/image-storage.server.ts";
import { newId } from "#app/platform/random.ts";
import { recordEvent } from "../audit/store.server.ts";
import { lockCompany } from "../companies/submission.store.server.ts";
import { processImage, type ProcessedImage } from "./processing.server.ts";
import { fileKey, type ImageRefusal, MAX_IMAGES } from "./rules.ts";
import { readLiveRevisions, usesOf } from "./store.server.ts";

type ImageTown = Pick<Town, "database" | "clock" | "images" | "log">;
type Owner = { userId: string; companyId: string };

export type AddResult =
  /** isNew: false when the company has had the very same file before. */
  | { ok: true; imageId: string; isNew: boolean }
  | { ok: false; error: "refused"; refusal: ImageRefusal }
  /** full: the company keeps MAX_IMAGES already. storage-down: nothing was kept, it can be sent again later. */
  | { ok: false; error: "full" | "storage-down" };

/**
 * Checks and re-encodes an uploaded file and keeps it for the company. The bytes are stored before the row is written: a
 * process that ends in between leaves files without a row, which `cleanImages` clears away.
 */
export async function addImage(
  town: ImageTown,
  { bytes, ...owner }: Owner & { bytes: Uint8Array },
): Promise<AddResult> {
  const contentHash = createHash("sha256").update(bytes).digest("hex");
  const early = await findReasonNotToAdd(town.database, { ...owner, contentHash });
  if (early) return early;
  const processed = await processImage(bytes);
  if (!processed.ok) return { ok: false, error: "refused", refusal: processed.refusal };
  const storageKey = newId().replaceAll("-", "");
  if (!(await storeCopies(town, storageKey, processed))) return { ok: false, error: "storage-down" };
  const result = await writeRow(town, { ...owner, contentHash, storageKey, image: processed }).catch(
    async (error: unknown) => {
      await removeCopies(town, storageKey, widthsOf(processed));
      throw error;
    },
  );
  if (!result.ok || !result.isNew) await removeCopies(town, storageKey, widthsOf(processed));
  return result;
}

const widthsOf = ({ copies }: ProcessedImage) => copies.map(({ width }) => width);

async function findReasonNotToAdd(
  database: Pick<Town["database"], "companyImage">,
  { companyId, contentHash }: { companyId: string; contentHash: string },
): Promise<AddResult | null> {
  const same = await database.companyImage.findUnique({
    where: { companyId_contentHash: { companyId, contentHash } },
    select: { id: true },
  });
  if (same) return { ok: true, imageId: same.id, isNew: false };
  const kept = await database.companyImage.count({ where: { companyId } });
  return kept >= MAX_IMAGES ? { ok: false, error: "full" } : null;
}

function writeRow(
  town: ImageTown,
  facts: Owner & { contentHash: string; storageKey: string; image: ProcessedImage },
): Promise<AddResult> {
  const { userId, companyId, contentHash, storageKey, image } = facts;
  const now = town.clock.now();
  return town.database.$transaction(async (tx): Promise<AddResult> => {
    await lockCompany(tx, companyId);
    await tx.company.findFirstOrThrow({
      where: { id: companyId, members: { some: { userId } } },
      select: { id: true },
    });
    const late = await findReasonNotToAdd(tx, { companyId, contentHash });
    if (late) return late;
    const imageId = newId();
    await tx.companyImage.create({
      data: {
        id: imageId,
        companyId,
        storageKey,
        contentHash,
        width: image.width,
        height: image.height,
        widths: widthsOf(image),
        createdAt: now,
        createdById: userId,
      },
    });
    await recordEvent(tx, {
      kind: "company.image-added",
      subjectId: companyId,
      actorId: userId,
      occurredAt: now,
      data: { imageId },
    });
    return { ok: true, imageId, isNew: true };
  });
}

/** All copies or none; says whether the storage took them. */
async function storeCopies(
  town: ImageTown,
  storageKey: string,
  { copies }: ProcessedImage,
): Promise<boolean> {
  try {
    for (const { width, bytes } of copies)
      await town.images.put(fileKey(storageKey, width), bytes, "image/webp");
    return true;
  } catch (error) {
    if (!isStorageDown(error)) throw error;
    town.log.warn({ storage: town.images.name, reason: error.message }, "a photograph could not be stored");
    await removeCopies(
      town,
      storageKey,
      copies.map(({ width }) => width),
    );
    return false;
  }
}

/** Takes files away whose row is gone or never came; what cannot be removed now is cleared by the daily job. */
async function removeCopies(
  town: Pick<ImageTown, "images" | "log">,
  storageKey: string,
  widths: readonly number[],
): Promise<void> {
  for (const width of widths)
    await town.images.remove(fileKey(storageKey, width)).catch((error: unknown) => {
      town.log.warn(
        { storage: town.images.name, error },
        "a stored photograph is left for the daily clearing",
      );
    });
}

export type RemoveResult =
  | { ok: true }
  | { ok: false; error: "not-found" }
  /** A version that readers or staff look at shows it; its numbers. */
  | { ok: false; error: "in-use"; publishedIn: number | null; waitingIn: number | null };

/** Removes a photograph of the company unless its public page or a waiting version shows it. */
export async function removeImage(
  town: ImageTown,
  { userId, companyId, imageId }: Owner & { imageId: string },
): Promise<RemoveResult> {
  type Outcome = RemoveResult & { gone?: { storageKey: string; widths: number[] } };
  const { gone, ...result } = await town.database.$transaction(async (tx): Promise<Outcome> => {
    await lockCompany(tx, companyId);
    const image = await tx.companyImage.findFirst({
      where: { id: imageId, companyId, company: { members: { some: { userId } } } },
      select: { storageKey: true, widths: true },
    });
    if (!image) return { ok: false, error: "not-found" };
    const uses = usesOf(await readLiveRevisions(tx, companyId), imageId);
    if (uses.publishedIn !== null || uses.waitingIn !== null) return { ok: false, error: "in-use", ...uses };
    await tx.companyImage.delete({ where: { id: imageId } });
    await recordEvent(tx, {
      kind: "company.image-removed",
      subjectId: companyId,
      actorId: userId,
      occurredAt: town.clock.now(),
      data: { imageId },
    });
    return { ok: true, gone: image };
  });
  if (gone) await removeCopies(town, gone.storageKey, gone.widths);
  return result;
}
