import type { CouncilDocument, Relation } from "../documents/document.rules.ts";
import { cellsOf } from "./quantities.rules.ts";
import { type DisclosureLimits, widthNeeded } from "./rules.ts";
import { boundsOf, determined, type Equation } from "./system.rules.ts";

/** A hidden cell with how far an attacker's bounds must at least be apart (1 where nothing more is asked). */
export type AttackedCell = { name: string; width: number };

/** What anybody can read of one release. `published` has the figures by name; `relations` are the visible sums. */
export type PublicRelease = {
  published: ReadonlyMap<string, number>;
  hidden: readonly AttackedCell[];
  relations: readonly Relation[];
};

/** A hidden cell that was found: exactly (`low` = `high`) or within bounds that are too narrow. */
export type FoundCell = {
  name: string;
  release: "now" | "earlier";
  by: "rank" | "interval";
  low: number;
  high: number;
};

/**
 * What to look for in a release: its hidden cells, with the width that the limits ask for around a small figure. The
 * papers are those before hiding.
 */
export function attackedCells(
  drawn: readonly CouncilDocument[],
  hidden: readonly { name: string; reason: "primary" | "secondary" }[],
  limits: DisclosureLimits,
): AttackedCell[] {
  const kinds = new Map(cellsOf(drawn).map(({ name, cell }) => [name, cell.disclosedAs]));
  return hidden.map(({ name, reason }) => ({
    name,
    width: reason === "primary" ? widthNeeded(kinds.get(name) ?? "other", limits) : 1,
  }));
}

/** The figures that a paper shows, by the name of their cell. */
export function publishedFigures(documents: readonly CouncilDocument[]): Map<string, number> {
  return new Map(
    cellsOf(documents).flatMap(({ name, cell }) =>
      cell.value === null ? [] : [[name, cell.value] as const],
    ),
  );
}

/**
 * Attacks a release, or two successive ones, as somebody with a computer would: all visible sums as one linear system over
 * whole numbers from 1. Tells every hidden cell that the system determines (rank test) or bounds too closely (linear
 * programming). `unchanged` pairs cells (now, earlier) that the attacker takes for the same figure.
 */
export function attackRelease(
  release: PublicRelease & {
    earlier?: PublicRelease;
    unchanged?: readonly (readonly [now: string, earlier: string])[];
  },
): FoundCell[] {
  const unknowns = new Map<string, number>();
  const targets: { name: string; release: "now" | "earlier"; at: number; width: number }[] = [];
  const enter = (which: "now" | "earlier", { hidden }: PublicRelease) => {
    for (const { name, width } of hidden) {
      const at = unknowns.size;
      unknowns.set(`${which} ${name}`, at);
      targets.push({ name, release: which, at, width });
    }
  };
  enter("now", release);
  if (release.earlier) enter("earlier", release.earlier);
  const equations = [
    ...release.relations.flatMap((relation) => equationOf("now", relation, release, unknowns)),
    ...(release.earlier?.relations ?? []).flatMap((relation) =>
      equationOf("earlier", relation, release.earlier!, unknowns),
    ),
    ...(release.unchanged ?? []).flatMap(([now, earlier]) =>
      link(
        { at: unknowns.get(`now ${now}`), value: release.published.get(now) },
        { at: unknowns.get(`earlier ${earlier}`), value: release.earlier?.published.get(earlier) },
      ),
    ),
  ];
  const known = determined(equations);
  return targets.flatMap(({ name, release: which, at, width }) => {
    const bounds = boundsOf(at, equations);
    if (bounds === null && !known.has(at)) return [];
    const { low, high } = bounds ?? { low: 0, high: 0 };
    const isFound = known.has(at) || high - low < width;
    const by: FoundCell["by"] = known.has(at) ? "rank" : "interval";
    return isFound ? [{ name, release: which, by, low, high }] : [];
  });
}

/** A visible sum over what is hidden in it; none where a figure is missing altogether. */
function equationOf(
  which: "now" | "earlier",
  { total, parts }: Relation,
  { published }: PublicRelease,
  unknowns: ReadonlyMap<string, number>,
): Equation[] {
  const terms = new Map<number, number>();
  let equals = 0;
  for (const [order, name] of [total, ...parts].entries()) {
    const factor = order === 0 ? 1 : -1;
    const at = unknowns.get(`${which} ${name}`);
    const value = published.get(name);
    if (at !== undefined) terms.set(at, (terms.get(at) ?? 0) + factor);
    else if (value !== undefined) equals -= factor * value;
    else return [];
  }
  return [{ terms, equals }];
}

type Side = { at: number | undefined; value: number | undefined };

/** The same figure in two releases: two unknowns are equal, or an unknown is what the other release shows. */
function link(now: Side, earlier: Side): Equation[] {
  if (now.at !== undefined && earlier.at !== undefined)
    return [
      {
        terms: new Map([
          [now.at, 1],
          [earlier.at, -1],
        ]),
        equals: 0,
      },
    ];
  if (now.at !== undefined && earlier.value !== undefined)
    return [{ terms: new Map([[now.at, 1]]), equals: earlier.value }];
  if (earlier.at !== undefined && now.value !== undefined)
    return [{ terms: new Map([[earlier.at, 1]]), equals: now.value }];
  return [];
}
