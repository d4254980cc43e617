import type { Breakdown } from "#app/analytics/measure.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import { shortDate } from "#app/platform/calendar.ts";
import { partCell, textCell } from "./cells.ts";
import { cellName, type DocumentKey, type DocumentRow, type Relation } from "./document.rules.ts";
import type { DocumentSource, DrawnIndicator } from "./source.ts";

type Place = { document: DocumentKey; table: string; column: string };

const COUNTERS: Partial<Record<Breakdown["counts"], string>> = {
  people: "人",
  "person-times": "人",
  placements: "件",
  companies: "社",
  events: "回",
  booths: "社",
  cases: "件",
  entries: "件",
};

/**
 * The rows that say what a computed figure consists of: categories and days where the plan sets no target (they are the
 * account of how it went), unique people and companies always. A breakdown that adds up is a sum that readers see.
 */
export function partRows(
  source: DocumentSource,
  indicator: DrawnIndicator,
  { document, table, column, group }: Place & { group: string },
): { rows: DocumentRow[]; relations: Relation[] } {
  const { definition, line } = indicator;
  if (line.actual.origin !== "computed" || line.actual.value === null) return { rows: [], relations: [] };
  const computed = source.compute(definition, source.cut);
  const shown = (computed?.breakdowns ?? []).filter((one) => isShown(one, line.target !== null));
  const idOf = (one: Breakdown, key: string) => `${definition.id}/${one.by}/${key}`;
  return {
    rows: shown.flatMap((one) =>
      one.cells.map((cell) => ({
        id: idOf(one, cell.key),
        kind: "line" as const,
        level: 3,
        heading: "",
        isChanged: false,
        group,
        cells: {
          indicator: textCell(
            one.partition ? words.part(labelOf(one, cell)) : words.partOf(labelOf(one, cell)),
          ),
          [column]: partCell(
            indicator,
            one,
            cell.value,
            `${cell.value.toLocaleString("ja-JP")}${COUNTERS[one.counts] ?? ""}`,
          ),
        },
      })),
    ),
    relations: shown
      .filter((one) => one.partition)
      .map((one) => ({
        total: cellName(document, table, definition.id, column),
        parts: one.cells.map((cell) => cellName(document, table, idOf(one, cell.key), column)),
      })),
  };
}

function isShown({ by, cells }: Breakdown, hasTarget: boolean): boolean {
  if (by === "people" || by === "companies") return cells.some(({ value }) => value > 0);
  return (by === "participantCategory" || by === "event") && !hasTarget && cells.length > 1;
}

/** The day of an event, otherwise the word for the category. */
function labelOf({ by }: Breakdown, cell: { key: string; label?: string }): string {
  if (by !== "event") return indicatorWords.detail.cells[cell.key] ?? cell.key;
  const [day = "", ...title] = (cell.label ?? "").split("|");
  return `${title.join("|")}(${shortDate(day)})`;
}

// The year's participants are those of its two fairs.
const SUMS_OF_MEASURES = [
  { total: "fair-participants", parts: ["june-fair-participants", "march-fair-participants"] },
] as const;

/**
 * Sums over rows of one column: figures of measures that add up to the figure of another one. Only where all of them are
 * printed and the sum holds.
 */
export function measureSums(
  rows: readonly DocumentRow[],
  indicators: readonly DrawnIndicator[],
  { document, table, column }: Place,
): Relation[] {
  const rowOf = (measureKey: string) => {
    const id = indicators.find(({ definition }) => definition.measureKey === measureKey)?.definition.id;
    return rows.find((row) => row.id === id && row.cells[column]?.value != null);
  };
  return SUMS_OF_MEASURES.flatMap(({ total, parts }) => {
    const whole = rowOf(total);
    const summands = parts.flatMap((key) => rowOf(key) ?? []);
    const sum = summands.reduce((all, row) => all + row.cells[column]!.value!, 0);
    if (!whole || summands.length === 0 || sum !== whole.cells[column]!.value) return [];
    const name = ({ id }: DocumentRow) => cellName(document, table, id, column);
    return [{ total: name(whole), parts: summands.map(name) }];
  });
}
