import type { DisclosedAs } from "../documents/document.rules.ts";
import { chooseHidden } from "./choice.rules.ts";
import type { Quantity } from "./quantities.rules.ts";
import { type DisclosureLimits, isSmall, widthNeeded } from "./rules.ts";

/** One way to divide a figure. `partition`: the cells add up to it. */
export type Division = {
  by: string;
  disclosedAs: DisclosedAs;
  partition: boolean;
  cells: readonly { key: string; value: number }[];
};

/** The name of a breakdown's cell within its figure. */
export function partName(by: string, key: string): string {
  return `${by} ${key}`;
}

/**
 * The cells (`partName`) of a shown figure's breakdowns that stay hidden, by the same rules as in the papers: small ones,
 * and what it takes in all breakdowns so that the figure itself gives none of them away. `hiddenInPapers` are cells that
 * the released papers hide for another reason.
 */
export function hideParts(
  total: number | null,
  divisions: readonly Division[],
  limits: DisclosureLimits,
  hiddenInPapers: ReadonlySet<string> = new Set(),
): Set<string> {
  const all: Quantity[] = [quantity({ value: total ?? 0, disclosedAs: "other" }, limits, false)];
  const names = [""];
  const sums = divisions.flatMap(({ by, disclosedAs, partition, cells }) => {
    const terms = new Map([[0, 1]]);
    for (const { key, value } of cells) {
      const name = partName(by, key);
      terms.set(all.length, -1);
      all.push(quantity({ value, disclosedAs }, limits, hiddenInPapers.has(name)));
      names.push(name);
    }
    return partition && total !== null ? [{ terms }] : [];
  });
  const { hidden } = chooseHidden({ all, sums, byName: new Map() });
  return new Set([...hidden].map((at) => names[at]!));
}

function quantity(
  cell: { value: number; disclosedAs: DisclosedAs },
  limits: DisclosureLimits,
  wasHidden: boolean,
): Quantity {
  return {
    names: [],
    earlierNames: [],
    value: cell.value,
    isRate: false,
    indicatorId: null,
    rate: null,
    isSmall: isSmall(cell, limits),
    width: widthNeeded(cell.disclosedAs, limits),
    isOpen: cell.disclosedAs === "other",
    wasShown: false,
    wasHidden,
  };
}
