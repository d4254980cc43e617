import { createHash } from "node:crypto";
import { MEASURES } from "#app/analytics/registry.ts";

const VERSION = `measures-${createHash("sha256")
  .update(
    MEASURES.map(({ key, version }) => `${key}@${version}`)
      .toSorted()
      .join("\n"),
  )
  .digest("hex")
  .slice(0, 12)}`;

/** Which definitions a release was computed with: a digest over every measure and its version. */
export function codeVersion(): string {
  return VERSION;
}
