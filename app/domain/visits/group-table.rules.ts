import { looksLikeName } from "./labels.rules.ts";
import { normaliseLine } from "../text/rules.ts";

/** What a table says about one group. `wishes` are ids of places, the dearest first; no sessions means any. */
export type GroupFacts = {
  label: string;
  className: string;
  department: string;
  size: number;
  together: string;
  wishes: string[];
  sessionIds: string[];
};

/** A group as it is stored now; `isOthers` when the reader of the table may not change it. */
export type KnownGroup = GroupFacts & { isOthers: boolean };

/** What names in cells can mean. `days` are the ways to write a session: its number, title, date. */
export type TableContext = {
  places: readonly { id: string; name: string }[];
  sessions: readonly { id: string; names: readonly string[] }[];
  groups: readonly KnownGroup[];
};

export type GroupRowOutcome = "new" | "change" | "same" | "error";

/** One row of the table. `number` and `column` are those that a spreadsheet shows. */
export type GroupRow = {
  number: number;
  outcome: GroupRowOutcome;
  group: GroupFacts;
  errors: { column: string; header: string; code: string }[];
  /** The label reads like a person's name. */
  maybeName: boolean;
  /** Fields that change. */
  changes: GroupField[];
};

export type GroupTable = {
  rows: GroupRow[];
  counts: Record<GroupRowOutcome, number>;
  /** Headers of columns that are not read. */
  ignored: string[];
  /** Groups (of those that the reader may change) that the table does not name. */
  missing: string[];
};

export type GroupField = "className" | "department" | "size" | "together" | "wishes" | "sessionIds";

export const MAX_GROUPS = 2000;
export const MAX_GROUP_SIZE = 100;
const COLUMNS: { field: Exclude<GroupField, "wishes"> | "label"; header: RegExp }[] = [
  { field: "label", header: /^(班・?番号|班|番号|ラベル|出席番号|label)$/i },
  { field: "className", header: /^(クラス|学級|組|class)$/i },
  { field: "department", header: /^(学科|学科・コース|系|コース|専攻|department)$/i },
  { field: "size", header: /^(人数|生徒数|size)$/i },
  { field: "together", header: /^(一緒|一緒に行く組|いっしょ|同行|together)$/i },
  { field: "sessionIds", header: /^(日程|日にち|日|行ける日|参加できる日|days?)$/i },
];
const WISH = /^(?:第([1-5])希望|希望([1-5])|wish([1-5]))$/i;

/** The header of the table that the portal offers for copying. */
export const GROUP_HEADER = [
  "番号",
  "クラス",
  "学科",
  "人数",
  "一緒に行く組",
  "第1希望",
  "第2希望",
  "第3希望",
  "第4希望",
  "第5希望",
  "日程",
] as const;

type Layout = { columns: Map<number, string>; wishes: Map<number, number>; ignored: string[] };

/**
 * Reads a table of groups: what is new, changed, the same, or wrong, row by row, without changing anything. Errors of the
 * whole table: visit-table-header (no column for the label), visit-too-many-groups.
 */
