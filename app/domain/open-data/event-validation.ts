import { kindNames } from "#app/locales/ja/events.ts";
import { isCivilDate } from "#app/platform/calendar.ts";
import { type ColumnType, EVENT_TABLES, type EventTableVersion } from "./event-columns.ts";

/** One thing that is wrong in a table; `row` counts from 2, the first row below the header. */
export type TableProblem = { row: number; header: string; problem: string };

const CATEGORIES: readonly string[] = Object.values(kindNames);

/** What a cell of each type looks like when it is filled in. */
const CHECKS: Record<ColumnType, (cell: string) => boolean> = {
  text: (cell) => cell.trim() === cell,
  number: (cell) => /^(0|[1-9]\d*)$/.test(cell),
  date: isCivilDate,
  time: (cell) => /^([01]\d|2[0-3]):[0-5]\d$/.test(cell),
  coordinate: (cell) => /^-?\d{1,3}(\.\d{1,6})?$/.test(cell),
  url: (cell) => URL.canParse(cell) && /^https?:$/.test(new URL(cell).protocol),
  category: (cell) => CATEGORIES.includes(cell),
};

/** Degrees inside which Japan lies. */
const JAPAN = { 緯度: [20, 46], 経度: [122, 154] } as const;

/**
 * Checks a table against the column map of its version: headers and their order, required cells, types, unique numbers,
 * coordinates in pairs and in Japan, ends not before their beginnings. Empty when everything is right.
 */
export function validateEventTable(
  version: EventTableVersion,
  [header = [], ...rows]: readonly (readonly string[])[],
): TableProblem[] {
  const { columns } = EVENT_TABLES[version];
  const expected = columns.map((column) => column.header);
  if (header.join("\u0000") !== expected.join("\u0000"))
    return [{ row: 1, header: header.join(","), problem: `the headers must be ${expected.join(",")}` }];
  const seen = new Set<string>();
  return rows.flatMap((cells, index) => {
    const row = index + 2;
    const problems: TableProblem[] = [];
    const tell = (name: string, problem: string) => problems.push({ row, header: name, problem });
    if (cells.length !== columns.length) tell("", `${cells.length} cells instead of ${columns.length}`);
    columns.forEach(({ header: name, required, type }, at) => {
      const cell = cells[at] ?? "";
      if (cell === "") {
        if (required) tell(name, "required");
      } else if (!CHECKS[type](cell)) tell(name, `not a ${type}: ${cell}`);
    });
    const at = (name: string) => cells[expected.indexOf(name)] ?? "";
    if (seen.has(at("NO"))) tell("NO", "used before");
    seen.add(at("NO"));
    if ((at("緯度") === "") !== (at("経度") === "")) tell("緯度", "one coordinate without the other");
    for (const [name, [least, most]] of Object.entries(JAPAN))
      if (at(name) !== "" && (Number(at(name)) < least || Number(at(name)) > most))
        tell(name, "outside Japan");
    if (`${at("終了日")} ${at("終了時間")}` <= `${at("開始日")} ${at("開始時間")}`)
      tell("終了日", "not after the beginning");
    if ((at("参加申込終了日") === "") !== (at("参加申込終了時間") === ""))
      tell("参加申込終了時間", "day and time belong together");
    return problems;
  });
}
