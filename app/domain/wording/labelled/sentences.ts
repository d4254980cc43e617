import { labelledSchema } from "../evaluation.ts";
import heldOut from "./held-out.json" with { type: "json" };
import tuned from "./tuned.json" with { type: "json" };

/**
 * The two labelled sets. `tuned`: the dictionary is corrected until it agrees with them. `heldOut`: tells what unseen texts
 * meet, so the dictionary is never corrected by them. To use up held-out sentences, move them to `tuned` and write as many
 * new ones before looking at the dictionary.
 */
export const LABELLED_SETS = {
  tuned: labelledSchema.parse(tuned),
  heldOut: labelledSchema.parse(heldOut),
};
