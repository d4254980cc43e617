import { describe, expect, test } from "vitest";
import { groupsOfClass, readGroupTable, type KnownGroup, type TableContext } from "./group-table.rules.ts";

const known = (label: string, changes: Partial<KnownGroup> = {}): KnownGroup => ({
  label,
  className: "2M",
  department: "機械科",
  size: 1,
  together: "",
  wishes: ["p1"],
  sessionIds: [],
  isOthers: false,
  ...changes,
});

const context: TableContext = {
  places: [
    { id: "p1", name: "株式会社宵待精密" },
    { id: "p2", name: "朝霧製菓" },
  ],
  sessions: [
    { id: "s1", names: ["1日目", "1", "12月3日"] },
    { id: "s2", names: ["2日目", "2", "12月4日"] },
  ],
  groups: [known("2M-01"), known("2M-02"), known("1A-01", { isOthers: true })],
};

function read(rows: string[][]) {
  const table = readGroupTable(rows, context);
  if (!table.ok) throw new Error(table.error);
  return table;
}

describe("a table of groups", () => {
  test("needs a column for the number", () => {
    expect(
      readGroupTable(
        [
          ["名前", "クラス"],
          ["x", "y"],
        ],
        context,
      ),
    ).toEqual({
      ok: false,
      error: "visit-table-header",
    });
  });

  test("says of each row whether it is new, changes something, or is the same", () => {
    const table = read([
      ["番号", "学科", "氏名"],
      ["2M-01", "機械科", "読まれない"],
      ["2M-02", "電気科", ""],
      ["２Ｍ－０３", "機械科", ""],
    ]);
    expect(table.rows.map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, "same"],
      [3, "change"],
      [4, "new"],
    ]);
    expect(table.rows[1]!.changes).toEqual(["department"]);
    expect(table.rows[2]!.group.label).toBe("2M-03");
    expect(table.ignored).toEqual(["氏名"]);
    expect(table.missing).toEqual([]);
  });

  test("keeps what has no column, and empties what is blank", () => {
    const [row] = read([
      ["番号", "第1希望"],
      ["2M-01", ""],
    ]).rows;
    expect(row!.group).toMatchObject({ className: "2M", wishes: [] });
  });

  test("understands places without the form of the company, and days by number, title or date", () => {
    const [row] = read([
      ["番号", "第2希望", "第1希望", "日程"],
      ["2M-09", "(株)宵待精密", "朝霧製菓", "12月4日、1"],
    ]).rows;
    expect(row!.group).toMatchObject({ wishes: ["p2", "p1"], sessionIds: ["s1", "s2"] });
  });

  test("names row and column of what is wrong", () => {
    const table = read([
      ["番号", "人数", "第1希望", "第2希望"],
      ["", "1", "", ""],
      ["2M-08", "0", "朝霧製菓", "朝霧製菓"],
      ["2M-08", "2", "だれも知らない社", ""],
      ["1A-01", "2", "", ""],
    ]);
    expect(table.counts).toEqual({ new: 0, change: 0, same: 0, error: 4 });
    expect(
      table.rows.flatMap(({ number, errors }) => errors.map(({ column, code }) => [number, column, code])),
    ).toEqual([
      [2, "A", "required"],
      [3, "B", "number-range:1:100"],
      [3, "D", "visit-wish-twice"],
      [4, "C", "visit-unknown-place:だれも知らない社"],
      [4, "A", "visit-label-twice:3"],
      [5, "A", "visit-label-others"],
    ]);
  });

  test("of a class numbers its groups and gives the last the rest", () => {
    const rows = groupsOfClass({ className: "2M", department: "機械科", headCount: 10, groupSize: 4 });
    expect(rows.slice(1)).toEqual([
      ["2M-01", "2M", "機械科", "4"],
      ["2M-02", "2M", "機械科", "4"],
      ["2M-03", "2M", "機械科", "2"],
    ]);
    expect(read(rows).counts).toMatchObject({ new: 1, change: 2 });
  });
});
