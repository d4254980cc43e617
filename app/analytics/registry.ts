import { chosenEventMeasures } from "./chosen-event-measures.ts";
import { companyMeasures } from "./company-measures.ts";
import { contactMeasures } from "./contact-measures.ts";
import { eventMeasures } from "./event-measures.ts";
import { grantMeasures } from "./grant-measures.ts";
import type { Measure } from "./measure.ts";
import { placementMeasures } from "./placement-measures.ts";
import { portalMeasures } from "./portal-measures.ts";
import { retentionMeasures } from "./retention-measures.ts";
import { schoolMeasures } from "./school-measures.ts";
import { supportMeasures } from "./support-measures.ts";

/**
 * Every measure of the portal by what it is about. A new one is an entry in the list of its kind and its key in the version of an indicator.
 * A changed definition is a further entry of the same key with the next version; the old one stays and gives the old
 * figures.
 */
export const MEASURES_BY_SUBJECT = {
  companies: companyMeasures,
  events: [...eventMeasures, ...chosenEventMeasures],
  support: supportMeasures,
  placements: placementMeasures,
  contact: contactMeasures,
  retention: retentionMeasures,
  schools: schoolMeasures,
  grants: grantMeasures,
  portal: portalMeasures,
} as const satisfies Record<string, readonly Measure[]>;

/** What a measure is about. */
export type MeasureSubject = keyof typeof MEASURES_BY_SUBJECT;

/** Every measure, in the order of its subject. */
export const MEASURES: readonly Measure[] = Object.values(MEASURES_BY_SUBJECT).flat();

const byKey = new Map<string, Measure[]>();
for (const measure of MEASURES) byKey.set(measure.key, [...(byKey.get(measure.key) ?? []), measure]);

/**
 * The measure of this key, in its newest version or in the one asked for; null for an unknown one (an indicator may name
 * a measure that a later release brings).
 */
export function findMeasure(key: string, version?: number | null): Measure | null {
  return chooseVersion(byKey.get(key) ?? [], version);
}

/** Of the versions of one measure the newest, or the one asked for. */
export function chooseVersion<Row extends { version: number }>(
  versions: readonly Row[],
  version?: number | null,
): Row | null {
  if (version == null) return versions.toSorted((a, b) => b.version - a.version)[0] ?? null;
  return versions.find((measure) => measure.version === version) ?? null;
}
