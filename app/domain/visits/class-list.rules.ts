import { normaliseLine } from "../text/rules.ts";

export const MOST_LINES = 100;
const LINES_WITHOUT_COUNT = 40;

/** What a teacher asked for: `byGroups` for lists with the numbers of groups, otherwise one blank list. */
export type AskedList = { className: string; lines: number | null; byGroups: boolean };

/** A line to write a name in. `number` is the school's own; names are never stored. */
export type ClassLine = { key: string; number: string; place: string };
export type ClassSheet = { name: string; lines: ClassLine[]; hasPlaces: boolean };

/** Reads the address: ?class=, ?lines= (1 to 100, anything else is nothing) and ?blank=1. */
export function readClassList(query: URLSearchParams): AskedList {
  const typed = normaliseLine(query.get("lines") ?? "");
  const lines = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
  return {
    className: normaliseLine(query.get("class") ?? "").slice(0, 40),
    lines: lines !== null && lines >= 1 && lines <= MOST_LINES ? lines : null,
    byGroups: query.get("blank") !== "1",
  };
}

type Group = { label: string; className: string; size: number };
type Placement = { label: string; placeName: string; sessionTitle: string };

/**
 * The sheets to print: class by class with the numbers of the groups, a line for each person; or, without groups or when
 * asked, one blank sheet with as many lines as students are registered.
 */
export function classListsOf({
  asked,
  groups,
  placements,
  registered,
}: {
  asked: AskedList;
  groups: readonly Group[];
  placements: readonly Placement[];
  registered: number;
}): ClassSheet[] {
  if (!asked.byGroups || groups.length === 0) {
    const count = asked.lines ?? Math.min(MOST_LINES, registered || LINES_WITHOUT_COUNT);
    const lines = Array.from({ length: count }, (_, at) => ({
      key: String(at + 1),
      number: String(at + 1),
      place: "",
    }));
    return [{ name: asked.className, lines, hasPlaces: false }];
  }
  const places = Map.groupBy(placements, ({ label }) => label);
  const placeOf = (label: string) =>
    (places.get(label) ?? [])
      .map((place) => [place.sessionTitle, place.placeName].filter(Boolean).join(" "))
      .join("、");
  return [...Map.groupBy(groups, ({ className }) => className)].map(([name, own]) => ({
    name,
    hasPlaces: placements.length > 0,
    lines: own.flatMap(({ label, size }) =>
      Array.from({ length: size }, (_, at) => ({
        key: `${label} ${at}`,
        number: size === 1 ? label : `${label} (${at + 1}/${size})`,
        place: placeOf(label),
      })),
    ),
  }));
}
