import { readDocumentKey } from "#app/domain/documents/choice.ts";
import type { CouncilDocument } from "#app/domain/documents/document.rules.ts";
import type { Town } from "#app/town.ts";
import { findRelease, listReleases, type ReleaseLine } from "./read.store.server.ts";

/** A public paper with the version it is of and all versions that there are. */
export type ReleasedPaper = {
  document: CouncilDocument;
  release: ReleaseLine;
  /** The versions of the fiscal year, the newest first. */
  versions: ReleaseLine[];
  /** The other papers of the same version. */
  others: { key: string; label: string; title: string }[];
};

const numberOf = (text: string | null) => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null);

/**
 * The released paper that an address asks for: `?plan=&year=&version=`. Without a plan or a year the newest release;
 * without a version the newest. Null when there is none.
 */
export async function findReleasedPaper(
  town: Pick<Town, "database">,
  { key: keyText, params }: { key: string | undefined; params: URLSearchParams },
): Promise<ReleasedPaper | null> {
  const key = readDocumentKey(keyText);
  if (!key) return null;
  const planId = params.get("plan");
  const year = numberOf(params.get("year"));
  const all = (await listReleases(town)).filter(
    (line) => (planId === null || line.planId === planId) && (year === null || line.fiscalYear === year),
  );
  const [first] = all;
  if (!first) return null;
  const versions = all
    .filter((line) => line.planId === first.planId && line.fiscalYear === first.fiscalYear)
    .toSorted((a, b) => b.version - a.version);
  const asked = params.get("version");
  const release = asked === null ? versions[0] : versions.find(({ version }) => version === numberOf(asked));
  if (!release) return null;
  const papers = (await findRelease(town, release))?.documents ?? [];
  const document = papers.find((one) => one.key === key);
  if (!document) return null;
  const others = papers.filter((one) => one.key !== key);
  return {
    document,
    release,
    versions,
    others: others.map(({ key: other, label, title }) => ({ key: other, label, title })),
  };
}
