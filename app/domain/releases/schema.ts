import { z } from "zod";
import { agreement, block, civilDate, line, wholeNumber } from "#app/domain/text/schema.ts";

const cut = {
  planId: line(100),
  /** Facts up to and including this day. */
  asOf: civilDate,
  /** What was recorded up to this instant (ISO); it comes from the preview, so that what was seen is what is published. */
  knownOn: z.iso.datetime("not-a-date").transform((text) => new Date(text)),
};

/** Publishing the first version of a fiscal year's papers. */
export const publicationSchema = z.object({ ...cut, confirmed: agreement });

/** A correction: the next version, with what the public reads about it. */
export const correctionSchema = z.object({
  ...cut,
  /** The version that the preview was compared with. */
  basedOn: wholeNumber(1, 10_000),
  note: block(1000, 10),
  confirmed: agreement,
});