export function readGroupTable(
  rows: readonly (readonly string[])[],
  context: TableContext,
): ({ ok: true } & GroupTable) | { ok: false; error: string } {
  const [header = [], ...body] = rows;
  const layout = readHeader(header);
  if (![...layout.columns.values()].includes("label")) return { ok: false, error: "visit-table-header" };
  const filled = body
    .map((cells, index) => ({ cells: cells.map(normaliseLine), number: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (filled.length > MAX_GROUPS) return { ok: false, error: `visit-too-many-groups:${MAX_GROUPS}` };
  const known = new Map(context.groups.map((group) => [group.label, group]));
  const firstRow = new Map<string, number>();
  const read = filled.map(({ cells, number }) => {
    const row = readRow({ cells, number, header, layout, context, known });
    const { label } = row.group;
    const before = label === "" ? undefined : firstRow.get(label);
    if (before === undefined) firstRow.set(label, number);
    else {
      row.errors.push({ ...placeOf(layout, header, "label"), code: `visit-label-twice:${before}` });
      row.outcome = "error";
    }
    return row;
  });
  const counts = { new: 0, change: 0, same: 0, error: 0 };
  for (const row of read) counts[row.outcome] += 1;
  const missing = context.groups
    .filter((group) => !group.isOthers && !firstRow.has(group.label))
    .map(({ label }) => label);
  return { ok: true, rows: read, counts, ignored: layout.ignored, missing };
}

function readHeader(header: readonly string[]): Layout {
  const layout: Layout = { columns: new Map(), wishes: new Map(), ignored: [] };
  for (const [index, text] of header.entries()) {
    const name = normaliseLine(text);
    const wish = WISH.exec(name);
    const column = COLUMNS.find((candidate) => candidate.header.test(name));
    if (wish) layout.wishes.set(index, Number(wish[1] ?? wish[2] ?? wish[3]));
    else if (column && ![...layout.columns.values()].includes(column.field))
      layout.columns.set(index, column.field);
    else if (name !== "") layout.ignored.push(name);
  }
  return layout;
}

type RowInput = {
  cells: readonly string[];
  number: number;
  header: readonly string[];
  layout: Layout;
  context: TableContext;
  known: ReadonlyMap<string, KnownGroup>;
};

function readRow({ cells, number, header, layout, context, known }: RowInput): GroupRow {
  const errors: GroupRow["errors"] = [];
  const text = (field: string) => {
    const at = [...layout.columns].find(([, name]) => name === field)?.[0];
    return at === undefined ? null : (cells[at] ?? "");
  };
  const refuse = (field: string, code: string) => errors.push({ ...placeOf(layout, header, field), code });
  const label = text("label") ?? "";
  const now = known.get(label);
  const kept = <Value>(field: string, read: (cell: string) => Value, fallback: Value): Value => {
    const cell = text(field);
    return cell === null ? fallback : read(cell);
  };
  if (label === "") refuse("label", "required");
  if (label.length > 40) refuse("label", "too-long:40");
  if (now?.isOthers) refuse("label", "visit-label-others");
  const group: GroupFacts = {
    label,
    className: kept("className", (cell) => cell, now?.className ?? ""),
    department: kept("department", (cell) => cell, now?.department ?? ""),
    size: kept("size", (cell) => readSize(cell, (code) => refuse("size", code)), now?.size ?? 1),
    together: kept("together", (cell) => cell, now?.together ?? ""),
    wishes:
      layout.wishes.size === 0 ? (now?.wishes ?? []) : readWishes({ cells, layout, header, context }, errors),
    sessionIds: kept(
      "sessionIds",
      (cell) => readDays(cell, context, (code) => refuse("sessionIds", code)),
      now?.sessionIds ?? [],
    ),
  };
  for (const field of ["className", "department", "together"] as const)
    if (group[field].length > 40) refuse(field, "too-long:40");
  const changes = now ? changedFields(now, group) : [];
  const outcome = errors.length > 0 ? "error" : !now ? "new" : changes.length > 0 ? "change" : "same";
  const words = [group.className, group.department];
  return { number, outcome, group, errors, changes, maybeName: looksLikeName(label, words) };
}

function readSize(cell: string, refuse: (code: string) => void): number {
  if (cell === "") return 1;
  const size = Number(cell.replace(/人$/, ""));
  if (Number.isInteger(size) && size >= 1 && size <= MAX_GROUP_SIZE) return size;
  refuse(`number-range:1:${MAX_GROUP_SIZE}`);
  return 1;
}

function readWishes(
  { cells, layout, header, context }: Pick<RowInput, "cells" | "layout" | "header" | "context">,
  errors: GroupRow["errors"],
): string[] {
  const wishes: string[] = [];
  for (const [index] of [...layout.wishes].toSorted(([, one], [, other]) => one - other)) {
    const cell = cells[index] ?? "";
    if (cell === "") continue;
    const place = findPlace(cell, context);
    const where = { column: letterOf(index), header: normaliseLine(header[index] ?? "") };
    if (!place) errors.push({ ...where, code: `visit-unknown-place:${cell.replaceAll(":", ":")}` });
    else if (wishes.includes(place.id)) errors.push({ ...where, code: "visit-wish-twice" });
    else wishes.push(place.id);
  }
  return wishes;
}

/** Written with or without the form of the company (株式会社 …) and spaces. */
function findPlace(cell: string, { places }: TableContext) {
  const exact = places.find(({ name }) => normaliseLine(name) === cell);
  if (exact) return exact;
  const close = places.filter(({ name }) => bareName(name) === bareName(cell));
  return close.length === 1 ? close[0] : undefined;
}

function bareName(name: string): string {
  return normaliseLine(name)
    .replace(/株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)|\s/g, "")
    .toLowerCase();
}

function readDays(cell: string, { sessions }: TableContext, refuse: (code: string) => void): string[] {
  const ids = new Set<string>();
  for (const word of cell.split(/[、,・;\s]+/).filter(Boolean)) {
    const session = sessions.find(({ names }) => names.some((name) => normaliseLine(name) === word));
    if (session) ids.add(session.id);
    else refuse(`visit-unknown-day:${word.replaceAll(":", ":")}`);
  }
  return sessions.map(({ id }) => id).filter((id) => ids.has(id));
}

function changedFields(now: GroupFacts, group: GroupFacts): GroupField[] {
  const fields = ["className", "department", "size", "together", "wishes", "sessionIds"] as const;
  return fields.filter((field) => String(now[field]) !== String(group[field]));
}

function placeOf(layout: Layout, header: readonly string[], field: string) {
  const at = [...layout.columns].find(([, name]) => name === field)?.[0] ?? 0;
  return { column: letterOf(at), header: normaliseLine(header[at] ?? "") };
}

/** The letter of a column in a spreadsheet; the tables read here have few. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
}

/** The table that a class of so many people makes: groups of `groupSize`, the last takes the rest. */
export function groupsOfClass(request: {
  className: string;
  department: string;
  headCount: number;
  groupSize: number;
}): string[][] {
  const { className, department, headCount, groupSize } = request;
  const groups = Math.ceil(headCount / groupSize);
  const digits = Math.max(2, String(groups).length);
  return [
    GROUP_HEADER.slice(0, 4),
    ...Array.from({ length: groups }, (_, at) => [
      `${className}-${String(at + 1).padStart(digits, "0")}`,
      className,
      department,
      String(Math.min(groupSize, headCount - at * groupSize)),
    ]),
  ].map((row) => [...row]);
}
