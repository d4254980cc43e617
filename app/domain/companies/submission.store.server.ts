import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { newId } from "#app/platform/random.ts";
import { findMissingImages } from "../images/store.server.ts";
import { recordEvent } from "../audit/store.server.ts";
import { settleProfile } from "./profile-checks.rules.ts";
import { canonicalText, compareProfiles, readProfile } from "./profile.rules.ts";
import type { CompanyProfile } from "./schema.ts";
import type { WordingOverride } from "./wording-overrides.rules.ts";

export type SaveResult =
  | { ok: true; number: number }
  | {
      ok: false;
      /** stale: somebody saved a newer revision; latestNumber is its number. nothing-changed: equal to the published one. photo-gone: it shows a photograph that was deleted meanwhile. */
      error: "stale" | "nothing-changed" | "photo-gone";
      latestNumber: number;
    };

type Saving = {
  /** The account that acts for the company. */
  userId: string;
  companyId: string;
  /** The number of the newest revision when the form was opened. */
  baseNumber: number;
  submitterNote: string;
};

/**
 * Stores a new revision that waits for staff; the public page stays as it is. An earlier draft or waiting revision of
 * the company is superseded by it.
 */
export async function submitRevision(
  town: Pick<Town, "database" | "clock">,
  {
    profile,
    wordingOverrides = [],
    ...saving
  }: Saving & { profile: CompanyProfile; wordingOverrides?: WordingOverride[] },
): Promise<SaveResult> {
  return saveRevision(town, {
    ...saving,
    stored: settleProfile(profile),
    wordingOverrides,
    state: "submitted",
  });
}

/** Stores what was typed, complete or not; staff do not see it. An earlier draft is superseded, a waiting revision stays. */
export async function saveDraft(
  town: Pick<Town, "database" | "clock">,
  { typed, ...saving }: Saving & { typed: Record<string, string | string[] | undefined> },
): Promise<SaveResult> {
  return saveRevision(town, { ...saving, stored: typed, wordingOverrides: [], state: "draft" });
}

async function saveRevision(
  town: Pick<Town, "database" | "clock">,
  revision: Saving & { stored: object; wordingOverrides: WordingOverride[]; state: "submitted" | "draft" },
): Promise<SaveResult> {
  const { userId, companyId, state, stored } = revision;
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const company = await tx.company.findFirstOrThrow({
      where: { id: companyId, members: { some: { userId } } },
      select: {
        withdrawnAt: true,
        publishedRevision: { select: { profile: true } },
        revisions: { orderBy: { number: "desc" }, take: 1 },
      },
    });
    const latest = company.revisions[0];
    const latestNumber = latest?.number ?? 0;
    const refuse = (error: Extract<SaveResult, { ok: false }>["error"]) => ({
      ok: false as const,
      error,
      latestNumber,
    });
    if (latestNumber !== revision.baseNumber) {
      // A second click sends the same form again: it was saved already.
      const isRepeat =
        latest?.state === state && latest.submittedById === userId && isSame(latest.profile, stored);
      return isRepeat ? { ok: true, number: latestNumber } : refuse("stale");
    }
    const published = company.publishedRevision && readProfile(company.publishedRevision.profile);
    if (
      state === "submitted" &&
      published &&
      // The same content again asks for a withdrawn company to be listed again.
      !company.withdrawnAt &&
      compareProfiles(published, stored as CompanyProfile).length === 0
    )
      return refuse("nothing-changed");
    if (state === "submitted") {
      const imageIds = (stored as CompanyProfile).photos.map(({ imageId }) => imageId);
      if ((await findMissingImages(tx, { companyId, imageIds })).length > 0) return refuse("photo-gone");
    }
    const number = latestNumber + 1;
    await tx.companyRevision.updateMany({
      where: { companyId, state: { in: state === "submitted" ? ["draft", "submitted"] : ["draft"] } },
      data: { state: "superseded" },
    });
    await addRevision(tx, {
      companyId,
      userId,
      number,
      state,
      profile: stored,
      wordingOverrides: revision.wordingOverrides,
      submitterNote: revision.submitterNote,
      now,
    });
    return { ok: true, number };
  });
}

/** Writes a new revision; that one waits for staff is a fact of its own. The caller holds the company's turn. */
export async function addRevision(
  tx: Transaction,
  revision: {
    companyId: string;
    userId: string;
    number: number;
    state: "submitted" | "draft";
    profile: object;
    wordingOverrides: object;
    submitterNote: string;
    now: Date;
  },
): Promise<void> {
  const { companyId, userId, number, state, profile, wordingOverrides, submitterNote, now } = revision;
  await tx.companyRevision.create({
    data: {
      id: newId(),
      companyId,
      number,
      state,
      profile,
      wordingOverrides,
      submitterNote: submitterNote || null,
      submittedAt: state === "submitted" ? now : null,
      submittedById: userId,
      createdAt: now,
    },
  });
  if (state === "submitted")
    await recordEvent(tx, {
      kind: "company.revision-submitted",
      subjectId: companyId,
      actorId: userId,
      occurredAt: now,
      data: { number },
    });
}

/** Everything that changes a company's revisions waits for its turn here. */
export async function lockCompany(tx: Transaction, companyId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Company" WHERE "id" = ${companyId} FOR UPDATE`;
}

/** Stored JSON does not keep the order of its keys. */
function isSame(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}
