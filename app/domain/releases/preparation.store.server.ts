import { readDisclosurePolicy } from "#app/domain/disclosure/policy.store.server.ts";
import type { DisclosurePolicy } from "#app/domain/disclosure/rules.ts";
import { readDocumentSource } from "#app/domain/documents/store.server.ts";
import type { Cut } from "#app/domain/indicators/plan.rules.ts";
import { civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type Draft, draftRelease, type LastRelease } from "./draft.ts";
import { frozenName } from "./rules.ts";

type Reader = Pick<Town, "database" | "clock">;

export type Prepared =
  | {
      ok: true;
      draft: Draft;
      policy: DisclosurePolicy;
      /** The release that the draft was protected against; null for the plan's first one. */
      last: { fiscalYear: number; version: number } | null;
    }
  | {
      ok: false;
      error:
        | "no-such-plan"
        | "nothing-to-release"
        | "as-of-in-future"
        | "known-on-in-future"
        | "hidden-not-safe";
    };

/** The papers of a plan as of a day, as known at an instant, with everything hidden that must be. Nothing is written. */
export async function prepareRelease(
  town: Reader,
  { planId, cut }: { planId: string; cut: Cut },
): Promise<Prepared> {
  const now = town.clock.now();
  if (cut.asOf > civilDateOf(now)) return { ok: false, error: "as-of-in-future" };
  if (cut.knownOn > now) return { ok: false, error: "known-on-in-future" };
  const source = await readDocumentSource(town, { planId, cut });
  if (!source) return { ok: false, error: "no-such-plan" };
  const fiscalYear = fiscalYearOf(cut.asOf);
  const [policy, last] = await Promise.all([
    readDisclosurePolicy(town),
    readLast(town, { planId, fiscalYear }),
  ]);
  const draft = draftRelease(source, { policy, last });
  if (draft.documents.length === 0) return { ok: false, error: "nothing-to-release" };
  if (draft.unprotected.length > 0) return { ok: false, error: "hidden-not-safe" };
  return {
    ok: true,
    draft,
    policy,
    last: last && { fiscalYear: last.fiscalYear, version: last.version },
  };
}

/**
 * The release that readers have beside the new one: the last version of the fiscal year or, for its first one, the newest
 * release of the plan. Its papers are drawn up again at its own cut, because only so the true values are known.
 */
async function readLast(
  town: Reader,
  { planId, fiscalYear }: { planId: string; fiscalYear: number },
): Promise<(LastRelease & { fiscalYear: number; version: number }) | null> {
  const ofYear = await town.database.release.findFirst({
    where: { planId, fiscalYear },
    orderBy: { version: "desc" },
  });
  const release =
    ofYear ??
    (await town.database.release.findFirst({
      where: { planId },
      orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    }));
  if (!release) return null;
  const cut = { asOf: release.asOf.toISOString().slice(0, 10), knownOn: release.knownOn };
  const [source, suppressed] = await Promise.all([
    readDocumentSource(town, { planId, cut }),
    town.database.releaseCell.findMany({
      where: { releaseId: release.id, marker: "suppressed" },
      select: { document: true, row: true, column: true },
    }),
  ]);
  if (!source) return null;
  const hidden = new Set(suppressed.map((cell) => frozenName(cell)));
  return { source, hidden, fiscalYear: release.fiscalYear, version: release.version };
}
