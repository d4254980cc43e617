import {
  cellName,
  type CouncilDocument,
  type DocumentCell,
  type Relation,
} from "../documents/document.rules.ts";
import { derivedCells, type Mention, mentionsOf } from "./derived.rules.ts";
import { type EarlierRelease, findQuantities, type Quantities } from "./quantities.rules.ts";
import type { DisclosureLimits } from "./rules.ts";
import { chooseHidden } from "./choice.rules.ts";

/** What stands in place of a figure that is not published. */
export const HIDDEN_TEXT = "秘匿";

/** primary: the figure itself is small. secondary: with it another hidden figure could be worked out. */
export type HiddenCell = { name: string; reason: "primary" | "secondary" };

export type Suppressed = {
  /** The papers as the public may have them. */
  documents: CouncilDocument[];
  /** In the order of print. */
  hidden: HiddenCell[];
  /** Small figures that the last release showed: they are not printed again, but they are known. */
  alreadyPublic: string[];
  /** Hidden cells that can still be worked out, because a figure that is never hidden gives them away. */
  unprotected: string[];
  /** Words of staff in which a hidden number stands; somebody must read them before the release. */
  mentions: Mention[];
};

/**
 * Hides small figures, and as few others as it takes so that no sum, no rate and no figure of the last release gives one
 * away. Works over all papers at once; the same input gives the same result. Source of the limits and the rule: the
 * town's DisclosurePolicy and docs/decisions/027.
 */
export function hideSmallCells(
  documents: readonly CouncilDocument[],
  relations: readonly Relation[],
  policy: DisclosureLimits,
  lastRelease?: EarlierRelease,
): Suppressed {
  const quantities = findQuantities(documents, relations, policy, lastRelease);
  const { hidden, unprotected } = chooseHidden(quantities);
  const hiddenNames = new Map<string, HiddenCell["reason"]>();
  for (const at of hidden) {
    const { names, isSmall } = quantities.all[at]!;
    for (const name of names) hiddenNames.set(name, isSmall ? "primary" : "secondary");
  }
  for (const name of derivedCells(documents, hiddenNames)) hiddenNames.set(name, "secondary");
  const mentions = mentionsOf(documents, hiddenNames);
  const cells: HiddenCell[] = [];
  const shown = mapCells(documents, (name, cell) => {
    const reason = hiddenNames.get(name);
    if (reason === undefined) return cell;
    cells.push({ name, reason });
    return hide(cell);
  });
  return {
    documents: shown,
    hidden: cells,
    alreadyPublic: namesOf(quantities, ({ isSmall, wasShown }) => isSmall && wasShown),
    unprotected: [...unprotected].flatMap((at) => quantities.all[at]!.names),
    mentions,
  };
}

function namesOf({ all }: Quantities, isMeant: (quantity: Quantities["all"][number]) => boolean): string[] {
  return all.filter(isMeant).flatMap(({ names }) => names);
}

/** The cell without anything from which the figure could be read: also without its note and the parts of a rate. */
function hide(cell: DocumentCell): DocumentCell {
  const { indicatorId, disclosedAs } = cell;
  return { text: HIDDEN_TEXT, value: null, marker: "suppressed", note: "", indicatorId, disclosedAs };
}

function mapCells(
  documents: readonly CouncilDocument[],
  change: (name: string, cell: DocumentCell) => DocumentCell,
): CouncilDocument[] {
  return documents.map((document) => ({
    ...document,
    tables: document.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([column, cell]) => [
            column,
            change(cellName(document.key, table.key, row.id, column), cell),
          ]),
        ),
      })),
    })),
  }));
}
