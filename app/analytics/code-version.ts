import { createHash } from "node:crypto";
import packageJson from "../../package.json" with { type: "json" };
import { MEASURES } from "./registry.ts";

const measures = MEASURES.map(({ key, version }) => `${key}@${version}`).toSorted();

/**
 * What computed a figure: the portal's version, and a digest over every measure with its version. It changes with any
 * definition, whatever the portal's own version says.
 */
export const CODE_VERSION = `${packageJson.version}+${createHash("sha256").update(measures.join("\n")).digest("hex").slice(0, 12)}`;
