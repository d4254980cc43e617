import { z } from "zod";
import { choice, line } from "../text/schema.ts";

/** What the town is compared with, in the order of the form. */
export const COMPARED_KINDS = ["neighbour", "peer", "prefecture", "nation"] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];
export type AreaKind = ComparedKind | "own";

const name = line(60);

/** A place to compare with. */
export const areaSchema = z.object({ name, kind: choice(COMPARED_KINDS) });
/** The town itself: only its name is written. */
export const ownAreaSchema = z.object({ name });
