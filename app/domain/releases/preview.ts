import type { Prepared } from "./preparation.store.server.ts";
import { hiddenPlaces } from "./rules.ts";

/** What staff see of a prepared release before it is published. */
export function previewOf({ draft, policy }: Extract<Prepared, { ok: true }>) {
  return {
    planTitle: draft.documents[0]!.planTitle,
    papers: draft.documents.map(({ key, label, title, tables }) => ({
      key,
      label,
      title,
      tables: tables.length,
    })),
    policyVersion: policy.version,
    hidden: hiddenPlaces(draft.documents, draft.hidden),
    masked: draft.masked.map(({ before, after }) => ({ before, after })),
    alreadyPublic: draft.alreadyPublic.length,
  };
}
