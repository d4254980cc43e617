import { type DatedObservation, formatFigure, observationFor } from "#app/domain/indicators/rules.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import { textCell } from "./cells.ts";
import type { DocumentCell, DocumentColumn, DocumentRow, Marker } from "./document.rules.ts";
import type { AreaRecord, DocumentSource, DrawnIndicator } from "./source.ts";

const YEARS_SHOWN = 2;
const MARKERS: Record<DatedObservation["status"], Marker> = {
  provisional: "provisional",
  revised: "revised",
  estimated: "expected",
  final: "entered",
};

/** For each indicator of which other places have figures: the same figure of all of them, own place first. */
export function peerTables(source: DocumentSource, indicators: readonly DrawnIndicator[]) {
  return indicators.flatMap((indicator) => {
    const { definition } = indicator;
    const { cut } = source;
    const known = definition.observations.filter(
      (row) => row.kind === "actual" && row.recordedAt <= cut.knownOn && (row.asOf ?? "") <= cut.asOf,
    );
    const others = known.filter((row) => row.areaId != null && !isOwn(source, row.areaId));
    if (others.length === 0) return [];
    const years = [...new Set(others.map((row) => row.fiscalYear))]
      .toSorted((a, b) => b - a)
      .slice(0, YEARS_SHOWN)
      .toReversed();
    const areas = source.areas
      .filter(({ id, isOwn: own }) => own || others.some((row) => row.areaId === id))
      .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.position - b.position);
    const figures = areas.map((area) => years.map((year) => observed(source, indicator, area, year)));
    return [
      {
        id: definition.id,
        title: words.policy.peers(definition.name, definition.unit),
        columns: columnsOf(years),
        rows: areas.map((area, at) =>
          rowOf(indicator, area, {
            years,
            figures: figures[at]!,
            all: figures.map((row) => row.at(-1)?.value ?? null),
          }),
        ),
      },
    ];
  });
}

function isOwn({ areas }: DocumentSource, areaId: string): boolean {
  return areas.some(({ id, isOwn: own }) => own && id === areaId);
}

/** The own figures are those without an area, or entered beside the others for the same year. */
function observed(
  { cut }: DocumentSource,
  { definition }: DrawnIndicator,
  area: AreaRecord,
  fiscalYear: number,
) {
  const query = { kind: "actual", fiscalYear, ...cut } as const;
  const ofArea = observationFor(definition.observations, { ...query, areaId: area.id });
  return ofArea ?? (area.isOwn ? observationFor(definition.observations, query) : null);
}

function columnsOf(years: readonly number[]): DocumentColumn[] {
  return [
    { key: "area", label: words.columns.area, share: 34, align: "start" },
    ...years.map((year): DocumentColumn => ({
      key: `year-${year}`,
      label: words.columns.ofYear(year),
      share: 50 / years.length,
      align: "end",
    })),
    { key: "rank", label: words.columns.rank, share: 16, align: "end" },
  ];
}

function rowOf(
  { definition }: DrawnIndicator,
  area: AreaRecord,
  {
    years,
    figures,
    all,
  }: {
    years: readonly number[];
    figures: readonly (DatedObservation | null)[];
    all: readonly (number | null)[];
  },
): DocumentRow {
  const cells: Record<string, DocumentCell> = { area: textCell(area.name) };
  years.forEach((year, at) => {
    const row = figures[at] ?? null;
    cells[`year-${year}`] = {
      ...textCell(
        row?.value == null
          ? (row?.missingReason ?? row?.text ?? words.notGiven)
          : formatFigure(row.value, definition),
        row?.note,
      ),
      value: row?.value ?? null,
      marker: row?.value == null ? "missing" : MARKERS[row.status],
      indicatorId: definition.id,
    };
  });
  const own = figures.at(-1)?.value ?? null;
  if (own !== null) {
    const better = all.filter((value) => value !== null && isBetter(value, own, definition.direction));
    const place = better.length + 1;
    const counted = all.filter((value) => value !== null).length;
    cells["rank"] = { ...textCell(words.policy.rank(place, counted)), value: place, marker: "computed" };
  }
  return {
    id: `${definition.id}/area/${area.id}`,
    kind: "line",
    level: 2,
    heading: "",
    cells,
    isChanged: area.isOwn,
  };
}

function isBetter(value: number, than: number, direction: string): boolean {
  return direction === "decrease" ? value < than : value > than;
}
